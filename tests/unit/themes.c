/* SPDX-License-Identifier: MIT */
/*
 * The themes that are built in: each is read without an error, and all of it
 * can be read by those who look at it. And themes in files.
 */
#include "present/themes.h"

#include <stdio.h>
#include <string.h>

#include "base/contrast.h"
#include "layout/colour.h"
#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

#define CONTRAST_HIGH 7.0

static struct colour_table table;

static int rgb_of(int colour, int own)
{
	if (colour == THEME_DEFAULT)
		return own;
	return colour & TINT_SET ? colour & ~TINT_SET : colour_rgb(colour);
}

/* The terminal's own colours are black and white, the way the theme says. */
static double contrast_in(const struct look_options *options,
			  struct style style)
{
	struct look look = theme_look(options, style);
	bool light = options->theme->light;
	int text = rgb_of(look.text, light ? 0x000000 : 0xffffff);
	int ground = rgb_of(look.ground, light ? 0xffffff : 0x000000);

	if (look.attributes & ATTRIBUTE_REVERSE)
		return contrast_of(ground, text);
	return contrast_of(text, ground);
}

static void check_contrast(struct expect *expect, const char *name,
			   const struct look_options *options)
{
	bool high = !strcmp(name, "contrast");
	double least = high ? CONTRAST_HIGH : CONTRAST_GOOD;
	char what[96];

	for (int role = 0; role < ROLE_COUNT; role++) {
		struct style style = { .role = (unsigned char)role };
		double is = contrast_in(options, style);
		snprintf(what, sizeof(what), "%s: role %c at depth %d: %.2f",
			 name, style_letter(style), (int)options->depth, is);
		expect_true(expect, what, is >= least);
	}
	struct style dim = { .role = ROLE_TEXT, .emphasis = EMPHASIS_DIM };
	snprintf(what, sizeof(what), "%s: dim text", name);
	expect_true(expect, what, contrast_in(options, dim) >= CONTRAST_GOOD);
}

static void put(const char *name, const char *text)
{
	folder_put(name, str_of(text));
}

static void load(struct theme *theme, const char *name)
{
	struct error error = { "" };

	if (!theme_load(theme, name, &error))
		fail_msg("%s", error.text);
	assert_true(theme_check(theme));
}

static void all_can_be_read(void **state)
{
	struct expect expect = { 0 };
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		load(&theme, name);
		struct look_options options = { .theme = &theme,
						.colours = &table };
		for (int depth = DEPTH_256; depth <= DEPTH_DIRECT; depth++) {
			options.depth = (enum depth)depth;
			options.options.opaque = false;
			check_contrast(&expect, name, &options);
			options.options.opaque = true;
			check_contrast(&expect, name, &options);
		}
		theme_release(&theme);
	}
	expect_done(&expect);
}

/* These two know no other colours. */
static void ansi_can_be_read(void **state)
{
	static const char *const names[] = { "terminal", "contrast" };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct theme theme;
		load(&theme, names[i]);
		struct look_options options = { .theme = &theme,
						.colours = &table,
						.depth = DEPTH_16 };
		check_contrast(&expect, names[i], &options);
		theme_release(&theme);
	}
	expect_done(&expect);
}

/* The parts of code on its panel, with the 8 colours of any terminal. */
static void code_can_be_read_with_8(void **state)
{
	struct expect expect = { 0 };
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		load(&theme, name);
		struct look_options options = { .theme = &theme,
						.colours = &table,
						.depth = DEPTH_8 };
		for (int role = ROLE_CODE; role <= ROLE_CODE_DELETED; role++) {
			struct style style = { .role = (unsigned char)role };
			expect_true(&expect, name,
				    contrast_in(&options, style) >=
					    CONTRAST_GOOD);
		}
		theme_release(&theme);
	}
	expect_done(&expect);
}

/* As a highlighter names its colours. */
static int tint_of(int index)
{
	return index < TERMINAL_COLOURS ? TINT_INDEX | index
					: TINT_SET | colour_rgb(index);
}

static void check_tints(struct expect *expect, const char *name,
			const struct look_options *options, int ground)
{
	struct style style = { .role = ROLE_CODE };
	char what[96];

	style.tint.ground = ground < 0 ? 0 : tint_of(ground);
	for (int text = 0; text < 256; text++) {
		style.tint.text = tint_of(text);
		double is = contrast_in(options, style);
		snprintf(what, sizeof(what), "%s: %d on %d at depth %d: %.2f",
			 name, text, ground, (int)options->depth, is);
		expect_true(expect, what, is >= CONTRAST_MIN);
	}
}

/* Whatever colours there are in the user's highlighter, and on which ground. */
static void tinted_code_can_be_read(void **state)
{
	static const int grounds[] = { -1, 0, 4, 7, 16, 94, 244, 231 };
	struct expect expect = { 0 };
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		load(&theme, name);
		const struct shades *code = &theme.roles[ROLE_CODE].shades;
		bool own = code->text.colour < TERMINAL_COLOURS &&
			   code->ground.colour < TERMINAL_COLOURS;
		for (size_t k = 0; k < COUNT(grounds) * DEPTH_DIRECT && !own;
		     k++) {
			struct look_options options = {
				.theme = &theme,
				.colours = &table,
				.depth = (enum depth)(DEPTH_8 +
						      k % DEPTH_DIRECT),
			};
			check_tints(&expect, name, &options,
				    grounds[k / DEPTH_DIRECT]);
		}
		theme_release(&theme);
	}
	expect_done(&expect);
}

static void check_panel(struct expect *expect, const char *name,
			const struct look_options *options)
{
	struct style code = { .role = ROLE_CODE };
	unsigned want =
		theme_look(options, code).attributes & ATTRIBUTE_REVERSE;

	for (int role = ROLE_CODE; role <= ROLE_CODE_DELETED; role++) {
		struct style style = { .role = (unsigned char)role };
		struct look look = theme_look(options, style);
		expect_int(expect, name, want,
			   look.attributes & ATTRIBUTE_REVERSE);
	}
}

/* A panel that is reversed is so all over: there are no holes in it. */
static void panels_have_no_holes(void **state)
{
	struct expect expect = { 0 };
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		load(&theme, name);
		for (int depth = DEPTH_MONO; depth <= DEPTH_DIRECT; depth++) {
			struct look_options options = {
				.theme = &theme,
				.colours = &table,
				.depth = (enum depth)depth
			};
			check_panel(&expect, name, &options);
		}
		theme_release(&theme);
	}
	expect_done(&expect);
}

static void terminal_uses_the_first_16(void **state)
{
	struct theme theme;

	(void)state;
	load(&theme, "terminal");
	struct look_options options = { .theme = &theme,
					.colours = &table,
					.depth = DEPTH_DIRECT };
	for (int role = 0; role < ROLE_COUNT; role++) {
		struct style style = { .role = (unsigned char)role };
		struct look look = theme_look(&options, style);
		assert_in_range(look.text + 1, 0, 16);
		assert_in_range(look.ground + 1, 0, 16);
	}
	theme_release(&theme);
}

/* Any of them is a beginning for a theme of one's own. */
static void can_be_inherited(void **state)
{
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		char text[64];
		struct theme theme;
		snprintf(text, sizeof(text), "[theme]\ninherit = %s\n", name);
		put("own.theme", text);
		load(&theme, "own.theme");
		theme_release(&theme);
	}
}

/* No pastel becomes white because nobody has thought of 8 colours. */
static void name_their_few_colours(void **state)
{
	const char *name;

	(void)state;
	for (int i = 0; (name = themes_name(i)); i++) {
		struct theme theme;
		load(&theme, name);
		for (int role = 0; role < ROLE_COUNT; role++) {
			const struct shades *is = &theme.roles[role].shades;
			assert_int_not_equal(is->text.of8, THEME_NEAREST);
			assert_int_not_equal(is->ground.of8, THEME_NEAREST);
			assert_true(is->text.of8 != is->ground.of8 ||
				    is->text.of8 == THEME_DEFAULT);
		}
		assert_true(theme.about.len > 0);
		theme_release(&theme);
	}
}

static void are_known_by_name(void **state)
{
	(void)state;
	for (int i = 0; themes_name(i); i++)
		assert_int_equal(themes_find(str_of(themes_name(i))), i);
	assert_int_equal(themes_find(BYTES("dar")), -1);
	assert_int_equal(themes_find(BYTES("")), -1);
	assert_null(themes_name(-1));
	assert_null(themes_name(10000));
}

/* ---- files ---- */

static int colour_of(const struct theme *theme, enum role role)
{
	return theme->roles[role].shades.text.colour;
}

static void files_inherit(void **state)
{
	struct theme theme;
	struct error error = { "" };

	(void)state;
	put("base.theme", "[roles]\ntitle = #111111\nbullet = #222222\n");
	put("own.theme", "[theme]\ninherit = base.theme\n"
			 "[roles]\ntitle = #333333\n");
	assert_true(theme_load(&theme, "own.theme", &error));
	assert_int_equal(colour_of(&theme, ROLE_TITLE), TINT_SET | 0x333333);
	assert_int_equal(colour_of(&theme, ROLE_BULLET), TINT_SET | 0x222222);
	assert_string_equal(theme.files[0], "own.theme");
	assert_string_equal(theme.files[1], "base.theme");
	theme_release(&theme);

	/* What nobody says is as in the dark one. */
	assert_true(theme_load(&theme, "./base.theme", &error));
	assert_int_equal(colour_of(&theme, ROLE_HEADING1), 123);
	assert_null(theme.files[1]);
	theme_release(&theme);
}

static void faults_are_told(void **state)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "nothing.theme", "nothing.theme: No such file or directory" },
		{ "two.theme",
		  "one.theme:2: an inherited theme inherits 'dark'" },
		{ "role.theme", "role.theme:3: unknown role 'headin'" },
		{ "lost.theme", "lost.theme" },
		{ "neon", "neon: not a theme (dark, light, paper, " },
		{ "", ": not a theme (dark, " },
		{ ".", ".: not a theme (dark, " },
		{ "./", "./: " },
	};
	struct expect expect = { 0 };

	(void)state;
	put("one.theme", "[theme]\ninherit = dark\n");
	put("two.theme", "[theme]\ninherit = one.theme\n");
	put("role.theme", "# mine\n[roles]\nheadin = bold\n");
	put("lost.theme", "[theme]\ninherit = nowhere.theme\n");
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct error error = { "" };
		struct theme theme;
		bool ok = theme_load(&theme, cases[i].name, &error);
		struct str got = str_of(error.text);
		if (i != 3 && got.len > strlen(cases[i].want))
			got.len = strlen(cases[i].want);
		expect_true(&expect, cases[i].name, !ok);
		if (i == 3)
			expect_true(&expect, cases[i].name,
				    strstr(error.text, "nowhere.theme") !=
					    NULL);
		else
			expect_text(&expect, cases[i].name, cases[i].want, got);
	}
	expect_done(&expect);
}

/* A deck from a stranger shows no file of another folder, not in an error. */
static void decks_name_files_of_theirs(void **state)
{
	struct deck_options options = { .path = "deck.md" };
	struct buf source = { 0 };
	struct theme theme;
	struct error error = { "" };
	struct deck deck;

	(void)state;
	buf_put_text(&source, "%theme: x\n\ntext\n");
	read_deck(&deck, &source, &options);
	put("near.theme", "[roles]\ntitle = #010203\n");
	assert_true(str_eq(deck.theme, BYTES("x")));
	assert_true(theme_load_for_deck(&theme, &deck, BYTES("near.theme"),
					&error));
	assert_int_equal(colour_of(&theme, ROLE_TITLE), TINT_SET | 0x010203);
	theme_release(&theme);
	assert_true(theme_load_for_deck(&theme, &deck, BYTES("mono"), &error));
	theme_release(&theme);
	assert_false(theme_load_for_deck(&theme, &deck, BYTES("/etc/passwd"),
					 &error));
	assert_null(strstr(error.text, "root"));
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_can_be_read),
		cmocka_unit_test(ansi_can_be_read),
		cmocka_unit_test(code_can_be_read_with_8),
		cmocka_unit_test(tinted_code_can_be_read),
		cmocka_unit_test(panels_have_no_holes),
		cmocka_unit_test(terminal_uses_the_first_16),
		cmocka_unit_test_setup_teardown(can_be_inherited, folder_enter,
						folder_leave),
		cmocka_unit_test(name_their_few_colours),
		cmocka_unit_test(are_known_by_name),
		cmocka_unit_test_setup_teardown(files_inherit, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(faults_are_told, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(decks_name_files_of_theirs,
						folder_enter, folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
