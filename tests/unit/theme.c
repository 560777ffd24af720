/* SPDX-License-Identifier: MIT */
/*
 * Looks: what means something different looks different, on any terminal.
 */
#include "layout/theme.h"

#include "layout/colour.h"
#include "present/themes.h"
#include "support/unit.h"

/* Roles that stand beside each other in running text. */
static const enum role telling[] = {
	ROLE_TEXT,     ROLE_HEADING1,  ROLE_HEADING2,
	ROLE_HEADING3, ROLE_HIGHLIGHT, ROLE_CODE_INLINE,
};

/* The themes that are drawn with, loaded once. */
static struct theme dark, paper;
static struct colour_table table;

static struct look look_at(const struct look_options *options, enum role role,
			   unsigned emphasis)
{
	struct style style = { .role = (unsigned char)role,
			       .emphasis = (unsigned char)emphasis };

	return theme_look(options, style);
}

static struct look_options options_of(int bits, enum depth depth)
{
	return (struct look_options){ .theme = bits & 1 ? &paper : &dark,
				      .colours = &table,
				      .depth = depth,
				      .options = { .reverse = bits & 1,
						   .opaque = bits & 2,
						   .no_code = bits & 4 } };
}

static bool same_colours(struct look a, struct look b)
{
	return a.text == b.text && a.ground == b.ground;
}

static void tells_roles_apart_without_colours(void **state)
{
	static const enum role roles[] = {
		ROLE_HEADING1,	  ROLE_HEADING2, ROLE_HEADING3, ROLE_HIGHLIGHT,
		ROLE_CODE_INLINE, ROLE_LINK,	 ROLE_NOTICE,	ROLE_MARK,
	};

	(void)state;
	for (int bits = 0; bits < 2; bits++) {
		struct look_options options = options_of(bits, DEPTH_MONO);
		unsigned text = look_at(&options, ROLE_TEXT, 0).attributes;
		for (size_t i = 0; i < COUNT(roles); i++) {
			unsigned one =
				look_at(&options, roles[i], 0).attributes;
			assert_int_not_equal(one, text);
			for (size_t k = 0; i < 3 && k < i; k++)
				assert_int_not_equal(one, look_at(&options,
								  roles[k], 0)
								  .attributes);
		}
	}
}

static void tells_roles_apart_with_colours(void **state)
{
	(void)state;
	for (int bits = 0; bits < 4; bits++) {
		for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
			struct look_options options =
				options_of(bits, (enum depth)depth);
			for (size_t i = 0; i < COUNT(telling) * COUNT(telling);
			     i++) {
				size_t k = i / COUNT(telling);
				size_t n = i % COUNT(telling);
				struct look a =
					look_at(&options, telling[k], 0);
				struct look b =
					look_at(&options, telling[n], 0);
				assert_false(k != n && same_colours(a, b) &&
					     a.attributes == b.attributes);
			}
		}
	}
}

static void check_range(int colour, enum depth depth)
{
	static const int most[] = { 7, 7, 15, 255 };

	if (depth < DEPTH_DIRECT)
		assert_in_range(colour + 1, 0, most[depth] + 1);
	else
		assert_true(colour < 16 || colour >= TINT_SET);
}

/* Nothing is written in the colour of its ground. */
static void is_legible(void **state)
{
	(void)state;
	for (int bits = 0; bits < 8 * (DEPTH_DIRECT + 1); bits++) {
		struct look_options options =
			options_of(bits, (enum depth)(bits / 8));
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct look look =
				look_at(&options, (enum role)role, 0);
			assert_true(look.text != look.ground ||
				    look.text == THEME_DEFAULT);
			check_range(look.text, options.depth);
			check_range(look.ground, options.depth);
		}
	}
}

static void emphasis_adds(void **state)
{
	(void)state;
	for (int depth = DEPTH_MONO; depth <= DEPTH_DIRECT; depth++) {
		struct look_options options = options_of(0, (enum depth)depth);
		for (int i = 0; i < ROLE_COUNT; i++) {
			enum role role = (enum role)i;
			struct look strong =
				look_at(&options, role, EMPHASIS_STRONG);
			struct look underline =
				look_at(&options, role, EMPHASIS_UNDERLINE);
			struct look italic =
				look_at(&options, role, EMPHASIS_ITALIC);
			assert_true(strong.attributes & ATTRIBUTE_BOLD);
			assert_true(underline.attributes & ATTRIBUTE_UNDERLINE);
			assert_true(italic.attributes & ATTRIBUTE_ITALIC);
		}
	}
}

/* All the way to the ground of the slide, and dim where there is no way. */
static void fades(void **state)
{
	(void)state;
	for (int bits = 0; bits < 2 * (DEPTH_DIRECT + 1); bits++) {
		enum depth depth = (enum depth)(bits / 2);
		struct look_options options = options_of(bits % 2, depth);
		struct style style = { .role = ROLE_HEADING2,
				       .fade = STYLE_FADED };
		struct look gone = theme_look(&options, style);
		style.fade = 1;
		struct look begun = theme_look(&options, style);
		int blank = theme_look(&options, (struct style){ 0 }).ground;
		if (depth < DEPTH_256) {
			assert_true(gone.attributes & ATTRIBUTE_DIM);
			assert_false(begun.attributes & ATTRIBUTE_DIM);
			continue;
		}
		if (blank == THEME_DEFAULT)
			blank = 16;
		if (depth == DEPTH_DIRECT && !(blank & TINT_SET))
			blank = TINT_SET | colour_rgb(blank);
		assert_int_equal(gone.text, blank);
		assert_int_not_equal(begun.text, gone.text);
	}
}

/* Images fade to the ground of the slide, transparent pixels stay that. */
static void fades_pixels(void **state)
{
	enum { WHITE = TINT_SET | 0xffffff, BLACK = TINT_SET };
	static const struct {
		int bits, part;
		struct tint tint, want;
	} cases[] = {
		{ 0,
		  0,
		  { BLACK | 0x336699, WHITE },
		  { BLACK | 0x336699, WHITE } },
		{ 0,
		  STYLE_FADED / 2,
		  { BLACK | 0x806040, 0 },
		  { BLACK | 0x403020, 0 } },
		{ 0, STYLE_FADED, { 0, BLACK | 0x123456 }, { 0, BLACK } },
		{ 1,
		  STYLE_FADED,
		  { BLACK | 0x123456, BLACK },
		  { WHITE, WHITE } },
		{ 2, STYLE_FADED, { WHITE, 0 }, { BLACK, 0 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct look_options options =
			options_of(cases[i].bits, DEPTH_DIRECT);
		struct tint got =
			theme_fade(&options, cases[i].tint, cases[i].part);
		assert_int_equal(got.text, cases[i].want.text);
		assert_int_equal(got.ground, cases[i].want.ground);
	}
}

static void fades_by_and_by(void **state)
{
	struct look_options options = options_of(0, DEPTH_DIRECT);
	int before = TINT_SET | 0xffffff;

	(void)state;
	for (int fade = 1; fade <= STYLE_FADED; fade++) {
		struct style style = { .role = ROLE_TEXT,
				       .fade = (unsigned char)fade };
		struct look look = theme_look(&options, style);
		assert_true(look.text < before);
		assert_int_equal(look.ground, THEME_DEFAULT);
		before = look.text;
	}
	assert_int_equal(before, TINT_SET);
}

/* A theme that says nothing of big titles draws them as its headings. */
static void big_titles_are_like_headings(void **state)
{
	(void)state;
	for (int bits = 0; bits < 2; bits++) {
		struct look_options options = options_of(bits, DEPTH_256);
		struct look big = look_at(&options, ROLE_BIG, 0);
		struct look heading = look_at(&options, ROLE_HEADING1, 0);
		assert_int_equal(big.text, heading.text);
		assert_int_equal(big.attributes, 0);
	}
}

static void opaque_has_a_ground(void **state)
{
	(void)state;
	for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
		struct look_options options = options_of(2, (enum depth)depth);
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct look look =
				look_at(&options, (enum role)role, 0);
			assert_int_not_equal(look.ground, THEME_DEFAULT);
			assert_int_not_equal(look.text, THEME_DEFAULT);
		}
	}
}

static void no_code_has_no_panel(void **state)
{
	(void)state;
	for (int depth = DEPTH_8; depth <= DEPTH_DIRECT; depth++) {
		struct look_options options = options_of(4, (enum depth)depth);
		assert_int_equal(look_at(&options, ROLE_CODE, 0).ground,
				 look_at(&options, ROLE_TEXT, 0).ground);
	}
}

/* On the same panel, and each in a colour of its own. */
static void tells_code_apart(void **state)
{
	(void)state;
	for (int bits = 0; bits < 2; bits++) {
		struct look_options options = options_of(bits, DEPTH_256);
		int ground = look_at(&options, ROLE_CODE, 0).ground;
		for (int a = ROLE_CODE; a < ROLE_CODE_INSERTED; a++) {
			struct look look = look_at(&options, (enum role)a, 0);
			assert_int_equal(look.ground, ground);
			for (int b = ROLE_CODE; b < a; b++)
				assert_false(
					same_colours(look,
						     look_at(&options,
							     (enum role)b, 0)));
		}
	}
}

/* Without the panel the colours stay, as far as there are many. */
static void highlighted_code_needs_no_panel(void **state)
{
	struct look_options with = options_of(0, DEPTH_256);
	struct look_options bare = options_of(4, DEPTH_256);
	struct look_options few = options_of(4, DEPTH_8);
	struct look_options mono = options_of(4, DEPTH_MONO);

	(void)state;
	assert_int_equal(look_at(&bare, ROLE_CODE_STRING, 0).text,
			 look_at(&with, ROLE_CODE_STRING, 0).text);
	assert_int_equal(look_at(&bare, ROLE_CODE_STRING, 0).ground,
			 look_at(&bare, ROLE_TEXT, 0).ground);
	assert_true(same_colours(look_at(&few, ROLE_CODE_STRING, 0),
				 look_at(&few, ROLE_TEXT, 0)));
	assert_int_equal(look_at(&mono, ROLE_CODE_STRING, 0).attributes,
			 look_at(&mono, ROLE_TEXT, 0).attributes);
}

static void tells_alerts_apart(void **state)
{
	(void)state;
	for (int bits = 0; bits < 2; bits++) {
		struct look_options options = options_of(bits, DEPTH_256);
		for (int a = ROLE_NOTE; a <= ROLE_CAUTION; a++) {
			for (int b = ROLE_NOTE; b < a; b++)
				assert_false(same_colours(
					look_at(&options, (enum role)a, 0),
					look_at(&options, (enum role)b, 0)));
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
	for (int bits = 0; bits < 8 * (DEPTH_DIRECT + 1); bits++) {
		struct look_options options =
			options_of(bits, (enum depth)(bits / 8));
		bool few = options.depth < DEPTH_256;
		for (size_t i = 0; i < COUNT(roles) * COUNT(dims); i++) {
			enum role role = roles[i / COUNT(dims)];
			struct look plain = look_at(&options, role, 0);
			struct look dim =
				look_at(&options, role, dims[i % COUNT(dims)]);
			assert_int_equal(few,
					 !!(dim.attributes & ATTRIBUTE_DIM));
			assert_true(few || plain.text != dim.text);
			assert_true(few || plain.ground == dim.ground);
		}
	}
}

/* Dim text may not be to be had: code in focus still has its panel. */
static void focus_is_seen_with_few_colours(void **state)
{
	struct look_options few = options_of(0, DEPTH_8);
	struct look_options mono = options_of(0, DEPTH_MONO);

	(void)state;
	assert_int_not_equal(look_at(&few, ROLE_CODE, 0).ground,
			     look_at(&few, ROLE_CODE, EMPHASIS_DIM).ground);
	assert_true(look_at(&mono, ROLE_CODE, 0).attributes &
		    ATTRIBUTE_REVERSE);
	assert_false(look_at(&mono, ROLE_CODE, EMPHASIS_DIM).attributes &
		     ATTRIBUTE_REVERSE);
}

static void tints_are_shown(void **state)
{
	static const struct {
		const char *name;
		struct tint tint;
		int want[2 * DEPTH_DIRECT]; /* with 8, 16, 256 and all */
	} cases[] = {
		{ "none", { 0, 0 }, { -1, -1, -1, -1, -1, -1, -1, -1 } },
		{ "text",
		  { TINT_SET | 0xff8700, 0 },
		  { 3, -1, 9, -1, 208, -1, TINT_SET | 0xff8700, -1 } },
		{ "black",
		  { TINT_SET, 0 },
		  { 0, -1, 0, -1, 16, -1, TINT_SET, -1 } },
		{ "ground",
		  { 0, TINT_SET | 0x0000ff },
		  { -1, 4, -1, 4, -1, 21, -1, TINT_SET | 0xff } },
		{ "both",
		  { TINT_SET | 0xff0000, TINT_SET | 0xffffff },
		  { 1, 7, 9, 15, 196, 231, TINT_SET | 0xff0000,
		    TINT_SET | 0xffffff } },
		{ "text like its ground",
		  { TINT_SET | 0xfffffe, TINT_SET | 0xffffff },
		  { 0, 7, 0, 15, 16, 231, TINT_SET | 0xfffffe,
		    TINT_SET | 0xffffff } },
		{ "exactly like its ground",
		  { TINT_SET | 0xffffff, TINT_SET | 0xffffff },
		  { 0, 7, 0, 15, 16, 231, TINT_SET, TINT_SET | 0xffffff } },
		{ "alike with few colours only",
		  { TINT_SET | 0xff0000, TINT_SET | 0x8b0000 },
		  { 7, 1, 9, 1, 196, 88, TINT_SET | 0xff0000,
		    TINT_SET | 0x8b0000 } },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases) * DEPTH_DIRECT; i++) {
		size_t at = i / DEPTH_DIRECT, depth = i % DEPTH_DIRECT;
		struct style style = { .role = ROLE_TEXT,
				       .tint = cases[at].tint };
		struct look_options options =
			options_of(0, (enum depth)(depth + DEPTH_8));
		struct look look = theme_look(&options, style);
		expect_int(&expect, cases[at].name, cases[at].want[2 * depth],
			   look.text);
		expect_int(&expect, cases[at].name,
			   cases[at].want[2 * depth + 1], look.ground);
		expect_int(&expect, cases[at].name, 0, look.attributes);
	}
	expect_done(&expect);
}

/* Colours of the user's highlighter, on a panel that it has not seen. */
static void tints_of_code_can_be_read(void **state)
{
	static const struct {
		const char *name, *theme;
		enum depth depth;
		struct tint tint;
		enum role role;
		int text, ground;
	} cases[] = {
		{ "enough",
		  "dark",
		  DEPTH_256,
		  { TINT_SET | 0xff8700, 0 },
		  ROLE_CODE,
		  208,
		  237 },
		{ "too dark",
		  "dark",
		  DEPTH_256,
		  { TINT_SET | 0x0000af, 0 },
		  ROLE_CODE,
		  75,
		  237 },
		{ "too dark, but the deck's",
		  "dark",
		  DEPTH_256,
		  { TINT_SET | 0x0000af, 0 },
		  ROLE_CODE_INLINE,
		  19,
		  237 },
		{ "too light",
		  "light",
		  DEPTH_DIRECT,
		  { TINT_SET | 0xffff00, 0 },
		  ROLE_CODE,
		  TINT_SET | 0x696900,
		  TINT_SET | 0xe4e4e4 },
		{ "on a ground of its own",
		  "dark",
		  DEPTH_256,
		  { TINT_SET | 0x0000af, TINT_SET | 0xffffff },
		  ROLE_CODE,
		  19,
		  231 },
		{ "only a ground",
		  "dark",
		  DEPTH_256,
		  { 0, TINT_SET | 0xffffff },
		  ROLE_CODE,
		  243,
		  231 },
		{ "an index",
		  "dark",
		  DEPTH_256,
		  { TINT_INDEX | 1, 0 },
		  ROLE_CODE,
		  209,
		  237 },
		{ "an index of the terminal's",
		  "terminal",
		  DEPTH_256,
		  { TINT_INDEX | 11, 0 },
		  ROLE_CODE,
		  11,
		  7 },
		{ "two of them",
		  "terminal",
		  DEPTH_DIRECT,
		  { TINT_INDEX | 3, TINT_INDEX | 11 },
		  ROLE_CODE,
		  3,
		  11 },
		{ "on one of the terminal's",
		  "terminal",
		  DEPTH_256,
		  { TINT_SET | 0xffff00, 0 },
		  ROLE_CODE,
		  58,
		  7 },
		{ "on the terminal's own",
		  "mono",
		  DEPTH_256,
		  { TINT_SET | 0x00005f, 0 },
		  ROLE_CODE,
		  62,
		  -1 },
		{ "with few colours",
		  "dark",
		  DEPTH_16,
		  { TINT_SET | 0xffff00, 0 },
		  ROLE_CODE,
		  1,
		  7 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct error error;
		struct theme theme;
		struct style style = { .role = (unsigned char)cases[i].role,
				       .tint = cases[i].tint };
		assert_true(theme_load(&theme, cases[i].theme, &error));
		struct look_options options = { .theme = &theme,
						.colours = &table,
						.depth = cases[i].depth };
		struct look look = theme_look(&options, style);
		expect_int(&expect, cases[i].name, cases[i].text, look.text);
		expect_int(&expect, cases[i].name, cases[i].ground,
			   look.ground);
		theme_release(&theme);
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

static int load(void **state)
{
	struct error error;

	(void)state;
	return theme_load(&dark, THEME_DARK, &error) &&
			       theme_load(&paper, THEME_PAPER, &error)
		       ? 0
		       : -1;
}

static int release(void **state)
{
	(void)state;
	theme_release(&dark);
	theme_release(&paper);
	return 0;
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
		cmocka_unit_test(fades_pixels),
		cmocka_unit_test(big_titles_are_like_headings),
		cmocka_unit_test(opaque_has_a_ground),
		cmocka_unit_test(no_code_has_no_panel),
		cmocka_unit_test(tells_code_apart),
		cmocka_unit_test(highlighted_code_needs_no_panel),
		cmocka_unit_test(tells_alerts_apart),
		cmocka_unit_test(dim_gives_way),
		cmocka_unit_test(focus_is_seen_with_few_colours),
		cmocka_unit_test(tints_are_shown),
		cmocka_unit_test(tints_of_code_can_be_read),
		cmocka_unit_test(letters_are_unique),
	};

	return cmocka_run_group_tests(tests, load, release);
}
