/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_PANDOC_TABLE_H
#define SOURCE_PANDOC_TABLE_H

#include "deck/deck.h"

/*
 * The tables of pandoc's Markdown that are drawn with dashes: their columns
 * are columns of the screen. (For pipe tables see row.h.)
 *
 *     Right   Left      -------------------     +-----+------+
 *     -----  ------     Head     Of two         | a   | - b  |
 *         1  one                 lines          |     | - c  |
 *                       -------- ----------     +=====+======+
 *     Table: simple     a cell   two lines      | d   | e    |
 *                                of text        +-----+------+
 *                       b        c
 *                       -------------------     : grid
 *
 *                       Table: multiline
 *
 * Simple and multiline tables do without a header when a line of dashes stands
 * in its place, grid tables when no line is of "=". A caption stands above or
 * below. Tables of dashes with a single column are none: they would be a
 * heading or a slide break.
 *
 * All texts are clean and of the arena, or borrowed from the lines; a cell of
 * several lines has "\n" between them, blank lines at its ends are gone.
 */
struct pandoc_table {
	int columns, rows; /* the header is a row, too */
	enum align *aligns;
	struct str *cells; /* row by row, rows * columns of them */
	bool headless;
	struct str caption;
};

/*
 * Read the table that begins at lines[0], without their ends. Returns how many
 * lines it takes, its caption's included, or 0 when none begins there.
 */
int pandoc_table_read(struct pandoc_table *table, struct arena *arena,
		      const struct str *lines, int count);

/* "Table: text" or ": text": how many lines it takes; 0 when it is none. */
int pandoc_caption_read(struct str *caption, struct arena *arena,
			const struct str *lines, int count);

#endif
