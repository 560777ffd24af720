/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_FENCE_H
#define SOURCE_FENCE_H

#include "source/line.h"

/* What code is between: three or more of one character. */
struct fence {
	char mark;  /* '`' or '~'; 0: there is none */
	int size;   /* of them; LINE_FENCE_MAX at most */
	int indent; /* columns before it */
};

/*
 * What was found out about fences, for each kind: a byte of the source up to
 * which the answer holds, and the answer. All zero bytes: nothing yet.
 */
struct fence_memory {
	size_t seen[2][LINE_FENCE_MAX + 1];
	bool closes[2][LINE_FENCE_MAX + 1];
};

/* True when the line opens a fence. */
bool fence_opens(struct str raw, struct fence *fence);

/*
 * Is a fence that is open at byte `at`, a line's first, closed further down?
 * The next line that could be a fence tells: without an info string it closes,
 * with one it opens another, so that ours was left open. Ask with an `at` that
 * does not fall, and every line is looked at once for each kind of fence.
 */
bool fence_is_closed(struct fence_memory *memory, struct str source,
		     struct fence fence, size_t at);

#endif
