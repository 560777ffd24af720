/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_FRONT_H
#define SOURCE_FRONT_H

#include <stdbool.h>

#include "deck/remark.h"

/*
 * Front matter: "key: value" lines in the manner of YAML, read tolerantly. It
 * never fails; what it cannot make sense of is a remark.
 *
 *     title: My Deck: part 2            title            My Deck: part 2
 *     color: "#ff8800"  # a comment     color            #ff8800
 *     authors: [Ann, 'Bob B.']          authors          Ann
 *                                       authors          Bob B.
 *     patat:
 *       margins:
 *         left: 10                      patat.margins.left  10
 *     extensions:
 *     - terminal                        extensions       terminal
 *     style: |
 *       two                             style            two\nlines
 *       lines
 */
struct front_entry {
	struct str key;	  /* its path, joined with "." */
	struct str value; /* clean; empty when nothing is said */
	int line, col;	  /* of the key; of the value where it is an item */
};

struct front {
	struct front_entry *entries; /* in the order of the source */
	int count;
	size_t bytes; /* how much of the source it took, its fences included */
	int lines;    /* how many lines that were */
};

/*
 * Read the front matter at the begin of `source`, which is line `line`: from a
 * line "---" to the next line "---" or "...", when what stands between looks
 * like keys and values (or like nothing). False when there is none. Entries
 * and texts are the arena's, or borrowed from the source.
 */
bool front_read(struct front *front, struct arena *arena, struct str source,
		int line, struct remarks *remarks);

/* The same without fences: all of `source` is front matter. */
void front_read_bare(struct front *front, struct arena *arena,
		     struct str source, int line, struct remarks *remarks);

/* The entry for a key, the first of them; NULL when there is none. */
const struct front_entry *front_find(const struct front *front,
				     const char *key);

/* "true", "yes", "on" and their opposites; false when it is neither. */
bool front_bool(struct str value, bool *answer);

/* A whole number from `low` to `high`; false when it is none. */
bool front_int(struct str value, int low, int high, int *answer);

#endif
