/* SPDX-License-Identifier: MIT */
/*
 * Tables: natural widths first, then a common ceiling that makes them fit,
 * then cells wrapped side by side.
 */
#include "layout/table.h"

/* Narrower columns than this hold no word. */
#define COLUMN_COLS_MIN 3

struct table_layouter {
	struct rows *rows;
	struct arena *arena;
	const struct slide *slide;
	const struct block *table;
	int columns;
	int left, cols;
	const struct form *form;
	int *widths; /* of each column */
};

static bool is_header(const struct block *table, const struct table_row *row)
{
	return row == table->table.header && !table->table.headless;
}

static struct span span_of_cell(struct table_layouter *layouter,
				const struct table_row *row, int column)
{
	bool header = is_header(layouter->table, row);

	return span_of_text(layouter->arena, layouter->slide,
			    &row->cells[column],
			    header ? ROLE_HEADING2 : ROLE_TEXT);
}

static void measure(struct table_layouter *layouter)
{
	const struct block *table = layouter->table;

	layouter->widths =
		arena_array(layouter->arena, int, (size_t)layouter->columns);
	for (const struct table_row *row = table->table.header; row;
	     row = row->next) {
		for (int i = 0; i < layouter->columns; i++) {
			int cols = text_cols(layouter->slide, &row->cells[i]);
			if (cols > layouter->widths[i])
				layouter->widths[i] = cols;
		}
	}
}

static int gaps(const struct table_layouter *layouter)
{
	return (layouter->columns - 1) * TABLE_GAP;
}

/* Where the table stands in its room. */
static void align(struct table_layouter *layouter)
{
	int spare = layouter->cols - gaps(layouter);

	for (int i = 0; i < layouter->columns; i++)
		spare -= layouter->widths[i];
	layouter->left += align_shift(layouter->table->align, spare);
}

/* What the columns take when none is wider than `ceiling`, or too much. */
static int cols_below(const struct table_layouter *layouter, int ceiling)
{
	int cols = gaps(layouter);

	for (int i = 0; i < layouter->columns && cols <= layouter->cols; i++) {
		int width = layouter->widths[i];
		cols += width < ceiling ? width : ceiling;
	}
	return cols;
}

/* The highest ceiling that makes the table fit, 0 when there is none. */
static int find_ceiling(const struct table_layouter *layouter)
{
	int low = 0, high = layouter->cols;

	while (low < high) {
		int middle = low + (high - low + 1) / 2;
		if (cols_below(layouter, middle) <= layouter->cols)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

static bool is_too_wide(const struct table_layouter *layouter)
{
	return cols_below(layouter, layouter->cols) > layouter->cols;
}

static void shrink(struct table_layouter *layouter, int ceiling)
{
	for (int i = 0; i < layouter->columns; i++) {
		if (layouter->widths[i] > ceiling)
			layouter->widths[i] = ceiling;
		if (layouter->widths[i] < 1)
			layouter->widths[i] = 1;
	}
}

struct wrapped_cell {
	struct span span;
	struct wrapped *rows;
	int count;
};

static void add_line(struct table_layouter *layouter,
		     const struct wrapped_cell *cells, int line,
		     const struct table_row *source)
{
	struct str bar = layouter->form->table_bar;
	const enum align *aligns = layouter->table->table.aligns;
	struct row *row = rows_add(layouter->rows, layouter->arena);
	struct spot spot = { .when.step = source->step, .line = source->line };
	int col = layouter->left;

	for (int i = 0; i < layouter->columns; i++) {
		spot.col = col - 2;
		if (i > 0)
			row_put_str(row, layouter->arena, spot, bar,
				    ROLE_TABLE);
		if (line < cells[i].count) {
			const struct wrapped *wrapped = &cells[i].rows[line];
			int spare = layouter->widths[i] - wrapped_cols(wrapped);
			spot.col = col + align_shift(aligns[i], spare);
			row_put_wrapped(row, layouter->arena, spot,
					&cells[i].span, wrapped);
		}
		col += layouter->widths[i] + TABLE_GAP;
	}
}

static void add_table_row(struct table_layouter *layouter,
			  const struct table_row *source)
{
	struct wrapped_cell *cells =
		arena_array(layouter->arena, struct wrapped_cell,
			    (size_t)layouter->columns);
	int lines = 1;

	for (int i = 0; i < layouter->columns; i++) {
		struct wrap_room room = { .cols = layouter->widths[i] };
		cells[i].span = span_of_cell(layouter, source, i);
		cells[i].count = wrap_span(layouter->arena, &cells[i].span,
					   room, &cells[i].rows);
		if (cells[i].count > lines)
			lines = cells[i].count;
	}
	for (int line = 0; line < lines; line++)
		add_line(layouter, cells, line, source);
}

/* The rule below a row. */
static void add_rule(struct table_layouter *layouter,
		     const struct table_row *source)
{
	struct row *row = rows_add(layouter->rows, layouter->arena);
	struct spot spot = { .col = layouter->left,
			     .when.step = source->step,
			     .line = source->line };
	const struct form *form = layouter->form;
	struct buf text = { 0 };

	for (int i = 0; i < layouter->columns; i++) {
		if (i > 0) {
			buf_put(&text, form->table_rule);
			buf_put(&text, form->table_cross);
			buf_put(&text, form->table_rule);
		}
		for (int n = 0; n < layouter->widths[i]; n++)
			buf_put(&text, form->table_rule);
	}
	row_put_str(row, layouter->arena, spot,
		    arena_str(layouter->arena, buf_str(&text)), ROLE_TABLE);
	buf_release(&text);
}

/* No room for columns: the cells of a row below each other. */
static void add_stacked(struct table_layouter *layouter,
			const struct table_row *source)
{
	struct spot spot = { .col = layouter->left,
			     .when.step = source->step,
			     .line = source->line };

	for (int i = 0; i < layouter->columns; i++) {
		struct span span = span_of_cell(layouter, source, i);
		struct wrap_room room = { .cols = layouter->cols };
		struct wrapped *rows;
		int count = wrap_span(layouter->arena, &span, room, &rows);
		for (int line = 0; line < count; line++)
			row_put_wrapped(rows_add(layouter->rows,
						 layouter->arena),
					layouter->arena, spot, &span,
					&rows[line]);
	}
}

void table_layout(struct rows *rows, struct arena *arena,
		  const struct slide *slide, const struct block *table,
		  struct table_place place)
{
	struct table_layouter layouter = { .rows = rows,
					   .arena = arena,
					   .slide = slide,
					   .table = table,
					   .columns = table->table.columns,
					   .left = place.left,
					   .cols = place.cols,
					   .form = form_or_plain(place.form) };

	measure(&layouter);
	int ceiling = find_ceiling(&layouter);
	bool stacked = ceiling < COLUMN_COLS_MIN && is_too_wide(&layouter);
	shrink(&layouter, ceiling);
	if (!stacked)
		align(&layouter);
	for (const struct table_row *row = table->table.header; row;
	     row = row->next) {
		if (stacked)
			add_stacked(&layouter, row);
		else
			add_table_row(&layouter, row);
		if (is_header(table, row) && !stacked)
			add_rule(&layouter, row);
	}
}

int table_measure(struct arena *arena, const struct slide *slide,
		  const struct block *table)
{
	struct table_layouter layouter = { .arena = arena,
					   .slide = slide,
					   .table = table,
					   .columns = table->table.columns };

	measure(&layouter);
	int cols = gaps(&layouter);
	for (int i = 0; i < layouter.columns; i++)
		cols += layouter.widths[i] > 0 ? layouter.widths[i] : 1;
	return cols;
}
