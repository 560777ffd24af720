/* SPDX-License-Identifier: MIT */
/*
 * Which images of a page the terminal draws, and where.
 */
#include "layout/stamp.h"

struct stamper {
	struct arena *arena;
	const struct fit *fit;
	struct view view;
	struct stamps stamps;
};

const struct copy *stamp_of(const struct fit *fit, const struct page *page,
			    int row, const struct run *run)
{
	const struct pane *pane = run->pane;
	int first = row - run->pane_row;

	if (!pane || fit->stage->medium.kind == COPY_PIXELS ||
	    first < page->first ||
	    first + pane->size.rows > page->first + page->count)
		return NULL;
	struct copy_wish wish = pane_wish(pane, &fit->stage->medium);
	return picture_copy(pane->picture, &wish);
}

/* A pane is stamped where its first row is. */
static void stamp(struct stamper *stamper, int row, const struct run *run)
{
	const struct fit *fit = stamper->fit;
	const struct page *page = &fit->pages[stamper->view.page];
	const struct copy *copy = stamp_of(fit, page, row, run);
	struct stamps *stamps = &stamper->stamps;

	if (!copy || run->pane_row > 0 || run->when.step > stamper->view.step)
		return;
	stamps->first =
		arena_extend(stamper->arena, stamps->first,
			     (size_t)stamps->count, sizeof(*stamps->first));
	stamps->first[stamps->count++] = (struct stamp){
		.copy = *copy,
		.at = { page->top + row - page->first,
			fit->flow[row].left + run->col },
		.size = run->pane->size,
	};
}

struct stamps stamps_list(struct arena *arena, const struct fit *fit,
			  struct view view)
{
	struct stamper stamper = { .arena = arena, .fit = fit, .view = view };
	const struct page *page = &fit->pages[view.page];

	for (int row = page->first; row < page->first + page->count; row++) {
		const struct flow_row *flow = &fit->flow[row];
		if (!flow->row || flow->from > view.step)
			continue;
		for (const struct run *run = flow->row->runs; run;
		     run = run->next)
			stamp(&stamper, row, run);
	}
	return stamper.stamps;
}
