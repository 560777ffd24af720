/* SPDX-License-Identifier: MIT */
#ifndef DECK_INTRO_H
#define DECK_INTRO_H

#include "deck/build.h"

/* Make a slide of the deck's title, author and what else it says of itself. */
void intro_read(struct builder *builder);

#endif
