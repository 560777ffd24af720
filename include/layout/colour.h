/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_COLOUR_H
#define LAYOUT_COLOUR_H

/*
 * Any colour on terminals that have only some. Distances are those of OKLab,
 * which come close to what the eye makes of them.
 */
enum palette {
	PALETTE_256, /* xterm's cube and greys, 16 to 255: the colours below
			are whatever the user has made of them */
	PALETTE_8,   /* ANSI's, 0 to 7, as xterm shows them */
};

/* The index of the colour of a palette that is nearest to 0xRRGGBB. */
int colour_nearest(enum palette palette, int rgb);

/* What xterm shows for a colour of the 256, as 0xRRGGBB. */
int colour_rgb(int colour);

/* A colour of the 256 for one on the way between others: quick, not exact. */
int colour_near(int rgb);

/* Black or white of the palette: what is easier to read on a colour of it. */
int colour_readable_on(enum palette palette, int colour);

#endif
