/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_RECOLOUR_H
#define PRESENT_RECOLOUR_H

#include "deck/deck.h"
#include "present/colourist.h"

/*
 * Say on a slide that was read how the colourist has its code look, and have it
 * asked about what it has not seen. Memory is the arena's. NULL: there is none.
 */
void recolour_slide(struct colourist *colourist, struct slide *slide,
		    struct arena *arena);

#endif
