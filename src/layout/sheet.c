/* SPDX-License-Identifier: MIT */
/*
 * Rows that grow in an arena.
 */
#include "layout/sheet.h"

struct row *rows_add(struct rows *rows, struct arena *arena, int step)
{
	size_t size = sizeof(struct row);

	if (rows->count == rows->room) {
		rows->room = rows->count ? rows->count * 2 : 32;
		rows->first = arena_grow(arena, rows->first,
					 (size_t)rows->count * size,
					 (size_t)rows->room * size);
	}
	struct row *row = &rows->first[rows->count++];
	*row = (struct row){ .step = step };
	return row;
}

static void row_put(struct row *row, struct arena *arena, int col,
		    const struct cell *cells, int count)
{
	if (count == 0)
		return;
	struct run *run = arena_new(arena, struct run);
	*run = (struct run){
		.next = row->runs, .col = col, .cells = cells, .count = count
	};
	row->runs = run;
}

void row_put_str(struct row *row, struct arena *arena, int col, struct str text,
		 enum role role)
{
	struct span span = span_of_str(arena, text, role);

	row_put(row, arena, col, span.cells, span.count);
}

void row_put_wrapped(struct row *row, struct arena *arena, int col,
		     const struct span *span, const struct wrapped *wrapped)
{
	static const struct str mark = STR(WRAP_MARK);

	col += wrapped->indent;
	if (wrapped->broken) {
		row_put_str(row, arena, col, mark, ROLE_MARK);
		col += WRAP_MARK_COLS;
	}
	row_put(row, arena, col, span->cells + wrapped->first, wrapped->count);
}

int wrapped_cols(const struct wrapped *wrapped)
{
	return wrapped->indent + wrapped->cols +
	       (wrapped->broken ? WRAP_MARK_COLS : 0);
}
