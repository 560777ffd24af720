/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_HELP_H
#define PRESENT_HELP_H

#include "base/buf.h"
#include "deck/deck.h"

/*
 * Append the help as a deck of one slide: the keys, what the bars may have had
 * no room for, and what was odd about the slide that is shown. So help is laid
 * out, paged and drawn like any other slide.
 */
void help_write(struct buf *out, const struct deck *deck,
		const struct slide *slide);

#endif
