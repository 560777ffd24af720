/* SPDX-License-Identifier: MIT */
#ifndef DECK_REVISION_H
#define DECK_REVISION_H

#include "deck/deck.h"

/*
 * What changed between two readings of a deck. Slides are compared by what
 * they say, never by their numbers or lines, so one that was moved is the one
 * that it was. Blanks at the ends of lines and blank lines at the ends of a
 * slide say nothing.
 */
struct revision {
	/* The first slide of the new deck that the old one did not have: it
	   was inserted or edited. 0: none; slides were at most moved or
	   removed, or what stands above them was changed. */
	int slide;

	/* The lines of the new deck that are new on it, 1-based: all of an
	   inserted slide, those of an edited one from the first that differs
	   to the last. last_line < first_line: some were removed just above
	   first_line, and nothing is new. Both 0 without a slide. */
	int first_line, last_line;

	int new_count;	   /* slides of the new deck */
	int old_count;	   /* slides of the old one */
	const int *places; /* where each of these is now, see revision_place */
};

/*
 * Compare two readings. The arrays are the arena's; nothing is borrowed from
 * the decks. In proportion to the decks' bytes, but for sorting the slides
 * between the first and the last that changed.
 */
struct revision revision_compare(const struct deck *old, const struct deck *now,
				 struct arena *arena);

/*
 * Where a slide of the old deck is in the new one, both 1-based: the slide
 * that says the same, wherever it was moved; for an edited one what it has
 * become; for a removed one that which took its place. Always in range, also
 * for an old number that is not.
 */
int revision_place(const struct revision *revision, int old_slide);

#endif
