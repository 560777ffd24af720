/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_HELP_H
#define PRESENT_HELP_H

#include "base/buf.h"
#include "deck/deck.h"

/*
 * Append the help as a deck of one slide: the keys, what the bars may have had
 * no room for, and what was odd about the slide that is shown. So help is laid
 * out, paged and drawn like any other slide. `found` are the remarks on the
 * slide, maybe more than reading it left there, and maybe some of the deck's;
 * NULL: those that reading it left.
 */
void help_write(struct buf *out, const struct deck *deck,
		const struct slide *slide, const struct remarks *found);

#endif
