/* SPDX-License-Identifier: MIT */
/*
 * Cutting lines at columns, and joining the pieces to cells.
 */
#include "source/table_draft.h"

#include <string.h>

#include "base/glyph.h"
#include "deck/clean.h"

#define TAB_COLUMNS 4 /* pandoc's tab stops */
#define INDENT_MAX  3 /* columns; beyond that a line is code */

int table_draft_next_column(int column, char blank)
{
	return column +
	       (blank == '\t' ? TAB_COLUMNS - column % TAB_COLUMNS : 1);
}

bool table_draft_is_blank(const struct table_draft *draft, int line)
{
	return line >= draft->count || str_is_blank(draft->lines[line]);
}

struct str table_draft_line(const struct table_draft *draft, int at)
{
	struct arena *arena = draft->arena;
	struct str line = draft->lines[at];
	struct buf out = { 0 };

	if (!str_find(line, '\t'))
		return clean_text(arena, line);
	for (int columns = 0; line.len > 0;) {
		const char *tab = str_find(line, '\t');
		struct str part = { line.ptr,
				    tab ? (size_t)(tab - line.ptr) : line.len };
		columns += str_width(part);
		buf_put(&out, part);
		line = str_from(line, part.len + 1);
		if (!tab)
			break;
		int next = table_draft_next_column(columns, '\t');
		buf_repeat(&out, ' ', (size_t)(next - columns));
		columns = next;
	}
	struct str shown = clean_text(arena, arena_str(arena, buf_str(&out)));
	buf_release(&out);
	return shown;
}

int table_draft_indent(struct str line)
{
	size_t blanks = line.len - str_trim_left(line).len;

	if (blanks > INDENT_MAX ||
	    (blanks > 0 && str_find((struct str){ line.ptr, blanks }, '\t')))
		return -1;
	return (int)blanks;
}

void table_draft_cut(struct str line, const int *begins, int count,
		     struct str *chunks)
{
	struct str rest = line;
	struct glyph glyph;
	int column = 0, at = 0;
	size_t from = 0, before = 0;

	while (from < line.len && (int)from < begins[0] &&
	       line.ptr[from] == ' ')
		from++;
	while (at + 1 < count && glyph_next(&rest, &glyph)) {
		for (; at + 1 < count && column >= begins[at + 1]; at++) {
			chunks[at] =
				(struct str){ line.ptr + from, before - from };
			from = before;
		}
		column += glyph.width;
		before = line.len - rest.len;
	}
	for (; at < count; at++) {
		chunks[at] = str_from(line, from);
		from = line.len;
	}
}

struct str *table_draft_add(struct table_draft *draft)
{
	size_t columns = (size_t)draft->columns.count,
	       old = (size_t)draft->room;

	if (draft->read == draft->room) {
		draft->room = draft->room ? draft->room * 2 : 8;
		size_t room = (size_t)draft->room;
		draft->chunks = arena_grow(draft->arena, draft->chunks,
					   old * columns * sizeof(struct str),
					   room * columns * sizeof(struct str));
		draft->row_of =
			arena_grow(draft->arena, draft->row_of,
				   old * sizeof(int), room * sizeof(int));
	}
	draft->row_of[draft->read] = draft->rows;
	return draft->chunks + (size_t)draft->read++ * columns;
}

void table_draft_end_row(struct table_draft *draft)
{
	if (draft->read > 0 && draft->row_of[draft->read - 1] == draft->rows)
		draft->rows++;
}

/* `padded`: a blank stands between the bar and each line of the cell. */
static struct str trim_chunk(const struct table_draft *draft, struct str chunk,
			     bool padded)
{
	if (!draft->grid)
		return str_trim(chunk);
	return str_trim_right(padded ? str_from(chunk, 1) : chunk);
}

/* The lines `from` to `to` of a column as one text. */
static struct str join_cell(const struct table_draft *draft, int column,
			    int from, int to)
{
	int columns = draft->columns.count;
	struct buf out = { 0 };
	bool padded = true;
	struct str joined = { 0 };

	for (int i = from; i < to; i++) {
		struct str chunk = draft->chunks[i * columns + column];
		if (!str_is_blank(chunk) && chunk.ptr[0] != ' ')
			padded = false;
	}
	while (from < to &&
	       str_is_blank(draft->chunks[from * columns + column]))
		from++;
	while (to > from &&
	       str_is_blank(draft->chunks[(to - 1) * columns + column]))
		to--;
	for (int i = from; i < to; i++) {
		struct str chunk =
			trim_chunk(draft, draft->chunks[i * columns + column],
				   padded);
		if (to == from + 1)
			return chunk;
		if (i > from)
			buf_put_byte(&out, '\n');
		buf_put(&out, chunk);
	}
	if (out.len > 0)
		joined = arena_str(draft->arena, buf_str(&out));
	buf_release(&out);
	return joined;
}

void table_draft_finish(const struct table_draft *draft,
			struct pandoc_table *table)
{
	int columns = draft->columns.count;
	size_t size = (size_t)columns * sizeof(enum align);

	table->columns = columns;
	table->rows = draft->rows;
	table->headless = draft->headless;
	table->aligns = arena_array(draft->arena, enum align, (size_t)columns);
	memcpy(table->aligns, draft->columns.aligns, size);
	table->cells = arena_array(draft->arena, struct str,
				   (size_t)(columns * draft->rows));
	for (int row = 0, from = 0, to = 0; row < draft->rows; row++) {
		while (to < draft->read && draft->row_of[to] == row)
			to++;
		for (int i = 0; i < columns; i++)
			table->cells[row * columns + i] =
				join_cell(draft, i, from, to);
		from = to;
	}
}
