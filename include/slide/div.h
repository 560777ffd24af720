/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_DIV_H
#define SLIDE_DIV_H

#include <stdbool.h>

#include "base/str.h"

/*
 * pandoc's fenced blocks:
 *
 *     ::: notes                          opens one
 *     :::: {.column width="40%"}         so does this
 *     :::                                closes one
 */
enum div_kind {
	DIV_OTHER,
	DIV_NOTES,
	DIV_COLUMNS,
	DIV_COLUMN,
	DIV_INCREMENTAL,
	DIV_NONINCREMENTAL,
};

struct div {
	bool opens;
	enum div_kind kind;
	struct str name; /* of its first class; may be empty */
	int weight;	 /* of a column: its width in percent, or 0 */
};

/* Read a line. False when it is no div's. */
bool div_read(struct str line, struct div *div);

#endif
