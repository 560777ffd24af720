/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_ROW_H
#define SOURCE_ROW_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The cells of a pipe table's row, as GitHub Flavored Markdown splits them:
 * at every bar but those written "\|"; a bar at either end is decoration.
 *
 *     | a | b \| c |        "a", "b \| c"
 */

/* The row without its outer blanks and bars, ready for row_take_cell. */
struct str row_inner(struct str row);

/* Take the next cell off it, blanks trimmed. False at the end. */
bool row_take_cell(struct str *row, struct str *cell);

/* How many cells a row has. */
int row_cells(struct str row);

/* True when every cell is dashes, with or without colons around them. */
bool row_is_delimiter(struct str row);

#endif
