/* SPDX-License-Identifier: MIT */
#ifndef DECK_INSPECT_H
#define DECK_INSPECT_H

#include "deck/deck.h"

/*
 * What only a look at a whole slide can tell, whatever its dialect: that
 * nothing is on it, that a text has the colour of its ground, that terminals
 * will disagree about the width of a glyph (once for each glyph). Appends to
 * the slide's remarks, whose memory is the arena's.
 */
void inspect_slide(struct slide *slide, struct arena *arena);

#endif
