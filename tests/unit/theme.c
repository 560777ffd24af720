/* SPDX-License-Identifier: MIT */
/*
 * Looks: what means something different looks different, on any terminal.
 */
#include "layout/theme.h"

#include <math.h>

#include "layout/colour.h"
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

/* All the way to the ground of the slide, and dim where there is no way. */
static void fades(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct theme_options options = { .invert = role % 2 };
		struct style style = { .role = (unsigned char)role,
				       .fade = STYLE_FADED };
		short end = options.invert ? 231 : 16;
		struct look look = theme_look(&options, style);
		assert_int_equal(look.palette256.text, end);
		assert_true(look.palette256.ground == end ||
			    look.palette256.ground == THEME_DEFAULT);
		assert_true(look.attributes8 & ATTRIBUTE_DIM);
		assert_true(look.mono & ATTRIBUTE_DIM);
		style.fade = 1;
		look = theme_look(&options, style);
		assert_false(look.mono & ATTRIBUTE_DIM);
	}
}

static void fades_by_and_by(void **state)
{
	struct theme_options options = { .mono = false };
	int before = 0xffffff;

	(void)state;
	for (int fade = 1; fade <= STYLE_FADED; fade++) {
		struct style style = { .role = ROLE_TEXT,
				       .fade = (unsigned char)fade };
		int rgb =
			colour_rgb(theme_look(&options, style).palette256.text);
		assert_true(rgb < before);
		before = rgb;
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

/* What a level of red, green or blue is as light, and how xterm mixes them. */
static double light_of(int level)
{
	double value = level / 255.0;

	return value <= 0.04045 ? value / 12.92
				: pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(int red, int green, int blue)
{
	return 0.2126 * light_of(red) + 0.7152 * light_of(green) +
	       0.0722 * light_of(blue);
}

static double luminance_of_256(int colour)
{
	static const int levels[] = { 0, 95, 135, 175, 215, 255 };

	if (colour >= 232)
		return light_of(8 + 10 * (colour - 232));
	colour -= 16;
	return luminance(levels[colour / 36], levels[colour / 6 % 6],
			 levels[colour % 6]);
}

static double luminance_of_8(int colour)
{
	int full = colour == 4 ? 0xee : colour == 7 ? 0xe5 : 0xcd;

	return luminance(colour & 1 ? full : 0, colour & 2 ? full : 0,
			 colour & 4 ? full : 0);
}

static double contrast(double one, double other)
{
	return one > other ? (one + 0.05) / (other + 0.05)
			   : (other + 0.05) / (one + 0.05);
}

/* On its panel, as WCAG wants it for small text. */
static void highlighted_code_has_contrast(void **state)
{
	(void)state;
	for (int bits = 0; bits < 4; bits++) {
		struct theme_options options = { .invert = bits & 1,
						 .opaque = bits & 2 };
		for (int role = ROLE_CODE; role <= ROLE_CODE_DELETED; role++) {
			struct look look = look_of(options, (enum role)role, 0);
			struct colours many = look.palette256;
			struct colours few = look.palette8;
			assert_true(contrast(luminance_of_256(many.text),
					     luminance_of_256(many.ground)) >=
				    4.5);
			assert_true(contrast(luminance_of_8(few.text),
					     luminance_of_8(few.ground)) >=
				    4.5);
		}
	}
}

/* On the same panel, and each in a colour of its own. */
static void tells_code_apart(void **state)
{
	(void)state;
	for (int invert = 0; invert < 2; invert++) {
		struct theme_options options = { .invert = invert };
		short ground = look_of(options, ROLE_CODE, 0).palette256.ground;
		for (int a = ROLE_CODE; a < ROLE_CODE_INSERTED; a++) {
			struct look look = look_of(options, (enum role)a, 0);
			assert_int_equal(look.palette256.ground, ground);
			for (int b = ROLE_CODE; b < a; b++)
				assert_int_not_equal(look.palette256.text,
						     look_of(options,
							     (enum role)b, 0)
							     .palette256.text);
		}
	}
}

/* Without the panel the colours stay, as far as there are many. */
static void highlighted_code_needs_no_panel(void **state)
{
	struct theme_options options = { .mono = false };
	struct theme_options bare = { .no_code = true };
	struct look with = look_of(options, ROLE_CODE_STRING, 0);
	struct look without = look_of(bare, ROLE_CODE_STRING, 0);
	struct look text = look_of(bare, ROLE_TEXT, 0);

	(void)state;
	assert_int_equal(without.palette256.text, with.palette256.text);
	assert_int_equal(without.palette256.ground, text.palette256.ground);
	assert_true(same_colours(without.palette8, text.palette8));
	assert_int_equal(without.mono, text.mono);
}

static void tells_alerts_apart(void **state)
{
	(void)state;
	for (int invert = 0; invert < 2; invert++) {
		struct theme_options options = { .invert = invert };
		for (int a = ROLE_NOTE; a <= ROLE_CAUTION; a++) {
			for (int b = ROLE_NOTE; b < a; b++)
				assert_false(same_colours(
					look_of(options, (enum role)a, 0)
						.palette256,
					look_of(options, (enum role)b, 0)
						.palette256));
		}
	}
}

/* What is dim looks different on any terminal, whatever it was before. */
static void dim_gives_way(void **state)
{
	static const unsigned dims[] = { EMPHASIS_DIM, EMPHASIS_STRIKE };
	static const enum role roles[] = { ROLE_CODE,	      ROLE_CODE_KEYWORD,
					   ROLE_CODE_COMMENT, ROLE_CODE_DELETED,
					   ROLE_TEXT,	      ROLE_HEADING1 };

	(void)state;
	for (int bits = 0; bits < 16; bits++) {
		struct theme_options options = { .invert = bits & 1,
						 .opaque = bits & 2,
						 .no_code = bits & 4,
						 .mono = bits & 8 };
		for (size_t i = 0; i < COUNT(roles) * COUNT(dims); i++) {
			enum role role = roles[i / COUNT(dims)];
			struct look plain = look_of(options, role, 0);
			struct look dim =
				look_of(options, role, dims[i % COUNT(dims)]);
			assert_int_not_equal(plain.palette256.text,
					     dim.palette256.text);
			assert_int_equal(plain.palette256.ground,
					 dim.palette256.ground);
			assert_true(dim.attributes8 & ATTRIBUTE_DIM);
			assert_false(dim.attributes256 & ATTRIBUTE_DIM);
			assert_true(dim.mono & ATTRIBUTE_DIM);
		}
	}
}

/* Dim text may not be to be had: code in focus still has its panel. */
static void focus_is_seen_with_few_colours(void **state)
{
	struct theme_options options = { .mono = false };
	struct look lit = look_of(options, ROLE_CODE, 0);
	struct look dim = look_of(options, ROLE_CODE, EMPHASIS_DIM);

	(void)state;
	assert_int_not_equal(lit.palette8.ground, dim.palette8.ground);
	assert_true(lit.mono & ATTRIBUTE_REVERSE);
	assert_false(dim.mono & ATTRIBUTE_REVERSE);
}

static void italics_are_an_attribute(void **state)
{
	struct theme_options options = { .mono = false };
	struct look look = look_of(options, ROLE_TEXT, EMPHASIS_ITALIC);

	(void)state;
	assert_int_equal(look.attributes256, ATTRIBUTE_ITALIC);
	assert_int_equal(look.attributes8, ATTRIBUTE_ITALIC);
	assert_int_equal(look.mono, ATTRIBUTE_ITALIC);
}

static void tints_are_shown(void **state)
{
	static const struct {
		const char *name;
		struct tint tint;
		struct colours many, few;
	} cases[] = {
		{ "none", { 0, 0 }, { -1, -1 }, { -1, -1 } },
		{ "text", { TINT_SET | 0xff8700, 0 }, { 208, -1 }, { 3, -1 } },
		{ "black", { TINT_SET, 0 }, { 16, -1 }, { 0, -1 } },
		{ "ground", { 0, TINT_SET | 0x0000ff }, { -1, 21 }, { -1, 4 } },
		{ "both",
		  { TINT_SET | 0xff0000, TINT_SET | 0xffffff },
		  { 196, 231 },
		  { 1, 7 } },
		{ "text like its ground",
		  { TINT_SET | 0xfffffe, TINT_SET | 0xffffff },
		  { 16, 231 },
		  { 0, 7 } },
		{ "alike with few colours only",
		  { TINT_SET | 0xff0000, TINT_SET | 0x8b0000 },
		  { 196, 88 },
		  { 7, 1 } },
	};
	struct theme_options options = { .mono = false };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct style style = { .role = ROLE_TEXT,
				       .tint = cases[i].tint };
		struct look look = theme_look(&options, style);
		expect_int(&expect, cases[i].name, cases[i].many.text,
			   look.palette256.text);
		expect_int(&expect, cases[i].name, cases[i].many.ground,
			   look.palette256.ground);
		expect_int(&expect, cases[i].name, cases[i].few.text,
			   look.palette8.text);
		expect_int(&expect, cases[i].name, cases[i].few.ground,
			   look.palette8.ground);
		expect_int(&expect, cases[i].name, 0, look.mono);
	}
	expect_done(&expect);
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
		cmocka_unit_test(fades),
		cmocka_unit_test(fades_by_and_by),
		cmocka_unit_test(opaque_has_a_ground),
		cmocka_unit_test(no_code_has_no_panel),
		cmocka_unit_test(highlighted_code_has_contrast),
		cmocka_unit_test(tells_code_apart),
		cmocka_unit_test(highlighted_code_needs_no_panel),
		cmocka_unit_test(tells_alerts_apart),
		cmocka_unit_test(dim_gives_way),
		cmocka_unit_test(focus_is_seen_with_few_colours),
		cmocka_unit_test(italics_are_an_attribute),
		cmocka_unit_test(tints_are_shown),
		cmocka_unit_test(letters_are_unique),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
