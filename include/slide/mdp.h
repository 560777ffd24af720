/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_MDP_H
#define SLIDE_MDP_H

#include "deck/deck.h"

/*
 * Read a slide of an mdp deck: slide->number and slide->line are set, the
 * rest is filled in. Line-faithful: a line of text in the source is a text
 * block, a blank line is a blank row.
 */
void mdp_read(const struct deck *deck, struct slide *slide,
	      struct arena *arena);

#endif
