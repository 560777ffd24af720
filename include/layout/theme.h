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
};

struct colours {
	short text, ground;
};

struct look {
	struct colours palette256;
	struct colours palette8;
	unsigned attributes; /* on top of the colours */
	unsigned mono;	     /* attributes where there are no colours */
};

struct theme_options {
	bool invert;  /* black on white */
	bool opaque;  /* a ground of its own instead of the terminal's */
	bool no_code; /* no panel behind code */
	bool mono;    /* no colours at all */
};

/* The look of a style, its emphasis included. */
struct look theme_look(const struct theme_options *options, struct style style);

#endif
