/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_BAR_H
#define LAYOUT_BAR_H

#include "base/arena.h"
#include "layout/form.h"

/* What a bar can say. Numbers are 1 and up; 0: nothing is said of them. */
struct bar_facts {
	struct str title, author, date;
	int slide, slides;
	int page, pages; /* of the slide; a single page is nothing to tell */
};

/*
 * The text of a template, of the arena or borrowed from it: {title} {author}
 * {date} {slide} {slides} {page} are what they say, {page} as "2/3". What
 * stands in front of a name is left out when the name says nothing or, but for
 * the first one, when none before it does; what stands behind the last one,
 * when that says nothing. Other braces stand for themselves.
 */
struct str bar_text(struct arena *arena, struct str template,
		    const struct bar_facts *facts);

#endif
