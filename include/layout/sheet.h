/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "layout/wrap.h"

/*
 * A sheet is a whole slide laid out for a width: as many rows as it takes,
 * all steps at once. A step only decides what of it is drawn, so revealing
 * never moves anything.
 */

/* Cells side by side somewhere in a row. */
struct run {
	struct run *next;
	int col;
	const struct cell *cells;
	int count;
};

struct row {
	struct run *runs;
	int step;	/* drawn from this step on */
	bool blank;	/* nothing is on it: a page may begin after it */
	int panel_from; /* code: columns [panel_from, panel_to) are its panel */
	int panel_to;
};

struct rows {
	struct row *first;
	int count, room;
};

struct sheet {
	int cols;	   /* the width it was laid out for */
	struct rows body;  /* the slide, its outer blank rows included */
	struct rows links; /* the targets, for the foot of the slide */
	int space_above;   /* blank rows at the top of the body */
	int space_below;   /* blank rows at its bottom */
};

/* Append a row and return it, valid until the next one is appended. */
struct row *rows_add(struct rows *rows, struct arena *arena, int step);

/* Put a text of one role on a row. */
void row_put_str(struct row *row, struct arena *arena, int col, struct str text,
		 enum role role);

/*
 * Put one row of a wrapped span on a row of the sheet: its indent, its mark if
 * it has one, its cells.
 */
void row_put_wrapped(struct row *row, struct arena *arena, int col,
		     const struct span *span, const struct wrapped *wrapped);

/* The columns that takes. */
int wrapped_cols(const struct wrapped *wrapped);

#endif
