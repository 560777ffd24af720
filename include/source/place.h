/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_PLACE_H
#define SOURCE_PLACE_H

#include "deck/deck.h"

/* Append a slide to deck->places, whatever its size. */
void place_add(struct deck *deck, struct slide_place place);

/*
 * The same, but one of more than DECK_SLIDE_BYTES_MAX becomes several, cut
 * between lines, or at blanks where a single line is that long.
 */
void place_add_parts(struct deck *deck, struct slide_place place);

/*
 * How much of a line of more than DECK_SLIDE_BYTES_MAX goes on one slide: up
 * to its last blank, or to a character's begin when it has none nearby.
 */
size_t place_cut(struct str line);

#endif
