/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_GALLERY_H
#define SLIDE_GALLERY_H

#include "deck/deck.h"

/*
 * Make blocks of their own of the images on a slide that stand alone: those of
 * a line, or of a paragraph, in which there is nothing else.
 *
 *     ![a](a.png)                 an image
 *     ![a](a.png) ![b](b.png)     a gallery of two
 *     [![a](a.png)](target)       an image: the number of its link goes along
 *     text ![a](a.png)            text
 *
 * Lines above and below them become texts of their own. All texts must have
 * been read. What is meant to be a background is text.
 */
void gallery_find(const struct deck *deck, struct slide *slide,
		  struct arena *arena);

#endif
