/* SPDX-License-Identifier: MIT */
/*
 * Where on which screen each row of a sheet goes. First the columns, then the
 * rows: as written, without outer blanks, on pages.
 */
#include "layout/fit.h"

#include "layout/measure.h"
#include "slide/read.h"

#define MARGIN_WIDE   3 /* columns mdp keeps free beside its footer */
#define MARGIN_NARROW 1
#define MARGIN_BODY   2	 /* beside a body that wraps anyway */
#define COLS_WIDE     40 /* from here on margins are affordable */

/* Of a theme's margins only as much is kept as leaves a body this wide. */
#define MARGIN_COLS_LEFT 20

/* A slide keeps its title bar from this many rows on, its footer likewise. */
#define TITLE_ROWS_MIN	5
#define FOOTER_ROWS_MIN 3

/* What nesting leaves of a row for the text, where rows are scarce. */
#define TEXT_COLS_MIN 12

/* With fewer rows an image shows nothing: another page is better. */
#define PANE_ROWS_MIN 6

/* A title takes at most this part of the screen. */
#define TITLE_PART 5

static int min(int a, int b)
{
	return a < b ? a : b;
}

static int max(int a, int b)
{
	return a > b ? a : b;
}

int survey_deck(const struct deck *deck, const struct form *form, int cols)
{
	int last = min(deck->slide_count, SURVEY_SLIDES_MAX);
	struct arena arena = { 0 };
	int widest = 1;
	size_t bytes = 0;

	for (int i = 1; i <= last && widest <= cols; i++) {
		const struct slide_place *place = &deck->places[i - 1];
		bytes += place->end - place->begin;
		if (bytes > SURVEY_BYTES_MAX)
			break;
		struct slide *slide = read_slide(deck, i, &arena);
		widest = max(widest, measure_slide(&arena, form, slide).all);
		arena_reset(&arena);
	}
	arena_release(&arena);
	return widest;
}

int fit_margin(const struct stage *stage)
{
	return stage->size.cols >= COLS_WIDE ? MARGIN_WIDE : MARGIN_NARROW;
}

struct fitter {
	struct arena *arena;
	struct fit *fit;
	const struct slide *slide;
	struct layout_room room;
	int foot_left;
};

/* What the theme keeps free beside the body, where that leaves enough. */
static int side_margin(const struct stage *stage)
{
	int most = (stage->size.cols - MARGIN_COLS_LEFT) / 2;

	return max(min(form_or_plain(stage->form)->margin, most), 0);
}

static int body_left(const struct stage *stage, int cols)
{
	int free_cols = stage->size.cols - cols;

	switch (form_or_plain(stage->form)->body) {
	case FORM_LEFT:
		return min(side_margin(stage), free_cols);
	case FORM_RIGHT:
		return max(free_cols - side_margin(stage), 0);
	default:
		return free_cols / 2;
	}
}

/* The columns that there are, and the most that the body may take of them. */
static int body_window(const struct stage *stage)
{
	return stage->size.cols - 2 * side_margin(stage);
}

static int body_limit(const struct stage *stage)
{
	int width = stage->deck->settings.width, window = body_window(stage);

	return width > 0 ? min(width, window) : window;
}

/* The columns that titles in large letters ask for. */
static int big_cols(struct fitter *fitter)
{
	const struct stage *stage = fitter->fit->stage;
	int room = body_limit(stage);

	if (room == body_window(stage) && room >= COLS_WIDE)
		room -= 2 * MARGIN_BODY;
	return measure_big(fitter->arena, stage->form, fitter->slide, room);
}

/*
 * The body's columns. Decks that fit are shown as wide as they are. Where some
 * line has to wrap anyway, a margin is kept, unless this slide can do without
 * wrapping, or has code or a table that can.
 */
static int body_cols(const struct stage *stage, struct slide_cols slide)
{
	int window = body_window(stage), limit = body_limit(stage);
	int cols = stage->widest;

	if (stage->widest > limit || slide.all > limit) {
		cols = limit;
		if (limit == window && window >= COLS_WIDE)
			cols -= 2 * max(MARGIN_BODY - side_margin(stage), 0);
		if (slide.rigid > cols && slide.rigid <= limit)
			cols = limit;
	}
	if (slide.all <= limit)
		cols = max(cols, slide.all);
	return max(min(cols, limit), 1);
}

static void flow_add(struct fitter *fitter, const struct rows *rows, int first,
		     int count)
{
	struct fit *fit = fitter->fit;

	for (int i = first; i < first + count; i++)
		fit->flow[fit->flow_count++] =
			(struct flow_row){ .row = &rows->first[i],
					   .left = fit->left };
}

/* What stands at the foot, nothing of it before the step `from`. */
static void flow_foot(struct fitter *fitter, int from)
{
	struct fit *fit = fitter->fit;
	int begin = fit->flow_count;

	flow_add(fitter, &fit->sheet->foot, 0, fit->sheet->foot.count);
	for (int i = begin; i < fit->flow_count; i++) {
		fit->flow[i].left = fitter->foot_left;
		fit->flow[i].from = from;
	}
}

static void flow_blank(struct fitter *fitter, int count)
{
	struct fit *fit = fitter->fit;

	for (int i = 0; i < count; i++)
		fit->flow[fit->flow_count++] = (struct flow_row){ 0 };
}

/*
 * One page: the body in the middle of the room that the foot leaves, the foot
 * at the bottom, a blank row below it where there is one.
 */
static bool fits_one_page(struct fitter *fitter, int room, bool outer_space)
{
	struct fit *fit = fitter->fit;
	const struct sheet *sheet = fit->sheet;
	int foot = sheet->foot.count;
	int first = outer_space ? 0 : sheet->space_above;
	int body = sheet->body.count - first -
		   (outer_space ? 0 : sheet->space_below);
	int apart = foot ? foot + 1 : 0; /* from the body */

	if (body + apart > room)
		return false;

	int gap = foot && body + apart < room ? 1 : 0;
	int above = min((room - body - foot) / 2, room - apart - gap - body);
	if (form_or_plain(fit->stage->form)->at_top)
		above = 0;
	fit->pages = arena_new(fitter->arena, struct page);
	fit->page_count = 1;
	fit->flow = arena_array(fitter->arena, struct flow_row, (size_t)room);
	flow_blank(fitter, above);
	flow_add(fitter, &sheet->body, first, body);
	if (foot) {
		flow_blank(fitter, room - above - body - foot - gap);
		flow_foot(fitter, 0);
	}
	fit->pages[0] =
		(struct page){ .count = fit->flow_count, .top = fit->body_row };
	return true;
}

static void make_sheet(struct fitter *fitter)
{
	fitter->fit->sheet =
		layout_slide(fitter->arena, fitter->slide, fitter->room);
}

/* Whether all of it goes on one page, but for its outer blank rows. */
static bool is_within(const struct sheet *sheet, int rows)
{
	int foot = sheet->foot.count;

	return sheet->body.count - sheet->space_above - sheet->space_below +
		       (foot ? foot + 1 : 0) <=
	       rows;
}

/*
 * Images give way to what stands beside, above and below them: they have as
 * many rows as leave the slide on one page, if some are left.
 */
static void shrink_images(struct fitter *fitter, int room)
{
	int *rows = &fitter->room.panes.rows, least, most = room + 1;

	if (!fitter->fit->sheet->panes || is_within(fitter->fit->sheet, room))
		return;
	*rows = least = min(PANE_ROWS_MIN, room);
	make_sheet(fitter);
	if (!is_within(fitter->fit->sheet, room)) {
		*rows = room;
		make_sheet(fitter);
		return;
	}
	while (least + 1 < most) {
		*rows = least + (most - least) / 2;
		make_sheet(fitter);
		if (is_within(fitter->fit->sheet, room))
			least = *rows;
		else
			most = *rows;
	}
	*rows = least;
	make_sheet(fitter);
}

static bool is_blank(const struct flow_row *flow)
{
	return !flow->row || row_is_blank(flow->row);
}

/* How many rows of an image stand above a row of it; 0: it is of none. */
static int rows_of_image(const struct flow_row *flow)
{
	int rows = 0;

	if (!flow->row)
		return 0;
	for (const struct run *run = flow->row->runs; run; run = run->next)
		rows = max(rows, run->pane_row);
	return rows;
}

/*
 * A page ends where the room ends, or better at a blank row not far above. The
 * next one never begins with blank rows.
 */
static int page_end(const struct fit *fit, int first, int room)
{
	int end = first + room;

	if (end >= fit->flow_count)
		return fit->flow_count;
	for (int i = end; i > first + room * 2 / 3; i--) {
		if (is_blank(&fit->flow[i]))
			return i;
	}
	int whole = end - rows_of_image(&fit->flow[end]);
	return whole > first ? whole : end;
}

static void split_pages(struct fitter *fitter, int room)
{
	struct fit *fit = fitter->fit;
	const struct sheet *sheet = fit->sheet;
	int body = sheet->body.count - sheet->space_above - sheet->space_below;
	int first = 0;

	fit->flow = arena_array(fitter->arena, struct flow_row,
				(size_t)(body + sheet->foot.count + 1));
	flow_add(fitter, &sheet->body, sheet->space_above, body);
	if (sheet->foot.count)
		flow_blank(fitter, 1);
	/* At the end of the last page nobody looks for it before the end. */
	flow_foot(fitter, fitter->slide->steps - 1);
	fit->pages = arena_array(fitter->arena, struct page,
				 (size_t)fit->flow_count);
	while (first < fit->flow_count) {
		int end = page_end(fit, first, room);
		fit->pages[fit->page_count++] =
			(struct page){ .first = first,
				       .count = end - first,
				       .top = fit->body_row };
		first = end;
		while (first < fit->flow_count && is_blank(&fit->flow[first]))
			first++;
	}
}

/*
 * As many rows as the slide takes. They are one page to the reader; that they
 * are drawn in bands only keeps the grids small.
 */
static void fit_natural(struct fitter *fitter)
{
	struct fit *fit = fitter->fit;
	const struct sheet *sheet = fit->sheet;
	int body = sheet->body.count - sheet->space_above - sheet->space_below;
	int foot = sheet->foot.count;
	int rows = body + (foot ? foot + 1 : 0);

	fit->title_rows = fit->body_row = 0;
	fit->footer_row = -1;
	fits_one_page(fitter, rows, false);
	fit->page_count = 0;
	fit->pages = arena_array(fitter->arena, struct page,
				 (size_t)(rows / FIT_BAND_ROWS + 1));
	do {
		int first = fit->page_count * FIT_BAND_ROWS;
		fit->pages[fit->page_count++] =
			(struct page){ .first = first,
				       .count = min(rows - first,
						    FIT_BAND_ROWS) };
	} while (fit->page_count * FIT_BAND_ROWS < rows);
}

static struct span span_from(const struct span *span, int first)
{
	struct span rest = { .cells = span->cells + first,
			     .count = span->count - first };

	for (int i = 0; i < rest.count; i++)
		rest.cols += rest.cells[i].width;
	return rest;
}

static void fit_title(struct fitter *fitter)
{
	struct fit *fit = fitter->fit;
	struct size size = fit->stage->size;
	struct wrap_room room = { .cols = max(size.cols - 2, 1) };
	struct wrapped *rows;
	struct span span =
		span_of_str(fitter->arena, fit->stage->deck->title, ROLE_TITLE);
	int count = wrap_span(fitter->arena, &span, room, &rows);

	fit->title_rows = max(min(count, size.rows / TITLE_PART), 1);
	fit->titles = arena_array(fitter->arena, struct span,
				  (size_t)fit->title_rows);
	for (int i = 0; i < fit->title_rows - 1; i++)
		fit->titles[i] = (struct span){ span.cells + rows[i].first,
						rows[i].count, rows[i].cols };
	fit->titles[fit->title_rows - 1] =
		span_from(&span, rows[fit->title_rows - 1].first);
}

/* The title alone is in the top bar, or more, or nothing. */
static void fit_top_bar(struct fitter *fitter)
{
	static const struct str title = STR("{title}");
	const struct form *form = form_or_plain(fitter->fit->stage->form);
	const struct str *parts = form->top.parts;
	struct fit *fit = fitter->fit;
	bool sides = parts[FORM_LEFT_PART].len > 0 ||
		     parts[FORM_RIGHT_PART].len > 0 ||
		     form->progress == FORM_PROGRESS_TOP;

	fit->title_rows = 0;
	fit->titled = str_eq(parts[FORM_MIDDLE_PART], title);
	fit->bare = !sides && (fit->titled ? fit->stage->deck->title.len == 0
					   : parts[FORM_MIDDLE_PART].len == 0);
	if (fit->stage->size.rows < TITLE_ROWS_MIN)
		return;
	if (fit->titled)
		fit_title(fitter);
	else if (!fit->bare)
		fit->title_rows = 1;
}

/* Above and below the page some rows may be free. */
static bool fits_between(struct fitter *fitter, int above, int below)
{
	struct fit *fit = fitter->fit;
	int bottom = fit->footer_row < 0 ? 0 : 1;
	int room = fit->stage->size.rows - fit->title_rows - bottom - above -
		   below;

	fit->body_row = fit->title_rows + above;
	return room > 0 && (fits_one_page(fitter, room, true) ||
			    fits_one_page(fitter, room, false));
}

static void fit_rows(struct fitter *fitter)
{
	struct fit *fit = fitter->fit;
	const struct form *form = form_or_plain(fit->stage->form);
	int rows = fit->stage->size.rows;

	fit_top_bar(fitter);
	fit->footer_row = rows >= FOOTER_ROWS_MIN ? rows - 1 : -1;
	shrink_images(fitter,
		      rows - fit->title_rows - (fit->footer_row < 0 ? 0 : 1));
	if (fits_between(fitter, form->margin_top, form->margin_bottom) ||
	    fits_between(fitter, 0, 0))
		return;
	if (fit->bare) {
		fit->title_rows = 0;
		if (fits_between(fitter, 0, 0))
			return;
	}
	split_pages(fitter,
		    rows - fit->title_rows - (fit->footer_row < 0 ? 0 : 1));
}

/* The first and the last page on which a step changes something. */
struct step_pages {
	int first, last;
};

struct step_table {
	struct step_pages *pages; /* `count` of them; none: first is -1 */
	int count;
};

static void note_step(struct step_table *steps, int step, int page)
{
	if (step >= steps->count)
		return;
	struct step_pages *pages = &steps->pages[step];
	if (pages->first < 0)
		pages->first = page;
	pages->last = page;
}

/* Something is drawn, and looks different at some later steps. */
static void note_when(struct step_table *steps, struct when when, int from,
		      int page)
{
	const struct focus *focus = when.focus;
	int step = max(when.step, from);

	note_step(steps, step, page);
	for (int i = 1; focus && i < focus->count; i++) {
		if (focus->lit[i] != focus->lit[i - 1])
			note_step(steps, max(focus->step + i - 1, step), page);
	}
}

static void note_row(struct step_table *steps, const struct flow_row *flow,
		     int page)
{
	if (!flow->row)
		return;
	for (const struct run *run = flow->row->runs; run; run = run->next)
		note_when(steps, run->when, flow->from, page);
	for (const struct panel *panel = flow->row->panels; panel;
	     panel = panel->next)
		note_step(steps, max(panel->when.step, flow->from), page);
}

static struct step_table pages_of_steps(struct fitter *fitter)
{
	struct fit *fit = fitter->fit;
	struct step_table steps = { .count = fitter->slide->steps };

	steps.pages = arena_array(fitter->arena, struct step_pages,
				  (size_t)steps.count);
	for (int i = 0; i < steps.count; i++)
		steps.pages[i].first = -1;
	for (int page = 0; page < fit->page_count; page++) {
		const struct page *at = &fit->pages[page];
		for (int i = at->first; i < at->first + at->count; i++)
			note_row(&steps, &fit->flow[i], page);
	}
	return steps;
}

static void add_view(struct fitter *fitter, struct view view)
{
	struct fit *fit = fitter->fit;

	fit->views = arena_extend(fitter->arena, fit->views,
				  (size_t)fit->view_count, sizeof(view));
	fit->views[fit->view_count++] = view;
}

/*
 * The order in which everything is seen: all pages of a step, then those that
 * the next step changes.
 */
static void list_views(struct fitter *fitter)
{
	struct step_table steps = pages_of_steps(fitter);

	/* The talk begins with the first page, whatever is on it. */
	steps.pages[0].first = 0;
	for (int step = 0; step < steps.count; step++) {
		const struct step_pages *pages = &steps.pages[step];
		for (int page = pages->first; page >= 0 && page <= pages->last;
		     page++)
			add_view(fitter, (struct view){ step, page });
	}
}

/* Images that stand alone have all columns but a margin. */
static struct pane_scale pane_scale_of(const struct stage *stage, int left)
{
	int margin = stage->size.cols >= COLS_WIDE
			     ? max(MARGIN_BODY, side_margin(stage))
			     : 0;

	return (struct pane_scale){
		.slide = stage->size,
		.cell = stage->medium.cell,
		.most = stage->medium.most,
		.rows = max(stage->size.rows, 1),
		.from = margin - left,
		.to = stage->size.cols - margin - left,
	};
}

/* Lay the slide out, and find the place of each row. */
static void lay_out(struct fitter *fitter, struct slide_cols wanted, bool big)
{
	struct fit *fit = fitter->fit;
	const struct stage *stage = fit->stage;
	int window = stage->size.cols;
	struct layout_room *room = &fitter->room;

	*room = (struct layout_room){ .cols = body_cols(stage, wanted),
				      .foot_cols =
					      window - 2 * fitter->foot_left,
				      .big = big,
				      .form = stage->form };
	if (big)
		room->cols = max(room->cols, big_cols(fitter));
	if (wanted.all > room->cols)
		room->text_cols_min = TEXT_COLS_MIN;
	fit->left = body_left(stage, room->cols);
	room->panes = pane_scale_of(stage, fit->left);
	fit->flow_count = 0;
	fit->page_count = 0;
	make_sheet(fitter);
	if (stage->size.rows > 0)
		fit_rows(fitter);
	else
		fit_natural(fitter);
}

struct fit *fit_slide(struct arena *arena, const struct stage *stage,
		      const struct slide *slide)
{
	struct fit *fit = arena_new(arena, struct fit);
	struct fitter fitter = { .arena = arena, .fit = fit, .slide = slide };
	struct slide_cols wanted = measure_slide(arena, stage->form, slide);

	fitter.foot_left = stage->size.cols >= COLS_WIDE ? MARGIN_WIDE : 0;
	fit->stage = stage;
	fit->line = slide->line;
	fit->no_footer = slide->no_footer;
	lay_out(&fitter, wanted, !stage->plain);
	/* Nothing goes on to a further page for the looks of a title. */
	if (fit->sheet->has_big && fit->page_count > 1)
		lay_out(&fitter, wanted, false);
	list_views(&fitter);
	return fit;
}
