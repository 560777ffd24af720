/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_COLUMNS_H
#define LAYOUT_COLUMNS_H

#include <stdbool.h>

/*
 * Columns side by side share the room by their weights, gaps taken off first.
 * One that is empty keeps its share: it is there to hold the others off.
 */
#define COLUMNS_GAP	   4
#define COLUMNS_GAP_NARROW 2

/* Where a gap of 4 is not to be had without wrapping: below this, it is 2. */
#define COLUMNS_COLS_WIDE 40

/* Text that has to wrap is not readable in fewer columns than this. */
#define COLUMNS_COLS_MIN 16

struct column {
	int weight;   /* 1 and up */
	int need;     /* what it takes when nothing is wrapped; 0: is empty */
	int from, to; /* its place, from 0 */
};

/* The columns that all of them take when nothing is wrapped. */
int columns_need(const struct column *columns, int count);

/*
 * Work their places within `cols` out. False when one that has to wrap is too
 * narrow for that: they belong below each other.
 */
bool columns_place(struct column *columns, int count, int cols);

#endif
