/* SPDX-License-Identifier: MIT */
/*
 * From a fitted slide to the grid that is shown: the rows of one page as far
 * as they are revealed, and the bars.
 */
#include "layout/frame.h"

#include <assert.h>
#include <stdio.h>

#include "base/glyph.h"
#include "layout/bar.h"
#include "layout/stamp.h"

#define ELLIPSIS       "…"
#define NO_BREAK_SPACE "\xc2\xa0"

/* A bar's text that has to be cut shorter than this says nothing. */
#define CUT_COLS_MIN 6

/* From here on a pixel is seen: as opaque as that, of 255. */
#define OPAQUE 128

#define PLACE_GAP 2 /* columns between the place and a notice */

struct framer {
	struct arena *arena;
	const struct fit *fit;
	const struct form *form;
	const struct bars *bars;
	struct bar_facts facts;
	struct grid grid;
};

/* A row as far as a step shows it. */
struct drawn_row {
	const struct page *page;
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

static int tint_of(const unsigned char *pixel)
{
	return TINT_SET | pixel[0] << 16 | pixel[1] << 8 | pixel[2];
}

/* A pixel above another one: what is transparent has no colour. */
static struct cell cell_of(const unsigned char *above,
			   const unsigned char *below)
{
	static const struct str both = STR("▀"), lower = STR("▄"),
				none = STR(" ");
	struct cell cell = { .glyph = none,
			     .width = 1,
			     .style.role = ROLE_IMAGE };
	int top = above[3] >= OPAQUE ? tint_of(above) : 0;
	int bottom = below[3] >= OPAQUE ? tint_of(below) : 0;

	if (top == bottom) {
		cell.style.tint.ground = top;
		return cell;
	}
	cell.glyph = top ? both : lower;
	cell.style.tint.text = top ? top : bottom;
	cell.style.tint.ground = top ? bottom : 0;
	return cell;
}

/* A row of an image of two pixels a cell. */
static void draw_pixels(struct framer *framer, struct pos at,
			const struct run *run, const struct copy *copy)
{
	int cols = run->pane->size.cols;
	const unsigned char *above = (const unsigned char *)copy->bytes.ptr +
				     raster_bytes(cols, run->pane_row * 2);
	const unsigned char *below = above + raster_bytes(cols, 1);

	for (int i = 0; i < cols; i++, at.col++) {
		size_t pixel = raster_bytes(i, 1);
		grid_put(&framer->grid, at,
			 cell_of(above + pixel, below + pixel));
	}
}

/*
 * Under a stamp there are blanks, but not those that a backend may leave out
 * or clear with what is beside them: that would take the stamp away as well.
 */
static void draw_ground(struct framer *framer, struct pos at,
			const struct run *run)
{
	static const struct cell ground = { .glyph = STR(NO_BREAK_SPACE),
					    .width = 1,
					    .style.role = ROLE_BLANK };

	for (int i = 0; i < run->pane->size.cols; i++, at.col++)
		grid_put(&framer->grid, at, ground);
}

/* A row of an image; false while it is not there. */
static bool draw_image(struct framer *framer, struct pos at,
		       const struct drawn_row *row, const struct run *run)
{
	const struct fit *fit = framer->fit;
	struct copy_wish wish = pane_wish(run->pane, &fit->stage->medium);
	const struct copy *copy = picture_copy(run->pane->picture, &wish);

	if (copy && wish.kind == COPY_PIXELS) {
		draw_pixels(framer, at, run, copy);
		return true;
	}
	if (!stamp_of(fit, row->page, (int)(row->flow - fit->flow), run))
		return false;
	draw_ground(framer, at, run);
	return true;
}

static void draw_run(struct framer *framer, const struct drawn_row *row,
		     const struct run *run)
{
	struct pos at = { row->at, row->flow->left + run->col };
	unsigned char emphasis = emphasis_at(run->when, row->step);

	if (run->pane && draw_image(framer, at, row, run))
		return;
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
			.page = page,
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

/* One row of a title, in the middle. */
static void put_title(struct framer *framer, int row, const struct span *title)
{
	int room = framer->grid.cols - 2;
	int cols = title->cols < room ? title->cols : room;

	put_cut(framer, (struct pos){ row, (framer->grid.cols - cols) / 2 },
		room, title, (struct style){ .role = ROLE_TITLE });
}

/* A part of a bar, in the look of one. */
static struct span span_of_part(struct framer *framer, struct str template,
				enum role role)
{
	return span_of_str(framer->arena,
			   bar_text(framer->arena, template, &framer->facts),
			   role);
}

static struct bar_facts facts_of(const struct fit *fit, struct view view,
				 const struct bars *bars)
{
	const struct deck *deck = fit->stage->deck;
	bool numbers = !deck->settings.no_numbers && bars->style != NUMBER_NONE;
	bool total = numbers && bars->style != NUMBER_ALONE;

	return (struct bar_facts){ .title = deck->title,
				   .author = deck->author,
				   .date = deck->date,
				   .slide = numbers ? bars->number : 0,
				   .slides = total ? deck->slide_count : 0,
				   .page = view.page + 1,
				   .pages = fit->page_count };
}

/* Whether nothing stands there, nor right beside it. */
static bool is_free(const struct framer *framer, int row, int from, int to)
{
	static const struct str blank = STR(" ");
	const struct cell *cells = grid_row(&framer->grid, row);

	if (from < 0 || to > framer->grid.cols)
		return false;
	for (int i = from - 1; i <= to; i++) {
		if (i >= 0 && i < framer->grid.cols &&
		    !str_eq(cells[i].glyph, blank))
			return false;
	}
	return true;
}

/* Put a part of a bar, which is less than what stands there already. */
static void put_part(struct framer *framer, struct pos at,
		     const struct span *span)
{
	if (is_free(framer, at.row, at.col, at.col + span->cols))
		grid_put_cells(&framer->grid, at, span->cells, span->count);
}

/* The title may take several rows; what stands beside it gives way. */
static void draw_top(struct framer *framer)
{
	const struct fit *fit = framer->fit;
	const struct str *parts = framer->form->top.parts;
	int cols = framer->grid.cols, margin = fit_margin(fit->stage);

	if (fit->title_rows == 0)
		return;
	struct span left =
		span_of_part(framer, parts[FORM_LEFT_PART], ROLE_TITLE);
	struct span middle =
		span_of_part(framer, parts[FORM_MIDDLE_PART], ROLE_TITLE);
	struct span right =
		span_of_part(framer, parts[FORM_RIGHT_PART], ROLE_TITLE);
	if (!fit->titled)
		put_title(framer, 0, &middle);
	for (int i = 0; fit->titled && i < fit->title_rows; i++)
		put_title(framer, i, &fit->titles[i]);
	put_part(framer, (struct pos){ 0, margin }, &left);
	put_part(framer, (struct pos){ 0, cols - margin - right.cols }, &right);
}

/* Between the margins of a bar, wherever nothing else stands. */
static void draw_progress(struct framer *framer, int row)
{
	const struct style done = { .role = ROLE_TITLE };
	const struct style left = { .role = ROLE_RULE };
	const struct form *form = framer->form;
	int cols = framer->grid.cols, from = fit_margin(framer->fit->stage);
	int slides = framer->fit->stage->deck->slide_count;
	int to = from + (int)((long long)(cols - 2 * from) *
			      framer->bars->number / slides);
	bool *is_taken = arena_array(framer->arena, bool, (size_t)cols);

	for (int i = from; i < cols - from; i++)
		is_taken[i] = !is_free(framer, row, i, i + 1);
	for (int i = from; i < cols - from; i++) {
		if (!is_taken[i])
			grid_put_text(&framer->grid, (struct pos){ row, i },
				      i < to ? form->progress_done
					     : form->progress_left,
				      i < to ? done : left);
	}
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
		text = span_of_part(framer,
				    framer->form->bottom.parts[FORM_LEFT_PART],
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
	const struct str *parts = framer->form->bottom.parts;
	struct span number = { 0 }, mark = { 0 };
	struct span place =
		span_of_str(framer->arena, framer->bars->place, ROLE_FOOTER);

	if (!fit->no_footer)
		number = span_of_part(framer, parts[FORM_RIGHT_PART],
				      ROLE_FOOTER);
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
	if (fit->no_footer)
		return;
	struct span middle =
		span_of_part(framer, parts[FORM_MIDDLE_PART], ROLE_FOOTER);
	int col = (framer->grid.cols - middle.cols) / 2;
	put_part(framer, (struct pos){ fit->footer_row, col }, &middle);
	if (framer->form->progress == FORM_PROGRESS_BOTTOM)
		draw_progress(framer, fit->footer_row);
}

struct grid frame_draw(struct arena *arena, const struct fit *fit,
		       struct view view, const struct bars *bars)
{
	struct size size = fit->stage->size;
	struct framer framer = { .arena = arena,
				 .fit = fit,
				 .form = form_or_plain(fit->stage->form),
				 .bars = bars,
				 .facts = facts_of(fit, view, bars) };

	assert(view.page >= 0 && view.page < fit->page_count);
	if (size.rows == 0)
		size.rows = fit->pages[view.page].count;
	framer.grid = grid_new(arena, size);
	draw_page(&framer, view);
	draw_top(&framer);
	if (fit->title_rows > 0 && framer.form->progress == FORM_PROGRESS_TOP)
		draw_progress(&framer, 0);
	if (fit->footer_row >= 0)
		draw_footer(&framer, view);
	assert(grid_check(&framer.grid));
	return framer.grid;
}
