/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_ITEM_H
#define LAYOUT_ITEM_H

#include "base/arena.h"
#include "deck/deck.h"
#include "layout/form.h"

/* How far a bullet sets its item in at least: "  • ", " +- ". */
#define ITEM_COLS 4

/*
 * What stands in front of an item: its bullet, its box, or its own marker and
 * its box. Empty when it has none.
 */
struct str item_mark(struct arena *arena, const struct form *form,
		     const struct block *item);

/* Whether the mark says more than that an item begins here. */
bool item_mark_matters(const struct block *item);

/*
 * How far a list sets its items in: all as far as the widest marker, a column
 * in front of it, and one behind it take.
 */
int list_indent(const struct form *form, const struct block *list);

#endif
