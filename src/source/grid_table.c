/* SPDX-License-Identifier: MIT */
/*
 * Grids. The first rule says where the bars are; what is no part of the grid
 * ends it with the last row that is closed, so that no search is in vain but
 * for the one of the first row.
 */
#include "source/grid_table.h"

#include <string.h>

static enum align align_of_colons(bool left, bool right)
{
	if (left && right)
		return ALIGN_CENTRE;
	return right ? ALIGN_RIGHT : ALIGN_LEFT;
}

/* "+---+:--:+", with "=" instead of dashes below a header. */
static bool read_grid_rule(struct str line, char dash,
			   struct table_columns *columns)
{
	int at = table_draft_indent(line);

	columns->count = 0;
	line = str_trim_right(line);
	if (at < 0 || line.len < 3 || line.ptr[at] != '+')
		return false;
	for (size_t i = (size_t)at + 1; i < line.len; i++) {
		size_t from = i;
		bool left = line.ptr[i] == ':', right;
		i += left;
		size_t dashes = i;
		while (i < line.len && line.ptr[i] == dash)
			i++;
		dashes = i - dashes;
		right = i < line.len && line.ptr[i] == ':';
		i += right;
		if (dashes == 0 || i >= line.len || line.ptr[i] != '+' ||
		    columns->count == TABLE_DRAFT_COLUMNS_MAX)
			return false;
		columns->begins[columns->count] = (int)from - 1;
		columns->aligns[columns->count++] =
			align_of_colons(left, right);
		columns->begins[columns->count] = (int)i;
	}
	return columns->count > 0;
}

static bool same_columns(const struct table_columns *a,
			 const struct table_columns *b)
{
	return a->count == b->count &&
	       !memcmp(a->begins, b->begins,
		       ((size_t)a->count + 1) * sizeof(a->begins[0]));
}

static bool is_bar(struct str chunk)
{
	return chunk.len > 0 && (chunk.ptr[0] == '|' || chunk.ptr[0] == '+');
}

/* Cut where the bars should be. False when one is not there. */
static bool cut_at_columns(const struct table_columns *columns, struct str line,
			   struct str *cells)
{
	struct str chunks[TABLE_DRAFT_COLUMNS_MAX + 1];

	table_draft_cut(line, columns->begins, columns->count + 1, chunks);
	if (!is_bar(str_trim_left(chunks[0])) ||
	    str_trim(chunks[columns->count]).len != 1)
		return false;
	for (int i = 0; i < columns->count; i++) {
		if (!is_bar(chunks[i + 1]))
			return false;
		cells[i] =
			str_from(i == 0 ? str_trim_left(chunks[0]) : chunks[i],
				 1);
	}
	return true;
}

/* Editors disagree about widths: bars that are not in line are bars, too. */
static bool cut_at_bars(const struct table_columns *columns, struct str line,
			struct str *cells)
{
	int count = 0;

	line = str_trim(line);
	if (line.len < 2 || line.ptr[0] != '|' || line.ptr[line.len - 1] != '|')
		return false;
	line = str_from(line, 1);
	while (line.len > 0) {
		size_t i = 0;
		while (line.ptr[i] != '|')
			i += line.ptr[i] == '\\' && i + 2 < line.len ? 2 : 1;
		if (count == columns->count)
			return false;
		cells[count++] = (struct str){ line.ptr, i };
		line = str_from(line, i + 1);
	}
	return count == columns->count;
}

static bool read_grid_line(struct table_draft *draft, int at)
{
	struct str cells[TABLE_DRAFT_COLUMNS_MAX];
	int count = draft->columns.count;

	if (table_draft_indent(draft->lines[at]) < 0 ||
	    (draft->read + 1) * count > TABLE_DRAFT_CELLS_MAX)
		return false;
	struct str line = table_draft_line(draft, at);
	if (!cut_at_columns(&draft->columns, line, cells) &&
	    !cut_at_bars(&draft->columns, line, cells))
		return false;
	memcpy(table_draft_add(draft), cells, (size_t)count * sizeof(cells[0]));
	return true;
}

/* A rule ends a row; the first one of "=" ends the header. */
static bool end_grid_row(struct table_draft *draft, int at)
{
	struct str line = draft->lines[at];
	struct table_columns rule;
	bool head = read_grid_rule(line, '=', &rule);

	if (!head && !read_grid_rule(line, '-', &rule))
		return false;
	if (!same_columns(&rule, &draft->columns))
		return false;
	table_draft_end_row(draft);
	if (head && draft->rows == 1) {
		draft->headless = false;
		draft->columns = rule;
	}
	return true;
}

int grid_table_read(struct table_draft *draft)
{
	int i = 1, end = 0;

	draft->grid = draft->headless = true;
	if (!read_grid_rule(draft->lines[0], '-', &draft->columns))
		return 0;
	for (; !table_draft_is_blank(draft, i); i++) {
		int rows = draft->rows;
		if (end_grid_row(draft, i)) {
			if (draft->rows == rows)
				break;
			end = i + 1;
		} else if (!read_grid_line(draft, i)) {
			break;
		}
	}
	/* Above a blank line a row needs no rule below it. */
	if (end > 0 && table_draft_is_blank(draft, i)) {
		table_draft_end_row(draft);
		end = i;
	}
	while (draft->read > 0 && draft->row_of[draft->read - 1] == draft->rows)
		draft->read--;
	return end;
}
