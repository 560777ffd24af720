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
	struct size cell;    /* the pixels of a cell; 0: not known */
	struct size most;    /* pixels of an image; 0: any */
};

/*
 * The copy that a pane shows. COPY_PIXELS fill it, two to a cell; all else is
 * in proportion, and as large as fits. Sixels are whole rows of them.
 */
struct copy_wish pane_wish(const struct pane *pane,
			   const struct pane_medium *medium);

/* What images are measured by. All zero: they are not drawn. */
struct pane_scale {
	struct size slide; /* what a slide of LENGTH_SLIDE pixels is */
	struct size cell;  /* the pixels of a cell; 0: not known */
	struct size most;  /* pixels of an image; 0: any */
	int rows;	   /* no image has more of them */

	/* Where an image stands that is in no column, list or quote: columns
	   [from, to), counted from the body's left edge. */
	int from, to;
};

/*
 * The size of an image that is drawn, in a place that many columns wide: cells
 * and parts of them.
 */
struct pane_extent {
	double cols, rows;
};
struct pane_extent pane_extent(const struct slide *slide,
			       const struct block *image,
			       const struct pane_scale *scale, int cols);

/* Whether the deck says how large it is. */
bool pane_is_sized(const struct slide *slide, const struct block *image);

/* An extent's cells as a whole number, 1 to `most`. */
int pane_cells(double cells, int most);

/*
 * The columns that an image would like to have when there are enough. Beside
 * something else it is content with PANE_COLS_WANTED.
 */
#define PANE_COLS_WANTED 40
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

/* The size of the frame around an image's text, at most that wide. */
struct size pane_framed_size(const struct pane_maker *maker,
			     const struct block *image, int cols);

/*
 * Append the rows of an image that is drawn, or of its text in a frame, from a
 * column on. What is drawn is put into the sheet as well.
 */
void pane_put(const struct pane_maker *maker, struct rows *rows,
	      const struct block *image, int col, struct size size);

/* Append the caption of an image or a gallery, in the middle of its place. */
void pane_put_caption(const struct pane_maker *maker, struct rows *rows,
		      const struct block *image, struct pane_place place);

#endif
