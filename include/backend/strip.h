/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_STRIP_H
#define BACKEND_STRIP_H

#include <ncurses.h>

#include "layout/grid.h"

/* A base, the three marks that glyph_codes leaves, and the terminating 0. */
#define CODES_MAX 5

/*
 * A row of the grid between the blanks at its ends, as ncurses takes it.
 * Spaces of one style at its end are apart: ncurses fills a panel ten times as
 * fast as it takes its cells.
 */
struct strip {
	int from, to; /* columns of what is not blank */
	int fill;     /* from here on there are only spaces */
	int count;    /* cells for ncurses before that */
};

bool cell_is_space(const struct cell *cell);

/* All but the count, from the cells of a row. */
struct strip strip_of_row(const struct cell *cells, int cols);

/*
 * A sum of what a strip puts on its row, never the same for two that differ in
 * one place. Both take `count` cells, and the one that the end is filled with.
 */
unsigned long long strip_sum(const struct strip *strip, const cchar_t *cells);

/* Put it into the window, and blanks beside it. */
void strip_send(const struct strip *strip, int row, const cchar_t *cells);

#endif
