/* SPDX-License-Identifier: MIT */
/*
 * Transitions, row by row. Cells are put by the grid, which never leaves half
 * of a wide glyph alone.
 */
#include "layout/between.h"

#include <assert.h>

/* One row on its way. */
struct passage {
	const struct between *between;
	const struct cell *before, *after;
	struct grid *grid;
	int row;
	int progress;
};

static void put(const struct passage *passage, const struct cell *cells,
		int from, int col)
{
	if (cells[from].width > 0)
		grid_put(passage->grid, (struct pos){ passage->row, col },
			 cells[from]);
}

static bool is_same(const struct cell *a, const struct cell *b)
{
	return a->width == b->width && str_eq(a->glyph, b->glyph) &&
	       style_is_same(a->style, b->style);
}

/* The first half dims what goes, the second one brightens what comes. */
static void fade(const struct passage *passage)
{
	int halves = passage->progress * 2;
	bool goes = halves < BETWEEN_DONE;
	const struct cell *cells = goes ? passage->before : passage->after;
	int part = goes ? halves : 2 * BETWEEN_DONE - halves;
	int steps = part * STYLE_FADED / BETWEEN_DONE;

	for (int col = 0; col < passage->grid->cols; col++) {
		struct cell cell = cells[col];
		if (cell.width == 0)
			continue;
		if (cell.style.role != ROLE_BLANK &&
		    !is_same(&passage->before[col], &passage->after[col]))
			cell.style.fade = (unsigned char)steps;
		grid_put(passage->grid, (struct pos){ passage->row, col },
			 cell);
	}
}

static void slide(const struct passage *passage)
{
	int cols = passage->grid->cols;
	int shift = cols * passage->progress / BETWEEN_DONE;

	if (passage->between->backward)
		shift = cols - shift;
	const struct cell *left =
		passage->between->backward ? passage->after : passage->before;
	const struct cell *right =
		passage->between->backward ? passage->before : passage->after;
	/* What the edges of the screen would cut is not put. */
	for (int col = shift; col < cols; col++)
		put(passage, left, col, col - shift);
	for (int col = 0; col < shift; col++)
		put(passage, right, col, cols - shift + col);
}

/* When a cell changes: in any order, but always in the same one. */
static int turn_of(int row, int col)
{
	unsigned hash =
		(unsigned)row * 0x9e3779b1u + (unsigned)col * 0x85ebca6bu;

	hash ^= hash >> 15;
	hash *= 0x2c1b3c6du;
	hash ^= hash >> 12;
	return (int)(hash % BETWEEN_DONE);
}

static void dissolve(const struct passage *passage)
{
	int cols = passage->grid->cols;

	for (int col = 0; col < cols; col++)
		put(passage, passage->before, col, col);
	for (int col = 0; col < cols; col++) {
		if (turn_of(passage->row, col) < passage->progress)
			put(passage, passage->after, col, col);
	}
}

static void replace(const struct passage *passage)
{
	for (int col = 0; col < passage->grid->cols; col++)
		put(passage, passage->after, col, col);
}

struct grid between_draw(struct arena *arena, const struct between *between,
			 const struct grid *before, const struct grid *after,
			 int progress)
{
	static void (*const moves[])(const struct passage *) = {
		[TRANSITION_UNSAID] = replace,	  [TRANSITION_NONE] = replace,
		[TRANSITION_FADE] = fade,	  [TRANSITION_SLIDE] = slide,
		[TRANSITION_DISSOLVE] = dissolve,
	};
	struct size size = { after->rows, after->cols };
	struct grid grid = grid_new(arena, size);

	assert(before->rows == size.rows && before->cols == size.cols);
	for (int row = 0; row < size.rows; row++) {
		struct passage passage = { .between = between,
					   .before = grid_row(before, row),
					   .after = grid_row(after, row),
					   .grid = &grid,
					   .row = row,
					   .progress = progress };
		bool moves_here = row >= between->top && row < between->end;
		(moves_here ? moves[between->transition] : replace)(&passage);
	}
	assert(grid_check(&grid));
	return grid;
}
