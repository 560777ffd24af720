/* SPDX-License-Identifier: MIT */
/*
 * One walk over the rows of all pages, in the order of the flow.
 */
#include "layout/locate.h"

/* Where something of the source is shown first. */
struct sight {
	int page, step;
	int line; /* 0: nowhere */
};

struct seeker {
	int first, last;    /* the lines that are looked for */
	struct sight found; /* of one of them */
	struct sight above; /* of the last line above them */
};

/* The first step at which it can be read well. */
static int step_of(struct when when, int from)
{
	const struct focus *focus = when.focus;
	int step = when.step > from ? when.step : from;
	int end = focus ? focus->step + focus->count - 1 : 0;

	for (int at = step; at < end; at++) {
		if (focus_is_lit(focus, at))
			return at;
	}
	return step;
}

/* What a link leads to has its line, but the link itself is what counts. */
static bool is_target(const struct run *run)
{
	return run->cells[0].style.role == ROLE_TARGET;
}

/* The earlier of two sights of one row. */
static void note_found(struct sight *found, struct sight sight)
{
	if (found->line == 0 || sight.step < found->step)
		*found = sight;
}

/* The lowest row of a line is the nearest to what is below it. */
static void note_above(struct sight *above, struct sight sight)
{
	if (sight.line >= above->line)
		*above = sight;
}

static void see(struct seeker *seeker, struct sight sight)
{
	if (sight.line == 0)
		return;
	if (sight.line >= seeker->first && sight.line <= seeker->last)
		note_found(&seeker->found, sight);
	else if (sight.line < seeker->first)
		note_above(&seeker->above, sight);
}

static void see_row(struct seeker *seeker, const struct flow_row *flow,
		    int page)
{
	if (!flow->row)
		return;
	for (const struct run *run = flow->row->runs; run; run = run->next) {
		if (!is_target(run))
			see(seeker, (struct sight){ .page = page,
						    .step = step_of(run->when,
								    flow->from),
						    .line = run->line });
	}
	for (const struct panel *panel = flow->row->panels; panel;
	     panel = panel->next)
		see(seeker,
		    (struct sight){ .page = page,
				    .step = step_of(panel->when, flow->from),
				    .line = panel->line });
}

static struct sight find(const struct fit *fit, int first, int last)
{
	struct seeker seeker = { .first = first, .last = last };

	for (int i = 0; i < fit->page_count; i++) {
		const struct page *page = &fit->pages[i];
		for (int row = 0; row < page->count; row++) {
			see_row(&seeker, &fit->flow[page->first + row], i);
			if (seeker.found.line > 0)
				return seeker.found;
		}
	}
	return seeker.above;
}

int locate_lines(const struct fit *fit, int first, int last)
{
	struct sight sight = find(fit, first, last);
	int on_page = 0;

	if (sight.line == 0)
		return 0;
	for (int i = 0; i < fit->view_count; i++) {
		if (fit->views[i].page != sight.page)
			continue;
		on_page = i;
		if (fit->views[i].step >= sight.step)
			break;
	}
	return on_page;
}

int locate_line(const struct fit *fit, int view)
{
	const struct view *at = &fit->views[view];
	const struct page *page = &fit->pages[at->page];

	for (int i = 0; i < page->count; i++) {
		const struct flow_row *flow = &fit->flow[page->first + i];
		if (!flow->row || flow->from > at->step)
			continue;
		int line = row_line(flow->row, at->step);
		/* A footnote may stand in the source above the slide. */
		if (line >= fit->line)
			return line;
	}
	return fit->line;
}

int locate_step(const struct fit *fit, int step, int line)
{
	int page = find(fit, line, line).page;
	int last = 0, on_page = -1;

	for (int i = 0; i < fit->view_count; i++) {
		if (fit->views[i].step > step)
			continue;
		last = i;
		if (fit->views[i].page == page)
			on_page = i;
	}
	return on_page >= 0 ? on_page : last;
}
