/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_EXPAND_H
#define SOURCE_EXPAND_H

#include "deck/deck.h"

/* Deeper than this, includes stay comments. */
#define EXPAND_DEPTH_MAX 16

/*
 * A deck takes in so many bytes, and follows so many includes: files that
 * include each other twice are soon more than any disk holds.
 */
#define EXPAND_BYTES_MAX ((size_t)64 * 1024 * 1024)
#define EXPAND_COUNT_MAX 10000

/*
 * Put the text of the files into deck->source, each in the place of a comment
 * "<!-- include: path -->" that stands alone on its line and not in code:
 *
 *     a                            a
 *     <!-- include: b.md -->       all lines of b.md, and at least one
 *     c                            c
 *
 * without a byte order mark and front matter. The text may include others. A
 * comment that cannot be followed stays, with a remark. Fills deck->origins
 * and deck->files. Without a path of the deck, nothing is read and said.
 */
void expand_includes(struct deck *deck);

#endif
