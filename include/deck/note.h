/* SPDX-License-Identifier: MIT */
#ifndef DECK_NOTE_H
#define DECK_NOTE_H

#include "deck/deck.h"

/* Speaker notes, as they are found. All zero is none. */
struct notes {
	struct note *first, *last;
};

/*
 * Append one; the arena gets a copy of the text, clean, its lines kept. The
 * bar with which YAML begins a text of lines is no part of it, and a note
 * without text is none.
 */
void note_add(struct notes *notes, struct arena *arena, struct str text,
	      int line);

/* Give the slide these as well; all of them stand in the order of lines. */
void notes_merge(struct slide *slide, const struct notes *notes);

#endif
