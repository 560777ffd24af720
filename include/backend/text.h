/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_TEXT_H
#define BACKEND_TEXT_H

#include "base/buf.h"
#include "layout/grid.h"

/*
 * Append a grid as plain UTF-8 text, a line for each row: no escape codes, no
 * blanks at the ends of lines.
 */
void text_write(const struct grid *grid, struct buf *out);

/*
 * Append a grid as two planes, for tests: every row between bars, its text and
 * the letters of its roles.
 *
 *     |Title   |tttttttt|
 *     |  • 日本|..b.xxxx|
 */
void text_write_planes(const struct grid *grid, struct buf *out);

#endif
