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

#define PLACE_GAP 2 /* columns between the place and a notice */

struct framer {
	struct arena *arena;
	const struct fit *fit;
	const struct bars *bars;
	struct grid grid;
};

/* A row as far as a step shows it. */
struct drawn_row {
	const struct flow_row *flow;
	int at; /* row of the grid */
	int step;
};

static bool is_drawn(const struct drawn_row *row, struct when when)
{
	return when.step <= row->step && row->flow->from <= row->step;
}

static unsigned char emphasis_at(struct when when, int step)
{
	return when.focus && !focus_is_lit(when.focus, step) ? EMPHASIS_DIM : 0;
}

static void draw_run(struct framer *framer, const struct drawn_row *row,
		     const struct run *run)
{
	struct pos at = { row->at, row->flow->left + run->col };
	unsigned char emphasis = emphasis_at(run->when, row->step);

	if (emphasis == 0) {
		grid_put_cells(&framer->grid, at, run->cells, run->count);
		return;
	}
	for (int i = 0; i < run->count; i++) {
		struct cell cell = run->cells[i];
		cell.style.emphasis |= emphasis;
		at.col += grid_put(&framer->grid, at, cell);
	}
}

static void draw_panel(struct framer *framer, const struct drawn_row *row,
		       const struct panel *panel)
{
	struct style style = { .role = ROLE_CODE,
			       .emphasis =
				       emphasis_at(panel->when, row->step) };

	grid_fill(&framer->grid,
		  (struct pos){ row->at, row->flow->left + panel->from },
		  panel->to - panel->from, style);
}

static void draw_row(struct framer *framer, const struct drawn_row *row)
{
	const struct run *run = row->flow->row->runs;
	const struct panel *panel = row->flow->row->panels;

	for (; run; run = run->next) {
		if (is_drawn(row, run->when))
			draw_run(framer, row, run);
	}
	for (; panel; panel = panel->next) {
		if (is_drawn(row, panel->when))
			draw_panel(framer, row, panel);
	}
}

static bool is_marked(const struct framer *framer, int line)
{
	for (int i = 0; i < framer->bars->marked_count; i++) {
		if (framer->bars->marked_lines[i] == line)
			return true;
	}
	return false;
}

/* Whether anything that is drawn of a row is of a marked line. */
static bool has_mark(const struct framer *framer, const struct drawn_row *row)
{
	const struct run *run = row->flow->row->runs;
	const struct panel *panel = row->flow->row->panels;

	for (; run; run = run->next) {
		if (is_drawn(row, run->when) && is_marked(framer, run->line))
			return true;
	}
	for (; panel; panel = panel->next) {
		if (is_drawn(row, panel->when) &&
		    is_marked(framer, panel->line))
			return true;
	}
	return false;
}

/* Nothing that the slide shows is hidden. */
static void mark_row(struct framer *framer, int row)
{
	static const struct str mark = STR("!"), blank = STR(" ");
	const int cols[] = { framer->grid.cols - 1, 0 };

	for (int i = 0; i < 2; i++) {
		const struct cell *cell =
			&grid_row(&framer->grid, row)[cols[i]];
		if (!str_eq(cell->glyph, blank))
			continue;
		grid_put_text(&framer->grid, (struct pos){ row, cols[i] }, mark,
			      (struct style){ .role = ROLE_NOTICE });
		return;
	}
}

static void draw_page(struct framer *framer, struct view view)
{
	const struct page *page = &framer->fit->pages[view.page];

	for (int i = 0; i < page->count; i++) {
		struct drawn_row row = {
			.flow = &framer->fit->flow[page->first + i],
			.at = page->top + i,
			.step = view.step
		};
		if (!row.flow->row)
			continue;
		draw_row(framer, &row);
		if (has_mark(framer, &row))
			mark_row(framer, row.at);
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
	const struct deck *deck = framer->fit->stage->deck;
	bool none = framer->fit->no_footer || deck->settings.no_numbers;
	enum number_style style = none ? NUMBER_NONE : framer->bars->style;
	char text[32];

	snprintf(text, sizeof(text), formats[style], framer->bars->number,
		 deck->slide_count);
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

/* The end of a text that may be too long: a place's line is there. */
static int put_end(struct framer *framer, struct pos at, int cols,
		   const struct span *span, struct style style)
{
	static const struct str ellipsis = STR(ELLIPSIS);
	int first = 0, left = span->cols;

	if (left > cols && cols < CUT_COLS_MIN)
		return at.col;
	if (left > cols) {
		at.col = grid_put_text(&framer->grid, at, ellipsis, style);
		while (left > cols - 1)
			left -= span->cells[first++].width;
	}
	return grid_put_cells(&framer->grid, at, span->cells + first,
			      span->count - first);
}

/* From the left: the place or the author, then a notice. */
static void draw_texts(struct framer *framer, int left, int right,
		       const struct span *place)
{
	const struct style footer = { .role = ROLE_FOOTER };
	const struct style notice = { .role = ROLE_NOTICE };
	const struct fit *fit = framer->fit;
	bool author = framer->bars->notice.len == 0 && !fit->no_footer;
	struct pos at = { fit->footer_row, left };
	struct span text =
		span_of_str(framer->arena, framer->bars->notice, ROLE_NOTICE);

	if (place->count > 0) {
		at.col = put_end(framer, at, right - left, place, footer) +
			 PLACE_GAP;
	} else if (author) {
		text = span_of_str(framer->arena, fit->stage->deck->author,
				   ROLE_FOOTER);
	}
	put_cut(framer, at, right - at.col, &text, author ? footer : notice);
}

/*
 * From the right: the number, the page mark, and what is left for the author or
 * a notice. Where there is not even room for the first two, the mark is the one
 * that is needed. It stands in the middle where it can, but beside the number
 * where a place and a notice have to share what is left.
 */
static void draw_footer(struct framer *framer, struct view view)
{
	const struct fit *fit = framer->fit;
	int margin = fit_margin(fit->stage);
	int right = framer->grid.cols - margin;
	struct span number = span_of_number(framer), mark = { 0 };
	struct span place =
		span_of_str(framer->arena, framer->bars->place, ROLE_FOOTER);

	if (fit->page_count > 1)
		mark = span_of_mark(framer, view.page,
				    (right - number.cols - margin) / 2);
	if (number.cols > 0 && number.cols + mark.cols + 2 <= right)
		right = put_before(framer, right, &number) - 2;
	if (mark.cols > 0) {
		int middle = (framer->grid.cols + mark.cols) / 2;
		bool aside = place.cols > 0 || middle > right;
		right = put_before(framer, aside ? right : middle, &mark) - 2;
	}
	draw_texts(framer, margin, right, &place);
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
