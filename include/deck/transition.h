/* SPDX-License-Identifier: MIT */
#ifndef DECK_TRANSITION_H
#define DECK_TRANSITION_H

#include <stdbool.h>

#include "base/str.h"

/*
 * How a slide gives way to the next one: one list for options, decks and
 * documents.
 *
 *     X(what it is, name, help)
 */
#define TRANSITIONS(X)                                               \
	X(NONE, "none", "at once")                                   \
	X(FADE, "fade", "the one dims, then the other brightens")    \
	X(SLIDE, "slide", "the other pushes the one off the screen") \
	X(DISSOLVE, "dissolve", "one after the other in any order")

enum transition {
	TRANSITION_UNSAID, /* nobody has said; there is none */
#define X(symbol, name, help) TRANSITION_##symbol,
	TRANSITIONS(X)
#undef X
};

/* How long one takes if nobody says so, and what can be asked for, in ms. */
#define TRANSITION_MS	  300
#define TRANSITION_MS_MIN 50
#define TRANSITION_MS_MAX 60000

/*
 * The transition of a name, which may be one of another presenter's that means
 * the same; what stands behind it ("fade 1s") does not count. False when there
 * is none.
 */
bool transition_find(struct str name, enum transition *transition);

#endif
