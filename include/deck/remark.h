/* SPDX-License-Identifier: MIT */
#ifndef DECK_REMARK_H
#define DECK_REMARK_H

#include "base/arena.h"

/* Something odd in the source, and what was made of it. */
struct remark {
	struct remark *next;
	int line;	  /* 1-based line of the deck */
	int col;	  /* 1-based byte in the line */
	const char *text; /* static, one line */
};

struct remarks {
	struct remark *first, *last;
};

/* Append a copy; it lives in the arena. */
void remark_add(struct remarks *remarks, struct arena *arena,
		struct remark remark);

#endif
