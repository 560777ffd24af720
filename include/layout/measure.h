/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_MEASURE_H
#define LAYOUT_MEASURE_H

#include "base/arena.h"
#include "deck/deck.h"
#include "layout/columns.h"
#include "layout/form.h"

/* How far a quote sets what is in it in: "│ ". */
int quote_indent(const struct form *form);

/*
 * A paragraph that was not written line by line is content with this width: it
 * is what can still be read with ease, wherever there is more room.
 */
#define PROSE_COLS 72

/* How many columns something takes when nothing is wrapped. */
struct slide_cols {
	int all;   /* of everything on it */
	int rigid; /* of what looks broken when wrapped: code and tables */
};
struct slide_cols measure_slide(struct arena *arena, const struct form *form,
				const struct slide *slide);

/*
 * The columns of its widest heading that is drawn in large letters where there
 * are `cols`; 0: none is. Headings within lists, quotes and columns do not ask
 * for room.
 */
int measure_big(struct arena *arena, const struct form *form,
		const struct slide *slide, int cols);

/*
 * The columns of a block, in the arena, with what they need but without their
 * places; *count of them.
 */
struct column *measure_columns(struct arena *arena, const struct form *form,
			       const struct slide *slide,
			       const struct block *columns, int *count);

/* What a theme says of a heading; NULL for any other block. */
const struct form_heading *heading_form(const struct form *form,
					const struct block *block);

/* Where a block stands in its room; `form` is its heading_form. */
enum align heading_align(const struct form_heading *form,
			 const struct block *block);

/* The columns that the numbers of code take in front of it; 0: it has none. */
int code_gutter(const struct block *code);

/* The name of an alert, "Note"; empty for any other quote. */
struct str alert_name(const struct block *quote);

#endif
