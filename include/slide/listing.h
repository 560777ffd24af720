/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_LISTING_H
#define SLIDE_LISTING_H

#include "slide/build.h"

/*
 * A block of code with what stands behind its fence:
 *
 *     ```rust +line_numbers {1,3|5-7|all}      presenterm
 *     ~~~{.haskell .numberLines}               pandoc, patat
 *     ```js{1-4} --numbered --start-at-line 7  kyma
 *     ```ts {1|3-4} [main.ts]                  Slidev
 *     ```c title="main.c"                      a title, in any of them
 *     ```file                                  presenterm, lookatme: the
 *     path: main.c                             lines of that file
 *     ```
 *
 * Lines in braces light up one after the other, each set in a step of its own.
 * Code is shown, never run. Lines that a dialect hides are left out.
 */
struct listing {
	struct str info;    /* behind the fence, clean */
	struct str literal; /* the lines; may hold tabs */
	int line;	    /* of the first one in the source */
	bool tildes;	    /* the fence is one of tildes */
};

/* Add it behind the parent's last block. */
void listing_add(struct builder *builder, struct block *parent,
		 const struct listing *listing);

#endif
