/* SPDX-License-Identifier: MIT */
/*
 * Rows that grow in an arena.
 */
#include "layout/sheet.h"

#include <limits.h>
#include <stdio.h>

const struct focus *focus_new(struct arena *arena, const struct block *code,
			      const struct code_line *line)
{
	if (!line->lit || code->code.focuses == 0)
		return NULL;
	struct focus *focus = arena_new(arena, struct focus);
	*focus = (struct focus){ .lit = line->lit,
				 .count = code->code.focuses,
				 .step = code->code.focus_step };
	return focus;
}

bool focus_is_lit(const struct focus *focus, int step)
{
	int at = step - focus->step + 1;

	if (at > focus->count - 1)
		at = focus->count - 1;
	return focus->lit[at > 0 ? at : 0];
}

struct row *rows_add(struct rows *rows, struct arena *arena)
{
	rows->first = arena_extend(arena, rows->first, (size_t)rows->count,
				   sizeof(*rows->first));

	struct row *row = &rows->first[rows->count++];
	*row = (struct row){ 0 };
	return row;
}

bool row_is_blank(const struct row *row)
{
	return !row->runs && !row->panels;
}

static void row_put(struct row *row, struct arena *arena, struct spot spot,
		    const struct cell *cells, int count)
{
	if (count == 0)
		return;
	struct run *run = arena_new(arena, struct run);
	*run = (struct run){ .next = row->runs,
			     .col = spot.col,
			     .count = count,
			     .cells = cells,
			     .when = spot.when,
			     .line = spot.line };
	row->runs = run;
}

void row_put_str(struct row *row, struct arena *arena, struct spot spot,
		 struct str text, enum role role)
{
	struct span span = span_of_str(arena, text, role);

	row_put(row, arena, spot, span.cells, span.count);
}

void row_put_number(struct row *row, struct arena *arena, struct spot spot,
		    long long number)
{
	char text[24];
	int cols = snprintf(text, sizeof(text), "%lld", number);

	spot.col -= cols + CODE_GUTTER_GAP;
	row_put_str(row, arena, spot, arena_str(arena, str_of(text)),
		    ROLE_LINE_NUMBER);
}

void row_put_span(struct row *row, struct arena *arena, struct spot spot,
		  const struct span *span)
{
	row_put(row, arena, spot, span->cells, span->count);
}

void row_put_wrapped(struct row *row, struct arena *arena, struct spot spot,
		     const struct span *span, const struct wrapped *wrapped)
{
	static const struct str mark = STR(WRAP_MARK);

	const struct cell *cells = span->cells + wrapped->first;
	bool code = wrapped->count > 0 && style_is_code(cells->style);

	spot.col += wrapped->indent;
	if (wrapped->broken) {
		row_put_str(row, arena, spot, mark,
			    code ? ROLE_LINE_NUMBER : ROLE_MARK);
		spot.col += WRAP_MARK_COLS;
	}
	row_put(row, arena, spot, cells, wrapped->count);
}

void row_put_pane(struct row *row, struct arena *arena, struct spot spot,
		  const struct span *cells, const struct pane *pane,
		  int pane_row)
{
	row_put(row, arena, spot, cells->cells, cells->count);
	row->runs->pane = pane;
	row->runs->pane_row = pane_row;
}

void row_put_panel(struct row *row, struct arena *arena, struct panel panel)
{
	struct panel *put = arena_new(arena, struct panel);

	*put = panel;
	put->next = row->panels;
	row->panels = put;
}

void row_join(struct row *row, const struct row *part)
{
	/* The part's lists go in front: the walk to their ends is then as long
	   as the part, not as long as the row has become. */
	if (part->runs) {
		struct run *last = part->runs;
		while (last->next)
			last = last->next;
		last->next = row->runs;
		row->runs = part->runs;
	}
	if (part->panels) {
		struct panel *last = part->panels;
		while (last->next)
			last = last->next;
		last->next = row->panels;
		row->panels = part->panels;
	}
}

void rows_join(struct rows *rows, struct arena *arena, const struct rows *part)
{
	for (int i = 0; i < part->count; i++) {
		if (i == rows->count)
			rows_add(rows, arena);
		row_join(&rows->first[i], &part->first[i]);
	}
}

int row_step(const struct row *row, int other)
{
	int step = INT_MAX;

	for (const struct run *run = row->runs; run; run = run->next)
		step = run->when.step < step ? run->when.step : step;
	for (const struct panel *panel = row->panels; panel;
	     panel = panel->next)
		step = panel->when.step < step ? panel->when.step : step;
	return step < INT_MAX ? step : other;
}

static int first_line(int a, int b)
{
	if (a == 0 || b == 0)
		return a + b;
	return a < b ? a : b;
}

int row_line(const struct row *row, int step)
{
	int line = 0;

	for (const struct run *run = row->runs; run; run = run->next) {
		if (run->when.step <= step)
			line = first_line(line, run->line);
	}
	for (const struct panel *panel = row->panels; panel;
	     panel = panel->next) {
		if (panel->when.step <= step)
			line = first_line(line, panel->line);
	}
	return line;
}

void sheet_note(struct sheet *sheet, struct arena *arena,
		struct overflow overflow)
{
	struct overflow *noted;

	if (overflow.cols <= 0)
		return;
	noted = arena_new(arena, struct overflow);
	*noted = overflow;
	noted->next = sheet->overflows;
	sheet->overflows = noted;
}

void sheet_count_space(struct sheet *sheet)
{
	const struct row *rows = sheet->body.first;
	int count = sheet->body.count;

	while (sheet->space_above < count &&
	       row_is_blank(&rows[sheet->space_above]))
		sheet->space_above++;
	while (sheet->space_below < count - sheet->space_above &&
	       row_is_blank(&rows[count - 1 - sheet->space_below]))
		sheet->space_below++;
}

int wrapped_cols(const struct wrapped *wrapped)
{
	return wrapped->indent + wrapped->cols +
	       (wrapped->broken ? WRAP_MARK_COLS : 0);
}

int align_shift(enum align align, int spare)
{
	if (spare <= 0 || align == ALIGN_LEFT)
		return 0;
	return align == ALIGN_CENTRE ? spare / 2 : spare;
}
