/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_GRID_TABLE_H
#define SOURCE_GRID_TABLE_H

#include "source/table_draft.h"

/*
 * Read the rows of a table whose lines are drawn with "+", "-", "=" and "|".
 * Returns how many lines it takes, or 0 when none begins at the first line. A
 * cell that spans several is not known: its lines are text of the others.
 */
int grid_table_read(struct table_draft *draft);

#endif
