/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_SHOW_H
#define PRESENT_SHOW_H

#include "base/error.h"
#include "layout/frame.h"
#include "layout/theme.h"
#include "present/prepared.h"
#include "present/talk.h"

struct present_options {
	const char *path; /* of the deck; "-" is standard input */
	struct deck_options deck;
	int slide; /* to begin with */
	enum number_style number;
	struct theme_options theme;
};

/*
 * What the audience sees: a deck, where the talk is in it, and the grid that
 * shows that. It reads files, but sees no terminal and no clock.
 *
 * After talk has changed, show_prepare lays out what it asks for; everything
 * else here needs that to have been done. All members are for reading, but for
 * talk.
 */
struct show {
	const struct present_options *options; /* borrowed */
	struct deck deck;
	struct stage stage;
	struct talk talk;
	char notice[256];     /* for the bar, until the next key */
	struct error trouble; /* for the bar, until the deck can be read */

	/* What was shown before the file was empty: it is compared with what
	   comes next, because some programs empty a file to write it. */
	bool has_kept;
	struct deck kept;
	struct talk kept_talk;

	struct prepared prepared;
	const struct prepared_slide *current; /* NULL: not prepared yet */
	struct arena frame_arena;

	/* The help, while it is shown. */
	struct deck help_deck;
	struct stage help_stage;
	struct arena help_arena;
	struct fit *help_fit;
};

/* Read the deck. False, with the reason in *error, when it cannot be read. */
bool show_open(struct show *show, const struct present_options *options,
	       struct error *error);
void show_close(struct show *show);

/* Begin the talk on a screen of that size. */
void show_begin(struct show *show, struct size size);

/* The screen has another size, or the same. */
void show_resize(struct show *show, struct size size);

/* Lay out what the talk asks for, and tell it how many views that has. */
void show_prepare(struct show *show);

/* Make the next slide a quick one. */
void show_prepare_ahead(struct show *show);

/* What to draw: of the screen's size, valid until the next call. */
struct grid show_draw(struct show *show);

/* Say something in the bar; "" takes it away. */
void show_notice(struct show *show, const char *text);

/*
 * Read the deck again. With `follow` the talk goes to where it has changed;
 * without it, and when it has not, it stays at the slide that it is at, which
 * may have another number now. When the deck cannot be read, the one that was
 * there stays, and the bar says why until it can.
 */
void show_reload(struct show *show, bool follow);

#endif
