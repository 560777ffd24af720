/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_PANE_H
#define LAYOUT_PANE_H

#include "layout/sheet.h"

/*
 * Images on the slide: in proportion, never larger than their place, and where
 * nothing else is said as large as their pixels are on this screen. Until they
 * can be drawn a frame with their text stands in their place.
 */

/* What a cell is taken for where the terminal does not say: pixels. */
#define PANE_CELL_WIDTH	 8
#define PANE_CELL_HEIGHT 16

/* What images are measured by. All zero: they are not drawn. */
struct pane_scale {
	struct size slide; /* what a slide of LENGTH_SLIDE pixels is */
	struct size cell;  /* its pixels; 0: not known */
	int rows;	   /* no image has more of them */

	/* Where an image stands that is in no column, list or quote: columns
	   [from, to), counted from the body's left edge. */
	int from, to;
};

/* The size of an image in a place that many columns wide. */
struct size pane_size(const struct slide *slide, const struct block *image,
		      const struct pane_scale *scale, int cols);

/* The columns that an image would like to have when there are enough. */
int pane_measure(const struct slide *slide, const struct block *image);

/*
 * Append the rows of an image that is drawn, or of its text in a frame, in the
 * middle of a place unless it is meant to be elsewhere. What is drawn is put
 * into the sheet as well.
 */
struct pane_place {
	int left, cols;
	enum align align;
};
void pane_layout(struct rows *rows, struct arena *arena, struct sheet *sheet,
		 const struct slide *slide, const struct block *image,
		 struct pane_place place, const struct pane_scale *scale);

#endif
