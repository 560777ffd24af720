/* SPDX-License-Identifier: MIT */
#ifndef DECK_ORIGIN_H
#define DECK_ORIGIN_H

#include "base/arena.h"

/*
 * A deck's lines are counted after the files that it includes were put into
 * it. Here they are turned back into what the author can look up.
 */
struct origin {
	const char *path; /* as it can be opened; NULL: the deck itself */
	int line;	  /* of that file, 1-based */
};

/* From `line` of the deck on, lines are those from `origin` on. */
struct origin_piece {
	int line;
	struct origin origin;
};

/* Pieces by ascending line; lines before the first one are the deck's. */
struct origins {
	struct origin_piece *pieces;
	size_t count;
};

/* Append a piece; it takes the place of one that begins at the same line. */
void origins_add(struct origins *origins, struct arena *arena,
		 struct origin_piece piece);

struct deck;

/* Where a line of a deck came from. */
struct origin deck_origin(const struct deck *deck, int line);

/*
 * The way back: which line of the deck a file's line became, the first if there
 * are several. For the line of a comment that included something, the first
 * line of that; 0 when nothing of the file is in the deck. Paths are compared
 * as they stand.
 */
int deck_line(const struct deck *deck, struct origin origin);

#endif
