/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs, and what CommonMark takes for one: pipe tables, and pandoc's
 * captions of tables.
 */
#include "slide/paragraph.h"

#include "slide/pipe.h"
#include "source/pandoc_table.h"

static void read_rows(struct reading *reader, struct block *table,
		      const struct str *lines, int count)
{
	for (int i = 0; i < count; i++) {
		reader->builder.line++;
		pipe_add_row(&reader->builder, table, lines[i]);
	}
}

/* A table begins with the last line that is one above its dashes. */
static bool read_table(struct reading *reader, struct block *parent,
		       const struct outline *outline, const struct str *lines,
		       int count)
{
	int head = 0;

	while (head + 1 < count && !pipe_is_head(lines[head], lines[head + 1]))
		head++;
	if (head + 1 >= count)
		return false;
	struct outline at = *outline;
	at.line += head;
	if (head > 0) {
		reading_text(reader, parent, BLOCK_TEXT, outline,
			     leaf_join(reader->builder.arena, lines, head));
		reader->last_line = at.line - 1;
	}
	struct block *table = reading_block(reader, parent, BLOCK_TABLE, &at);
	pipe_begin(&reader->builder, table, lines[head], lines[head + 1]);
	reader->builder.line++;
	read_rows(reader, table, lines + head + 2, count - head - 2);
	return true;
}

/* ": text" or "Table: text", below a table. */
static bool read_caption(struct reading *reader, struct block *parent,
			 const struct outline *outline, const struct str *lines,
			 int count)
{
	struct arena *arena = reader->builder.arena;
	struct str caption;

	if (!dialect_traits(reader->builder.deck->dialect)->pandoc ||
	    !parent->last || parent->last->kind != BLOCK_TABLE ||
	    pandoc_caption_read(&caption, arena, lines, count) != count)
		return false;
	reading_text(reader, parent, BLOCK_TEXT, outline, caption);
	return true;
}

void paragraph_read(struct reading *reader, struct block *parent,
		    const struct outline *outline)
{
	struct str *lines;
	int count = leaf_texts(&reader->lines, outline, outline->end_line,
			       reader->builder.arena, &lines);

	if (!read_table(reader, parent, outline, lines, count) &&
	    !read_caption(reader, parent, outline, lines, count))
		reading_text(reader, parent, BLOCK_TEXT, outline,
			     leaf_join(reader->builder.arena, lines, count));
	reader->last_line = outline->end_line;
}
