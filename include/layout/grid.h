/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "base/arena.h"
#include "base/str.h"
#include "layout/style.h"

/*
 * A grid is one laid-out screen: rows of styled cells, and nothing about how
 * they reach the audience. Layout writes it; every backend only reads it.
 *
 * A glyph two columns wide owns the cell it starts in; the cell to its right
 * is its tail: width 0, no text, the same style.
 *
 *     "a日b"    | a | 日 | tail | b |    widths 1 2 0 1
 *
 * So the widths of a row add up to `cols`, and printing every cell whose
 * width is not 0, left to right, prints exactly that row.
 */
struct cell {
	struct str glyph; /* one glyph of glyph_next, borrowed */
	struct style style;
	signed char width; /* 1 or 2, or 0 for a tail */
};

struct grid {
	int rows, cols;
	struct cell *cells; /* row-major, rows * cols of them */
};

struct pos {
	int row, col; /* from 0 */
};

struct size {
	int rows, cols;
};

bool size_is_same(struct size a, struct size b);

/* A blank grid of at least 1 x 1. Its cells are the arena's. */
struct grid grid_new(struct arena *arena, struct size size);

/*
 * Copy one cell of width 1 or 2 to a place. Returns the columns it took, or 0
 * when any of it would lie outside; nothing is drawn then. A wide glyph that
 * is half overwritten becomes blank.
 */
int grid_put(struct grid *grid, struct pos at, struct cell cell);

/* Put `count` cells side by side. Returns the column after the last one. */
int grid_put_cells(struct grid *grid, struct pos at, const struct cell *cells,
		   int count);

/* Put the glyphs of a text. Returns the column after the last one. */
int grid_put_text(struct grid *grid, struct pos at, struct str text,
		  struct style style);

/* Give blank cells of a row a style, from `at` for `cols` columns. */
void grid_fill(struct grid *grid, struct pos at, int cols, struct style style);

/* One row of the grid. */
const struct cell *grid_row(const struct grid *grid, int row);

/*
 * Abort if a row breaks the rule above or a cell could draw anything but its
 * own glyph. Always true, for use in assert.
 */
bool grid_check(const struct grid *grid);

#endif
