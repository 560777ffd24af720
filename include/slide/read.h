/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_READ_H
#define SLIDE_READ_H

#include "deck/deck.h"

/*
 * Read a deck from any bytes. It takes the bytes over: *source is empty
 * afterwards. Release the deck when done. No options are all zero.
 */
void read_deck(struct deck *deck, struct buf *source,
	       const struct deck_options *options);

/*
 * Read slide `number`, 1 to slide_count. The slide and all it points to live
 * in the arena; texts may also be borrowed from the deck.
 */
struct slide *read_slide(const struct deck *deck, int number,
			 struct arena *arena);

#endif
