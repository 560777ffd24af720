/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_GALLERY_H
#define LAYOUT_GALLERY_H

#include "layout/pane.h"

/*
 * Images side by side. Those of which the deck does not say how large they are
 * have the same height: that of the smallest of them, or the one with which
 * they share the width. Where they would have less than GALLERY_COLS_MIN, the
 * images of a line are spread over as many rows as they need.
 */
#define GALLERY_COLS_MIN 10
#define GALLERY_GAP	 2 /* columns between two of them */

/* The columns that it would like to have, as pane_measure. */
int gallery_measure(const struct slide *slide, const struct block *gallery);

/*
 * Append the rows of a gallery, or of an image alone, which are drawn or have
 * frames, with their captions. They stand in the place; what is in no other
 * block has the maker's window instead. At the mark of an item or a quote they
 * stay there, else they stand in the middle unless they are meant to be
 * elsewhere.
 */
void gallery_layout(const struct pane_maker *maker, struct rows *rows,
		    const struct block *block, struct pane_place place);

#endif
