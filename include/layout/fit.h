/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include <limits.h>

#include "layout/layout.h"

/*
 * Fitting a slide into a screen. The geometry is mdp's: the body is as wide
 * as the widest line of the deck, the block stands in the middle of the
 * screen, text is left-aligned in it, blank lines are kept.
 *
 *     row 0        title                     title_rows rows
 *                  ----------------------
 *                  |   body             |    of one page
 *                  ----------------------
 *                  footnotes, targets of links
 *     last row     author         n / N      1 row
 *
 * Lines that are too long for the screen wrap. What is then too tall gives
 * way in this order: blank rows at the slide's top and bottom, a title bar
 * that is empty, large letters, and at last the rest goes on to further pages.
 */

/*
 * The most slides and source bytes that are read to find the deck's widest
 * line: what is beyond is not worth waiting for at the start.
 */
#ifndef SURVEY_SLIDES_MAX
#define SURVEY_SLIDES_MAX 1000
#endif
#ifndef SURVEY_BYTES_MAX
#define SURVEY_BYTES_MAX ((size_t)1024 * 1024)
#endif

/* Rows of the pages that a slide of its own height is drawn in. */
#define FIT_BAND_ROWS 1000

/* The columns of any screen. */
#define SURVEY_ALL INT_MAX

/*
 * The columns of the deck's widest line. Screens of at most `cols` columns
 * cannot tell lines apart that are wider than they are: the survey ends at the
 * first slide with one.
 */
int survey_deck(const struct deck *deck, const struct form *form, int cols);

/* What all slides of a deck on a screen share. */
struct stage {
	const struct deck *deck;
	int widest;	  /* from survey_deck */
	struct size size; /* rows 0: as many as the slide takes, no bars */
	bool plain;	  /* no title is drawn in large letters */
	const struct form *form;   /* NULL: the plain one */
	struct pane_medium medium; /* of images */
};

/* One screen that the audience sees: what is drawn of which page. */
struct view {
	int step; /* 0 and up: what is of later steps is left out */
	int page; /* 0 and up */
};

/* A row of the slide as it flows from page to page. */
struct flow_row {
	const struct row *row; /* NULL: blank */
	int left;	       /* column its runs count from */
	int from;	       /* nothing of it is drawn before this step */
};

struct page {
	int first, count; /* rows of the flow */
	int top;	  /* screen row of the first */
};

struct fit {
	const struct stage *stage;
	const struct sheet *sheet;
	int line;	     /* of the source, where the slide begins */
	int left;	     /* screen column of the body */
	int title_rows;	     /* at the top, 0: no title bar */
	int body_row;	     /* the first one that a page can take */
	struct span *titles; /* one for each; the last holds all that is left */
	bool titled;	     /* the middle of that is the deck's title */
	bool bare;	     /* nothing is in it */
	int footer_row;	     /* -1: none */
	bool no_footer;	     /* its row shows page marks and notices only */
	struct flow_row *flow;
	int flow_count;
	struct page *pages;
	int page_count; /* 1 and up */
	struct view *views;
	int view_count; /* 1 and up */
};

/*
 * Everything is the arena's, or borrowed from the slide and the stage, which
 * have to live as long.
 */
struct fit *fit_slide(struct arena *arena, const struct stage *stage,
		      const struct slide *slide);

/* The columns that a title or a footer keeps free at either side. */
int fit_margin(const struct stage *stage);

#endif
