/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_TABLE_DRAFT_H
#define SOURCE_TABLE_DRAFT_H

#include "source/pandoc_table.h"

/* A table with more is hostile, and shown as text. */
#define TABLE_DRAFT_COLUMNS_MAX 64
#define TABLE_DRAFT_CELLS_MAX	65536

/*
 * Where the columns of a table are, as columns of the screen. A grid has a bar
 * at each begin, and one more at begins[count].
 */
struct table_columns {
	int count;
	int begins[TABLE_DRAFT_COLUMNS_MAX + 1];
	int widths[TABLE_DRAFT_COLUMNS_MAX]; /* of dashes; a grid has none */
	enum align aligns[TABLE_DRAFT_COLUMNS_MAX];
};

/*
 * A drawn table while its lines are read. Each line is cut into chunks, one
 * for each column; the chunks of a row's lines make its cells. Set the first
 * three members and the columns, leave the rest to the functions.
 */
struct table_draft {
	struct arena *arena;
	const struct str *lines;
	int count; /* of the lines from which the table is taken */
	struct table_columns columns;
	bool grid, headless;
	struct str *chunks; /* columns.count for each line read */
	int *row_of;	    /* the row of each line read */
	int read, room;	    /* lines */
	int rows;	    /* that have ended */
};

/* The blanks in front of a line, or -1 where it is set in as far as code. */
int table_draft_indent(struct str line);

/* The column behind a space or a tab that stands in a column. */
int table_draft_next_column(int column, char blank);

/* The line as the screen has it: clean, with tab stops. */
struct str table_draft_line(const struct table_draft *draft, int line);

/* True behind the last line, too. */
bool table_draft_is_blank(const struct table_draft *draft, int line);

/*
 * Cut a line at `count` columns. What stands before the first begin is of the
 * first chunk unless it is blank; the last chunk goes to the end.
 */
void table_draft_cut(struct str line, const int *begins, int count,
		     struct str *chunks);

/* Room for the chunks of one more line of the row. */
struct str *table_draft_add(struct table_draft *draft);

/* The row has no more lines; nothing when it has none at all. */
void table_draft_end_row(struct table_draft *draft);

/* Make the table of all rows that have ended. */
void table_draft_finish(const struct table_draft *draft,
			struct pandoc_table *table);

#endif
