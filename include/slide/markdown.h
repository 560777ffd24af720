/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_MARKDOWN_H
#define SLIDE_MARKDOWN_H

#include "deck/deck.h"

/*
 * Read a slide of a deck that is not mdp's: slide->number and slide->line are
 * set, the rest is filled in. The blocks are CommonMark's; a paragraph is a
 * text block, and there is a blank row between two blocks where there is a
 * blank line in the source, or next to a heading.
 */
void markdown_read(const struct deck *deck, struct slide *slide,
		   struct arena *arena);

#endif
