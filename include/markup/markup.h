/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_MARKUP_H
#define MARKUP_MARKUP_H

#include "deck/note.h"
#include "markup/element.h"
#include "markup/pen.h"

/*
 * From the tokens of CommonMark texts to their runs, for all texts of a slide.
 * Set the pen's deck and flow (its writer and keeps_lines), the rest is zero.
 * Release it at the end.
 */
struct markup {
	struct pen pen;
	struct notes notes; /* what comments said */
	struct classes classes;
	int *marks; /* for each footnote of the deck its number on the slide,
		       or 0; NULL until one is met */
	struct str *sources; /* of the slide's footnotes' texts */
};

void markup_release(struct markup *markup);

/*
 * Show a text. What it refers to goes to the slide: links, footnotes (without
 * their texts), remarks.
 */
void markup_put(struct markup *markup, const struct inline_text *text,
		const struct tokens *tokens);

#endif
