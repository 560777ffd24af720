/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_STAMP_H
#define LAYOUT_STAMP_H

#include "layout/fit.h"
#include "picture/album.h"

/*
 * An image that the terminal draws itself, over cells that show nothing. It
 * has the whole of its place on the screen, and nothing else has any of it.
 */
struct stamp {
	struct copy copy; /* borrowed from the album */
	struct pos at;
	struct size size;
};

struct stamps {
	struct stamp *first;
	int count;
};

/*
 * The copy that the pane of a run is stamped with; the run stands on row `row`
 * of the flow. NULL when it is of no pane, when the image is not there yet or
 * is drawn with cells, or when the page has not all of it.
 */
const struct copy *stamp_of(const struct fit *fit, const struct page *page,
			    int row, const struct run *run);

/* The stamps of a page, as far as a step reveals it. The arena's. */
struct stamps stamps_list(struct arena *arena, const struct fit *fit,
			  struct view view);

#endif
