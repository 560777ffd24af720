/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_REWRITE_H
#define SLIDE_REWRITE_H

#include "slide/build.h"
#include "source/pandoc_table.h"

/*
 * A slide's lines on their way to libcmark. What a dialect says with lines of
 * its own becomes CommonMark, line for line, so that line numbers stay true:
 *
 *     . . .                     <!---->     and a mark: a stop
 *     ::: {.column}             <!---->     and a mark: a column
 *     ???                                   and a note for the speaker
 *     iv) four                  04) four    and the marker "iv)"
 *
 * An empty comment is a block of its own wherever it stands; the mark of its
 * line says what it means.
 */
enum rewrite_mark {
	MARK_NONE,
	MARK_STOP,
	MARK_COLUMNS,	  /* columns begin, as many as come */
	MARK_COLUMN,	  /* the next of them; `number` is its weight */
	MARK_SPLIT,	  /* what stands above is the first of two columns */
	MARK_COLUMNS_END, /* what follows takes the whole width */
	MARK_INCREMENTAL, /* lists from here on: `number` is 0 or 1 */
	MARK_TABLE,	  /* `number` is its place in `tables` */
};

struct rewritten_line {
	enum rewrite_mark mark;
	int number;
	struct str marker; /* of a list item that CommonMark does not have */
};

struct rewritten {
	struct str *texts; /* the lines, clean, without tabs and line ends */
	struct rewritten_line *lines; /* what else there is to say of each */
	int count;
	struct pandoc_table *tables;
	int table_count;
};

/*
 * Rewrite the lines of `source`, the first of which is builder->line. Notes
 * and remarks go to the builder's slide.
 */
void rewrite_slide(struct rewritten *rewritten, struct builder *builder,
		   struct str source);

#endif
