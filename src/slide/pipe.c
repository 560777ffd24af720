/* SPDX-License-Identifier: MIT */
/*
 * From the rows of pipe tables to the cells of a block.
 */
#include "slide/pipe.h"

#include "source/row.h"

bool pipe_is_head(struct str header, struct str delimiter)
{
	return str_find(delimiter, '|') && str_find(header, '|') &&
	       row_is_delimiter(delimiter) &&
	       row_cells(delimiter) == row_cells(header);
}

/* "\|" is a bar, also inside code, where no other backslash escapes. */
static struct str unescape_bars(struct arena *arena, struct str cell)
{
	static const struct str escaped = STR("\\|");
	char *copy = arena_alloc(arena, cell.len);
	size_t len = 0;

	while (cell.len > 0) {
		if (str_starts(cell, escaped))
			cell = str_from(cell, 1);
		copy[len++] = cell.ptr[0];
		cell = str_from(cell, 1);
	}
	return (struct str){ copy, len };
}

/* A row of `columns` cells. */
static void add_row(struct builder *builder, struct block *table,
		    const struct str *cells)
{
	struct table_row *row = arena_new(builder->arena, struct table_row);
	int columns = table->table.columns;

	if (table->table.header && builder->settings.incremental_tables &&
	    !builder->stop_line)
		builder_stop(builder);
	row->line = builder->line;
	row->step = builder_step(builder);
	row->cells = arena_array(builder->arena, struct text, (size_t)columns);
	for (int i = 0; i < columns; i++)
		builder_text(builder, &row->cells[i], row->step, cells[i]);
	if (table->table.last)
		table->table.last->next = row;
	else
		table->table.header = row;
	table->table.last = row;
}

void pipe_add_row(struct builder *builder, struct block *table,
		  struct str source)
{
	int columns = table->table.columns;
	struct str *cells =
		arena_array(builder->arena, struct str, (size_t)columns);
	struct str cell, rest = row_inner(source);

	for (int i = 0; i < columns && row_take_cell(&rest, &cell); i++) {
		/* What stands beyond the last column stays in it. */
		if (i == columns - 1 && rest.ptr)
			cell.len = (size_t)(rest.ptr + rest.len - cell.ptr);
		cells[i] = unescape_bars(builder->arena, cell);
	}
	add_row(builder, table, cells);
}

static enum align align_of(struct str cell)
{
	bool left = cell.ptr[0] == ':';
	bool right = cell.ptr[cell.len - 1] == ':';

	if (left && right)
		return ALIGN_CENTRE;
	return right ? ALIGN_RIGHT : ALIGN_LEFT;
}

void pipe_begin(struct builder *builder, struct block *table, struct str header,
		struct str delimiter)
{
	struct str cell, rest = row_inner(delimiter);
	int columns = row_cells(delimiter);

	table->kind = BLOCK_TABLE;
	table->text = (struct text){ 0 };
	table->table.columns = columns;
	table->table.aligns =
		arena_array(builder->arena, enum align, (size_t)columns);
	table->table.header = table->table.last = NULL;
	table->table.headless = false;
	for (int i = 0; row_take_cell(&rest, &cell); i++)
		table->table.aligns[i] = align_of(cell);
	pipe_add_row(builder, table, header);
}

void table_fill(struct builder *builder, struct block *table,
		const struct pandoc_table *source)
{
	table->table.columns = source->columns;
	table->table.aligns = source->aligns;
	table->table.headless = source->headless;
	for (int i = 0; i < source->rows; i++)
		add_row(builder, table, source->cells + i * source->columns);
}
