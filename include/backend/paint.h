/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_PAINT_H
#define BACKEND_PAINT_H

#include "layout/grid.h"
#include "layout/theme.h"

/*
 * The part of a screen that draws: from styles to what ncurses makes of them.
 * It needs ncurses to have been started, and puts cells into its window; what
 * of that is sent, and when, is the screen's business.
 */
struct paint;

/*
 * The depth of the options is the most that is used. utf8: the terminal shows
 * it. Where colours are numbers of 24 bits, those below `palette` are indexes.
 * Close it before ncurses is ended.
 */
struct paint *paint_open(const struct look_options *options, bool utf8,
			 int palette);
void paint_close(struct paint *paint);

/* Draw in another theme, or in the same that says something else now. */
void paint_use_theme(struct paint *paint, const struct theme *theme,
		     struct theme_options look);

bool paint_has_colours(const struct paint *paint);

/* Whether there are colours and glyphs enough for images. */
bool paint_draws_images(const struct paint *paint);

/*
 * Put into the window what of the grid is not there already. False when that
 * was nothing.
 */
bool paint_grid(struct paint *paint, const struct grid *grid);

/* The window has been made larger or smaller: it may have lost cells. */
void paint_resized(struct paint *paint);

#endif
