/* SPDX-License-Identifier: MIT */
/*
 * Looks: what means something different looks different, on any terminal.
 */
#include "layout/theme.h"

#include "support/unit.h"

/* Roles that stand beside each other in running text. */
static const enum role telling[] = {
	ROLE_TEXT,     ROLE_HEADING1,  ROLE_HEADING2,
	ROLE_HEADING3, ROLE_HIGHLIGHT, ROLE_CODE_INLINE,
};

static struct look look_of(struct theme_options options, enum role role,
			   unsigned emphasis)
{
	struct style style = { .role = (unsigned char)role,
			       .emphasis = (unsigned char)emphasis };

	return theme_look(&options, style);
}

static bool same_colours(struct colours a, struct colours b)
{
	return a.text == b.text && a.ground == b.ground;
}

static void check_mono(struct theme_options options)
{
	unsigned text = look_of(options, ROLE_TEXT, 0).mono;
	unsigned first = look_of(options, ROLE_HEADING1, 0).mono;
	unsigned second = look_of(options, ROLE_HEADING2, 0).mono;
	unsigned third = look_of(options, ROLE_HEADING3, 0).mono;

	assert_true(first != second && second != third && first != third);
	assert_true(first != text && second != text && third != text);
	assert_true(look_of(options, ROLE_HIGHLIGHT, 0).mono != text);
	assert_true(look_of(options, ROLE_CODE_INLINE, 0).mono != text);
	assert_true(look_of(options, ROLE_LINK, 0).mono != text);
	assert_true(look_of(options, ROLE_NOTICE, 0).mono != text);
	assert_true(look_of(options, ROLE_MARK, 0).mono != text);
}

static void tells_roles_apart_without_colours(void **state)
{
	(void)state;
	check_mono((struct theme_options){ .mono = true });
	check_mono((struct theme_options){ .mono = true, .invert = true });
}

static void tells_roles_apart_with_colours(void **state)
{
	static const struct theme_options all[] = {
		{ .mono = false },
		{ .invert = true },
		{ .opaque = true },
		{ .invert = true, .opaque = true },
	};

	(void)state;
	for (size_t n = 0; n < COUNT(all); n++) {
		for (size_t i = 0; i < COUNT(telling); i++) {
			for (size_t k = 0; k < i; k++) {
				struct look a = look_of(all[n], telling[i], 0);
				struct look b = look_of(all[n], telling[k], 0);
				bool same = a.attributes256 == b.attributes256;
				assert_false(same &&
					     same_colours(a.palette256,
							  b.palette256));
				assert_false(same && same_colours(a.palette8,
								  b.palette8));
			}
		}
	}
}

/* Nothing is written in the colour of its ground. */
static void is_legible(void **state)
{
	(void)state;
	for (int bits = 0; bits < 16; bits++) {
		struct theme_options options = { .invert = bits & 1,
						 .opaque = bits & 2,
						 .no_code = bits & 4,
						 .mono = bits & 8 };
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct look look = look_of(options, (enum role)role, 0);
			struct colours many = look.palette256;
			struct colours few = look.palette8;
			assert_true(many.text != many.ground ||
				    many.text == THEME_DEFAULT);
			assert_true(few.text != few.ground ||
				    few.text == THEME_DEFAULT);
			assert_in_range(many.text + 1, 0, 256);
			assert_in_range(many.ground + 1, 0, 256);
			assert_in_range(few.text + 1, 0, 8);
			assert_in_range(few.ground + 1, 0, 8);
		}
	}
}

static void emphasis_adds(void **state)
{
	struct theme_options options = { .mono = false };

	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct look strong =
			look_of(options, (enum role)role, EMPHASIS_STRONG);
		struct look underline =
			look_of(options, (enum role)role, EMPHASIS_UNDERLINE);
		assert_true(strong.attributes256 & ATTRIBUTE_BOLD);
		assert_true(strong.attributes8 & ATTRIBUTE_BOLD);
		assert_true(strong.mono & ATTRIBUTE_BOLD);
		assert_true(underline.attributes256 & ATTRIBUTE_UNDERLINE);
		assert_true(underline.attributes8 & ATTRIBUTE_UNDERLINE);
		assert_true(underline.mono & ATTRIBUTE_UNDERLINE);
	}
}

static void opaque_has_a_ground(void **state)
{
	struct theme_options options = { .opaque = true };

	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct look look = look_of(options, (enum role)role, 0);
		assert_int_not_equal(look.palette256.ground, THEME_DEFAULT);
		assert_int_not_equal(look.palette256.text, THEME_DEFAULT);
		assert_int_not_equal(look.palette8.ground, THEME_DEFAULT);
		assert_int_not_equal(look.palette8.text, THEME_DEFAULT);
	}
}

static void no_code_has_no_panel(void **state)
{
	struct theme_options options = { .no_code = true };
	struct look text = look_of(options, ROLE_TEXT, 0);
	struct look code = look_of(options, ROLE_CODE, 0);

	(void)state;
	assert_int_equal(code.palette256.ground, text.palette256.ground);
	assert_int_equal(code.palette8.ground, text.palette8.ground);
}

static void letters_are_unique(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct style a = { .role = (unsigned char)role };
		for (int other = 0; other < role; other++) {
			struct style b = { .role = (unsigned char)other };
			assert_int_not_equal(style_letter(a), style_letter(b));
		}
	}
	assert_int_equal(style_letter((struct style){ .role = ROLE_TEXT,
						      .emphasis = 1 }),
			 'X');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_roles_apart_without_colours),
		cmocka_unit_test(tells_roles_apart_with_colours),
		cmocka_unit_test(is_legible),
		cmocka_unit_test(emphasis_adds),
		cmocka_unit_test(opaque_has_a_ground),
		cmocka_unit_test(no_code_has_no_panel),
		cmocka_unit_test(letters_are_unique),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
