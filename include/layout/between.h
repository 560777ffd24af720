/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BETWEEN_H
#define LAYOUT_BETWEEN_H

#include "deck/transition.h"
#include "layout/grid.h"

/*
 * What is seen while one grid gives way to another: a function of both and of
 * how far it has come. It sees no clock.
 */
#define BETWEEN_DONE 1000

struct between {
	enum transition transition;
	bool backward; /* the other comes from the left */
	int top, end;  /* only the rows [top, end) take part: those around them
			  are the other grid's from the begin on */
};

/*
 * The grid at `progress`, more than 0 and less than BETWEEN_DONE; both grids
 * are of the same size. Cells that are the same in both stay as they are,
 * unless they are pushed. Its cells are the arena's, their glyphs those of the
 * two.
 */
struct grid between_draw(struct arena *arena, const struct between *between,
			 const struct grid *before, const struct grid *after,
			 int progress);

#endif
