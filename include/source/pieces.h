/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_PIECES_H
#define SOURCE_PIECES_H

#include "deck/deck.h"

/*
 * The source of a deck between its marks: a slide is one piece or more of
 * them. A piece begins behind what ends a slide, or with a heading.
 *
 *     # A         heading 1                     \
 *     text            text                      / one slide, or two
 *     ## B        heading 2                     /
 *     ---
 *     text        heading 0, text
 */
struct piece {
	size_t begin, end; /* bytes of the deck's source */
	int line;	   /* of the first */
	size_t front;	   /* bytes of front matter of its own in front of it */
	char heading;	   /* its level; 0: something else begins it */
	bool text;	   /* something can be seen below the heading */
	bool comment;	   /* a comment stands there */
	bool skip;	   /* <!-- skip_slide --> */
};

struct pieces {
	struct buf bytes; /* of the array */
	size_t count;
	int headings; /* how many pieces begin with one */
};

struct piece *pieces_at(const struct pieces *pieces, size_t index);
void pieces_release(struct pieces *pieces);

/*
 * Find the pieces of deck->source from byte `begin` on, which is the first of
 * line `line`, and collect the definitions of link targets and the footnotes
 * into the deck. A heading begins a piece only if it can begin a slide: when
 * something ends slides in a deck where that is enough, none does. One pass.
 */
void pieces_find(struct pieces *pieces, struct deck *deck, size_t begin,
		 int line);

#endif
