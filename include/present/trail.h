/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_TRAIL_H
#define PRESENT_TRAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/*
 * Which folders say something about a file, and by which names: the folder it
 * stands in, the folder of each link on the way to it, and the folders above
 * all these, which may be moved as a whole. A file that is not there yet has a
 * trail that ends with the first name that is missing.
 *
 *     talks/deck.md, deck.md -> ../store/v2.md
 *
 *     .                 (the folder alone)
 *     talks             deck.md
 *     talks/..          (the folder alone)
 *     talks/../store    v2.md
 *
 * All zero bytes is an empty trail. What is in it belongs to the arena.
 */
struct trail_step {
	const char *folder; /* "." for the one we are in, "/" for the root */
	const char *name;   /* in it; NULL: only the folder itself counts */
};

struct trail {
	struct trail_step *steps;
	size_t count;
};

/* As the system has it: more links than that lead nowhere. */
#define TRAIL_LINKS_MAX 40

/* Add what `path` leads through. The root is left out: it stays. */
void trail_add(struct trail *trail, struct arena *arena, const char *path);

/* Put the steps in order, by folder and then by name, each of them once. */
void trail_sort(struct trail *trail);

/* The trail, with all that is in it, in another arena. */
struct trail trail_copy(struct arena *arena, const struct trail *trail);

/* Whether two trails that were put in order are the same. */
bool trail_eq(const struct trail *a, const struct trail *b);

#endif
