/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_HTML_H
#define SLIDE_HTML_H

#include <stdbool.h>

#include "base/str.h"

/*
 * A block of HTML, piece by piece: comments, and the text between them as it
 * may be read as inline markup. Scripts, style sheets and what holds nothing
 * to be seen are left out.
 */
enum html_kind {
	HTML_TEXT,    /* no blank line is in it */
	HTML_COMMENT, /* what is inside of it */
	HTML_BREAKS,  /* nothing but <br>: `breaks` of them */
};

struct html_piece {
	enum html_kind kind;
	struct str text; /* borrowed from the block */
	int line;	 /* of the block, from 0, where it begins */
	int breaks;
};

struct html {
	struct str rest; /* set it to the block's text; all else is zero */
	int line;
};

/* Take the next piece. False at the end. */
bool html_take(struct html *html, struct html_piece *piece);

#endif
