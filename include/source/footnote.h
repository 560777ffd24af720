/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_FOOTNOTE_H
#define SOURCE_FOOTNOTE_H

#include "deck/deck.h"

/*
 * "[^label]: text", from anywhere in the deck, shown at the foot of the slides
 * that refer to it. Its text goes on over lines that are set in, and over
 * lines directly below it that are not blank.
 */
struct footnote_source {
	struct str label; /* of the deck's source, as written */
	struct str text;  /* of the deck's source: several lines, maybe */
	int line;
};

/*
 * The bytes that a footnote's definition at the begin of `text` takes, its last
 * line end included; 0 when there is none. It never holds a slide break or a
 * directive, so that `text` may end with the slide or go on behind it.
 */
size_t footnote_bytes(struct str text);

/* Append the one that `text` begins with to deck->footnotes. */
void footnote_add(struct deck *deck, struct str text, int line);

/* Make deck->footnotes searchable. Of two with one label the first wins. */
void footnotes_sort(struct deck *deck);

/* The footnote for a label, or NULL. */
const struct footnote_source *footnote_find(const struct deck *deck,
					    struct str label);

#endif
