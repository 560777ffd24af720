/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_EXAMPLE_H
#define SUPPORT_EXAMPLE_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Examples in a readable document: blocks between lines of backticks whose
 * first line says "example", with any words behind it as flags. The source, a
 * line with a single full stop, what is wanted:
 *
 *     ```````````````` example
 *     # Title
 *     .
 *     heading 1 "Title"
 *     ````````````````
 */
struct example {
	int line;	    /* of the document, 1-based, where it begins */
	struct str section; /* the heading above it */
	struct str flags;
	struct str source, want; /* borrowed from the document */
};

/* Take the next example off *rest. Start with line and section all zero. */
bool example_next(struct str *rest, int *line, struct example *example);

/*
 * The source as bytes: with the flag "escapes", \xHH is a byte, \t a tab, \r
 * and \n are line ends, and the example's last line end is dropped.
 */
void example_put_source(const struct example *example, struct buf *out);

#endif
