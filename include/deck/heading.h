/* SPDX-License-Identifier: MIT */
#ifndef DECK_HEADING_H
#define DECK_HEADING_H

#include "deck/deck.h"

/*
 * What the first heading on a slide says, without markup and on one line; empty
 * when there is none. It is the arena's.
 */
struct str slide_heading(const struct slide *slide, struct arena *arena);

#endif
