/* SPDX-License-Identifier: MIT */
/*
 * The look of each role, as a table. Every role is legible without colours:
 * the last column tells headings, highlights and code apart on a terminal that
 * has only bold, underline and reverse.
 */
#include "layout/theme.h"

#include "layout/colour.h"

enum { D = THEME_DEFAULT };

/* ANSI names for the 8 colours. */
enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define BOLD	  ATTRIBUTE_BOLD
#define UNDERLINE ATTRIBUTE_UNDERLINE
#define REVERSE	  ATTRIBUTE_REVERSE
#define ITALIC	  ATTRIBUTE_ITALIC
#define DIM	  ATTRIBUTE_DIM
#define STRONG	  (REVERSE | BOLD)

/* Text that gives way to other text: as grey as can still be read. */
#define GREY_ON_DARK  245
#define GREY_ON_LIGHT 244

struct role_look {
	struct colours palette256;
	struct colours palette8;
	unsigned attributes; /* with either */
	unsigned mono;
};

/* On a dark ground: the terminal's own is taken for one. */
static const struct role_look dark[ROLE_COUNT] = {
	[ROLE_BLANK] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_TEXT] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_TITLE] = { { 208, D }, { YELLOW, D }, 0, 0 },
	[ROLE_FOOTER] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_HEADING1] = { { 123, D },
			    { CYAN, D },
			    BOLD | UNDERLINE,
			    BOLD | UNDERLINE },
	[ROLE_HEADING2] = { { 123, D }, { CYAN, D }, 0, BOLD },
	[ROLE_HEADING3] = { { 116, D }, { CYAN, D }, UNDERLINE, UNDERLINE },
	[ROLE_BIG] = { { 123, D }, { CYAN, D }, 0, 0 },
	[ROLE_HIGHLIGHT] = { { 213, D }, { MAGENTA, D }, 0, BOLD },
	[ROLE_CODE] = { { 253, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_CODE_KEYWORD] = { { 177, 237 }, { BLUE, WHITE }, 0, STRONG },
	[ROLE_CODE_TYPE] = { { 80, 237 }, { BLUE, WHITE }, 0, REVERSE },
	[ROLE_CODE_NAME] = { { 117, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_CODE_STRING] = { { 150, 237 }, { RED, WHITE }, 0, REVERSE },
	[ROLE_CODE_VALUE] = { { 216, 237 }, { RED, WHITE }, 0, REVERSE },
	[ROLE_CODE_COMMENT] = { { 248, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_CODE_META] = { { 222, 237 }, { BLUE, WHITE }, 0, REVERSE },
	[ROLE_CODE_INSERTED] = { { 114, 237 }, { BLACK, GREEN }, 0, STRONG },
	[ROLE_CODE_DELETED] = { { 210, 237 }, { WHITE, RED }, 0, REVERSE },
	[ROLE_CODE_INLINE] = { { 222, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_BULLET] = { { 208, D }, { YELLOW, D }, 0, 0 },
	[ROLE_QUOTE] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_NOTE] = { { 75, D }, { CYAN, D }, 0, 0 },
	[ROLE_TIP] = { { 114, D }, { GREEN, D }, 0, 0 },
	[ROLE_IMPORTANT] = { { 141, D }, { MAGENTA, D }, 0, 0 },
	[ROLE_WARNING] = { { 179, D }, { YELLOW, D }, 0, 0 },
	[ROLE_CAUTION] = { { 203, D }, { RED, D }, 0, 0 },
	[ROLE_RULE] = { { 244, D }, { BLUE, D }, 0, 0 },
	[ROLE_LINE_NUMBER] = { { 245, 237 }, { BLUE, WHITE }, 0, REVERSE },
	[ROLE_FOOTNOTE] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_LINK] = { { 123, D }, { CYAN, D }, UNDERLINE, UNDERLINE },
	[ROLE_TARGET] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_TABLE] = { { 244, D }, { BLUE, D }, 0, 0 },
	[ROLE_MARK] = { { 208, D }, { YELLOW, D }, BOLD, BOLD },
	[ROLE_NOTICE] = { { 16, 222 }, { BLACK, YELLOW }, 0, REVERSE },
};

/* On a white ground. */
static const struct role_look light[ROLE_COUNT] = {
	[ROLE_BLANK] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_TEXT] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_TITLE] = { { 166, 231 }, { RED, WHITE }, 0, 0 },
	[ROLE_FOOTER] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_HEADING1] = { { 24, 231 },
			    { BLUE, WHITE },
			    BOLD | UNDERLINE,
			    BOLD | UNDERLINE },
	[ROLE_HEADING2] = { { 24, 231 }, { BLUE, WHITE }, 0, BOLD },
	[ROLE_HEADING3] = { { 24, 231 },
			    { BLUE, WHITE },
			    UNDERLINE,
			    UNDERLINE },
	[ROLE_BIG] = { { 24, 231 }, { BLUE, WHITE }, 0, 0 },
	[ROLE_HIGHLIGHT] = { { 162, 231 }, { MAGENTA, WHITE }, 0, BOLD },
	[ROLE_CODE] = { { 235, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_CODE_KEYWORD] = { { 91, 254 }, { YELLOW, BLACK }, 0, STRONG },
	[ROLE_CODE_TYPE] = { { 23, 254 }, { CYAN, BLACK }, 0, REVERSE },
	[ROLE_CODE_NAME] = { { 25, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_CODE_STRING] = { { 22, 254 }, { GREEN, BLACK }, 0, REVERSE },
	[ROLE_CODE_VALUE] = { { 88, 254 }, { CYAN, BLACK }, 0, REVERSE },
	[ROLE_CODE_COMMENT] = { { 241, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_CODE_META] = { { 94, 254 }, { YELLOW, BLACK }, 0, REVERSE },
	[ROLE_CODE_INSERTED] = { { 22, 254 }, { BLACK, GREEN }, 0, STRONG },
	[ROLE_CODE_DELETED] = { { 124, 254 }, { WHITE, RED }, 0, REVERSE },
	[ROLE_CODE_INLINE] = { { 94, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_BULLET] = { { 166, 231 }, { RED, WHITE }, 0, 0 },
	[ROLE_QUOTE] = { { 245, 231 }, { BLUE, WHITE }, 0, BOLD },
	[ROLE_NOTE] = { { 25, 231 }, { BLUE, WHITE }, 0, 0 },
	[ROLE_TIP] = { { 28, 231 }, { GREEN, WHITE }, 0, 0 },
	[ROLE_IMPORTANT] = { { 91, 231 }, { MAGENTA, WHITE }, 0, 0 },
	[ROLE_WARNING] = { { 130, 231 }, { RED, WHITE }, 0, 0 },
	[ROLE_CAUTION] = { { 160, 231 }, { RED, WHITE }, 0, 0 },
	[ROLE_RULE] = { { 245, 231 }, { BLUE, WHITE }, 0, 0 },
	[ROLE_LINE_NUMBER] = { { 243, 254 }, { CYAN, BLACK }, 0, REVERSE },
	[ROLE_FOOTNOTE] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_LINK] = { { 24, 231 }, { BLUE, WHITE }, UNDERLINE, UNDERLINE },
	[ROLE_TARGET] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_TABLE] = { { 245, 231 }, { BLUE, WHITE }, 0, 0 },
	[ROLE_MARK] = { { 166, 231 }, { RED, WHITE }, BOLD, BOLD },
	[ROLE_NOTICE] = { { 231, 94 }, { WHITE, RED }, 0, REVERSE },
};

static const struct role_look *look_of_role(const struct theme_options *options,
					    enum role role)
{
	return options->invert ? &light[role] : &dark[role];
}

/* A block of code or a part of it: a name, a string, a line's number. */
static bool is_of_code(enum role role)
{
	return (role >= ROLE_CODE && role <= ROLE_CODE_INLINE) ||
	       role == ROLE_LINE_NUMBER;
}

/*
 * Code without a panel looks like text, but for the colours of what it is made
 * of and of its numbers. With few colours the panel is taken from code that is
 * not in focus, too: there may be no grey, nor dim text.
 */
static void take_panel(const struct theme_options *options, struct style style,
		       struct look *look)
{
	const struct role_look *text = look_of_role(options, ROLE_TEXT);
	bool plain = style.role == ROLE_CODE || style.role == ROLE_CODE_INLINE;

	if (!is_of_code(style.role))
		return;
	if (options->no_code) {
		look->palette256.ground = text->palette256.ground;
		if (plain)
			look->palette256.text = text->palette256.text;
	}
	if (options->no_code || style.emphasis & EMPHASIS_DIM) {
		look->palette8 = text->palette8;
		look->mono = text->mono;
	}
}

static void make_opaque(struct look *look)
{
	if (look->palette256.ground == D)
		look->palette256.ground = 16;
	if (look->palette256.text == D)
		look->palette256.text = 252;
	if (look->palette8.ground == D)
		look->palette8.ground = BLACK;
	if (look->palette8.text == D)
		look->palette8.text = WHITE;
}

static void tint(struct look *look, struct tint tint)
{
	if (tint.text) {
		look->palette256.text =
			(short)colour_nearest(PALETTE_256, tint.text);
		look->palette8.text =
			(short)colour_nearest(PALETTE_8, tint.text);
	}
	if (tint.ground) {
		look->palette256.ground =
			(short)colour_nearest(PALETTE_256, tint.ground);
		look->palette8.ground =
			(short)colour_nearest(PALETTE_8, tint.ground);
	}
}

/* What is struck or not in focus: grey, or as dim as the terminal can. */
static void make_dim(const struct theme_options *options, struct look *look)
{
	look->palette256.text = options->invert ? GREY_ON_LIGHT : GREY_ON_DARK;
	look->attributes8 |= DIM;
	look->mono |= DIM;
}

static void emphasize(struct look *look, unsigned emphasis)
{
	static const struct {
		enum emphasis emphasis;
		unsigned attribute;
	} table[] = {
		{ EMPHASIS_UNDERLINE, UNDERLINE },
		{ EMPHASIS_STRONG, BOLD },
		{ EMPHASIS_ITALIC, ITALIC },
	};

	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (!(emphasis & table[i].emphasis))
			continue;
		look->attributes256 |= table[i].attribute;
		look->attributes8 |= table[i].attribute;
		look->mono |= table[i].attribute;
	}
}

static void make_legible(enum palette palette, struct colours *colours)
{
	if (colours->text == colours->ground && colours->text != D)
		colours->text =
			(short)colour_readable_on(palette, colours->ground);
}

/* What a colour is taken for when it is the terminal's own. */
static int rgb_of(short colour, short own)
{
	return colour_rgb(colour == D ? own : colour);
}

static short mix(int from, int to, int part)
{
	int rgb = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int begin = from >> shift & 0xff, end = to >> shift & 0xff;
		rgb |= (begin + (end - begin) * part / STYLE_FADED) << shift;
	}
	return (short)colour_near(rgb);
}

/*
 * Text and ground on their way to the ground of the slide. With few colours
 * there is no way, only dim text halfway.
 */
static void fade(const struct theme_options *options, struct look *look,
		 int part)
{
	short black_or_white = options->invert ? 231 : 16;
	short own_text = options->invert ? 16 : 252;
	short blank = look_of_role(options, ROLE_BLANK)->palette256.ground;
	struct colours *colours = &look->palette256;
	int end = rgb_of(blank, black_or_white);

	colours->text = mix(rgb_of(colours->text, own_text), end, part);
	if (colours->ground != D)
		colours->ground =
			mix(rgb_of(colours->ground, black_or_white), end, part);
	if (2 * part < STYLE_FADED)
		return;
	look->attributes8 |= DIM;
	look->mono |= DIM;
}

struct look theme_look(const struct theme_options *options, struct style style)
{
	const struct role_look *role = look_of_role(options, style.role);
	struct look look = { .palette256 = role->palette256,
			     .palette8 = role->palette8,
			     .attributes256 = role->attributes,
			     .attributes8 = role->attributes,
			     .mono = role->mono };

	take_panel(options, style, &look);
	if (options->opaque)
		make_opaque(&look);
	tint(&look, style.tint);
	if (options->mono && options->invert)
		look.mono ^= REVERSE;
	if (style.emphasis & (EMPHASIS_DIM | EMPHASIS_STRIKE))
		make_dim(options, &look);
	emphasize(&look, style.emphasis);
	make_legible(PALETTE_256, &look.palette256);
	make_legible(PALETTE_8, &look.palette8);
	if (style.fade)
		fade(options, &look, style.fade);
	return look;
}
