/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_STATUS_H
#define REMOTE_STATUS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * Where a talk is. All numbers but `elapsed` count from 1; 0 is what is not
 * known. Step 1 is the slide before its first stop, and `steps` is one more
 * than the slide has stops.
 *
 * Texts are borrowed: from the talk when they are to be put, from the arena
 * when they were read. What was read comes from strangers: clean it before it
 * is shown.
 */
struct talk_status {
	struct str deck;    /* its absolute real path, or "-" */
	int slide, slides;  /* the one shown, of so many */
	int step, steps;    /* of the slide */
	int page, pages;    /* of the slide, on the screen of the talk */
	struct str file;    /* what is shown begins in this file */
	int line;	    /* at this line */
	struct str title;   /* of the deck */
	struct str heading; /* the slide's first; may be empty */
	long long elapsed;  /* seconds since the talk began */
	struct str notes;   /* of the slide; lines end with "\n" */
	bool blank;	    /* nothing of it is shown */
	bool over;	    /* the talk has ended */
};

/*
 * Append the members of a JSON object: "deck":"/a.md","slide":1, ... without
 * braces, in an order that never changes, without a newline.
 */
void status_put(const struct talk_status *status, struct buf *out);

/*
 * Read a line with such an object, whatever else stands in it. What is
 * missing, or of another type, is empty or 0. False when the line says nothing
 * of a talk: it is no JSON object, it refuses ("ok" is false), or it has
 * neither a slide from 1 nor "over" as true.
 */
bool status_read(struct talk_status *status, struct str line,
		 struct arena *arena);

#endif
