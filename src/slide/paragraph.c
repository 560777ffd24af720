/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs, and what CommonMark takes for one: pipe tables, and pandoc's
 * captions and definition lists.
 */
#include "slide/paragraph.h"

#include <string.h>

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

static bool is_definition(struct str line)
{
	return line.len > 2 && strchr(":~", line.ptr[0]) && line.ptr[1] == ' ';
}

/* ":   what it means", below the term that it is about. */
static void add_definition(struct reading *reader, struct block *parent,
			   const struct outline *outline,
			   const struct str *lines, int count)
{
	struct block *list = parent->last;

	if (!list || list->kind != BLOCK_LIST) {
		list = reading_block(reader, parent, BLOCK_LIST, outline);
		list->level = reader->list_level + 1;
	}
	struct block *item = reading_block(reader, list, BLOCK_ITEM, outline);
	reading_text(reader, item, BLOCK_TEXT, outline,
		     str_trim_left(str_from(leaf_join(reader->builder.arena,
						      lines, count),
					    1)));
}

/* pandoc's definition lists: a term, and below it what it means. */
static bool read_definitions(struct reading *reader, struct block *parent,
			     const struct outline *outline,
			     const struct str *lines, int count)
{
	struct outline at = *outline;
	int first = 0;

	while (first < count && !is_definition(lines[first]))
		first++;
	if (!dialect_traits(reader->builder.deck->dialect)->pandoc ||
	    first == count || first > 1 || (first == 0 && !parent->last))
		return false;
	if (first == 0 && parent->last->kind == BLOCK_TEXT) {
		parent->last->kind = BLOCK_HEADING;
		parent->last->level = 3;
	} else if (first == 1) {
		struct block *term =
			reading_block(reader, parent, BLOCK_HEADING, outline);
		term->level = 3;
		builder_text(&reader->builder, &term->text, term->step,
			     lines[0]);
	}
	while (first < count) {
		int next = first + 1;
		while (next < count && !is_definition(lines[next]))
			next++;
		at.line = outline->line + first;
		reader->last_line = at.line - 1;
		add_definition(reader, parent, &at, lines + first,
			       next - first);
		first = next;
	}
	return true;
}

void paragraph_read(struct reading *reader, struct block *parent,
		    const struct outline *outline)
{
	struct str *lines;
	int count = leaf_texts(&reader->lines, outline, outline->end_line,
			       reader->builder.arena, &lines);

	if (!read_table(reader, parent, outline, lines, count) &&
	    !read_caption(reader, parent, outline, lines, count) &&
	    !read_definitions(reader, parent, outline, lines, count))
		reading_text(reader, parent, BLOCK_TEXT, outline,
			     leaf_join(reader->builder.arena, lines, count));
	reader->last_line = outline->end_line;
}
