/* SPDX-License-Identifier: MIT */
#ifndef DECK_CLEAN_H
#define DECK_CLEAN_H

#include "base/arena.h"
#include "deck/remark.h"

/*
 * The text as it may be shown: a tab is 4 spaces, a control character its
 * picture, a byte that is not UTF-8 U+FFFD. Borrowed from `text` when it was
 * clean already, else of the arena.
 */
struct str clean_text(struct arena *arena, struct str text);

/*
 * The same for a piece of source; what is odd about it goes to the remarks.
 * `where` has the line and the column of its first byte.
 */
struct str clean_source(struct arena *arena, struct str text,
			struct remarks *remarks, struct remark where);

#endif
