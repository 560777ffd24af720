/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FRAME_H
#define LAYOUT_FRAME_H

#include "layout/fit.h"

enum number_style {
	NUMBER_OF_TOTAL, /* 3 / 10 */
	NUMBER_ALONE,	 /* 3 */
	NUMBER_NONE,
};

/* What stands around a slide. */
struct bars {
	int number; /* of the slide, 1 and up */
	enum number_style style;
	struct str notice; /* in place of the author; empty: none */

	/* Where the slide stands in its source, in place of the author. The
	   notice follows it, and gives way to it. Empty: none. */
	struct str place;

	/* Source lines whose rows have a "!" at the screen's right edge, or
	   where text stands there, at its left edge; where both have text there
	   is no mark. */
	const int *marked_lines;
	int marked_count;
};

/*
 * Draw a page of a fitted slide as far as a step reveals it, bars included:
 * exactly what the audience sees. The grid's cells are the arena's.
 */
struct grid frame_draw(struct arena *arena, const struct fit *fit,
		       struct view view, const struct bars *bars);

#endif
