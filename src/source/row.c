/* SPDX-License-Identifier: MIT */
/*
 * Splitting a row of a pipe table at its bars.
 */
#include "source/row.h"

struct str row_inner(struct str row)
{
	row = str_trim(row);
	if (row.len > 0 && row.ptr[0] == '|') {
		row.ptr++;
		row.len--;
	}
	if (row.len > 0 && row.ptr[row.len - 1] == '|' &&
	    (row.len < 2 || row.ptr[row.len - 2] != '\\'))
		row.len--;
	return row;
}

bool row_take_cell(struct str *row, struct str *cell)
{
	size_t i = 0;

	if (!row->ptr)
		return false;
	while (i < row->len && row->ptr[i] != '|')
		i += row->ptr[i] == '\\' && i + 1 < row->len ? 2 : 1;
	*cell = str_trim((struct str){ row->ptr, i });
	*row = i < row->len ? (struct str){ row->ptr + i + 1, row->len - i - 1 }
			    : (struct str){ NULL, 0 };
	return true;
}

int row_cells(struct str row)
{
	struct str cell, rest = row_inner(row);
	int count = 0;

	while (row_take_cell(&rest, &cell))
		count++;
	return count;
}

static bool is_delimiter_cell(struct str cell)
{
	if (cell.len > 0 && cell.ptr[0] == ':')
		cell = str_from(cell, 1);
	if (cell.len > 0 && cell.ptr[cell.len - 1] == ':')
		cell.len--;
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.ptr[i] != '-')
			return false;
	}
	return cell.len > 0;
}

bool row_is_delimiter(struct str row)
{
	struct str cell, rest = row_inner(row);

	while (row_take_cell(&rest, &cell)) {
		if (!is_delimiter_cell(cell))
			return false;
	}
	return true;
}
