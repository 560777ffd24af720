/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_SCREEN_H
#define BACKEND_SCREEN_H

#include "backend/direct.h"
#include "backend/graphics.h"
#include "backend/input.h"
#include "base/error.h"
#include "layout/grid.h"
#include "layout/theme.h"

/*
 * The terminal: grids out, keys in. Nobody else uses ncurses.
 *
 * Cells are sent as the terminal will advance for them; what it would disagree
 * about is replaced, so columns always line up. There is at most one open
 * screen.
 */
struct screen;

struct screen_options {
	struct look_options looks; /* the depth: no more colours than that; the
				      theme is borrowed while it is used */
	struct direct_places places; /* where descriptions of terminals are, for
					one that has direct colours and does
					not say so */
};

/*
 * Take the terminal of standard output over; keys come from standard input, or
 * from the controlling terminal when that is not one. NULL on failure, with
 * the reason in *error.
 *
 * From here on, die and fatal signals give the terminal back.
 */
struct screen *screen_open(const struct screen_options *options,
			   struct error *error);
void screen_close(struct screen *screen);

/* The colour of the terminal's own ground, 0xRRGGBB, or -1: not known yet. */
int screen_ground(const struct screen *screen);

/* Show all in another theme, or in the same that says something else now. */
void screen_use_theme(struct screen *screen, const struct theme *theme,
		      struct theme_options look);

/* What the user should know about this terminal, or NULL. Static. */
const char *screen_remark(const struct screen *screen);

/* Whether anything but ASCII can be shown. */
bool screen_has_unicode(const struct screen *screen);

/* Ask the terminal for its size, as after SIGWINCH. */
struct size screen_size(struct screen *screen);

/* The pixels of a cell, as far as the terminal says; 0 x 0: not known. */
struct size screen_cell(const struct screen *screen);

/*
 * How images are drawn: never MEANS_AUTO. It may become another one with
 * INPUT_ANSWER.
 */
enum image_means screen_images(const struct screen *screen);

/* There is nothing that makes sixels: who wants them gets blocks. */
void screen_forgo_sixels(struct screen *screen);

/* The most pixels that an image can have, drawn like that; 0 x 0: any. */
struct size screen_image_most(const struct screen *screen);

/* Have images drawn in another way, as far as this terminal can. */
void screen_use_images(struct screen *screen, enum image_means wanted);

/*
 * Show a grid of screen_size's size, and stamps on it. Only what changed is
 * sent; images are sent by and by, as the terminal takes them, and what is
 * drawn in the meantime does not wait for them.
 */
void screen_draw(struct screen *screen, const struct grid *grid,
		 const struct stamps *stamps);

/*
 * What to wait on for sending more of them, -1: nothing is left. When it can
 * be written to, screen_send does.
 */
int screen_out_fd(struct screen *screen);
void screen_send(struct screen *screen);

/* Let the next screen_draw send every cell again. */
void screen_repaint(struct screen *screen);

/* The descriptor to wait on for input. */
int screen_fd(const struct screen *screen);

/*
 * Take the next input, if there is one. Never waits, but for the rest of a key
 * that has begun.
 */
bool screen_next_input(struct screen *screen, int *input);

/* Give the terminal to somebody else for a while, and take it back. */
void screen_suspend(struct screen *screen);
void screen_resume(struct screen *screen);

#endif
