/* SPDX-License-Identifier: MIT */
/*
 * Cells and the one rule they keep: no half of a wide glyph is ever left
 * alone.
 */
#include "layout/grid.h"

#include <assert.h>

#include "base/glyph.h"

bool size_is_same(struct size a, struct size b)
{
	return a.rows == b.rows && a.cols == b.cols;
}

static const struct cell empty = { .glyph = STR(" "), .width = 1 };

static void blank(struct cell *cell)
{
	cell->glyph = empty.glyph;
	cell->width = empty.width;
}

/* Blank the glyph that covers this cell, both halves if it is wide. */
static void evict(struct cell *cell)
{
	if (cell->width == 0)
		blank(cell - 1);
	else if (cell->width == 2)
		blank(cell + 1);
	blank(cell);
}

struct grid grid_new(struct arena *arena, struct size size)
{
	struct grid grid = { .rows = size.rows > 0 ? size.rows : 1,
			     .cols = size.cols > 0 ? size.cols : 1 };
	size_t count = (size_t)grid.rows * (size_t)grid.cols;

	grid.cells = arena_array(arena, struct cell, count);
	for (size_t i = 0; i < count; i++)
		grid.cells[i] = empty;
	return grid;
}

static struct cell *cell_at(const struct grid *grid, struct pos at)
{
	return &grid->cells[(size_t)at.row * (size_t)grid->cols +
			    (size_t)at.col];
}

int grid_put(struct grid *grid, struct pos at, struct cell put)
{
	assert(put.width == 1 || put.width == 2);
	if (at.row < 0 || at.row >= grid->rows || at.col < 0 ||
	    at.col > grid->cols - put.width)
		return 0;

	struct cell *cell = cell_at(grid, at);
	for (int i = 0; i < put.width; i++) {
		evict(&cell[i]);
		cell[i] = (struct cell){ .style = put.style };
	}
	*cell = put;
	return put.width;
}

int grid_put_cells(struct grid *grid, struct pos at, const struct cell *cells,
		   int count)
{
	for (int i = 0; i < count; i++)
		at.col += grid_put(grid, at, cells[i]);
	return at.col;
}

int grid_put_text(struct grid *grid, struct pos at, struct str text,
		  struct style style)
{
	struct glyph glyph;

	while (glyph_next(&text, &glyph))
		at.col += grid_put(grid, at,
				   (struct cell){
					   .glyph = glyph.text,
					   .style = style,
					   .width = (signed char)glyph.width });
	return at.col;
}

void grid_fill(struct grid *grid, struct pos at, int cols, struct style style)
{
	if (at.row < 0 || at.row >= grid->rows)
		return;
	for (int i = 0; i < cols; i++, at.col++) {
		if (at.col < 0 || at.col >= grid->cols)
			continue;
		struct cell *cell = cell_at(grid, at);
		if (cell->style.role == ROLE_BLANK)
			cell->style = style;
	}
}

const struct cell *grid_row(const struct grid *grid, int row)
{
	return cell_at(grid, (struct pos){ row, 0 });
}

static void check_cell(const struct cell *cell)
{
	struct str rest = cell->glyph;
	struct glyph glyph;

	assert(cell->style.role < ROLE_COUNT);
	if (cell->width == 0) {
		assert(cell->glyph.len == 0);
		return;
	}
	bool drawn = glyph_next(&rest, &glyph);
	assert(drawn && rest.len == 0);
	assert(glyph.width == cell->width);
	assert(str_eq(glyph.text, cell->glyph)); /* no control character */
	(void)drawn;
}

bool grid_check(const struct grid *grid)
{
	for (int row = 0; row < grid->rows; row++) {
		const struct cell *cells = grid_row(grid, row);
		int due = 0; /* tails that must follow */
		for (int col = 0; col < grid->cols; col++) {
			check_cell(&cells[col]);
			assert((cells[col].width == 0) == (due > 0));
			due = due > 0 ? due - 1 : cells[col].width - 1;
		}
		assert(due == 0);
	}
	return true;
}
