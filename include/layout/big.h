/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BIG_H
#define LAYOUT_BIG_H

#include "layout/wrap.h"

/*
 * Titles in large letters, made of the half blocks that every terminal has:
 * four rows high, more where an accent or a "g" needs them, and not drawn with
 * a font of the terminal's.
 */
struct big {
	struct span *rows; /* of the arena; each of the columns that it takes */
	int count;
	int cols; /* of the widest one */
};

/*
 * The rows of a title where there are `cols` columns. Words go on in a next
 * line of letters, and as the title's own breaks say. False when that cannot
 * be: it has a character that no letter is for, a word is too wide, or there
 * is nothing to draw.
 *
 * The cells keep their tints; their role is ROLE_BIG.
 */
bool big_layout(struct arena *arena, const struct span *title, int cols,
		struct big *big);

#endif
