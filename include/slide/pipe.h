/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_PIPE_H
#define SLIDE_PIPE_H

#include "slide/build.h"
#include "source/pandoc_table.h"

/*
 * Pipe tables, whoever finds their lines:
 *
 *     | a | b |        pipe_begin with the first two lines
 *     |---|--:|
 *     | c | d |        pipe_add_row with each that follows
 */

/* True when the lines are a table's header and the row of dashes below it. */
bool pipe_is_head(struct str header, struct str delimiter);

/* Make a table of a block that was added for the header. */
void pipe_begin(struct builder *builder, struct block *table, struct str header,
		struct str delimiter);

void pipe_add_row(struct builder *builder, struct block *table,
		  struct str source);

/* Make a table of a block from one of pandoc's, its caption left out. */
void table_fill(struct builder *builder, struct block *table,
		const struct pandoc_table *source);

#endif
