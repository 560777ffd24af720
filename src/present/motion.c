/* SPDX-License-Identifier: MIT */
/*
 * Of each grid that is shown at rest a copy is kept, for the next one may have
 * to come out of it.
 */
#include "present/motion.h"

void motion_release(struct motion *motion)
{
	arena_release(&motion->arena);
	arena_release(&motion->frame_arena);
}

static void keep(struct motion *motion, const struct grid *grid)
{
	struct size size = { grid->rows, grid->cols };

	arena_reset(&motion->arena);
	motion->before = grid_new(&motion->arena, size);
	for (int i = 0; i < size.rows * size.cols; i++) {
		struct cell *cell = &motion->before.cells[i];
		*cell = grid->cells[i];
		if (cell->glyph.len > 0)
			cell->glyph = arena_str(&motion->arena, cell->glyph);
	}
}

static bool is_other(const struct motion *motion, const struct scene *scene)
{
	return scene->slide != motion->scene.slide ||
	       scene->deck != motion->scene.deck;
}

/* Both are slides of one deck, and as large. */
static bool leads_to(const struct motion *motion, const struct scene *scene,
		     const struct grid *grid)
{
	return motion->scene.slide > 0 && scene->slide > 0 &&
	       scene->deck == motion->scene.deck &&
	       grid->rows == motion->before.rows &&
	       grid->cols == motion->before.cols;
}

/* The way back is that of the slide that is left. */
static void begin(struct motion *motion, const struct scene *scene,
		  long long now)
{
	bool backward = scene->slide < motion->scene.slide;
	const struct scene *said = backward ? &motion->scene : scene;

	motion->runs = said->transition > TRANSITION_NONE;
	motion->began = now;
	motion->ms = said->ms > 0 ? said->ms : TRANSITION_MS;
	motion->between = (struct between){ .transition = said->transition,
					    .backward = backward,
					    .top = scene->top,
					    .end = scene->end };
}

static bool is_over(const struct motion *motion, const struct grid *grid,
		    long long now)
{
	return now - motion->began + MOTION_FRAME_MS >= motion->ms ||
	       grid->rows != motion->before.rows ||
	       grid->cols != motion->before.cols;
}

struct grid motion_draw(struct motion *motion, const struct scene *scene,
			const struct grid *grid, long long now)
{
	if (is_other(motion, scene)) {
		bool at_once = motion->runs || motion->ended ||
			       !leads_to(motion, scene, grid);
		motion->runs = false;
		if (!at_once)
			begin(motion, scene, now);
	}
	motion->ended = false;
	motion->scene = *scene;
	if (motion->runs && is_over(motion, grid, now))
		motion->runs = false;
	if (!motion->runs) {
		keep(motion, grid);
		return *grid;
	}
	/* The first frame is one on the way: that a key was heard is seen. */
	long long at = now - motion->began + MOTION_FRAME_MS;
	arena_reset(&motion->frame_arena);
	return between_draw(&motion->frame_arena, &motion->between,
			    &motion->before, grid,
			    (int)(at * BETWEEN_DONE / motion->ms));
}

void motion_end(struct motion *motion)
{
	motion->ended = motion->ended || motion->runs;
	motion->runs = false;
}

int motion_timeout(const struct motion *motion, long long now)
{
	if (!motion->runs)
		return -1;
	return MOTION_FRAME_MS - (int)((now - motion->began) % MOTION_FRAME_MS);
}
