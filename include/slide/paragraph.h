/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_PARAGRAPH_H
#define SLIDE_PARAGRAPH_H

#include "slide/reading.h"

/* Add what a paragraph of the outline is to the parent. */
void paragraph_read(struct reading *reader, struct block *parent,
		    const struct outline *outline);

#endif
