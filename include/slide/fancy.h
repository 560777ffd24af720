/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_FANCY_H
#define SLIDE_FANCY_H

#include <stdbool.h>

#include "base/arena.h"

struct rewritten;

/*
 * List markers that pandoc has and CommonMark has not:
 *
 *     #.   a.   B)   iv.   (3)   (c)   (@)   (@name)   :   ~
 *
 * A capital letter with a full stop needs two blanks behind it, since it may
 * be somebody's initial. The last two stand in front of what a term means.
 */
struct fancy {
	struct str marker; /* as it is shown: "iv.", of "(@)" its number; but
			      "#." is counted with its list, and ":"
			      stands for both marks of a definition */
	int bytes;	   /* of the marker in the source */
	int indent;	   /* blanks in front of it */
};

/*
 * Read the marker that a line begins with. `examples` counts the (@) of a
 * slide. False when there is none.
 */
bool fancy_read(struct fancy *fancy, struct arena *arena, struct str line,
		int *examples);

/*
 * The line with a marker that CommonMark knows in its place, as wide as the
 * one it had, so that what belongs to the item still lines up.
 */
struct str fancy_rewrite(const struct fancy *fancy, struct arena *arena,
			 struct str line);

/*
 * Whether the line `at` may be an item: below a blank line, below another item
 * or what is set in as part of it, or set in itself as part of one. What a term
 * means stands below the term, which is a line of its own, and no table.
 */
bool fancy_may_begin(const struct fancy *fancy,
		     const struct rewritten *rewritten, int at);

/* A line of literate Haskell, "> main", as code that is set in. */
struct str bird_rewrite(struct arena *arena, struct str line);

#endif
