/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_PANE_H
#define LAYOUT_PANE_H

#include "layout/sheet.h"
#include "picture/copy.h"

/*
 * Images on the slide: in proportion, never larger than their place, and where
 * nothing else is said as large as their pixels are on this screen. Until they
 * can be drawn a frame with their text stands in their place.
 */

/* What a cell is taken for where the terminal does not say: pixels. */
#define PANE_CELL_WIDTH	 8
#define PANE_CELL_HEIGHT 16

/* Pixels in a row of sixels. */
#define PANE_SIXEL_ROWS 6

/* How images get onto the screen. */
struct pane_medium {
	enum copy_kind kind; /* what is sent of them */
	struct size cell;    /* its pixels; 0: not known */
	struct size most;    /* pixels of an image; 0: any */
};

/*
 * What a pane shows. Pixels of cells fill it; all else is in proportion, and as
 * large as fits. Sixels are whole rows of them.
 */
struct copy_wish pane_wish(const struct pane *pane,
			   const struct pane_medium *medium);

/* What images are measured by. All zero: they are not drawn. */
struct pane_scale {
	struct size slide; /* what a slide of LENGTH_SLIDE pixels is */
	struct size cell;  /* its pixels; 0: not known */
	struct size most;  /* pixels of an image; 0: any */
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

/* The columns between which a block stands. */
struct pane_place {
	int left, cols;
};

/* What is laid out, and by what. */
struct pane_maker {
	struct arena *arena;
	struct sheet *sheet;
	const struct slide *slide;
	const struct pane_scale *scale;
};

/*
 * Append the rows of an image that is drawn, or of its text in a frame. What is
 * drawn is put into the sheet as well. An image that is in nothing else has all
 * of the window for itself; at the mark of an item or a quote it stays there,
 * else it stands in the middle unless it is meant to be elsewhere.
 */
void pane_layout(const struct pane_maker *maker, struct rows *rows,
		 const struct block *image, struct pane_place place);

#endif
