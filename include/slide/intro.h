/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_INTRO_H
#define SLIDE_INTRO_H

#include "slide/build.h"

/* Make a slide of the deck's title, author and what else it says of itself. */
void intro_read(struct builder *builder);

#endif
