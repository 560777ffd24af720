/* SPDX-License-Identifier: MIT */
#ifndef DECK_DEFINITION_H
#define DECK_DEFINITION_H

#include "deck/deck.h"

#define LABEL_BYTES_MAX 999 /* CommonMark 4.7 */

/* "[label]: target", from anywhere in the deck, good on every slide. */
struct definition {
	struct str label;  /* of the deck's source, as written */
	struct str target; /* of the deck's arena, clean */
	int line;
};

/* Append a line that line_is_definition is true for to deck->definitions. */
void definition_add(struct deck *deck, struct str text, int line);

/*
 * How two labels compare, as CommonMark does it: case and runs of blanks do
 * not count. Below 0, 0 or above 0.
 */
int label_compare(struct str a, struct str b);

/* Make deck->definitions searchable. Of two with one label the first wins. */
void definitions_sort(struct deck *deck);

/* The index of the definition for a label, or -1. */
int definition_find(const struct deck *deck, struct str label);

#endif
