/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_MOTION_H
#define PRESENT_MOTION_H

#include "layout/between.h"

/*
 * Transitions as time goes by: from grids that are to be shown to those that
 * are. It sees no screen and no clock; time comes in as an argument, in ms of
 * any clock that does not jump.
 *
 * All zero bytes is one at rest; release it when done.
 */

/* Between two frames: what eyes take for motion. */
#define MOTION_FRAME_MS 33

/* What a grid shows. */
struct scene {
	const void *deck;	    /* nothing moves from one deck to another */
	int slide;		    /* 0: something else, and nothing moves */
	enum transition transition; /* from the slide before, and back to it */
	int ms;			    /* how long that takes */
	int top, end;		    /* the rows between the bars */
};

struct motion {
	bool runs;
	bool ended; /* by a key: where that leads is shown at once */
	long long began;
	int ms;
	struct between between;
	struct scene scene; /* of the grid that came last */
	struct grid before; /* what was shown before anything moved: its own */
	struct arena arena; /* of its longer glyphs */
	struct arena frame_arena;
};

void motion_release(struct motion *motion);

/*
 * What to show of a grid now. Valid as long as the grid, and until the next
 * call.
 */
struct grid motion_draw(struct motion *motion, const struct scene *scene,
			const struct grid *grid, long long now);

/*
 * Call it with the same grid once it is shown: a copy is kept of one at rest,
 * for the next one may have to come out of it. Nobody waits for that.
 */
void motion_keep(struct motion *motion, const struct grid *grid);

/*
 * A key has come. What runs is over, and what the key leads to is not made to
 * wait, either.
 */
void motion_end(struct motion *motion);

/* In how many ms the next frame is due; -1: nothing moves. */
int motion_timeout(const struct motion *motion, long long now);

#endif
