/* SPDX-License-Identifier: MIT */
/*
 * Of each grid that is shown at rest a copy is kept, for the next one may have
 * to come out of it.
 */
#include "present/motion.h"

#include <stdlib.h>

#include "base/die.h"

void motion_release(struct motion *motion)
{
	free(motion->before.cells);
	arena_release(&motion->arena);
	arena_release(&motion->frame_arena);
}

/* Nearly all glyphs are one byte, for which there is a place already. */
static struct str keep_glyph(struct arena *arena, struct str glyph)
{
	static const char ascii[] = " !\"#$%&'()*+,-./0123456789:;<=>?"
				    "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_"
				    "`abcdefghijklmnopqrstuvwxyz{|}~";

	if (glyph.len == 0)
		return glyph;
	unsigned at = (unsigned char)glyph.ptr[0] - (unsigned)' ';
	if (glyph.len == 1 && at < sizeof(ascii) - 1)
		return (struct str){ ascii + at, 1 };
	return arena_str(arena, glyph);
}

/* The cells are not the arena's: it would blank them for every frame. */
static void make_room(struct motion *motion, const struct grid *grid)
{
	struct grid *kept = &motion->before;
	size_t count = (size_t)grid->rows * (size_t)grid->cols;

	arena_reset(&motion->arena);
	if (kept->rows == grid->rows && kept->cols == grid->cols)
		return;
	free(kept->cells);
	*kept = *grid;
	kept->cells = malloc(count * sizeof(*kept->cells));
	if (!kept->cells)
		die("out of memory");
}

void motion_keep(struct motion *motion, const struct grid *grid)
{
	struct grid *kept = &motion->before;

	if (motion->runs || motion->scene.slide == 0)
		return;
	make_room(motion, grid);
	for (int i = 0; i < grid->rows * grid->cols; i++) {
		kept->cells[i] = grid->cells[i];
		kept->cells[i].glyph =
			keep_glyph(&motion->arena, grid->cells[i].glyph);
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
	if (!motion->runs)
		return *grid;
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
