/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include <stdbool.h>

#include "layout/style.h"

/*
 * How a style looks, in the terms of any terminal. Colours are indexes into
 * the palette of 256 that xterm defined, or into the 8 of ANSI; a backend
 * takes the first column that its terminal can do.
 */
#define THEME_DEFAULT (-1) /* the terminal's own colour */

enum attribute {
	ATTRIBUTE_BOLD = 1 << 0,
	ATTRIBUTE_UNDERLINE = 1 << 1,
	ATTRIBUTE_REVERSE = 1 << 2,
	ATTRIBUTE_ITALIC = 1 << 3,
	ATTRIBUTE_DIM = 1 << 4,
};

struct colours {
	short text, ground;
};

struct look {
	struct colours palette256;
	struct colours palette8;
	unsigned attributes256; /* on top of these colours */
	unsigned attributes8;	/* likewise */
	unsigned mono;		/* where there are no colours */
};

struct theme_options {
	bool invert;  /* black on white */
	bool opaque;  /* a ground of its own instead of the terminal's */
	bool no_code; /* no panel behind code */
	bool mono;    /* no colours at all */
};

/*
 * The look of a style, its tint and its emphasis included. What the deck asks
 * for is shown in the nearest colours there are; text is never written in the
 * colour of its ground.
 */
struct look theme_look(const struct theme_options *options, struct style style);

#endif
