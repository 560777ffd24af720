/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_SHEET_H
#define LAYOUT_SHEET_H

#include "layout/wrap.h"

/*
 * A sheet is a whole slide laid out for a width: as many rows as it takes,
 * all steps at once. A step only decides what of it is drawn, so revealing
 * never moves anything.
 */

/*
 * A line of code that is not lit all the time: at focus 0 first, then at focus
 * i > 0 from step `step` + i - 1 on.
 */
struct focus {
	const bool *lit; /* `count` of them */
	int count;
	int step;
};

/* When a piece of a row is drawn, and when it is lit. */
struct when {
	int step;		   /* drawn from this step on */
	const struct focus *focus; /* NULL: always lit */
};

/* Where an image is drawn. */
struct pane {
	struct pane *next;
	const struct picture *picture;
	struct size size;
};

/*
 * Cells side by side somewhere in a row. Those of a pane are what is seen
 * until its image can be drawn.
 */
struct run {
	struct run *next;
	int col;
	int count;
	const struct cell *cells;
	struct when when;
	int line; /* of the source that it came from; 0: of none */
	const struct pane *pane; /* whose row this is, or NULL */
	int pane_row; /* rows above it of the same image, caption and all */
};

/* The ground of code: columns [from, to). */
struct panel {
	struct panel *next;
	int from, to;
	struct when when;
	int line; /* as that of a run; the first one has that of its fence */
};

/* Parts of a row that stand side by side may be of different steps. */
struct row {
	struct run *runs;
	struct panel *panels;
};

struct rows {
	struct row *first;
	int count;
};

/* A line of code, a table or a text that had to be broken. */
struct overflow {
	struct overflow *next;
	int line, col;	/* in the source */
	int cols;	/* that it needs to stay whole, beyond those it has */
	int word_cols;	/* that its longest word needs; 0: it has enough */
	bool in_column; /* the width was shared with others */
};

struct sheet {
	int cols;	  /* the width it was laid out for */
	struct rows body; /* the slide, its outer blank rows included */
	struct rows foot; /* footnotes and targets of links */
	int space_above;  /* blank rows at the top of the body */
	int space_below;  /* blank rows at its bottom */
	struct overflow *overflows; /* in no order */
	struct pane *panes;	    /* likewise */
	bool has_big;		    /* some heading is in large letters */
};

/* The focus of a line of code; NULL: it is always lit. */
const struct focus *focus_new(struct arena *arena, const struct block *code,
			      const struct code_line *line);

/* Whether the line is lit at a step. */
bool focus_is_lit(const struct focus *focus, int step);

/* Append a blank row and return it, valid until the next one is appended. */
struct row *rows_add(struct rows *rows, struct arena *arena);

/* Whether nothing is ever drawn on a row: a page may begin after it. */
bool row_is_blank(const struct row *row);

/* Where on a row something goes, when, and whence it came. */
struct spot {
	int col;
	struct when when;
	int line; /* of the source; 0: none */
};

/* Put a text of one role on a row. */
void row_put_str(struct row *row, struct arena *arena, struct spot spot,
		 struct str text, enum role role);

/* The blank columns between the number of a line and the line. */
#define CODE_GUTTER_GAP 2

/* Put the number of a line of code on its row, in front of the spot. */
void row_put_number(struct row *row, struct arena *arena, struct spot spot,
		    long long number);

/* Put all of a span on a row. */
void row_put_span(struct row *row, struct arena *arena, struct spot spot,
		  const struct span *span);

/*
 * Put one row of a wrapped span on a row of the sheet: its indent, its mark if
 * it has one, its cells.
 */
void row_put_wrapped(struct row *row, struct arena *arena, struct spot spot,
		     const struct span *span, const struct wrapped *wrapped);

/* Put a row of a pane, or with NULL of what is like one, on a row. */
void row_put_pane(struct row *row, struct arena *arena, struct spot spot,
		  const struct span *cells, const struct pane *pane,
		  int pane_row);

void row_put_panel(struct row *row, struct arena *arena, struct panel panel);

/*
 * Add to rows what stands on other rows, row by row from the first one on. The
 * runs and panels of `part` belong to `rows` afterwards.
 */
void rows_join(struct rows *rows, struct arena *arena, const struct rows *part);

/* Add what stands on one row to another one. */
void row_join(struct row *row, const struct row *part);

/* The first step that draws anything of a row; `other` when there is none. */
int row_step(const struct row *row, int other);

/* The first source line of what is drawn of a row at a step; 0: none. */
int row_line(const struct row *row, int step);

/* Note what is wider than its room, if it is. */
void sheet_note(struct sheet *sheet, struct arena *arena,
		struct overflow overflow);

/* Count the blank rows at both ends of the body. */
void sheet_count_space(struct sheet *sheet);

/* The columns that takes. */
int wrapped_cols(const struct wrapped *wrapped);

/* How far to the right something goes that leaves `spare` columns blank. */
int align_shift(enum align align, int spare);

#endif
