/* SPDX-License-Identifier: MIT */
#ifndef DECK_DEFINITION_H
#define DECK_DEFINITION_H

#include "deck/deck.h"

/* "[label]: target", from anywhere in the deck, good on every slide. */
struct definition {
	struct str label;  /* of the deck's source, as written */
	struct str target; /* of the deck's arena, clean */
	int line;
};

/* Read a line that line_read called a LINE_DEFINITION. */
struct definition definition_read(struct arena *arena, struct str text,
				  int line);

/* Make deck->definitions searchable. Of two with one label the first wins. */
void definitions_sort(struct deck *deck);

/*
 * The index of the definition for a label as CommonMark compares them (case
 * and runs of blanks do not count), or -1.
 */
int definition_find(const struct deck *deck, struct str label);

#endif
