/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_AIDS_H
#define PRESENT_AIDS_H

#include "layout/fit.h"

/* The sizes that a slide is checked for: `count` of them. */
struct aids_sizes {
	const struct size *sizes;
	int count; /* 0: only the screen's own */
};

/*
 * What an author wants to know about a slide while writing it, in the terms of
 * the bars of layout/frame. All is the arena's.
 */
struct aids {
	struct str place;	/* "talk.md:12": where the slide begins */
	struct str notice;	/* its first remark, and how many there are;
				   empty: nothing is odd */
	struct remarks remarks; /* all of them, by line, each once */
	const int *marked;	/* lines that were broken: marked_count */
	int marked_count;
};

/*
 * Collect what reading found on the slide and on the lines of the deck up to
 * the next slide, what a look at it as a whole tells, images that are not there
 * and, for each size, what had to give way. The slide and the fit are those of
 * the stage that is shown; neither is changed. Files are only looked for.
 */
struct aids aids_collect(struct arena *arena, const struct slide *slide,
			 const struct fit *fit, struct aids_sizes sizes);

#endif
