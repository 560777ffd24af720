/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_COLOUR_H
#define LAYOUT_COLOUR_H

#include <stdbool.h>

/*
 * Any colour on terminals that have only some. Distances are those of OKLab,
 * which come close to what the eye makes of them.
 */
enum palette {
	PALETTE_256, /* xterm's cube and greys, 16 to 255 */
	PALETTE_16,  /* ANSI's and their bright kin, 0 to 15, as xterm shows
			them */
	PALETTE_8,   /* ANSI's, 0 to 7, likewise */
};

/* Indexes below this are whatever the user has made of them. */
#define TERMINAL_COLOURS 16

/* What xterm shows for an index of 0 to 255, as 0xRRGGBB. */
int colour_rgb(int index);

/*
 * Where the 256 colours are in OKLab. All zero bytes is a table that is worked
 * out when it is first asked.
 */
struct lab {
	double lightness, a, b;
};
struct colour_table {
	bool ready;
	struct lab labs[256];
};

/* The index of the colour of a palette that is nearest to 0xRRGGBB. */
int colour_nearest(struct colour_table *table, enum palette palette, int rgb);

/*
 * One of PALETTE_256 that is about as near, found without looking at all: for
 * the many colours of an image.
 */
int colour_near(int rgb);

/* Black or white of the palette: what is easier to read on a colour of it. */
int colour_readable_on(enum palette palette, int colour);

/* The same for any ground: 0x000000 or 0xffffff. */
int colour_readable_on_rgb(int rgb);

/*
 * The colour itself where it can be read on a ground, that is with
 * CONTRAST_MIN; else the next one of its hue that is lighter, or darker, and
 * has CONTRAST_GOOD. All are 0xRRGGBB.
 */
int colour_legible_on_rgb(int rgb, int ground);

#endif
