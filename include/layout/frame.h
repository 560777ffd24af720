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
};

/*
 * Draw a page of a fitted slide as far as a step reveals it, bars included:
 * exactly what the audience sees. The grid's cells are the arena's.
 */
struct grid frame_draw(struct arena *arena, const struct fit *fit,
		       struct view view, const struct bars *bars);

#endif
