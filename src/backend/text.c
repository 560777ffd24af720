/* SPDX-License-Identifier: MIT */
/*
 * A grid as text. Cells are copied; nothing is decided here.
 */
#include "backend/text.h"

static bool is_space(const struct cell *cell)
{
	return cell->glyph.len == 1 && cell->glyph.ptr[0] == ' ';
}

static void put_row(const struct cell *cells, int cols, struct buf *out)
{
	for (int col = 0; col < cols; col++) {
		if (cells[col].glyph.len == 1)
			buf_put_byte(out, cells[col].glyph.ptr[0]);
		else
			buf_put(out, cells[col].glyph);
	}
}

void text_write(const struct grid *grid, struct buf *out)
{
	for (int row = 0; row < grid->rows; row++) {
		const struct cell *cells = grid_row(grid, row);
		int cols = grid->cols;
		while (cols > 0 && is_space(&cells[cols - 1]))
			cols--;
		put_row(cells, cols, out);
		buf_put_byte(out, '\n');
	}
}

void text_write_planes(const struct grid *grid, struct buf *out)
{
	for (int row = 0; row < grid->rows; row++) {
		const struct cell *cells = grid_row(grid, row);
		buf_put_byte(out, '|');
		put_row(cells, grid->cols, out);
		buf_put_byte(out, '|');
		for (int col = 0; col < grid->cols; col++)
			buf_put_byte(out, style_letter(cells[col].style));
		buf_put_text(out, "|\n");
	}
}
