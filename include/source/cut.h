/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_CUT_H
#define SOURCE_CUT_H

#include "deck/deck.h"

/*
 * Find the slides of a deck that is not mdp's in deck->source from byte
 * `begin` on, which is the first of line `line`. What ends and begins one is
 * told by the dialect's traits and the deck's settings. Fills deck->places,
 * deck->definitions and deck->footnotes. One pass over the bytes.
 *
 * Slides that are to be skipped are left out, and so are those with nothing
 * on them at the begin and the end of the file. A deck with nothing left has
 * one slide.
 */
void cut_slides(struct deck *deck, size_t begin, int line);

#endif
