/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_GRAPHICS_H
#define BACKEND_GRAPHICS_H

#include "base/buf.h"
#include "layout/stamp.h"
#include "picture/means.h"

/*
 * Images that the terminal draws itself, by its own means: what it is sent for
 * them, and what it has been sent so far. Nothing here writes.
 *
 * Cells and images share the way to the terminal. An image that has been sent
 * in part is ended before cells are, and sent again after them. On a slow way
 * much could be under way by then, so kitty is sent a piece at a time: each
 * ends with the question of answer.h that every terminal answers, and the next
 * one waits for that.
 *
 * All zero bytes is one that shows none; set the means. Release it when done.
 */
struct graphics {
	enum image_means means;
	bool paced;		   /* the terminal is known to answer */
	struct shown_stamp *shown; /* what is on the screen, or on its way */
	int count, room;
	unsigned last_id; /* of those that the terminal was told */
	struct buf out;	  /* for the terminal */
	size_t sent;	  /* bytes of it */
	bool asks;	  /* an answer is needed before there is more */
};

/* Bytes of a piece, before they become base64. */
#define GRAPHICS_PIECE ((size_t)48 * 1024)

void graphics_release(struct graphics *graphics);

/* Whether these and no others are on the screen, or on their way. */
bool graphics_shows(const struct graphics *graphics,
		    const struct stamps *stamps);

/* Whether an image has been sent in part: nothing else can be sent now. */
bool graphics_are_amid(const struct graphics *graphics);

/*
 * Whether all cells have to be sent again before these are all that is shown:
 * most terminals take an image away for that alone.
 */
bool graphics_needs_cells(const struct graphics *graphics,
			  const struct stamps *stamps);

/*
 * Append what is to be sent before any cells are: it ends what was begun, and
 * takes away what is not among these stamps. With `all` nothing stays, because
 * all cells are sent again.
 */
void graphics_clear(struct graphics *graphics, const struct stamps *stamps,
		    bool all, struct buf *out);

/* Have those sent that are not there, behind what else is pending. */
void graphics_stamp(struct graphics *graphics, const struct stamps *stamps);

/*
 * What is to be sent now, valid until the next call of any of these; empty when
 * there is nothing, or nothing before an answer has come.
 */
struct str graphics_pending(struct graphics *graphics);

/*
 * That many bytes of it have been sent. True when they end with the question:
 * an answer will come.
 */
bool graphics_take(struct graphics *graphics, size_t bytes);

/* The terminal has answered all that it was asked. */
void graphics_answered(struct graphics *graphics);

/* What takes all away that could be there, whatever it is: for a crash. */
const char *graphics_end(enum image_means means);

#endif
