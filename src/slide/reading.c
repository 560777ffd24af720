/* SPDX-License-Identifier: MIT */
/*
 * Where the CommonMark reader is: between the lines of a slide and its blocks.
 */
#include "slide/reading.h"

void reading_move(struct reading *reader, const struct outline *outline)
{
	reader->builder.line = reader->place->line + outline->line - 1;
	reader->builder.col = outline->col;
}

void reading_space(struct reading *reader, const struct block *parent,
		   enum block_kind kind, int line)
{
	const struct block *above = parent->last;
	bool gap = reader->gap;

	reader->gap = false;
	if (!above)
		return;
	if (above->kind == BLOCK_COLUMNS) {
		reader->builder.space++;
		return;
	}
	bool heading = kind == BLOCK_HEADING;
	bool differs = heading != (above->kind == BLOCK_HEADING);
	if (gap ||
	    leaf_has_blank(&reader->lines, reader->last_line + 1, line) ||
	    (differs && parent->kind != BLOCK_ITEM))
		reader->builder.space++;
}

void reading_pass(struct reading *reader, int line, int last)
{
	reader->gap =
		reader->gap ||
		leaf_has_blank(&reader->lines, reader->last_line + 1, line);
	reader->last_line = last;
}

struct block *reading_block(struct reading *reader, struct block *parent,
			    enum block_kind kind, const struct outline *outline)
{
	reading_move(reader, outline);
	reading_space(reader, parent, kind, outline->line);
	return builder_block(&reader->builder, parent, kind);
}

struct block *reading_text(struct reading *reader, struct block *parent,
			   enum block_kind kind, const struct outline *outline,
			   struct str source)
{
	struct block *block = reading_block(reader, parent, kind, outline);

	if (kind == BLOCK_TEXT)
		builder_enlarge(&reader->builder, block);
	block->text.flows =
		kind == BLOCK_TEXT && !reader->builder.batch.keeps_lines;
	builder_text(&reader->builder, &block->text, block->step, source);
	return block;
}
