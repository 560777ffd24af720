/* SPDX-License-Identifier: MIT */
/*
 * From a fitted slide to the grid that is shown: the rows of one page as far
 * as they are revealed, and the bars.
 */
#include "layout/frame.h"

#include <assert.h>
#include <stdio.h>

#include "base/glyph.h"

#define ELLIPSIS "…"

/* A bar's text that has to be cut shorter than this says nothing. */
#define CUT_COLS_MIN 6

struct framer {
	struct arena *arena;
	const struct fit *fit;
	const struct bars *bars;
	struct grid grid;
};

static void draw_row(struct framer *framer, const struct flow_row *flow, int at)
{
	const struct row *row = flow->row;
	struct style code = { .role = ROLE_CODE };

	for (const struct run *run = row->runs; run; run = run->next)
		grid_put_cells(&framer->grid,
			       (struct pos){ at, flow->left + run->col },
			       run->cells, run->count);
	grid_fill(&framer->grid,
		  (struct pos){ at, flow->left + row->panel_from },
		  row->panel_to - row->panel_from, code);
}

static void draw_page(struct framer *framer, struct view view)
{
	const struct page *page = &framer->fit->pages[view.page];

	for (int i = 0; i < page->count; i++) {
		const struct flow_row *flow =
			&framer->fit->flow[page->first + i];
		if (flow->row && flow->step <= view.step)
			draw_row(framer, flow, page->top + i);
	}
}

/* Put a text that may be too long: cut with an ellipsis, blanks dropped. */
static void put_cut(struct framer *framer, struct pos at, int cols,
		    const struct span *span, struct style style)
{
	static const struct str ellipsis = STR(ELLIPSIS);
	int count = 0, taken = 0;

	if (span->cols <= cols) {
		grid_put_cells(&framer->grid, at, span->cells, span->count);
		return;
	}
	if (cols < CUT_COLS_MIN)
		return;
	while (taken + span->cells[count].width <= cols - 1)
		taken += span->cells[count++].width;
	at.col = grid_put_cells(&framer->grid, at, span->cells, count);
	grid_put_text(&framer->grid, at, ellipsis, style);
}

static void draw_title(struct framer *framer)
{
	const struct fit *fit = framer->fit;
	int room = framer->grid.cols - 2;

	for (int i = 0; i < fit->title_rows; i++) {
		const struct span *title = &fit->titles[i];
		int cols = title->cols < room ? title->cols : room;
		struct pos at = { i, (framer->grid.cols - cols) / 2 };
		put_cut(framer, at, room, title,
			(struct style){ .role = ROLE_TITLE });
	}
}

static struct span span_of_number(struct framer *framer)
{
	static const char *const formats[] = {
		[NUMBER_OF_TOTAL] = "%d / %d",
		[NUMBER_ALONE] = "%d",
		[NUMBER_NONE] = "",
	};
	char text[32];

	snprintf(text, sizeof(text), formats[framer->bars->style],
		 framer->bars->number, framer->fit->stage->deck->slide_count);
	return span_of_str(framer->arena,
			   arena_str(framer->arena, str_of(text)), ROLE_FOOTER);
}

/* "2/3 ▼ Space": how many pages there are and how to see the next one. */
static struct span span_of_mark(struct framer *framer, int page, int room)
{
	static const char *const forms[] = { "%d/%d ▼ Space", "%d/%d ▼" };
	struct span span = { 0 };
	char text[48];
	int pages = framer->fit->page_count;

	for (int i = 0; i < 2; i++) {
		snprintf(text, sizeof(text),
			 page + 1 < pages ? forms[i] : "%d/%d", page + 1,
			 pages);
		span = span_of_str(framer->arena,
				   arena_str(framer->arena, str_of(text)),
				   ROLE_MARK);
		if (span.cols <= room)
			break;
	}
	return span;
}

/* Put a span that ends before column `right`; returns where it begins. */
static int put_before(struct framer *framer, int right, const struct span *span)
{
	int col = right - span->cols;

	grid_put_cells(&framer->grid,
		       (struct pos){ framer->fit->footer_row, col },
		       span->cells, span->count);
	return col;
}

/*
 * From the right: the number, the page mark in the middle or where there is
 * room for it, and what is left for the author or a notice. Where there is not
 * even room for the first two, the mark is the one that is needed.
 */
static void draw_footer(struct framer *framer, struct view view)
{
	const struct fit *fit = framer->fit;
	int margin = fit_margin(fit->stage);
	int right = framer->grid.cols - margin;
	bool notice = framer->bars->notice.len > 0;
	enum role role = notice ? ROLE_NOTICE : ROLE_FOOTER;
	struct span number = span_of_number(framer), mark = { 0 };

	if (fit->page_count > 1)
		mark = span_of_mark(framer, view.page,
				    (right - number.cols - margin) / 2);
	if (number.cols > 0 && number.cols + mark.cols + 2 <= right)
		right = put_before(framer, right, &number) - 2;
	if (mark.cols > 0) {
		int middle = (framer->grid.cols + mark.cols) / 2;
		right = put_before(framer, middle < right ? middle : right,
				   &mark) -
			2;
	}
	struct str text =
		notice ? framer->bars->notice : fit->stage->deck->author;
	struct span span = span_of_str(framer->arena, text, role);
	put_cut(framer, (struct pos){ fit->footer_row, margin }, right - margin,
		&span, (struct style){ .role = (unsigned char)role });
}

struct grid frame_draw(struct arena *arena, const struct fit *fit,
		       struct view view, const struct bars *bars)
{
	struct size size = fit->stage->size;
	struct framer framer = { .arena = arena, .fit = fit, .bars = bars };

	assert(view.page >= 0 && view.page < fit->page_count);
	if (size.rows == 0)
		size.rows = fit->pages[view.page].count;
	framer.grid = grid_new(arena, size);
	draw_page(&framer, view);
	draw_title(&framer);
	if (fit->footer_row >= 0)
		draw_footer(&framer, view);
	assert(grid_check(&framer.grid));
	return framer.grid;
}
