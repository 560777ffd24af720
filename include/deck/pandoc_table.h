/* SPDX-License-Identifier: MIT */
#ifndef DECK_PANDOC_TABLE_H
#define DECK_PANDOC_TABLE_H

#include "deck/deck.h"

/* A simple, multiline or grid table of pandoc's. */
struct pandoc_table {
	int columns, rows;
	enum align *aligns;
	struct str *cells; /* rows * columns, row-major; may hold line ends */
	bool headless;
	struct str caption;
};

/* The table at lines[0]; how many lines it takes, 0: none begins here. */
int pandoc_table_read(struct pandoc_table *table, struct arena *arena,
		      const struct str *lines, int count);

#endif
