/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_READING_H
#define SLIDE_READING_H

#include "slide/leaf.h"

/* What the parts of the CommonMark reader share while they read a slide. */
struct reading {
	struct builder builder;
	struct rewritten source;
	struct leaf_lines lines;
	const struct slide_place *place;
	int last_line;	/* of the document: where the last leaf ended */
	bool gap;	/* a blank line stands above what is not shown */
	int list_level; /* of the lists that are open */
};

/* The builder is at the line and column of a block. */
void reading_move(struct reading *reader, const struct outline *outline);

/*
 * Blank rows above what begins at `line`: one where the source has any, and
 * one on either side of what stands below a heading.
 */
void reading_space(struct reading *reader, const struct block *parent,
		   enum block_kind kind, int line);

/* What stands from `line` up to `last` is not shown. */
void reading_pass(struct reading *reader, int line, int last);

/* Add a block, with the space above it. */
struct block *reading_block(struct reading *reader, struct block *parent,
			    enum block_kind kind,
			    const struct outline *outline);

/* The same for a text or a heading; `source` is its inline markup. */
struct block *reading_text(struct reading *reader, struct block *parent,
			   enum block_kind kind, const struct outline *outline,
			   struct str source);

#endif
