/* SPDX-License-Identifier: MIT */
#ifndef DECK_PARAGRAPH_H
#define DECK_PARAGRAPH_H

#include "deck/reading.h"

/* Add what a paragraph of the outline is to the parent. */
void paragraph_read(struct reading *reader, struct block *parent,
		    const struct outline *outline);

#endif
