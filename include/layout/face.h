/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FACE_H
#define LAYOUT_FACE_H

#include <stdbool.h>

/*
 * A face of large letters, made of dots. A letter is FACE_DOTS dots high,
 * whatever it is, so that letters side by side stand on one line:
 *
 *     0 to 2      accents of capitals
 *     3 to 9      capitals; small letters begin at 5, or at 3 like "b"
 *     10 and 11   what reaches below the line, like "g"
 *
 * There are all letters of ASCII and Latin-1, and the no-break space.
 */
#define FACE_DOTS 12

struct face_letter {
	int cols;		  /* dots beside each other: 1 to 16 */
	unsigned rows[FACE_DOTS]; /* bit i is the dot of column i */
};

/* The letter of a code point. False when the face has none. */
bool face_find(unsigned code, struct face_letter *letter);

#endif
