/* SPDX-License-Identifier: MIT */
/*
 * The look of each role, as a table. Every role is legible without colours:
 * the last column tells headings, highlights and code apart on a terminal that
 * has only bold, underline and reverse.
 */
#include "layout/theme.h"

enum { D = THEME_DEFAULT };

/* ANSI names for the 8 colours. */
enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

#define BOLD	  ATTRIBUTE_BOLD
#define UNDERLINE ATTRIBUTE_UNDERLINE
#define REVERSE	  ATTRIBUTE_REVERSE

/* On a dark ground: the terminal's own is taken for one. */
static const struct look dark[ROLE_COUNT] = {
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
	[ROLE_HIGHLIGHT] = { { 213, D }, { MAGENTA, D }, 0, BOLD },
	[ROLE_CODE] = { { 253, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_CODE_INLINE] = { { 222, 237 }, { BLACK, WHITE }, 0, REVERSE },
	[ROLE_BULLET] = { { 208, D }, { YELLOW, D }, 0, 0 },
	[ROLE_QUOTE] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_LINK] = { { 123, D }, { CYAN, D }, UNDERLINE, UNDERLINE },
	[ROLE_TARGET] = { { D, D }, { D, D }, 0, 0 },
	[ROLE_TABLE] = { { 244, D }, { BLUE, D }, 0, 0 },
	[ROLE_MARK] = { { 208, D }, { YELLOW, D }, BOLD, BOLD },
	[ROLE_NOTICE] = { { 16, 222 }, { BLACK, YELLOW }, 0, REVERSE },
};

/* On a white ground. */
static const struct look light[ROLE_COUNT] = {
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
	[ROLE_HIGHLIGHT] = { { 162, 231 }, { MAGENTA, WHITE }, 0, BOLD },
	[ROLE_CODE] = { { 235, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_CODE_INLINE] = { { 94, 254 }, { WHITE, BLACK }, 0, REVERSE },
	[ROLE_BULLET] = { { 166, 231 }, { RED, WHITE }, 0, 0 },
	[ROLE_QUOTE] = { { 245, 231 }, { BLUE, WHITE }, 0, BOLD },
	[ROLE_LINK] = { { 24, 231 }, { BLUE, WHITE }, UNDERLINE, UNDERLINE },
	[ROLE_TARGET] = { { 16, 231 }, { BLACK, WHITE }, 0, 0 },
	[ROLE_TABLE] = { { 245, 231 }, { BLUE, WHITE }, 0, 0 },
	[ROLE_MARK] = { { 166, 231 }, { RED, WHITE }, BOLD, BOLD },
	[ROLE_NOTICE] = { { 231, 94 }, { WHITE, RED }, 0, REVERSE },
};

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

struct look theme_look(const struct theme_options *options, struct style style)
{
	const struct look *looks = options->invert ? light : dark;
	struct look look = looks[style.role];
	bool code = style.role == ROLE_CODE || style.role == ROLE_CODE_INLINE;

	if (code && options->no_code) {
		look.palette256 = looks[ROLE_TEXT].palette256;
		look.palette8 = looks[ROLE_TEXT].palette8;
		look.attributes = 0;
		look.mono = 0;
	}
	if (options->opaque)
		make_opaque(&look);
	if (options->mono && options->invert)
		look.mono ^= REVERSE;
	if (style.emphasis & EMPHASIS_UNDERLINE) {
		look.attributes |= UNDERLINE;
		look.mono |= UNDERLINE;
	}
	if (style.emphasis & EMPHASIS_STRONG) {
		look.attributes |= BOLD;
		look.mono |= BOLD;
	}
	return look;
}
