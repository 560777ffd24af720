/* SPDX-License-Identifier: MIT */
/*
 * From the lines of an mdp slide to its blocks. The grammar of lines is in
 * line.c; this file only says where a line's content goes. Inline markup waits
 * until all lines are read.
 */
#include "slide/mdp.h"

#include <string.h>

#include "deck/clean.h"
#include "slide/build.h"
#include "slide/pipe.h"
#include "source/line.h"
#include "source/underline.h"

struct mdp_reader {
	struct builder builder;
	struct str raw; /* the line being read */

	struct block *text; /* what an underline or delimiter would be for */
	struct str source;  /* of that text, as it stands in the deck */
	int text_lines;	    /* directly above each other, that one the last */
	struct block *code; /* open code block */
	bool code_fenced;
	struct block *table; /* open table */
	struct buf comment;  /* what has been read of an open comment */
	int comment_line;    /* where it began */
	bool unseen;	     /* the line above leaves no row behind */

	/* By level, from 1: the last list, its last item, the open quote. */
	struct block *lists[DECK_DEPTH_MAX + 1];
	struct block *items[DECK_DEPTH_MAX + 1];
	struct block *quotes[DECK_DEPTH_MAX + 1];
	int quote_level; /* how many quotes are open */
};

/* The 1-based byte of the line that a part of it begins at. */
static int col_of(const struct mdp_reader *reader, struct str part)
{
	return part.len > 0 ? (int)(part.ptr - reader->raw.ptr) + 1 : 1;
}

static struct str clean(struct mdp_reader *reader, struct str part)
{
	struct builder *builder = &reader->builder;

	return clean_source(builder->arena, part, &builder->slide->remarks,
			    (struct remark){ .line = builder->line,
					     .col = col_of(reader, part) });
}

static struct block *add_block(struct mdp_reader *reader, struct block *parent,
			       enum block_kind kind)
{
	reader->builder.col = col_of(reader, str_trim_left(reader->raw));
	return builder_block(&reader->builder, parent, kind);
}

/* How many bytes "12. " or "* " takes at the front of a text. */
static size_t marker_bytes(struct str text)
{
	size_t bytes = str_digits(text);
	bool number = bytes > 0 && bytes < 10 && bytes < text.len &&
		      strchr(".)", text.ptr[bytes]);
	bool bullet = bytes == 0 && text.len > 0 && strchr("*-+", text.ptr[0]);
	if (!number && !bullet)
		return 0;
	struct str after = str_from(text, bytes + 1);
	size_t blanks = after.len - str_trim_left(after).len;
	return blanks > 0 ? bytes + 1 + blanks : 0;
}

/*
 * Further rows of "   text", "12. text" and of what is guarded with a
 * backslash ("\   text", "\* text") line up with the text.
 */
static int hang_of(struct str text, int indent)
{
	bool guard = text.len > 1 && text.ptr[0] == '\\' && text.ptr[1] == ' ';
	struct str rest = str_from(text, guard ? 1 : 0);
	struct str inner = str_trim_left(rest);
	size_t blanks = rest.len - inner.len;

	if (inner.len > 0 && inner.ptr[0] == '\\')
		inner = str_from(inner, 1);
	return indent + (int)(blanks + marker_bytes(inner));
}

static struct block *add_text(struct mdp_reader *reader, struct block *parent,
			      enum block_kind kind, const struct line *line)
{
	struct block *block = add_block(reader, parent, kind);
	bool keeps_indent = kind == BLOCK_TEXT && !line->centred &&
			    !line->continues && line->kind == LINE_TEXT;
	int indent = keeps_indent ? line->indent : 0;
	struct str source = str_trim_right(line->text);

	source = clean(reader, source);
	if (line->centred)
		block->align = ALIGN_CENTRE;
	else
		block->text.hang = hang_of(source, indent);
	if (kind == BLOCK_TEXT)
		builder_enlarge(&reader->builder, block);
	inline_add(&reader->builder.batch, reader->builder.arena,
		   (struct inline_text){ .into = &block->text,
					 .source = source,
					 .indent = indent,
					 .pad = line->pad,
					 .line = reader->builder.line,
					 .step = block->step });
	return block;
}

/* The item that a line belongs to, or the body. */
static struct block *parent_of(struct mdp_reader *reader,
			       const struct line *line)
{
	for (int i = DECK_DEPTH_MAX; i > 0 && line->continues; i--) {
		if (reader->items[i])
			return reader->items[i];
	}
	return reader->builder.container;
}

static void read_text(struct mdp_reader *reader, const struct line *line)
{
	reader->text =
		add_text(reader, parent_of(reader, line), BLOCK_TEXT, line);
	reader->source = line->text;
}

static void read_heading(struct mdp_reader *reader, const struct line *line)
{
	reader->text = add_text(reader, reader->builder.container,
				BLOCK_HEADING, line);
	builder_heading(&reader->builder, reader->text, line->level);
}

static void read_underline(struct mdp_reader *reader, const struct line *line)
{
	if (line->level == 2 && underline_is_odd(reader->source, line->text,
						 reader->text_lines > 1))
		builder_remark(&reader->builder, col_of(reader, line->text),
			       REMARK_ODD_UNDERLINE, (struct str){ NULL, 0 });
	builder_heading(&reader->builder, reader->text, line->level);
}

/* Nothing stands between this list and its parent's end: it goes on. */
static bool list_is_open(const struct mdp_reader *reader, int level)
{
	const struct block *list = reader->lists[level];
	const struct block *parent = level > 1 ? reader->items[level - 1]
					       : reader->builder.container;

	return list && list->parent == parent && parent->last == list;
}

static struct block *add_item(struct mdp_reader *reader, int level)
{
	struct block *parent = level > 1 ? reader->items[level - 1]
					 : reader->builder.container;
	int space = reader->builder.space;

	if (!list_is_open(reader, level)) {
		reader->lists[level] = add_block(reader, parent, BLOCK_LIST);
		reader->lists[level]->level = level;
		space = 0;
	}
	reader->builder.space = space;
	reader->items[level] =
		add_block(reader, reader->lists[level], BLOCK_ITEM);
	for (int i = level + 1; i <= DECK_DEPTH_MAX; i++)
		reader->items[i] = reader->lists[i] = NULL;
	return reader->items[level];
}

/*
 * Outer levels that are not open any more (something stood in between, the
 * list goes on below it) are opened again without a bullet of their own.
 */
static void read_bullet(struct mdp_reader *reader, const struct line *line)
{
	for (int level = 1; level < line->level; level++) {
		if (!list_is_open(reader, level))
			add_item(reader, level);
	}
	struct block *item = add_item(reader, line->level);
	item->item.marked = true;
	if (line->text.len > 0)
		add_text(reader, item, BLOCK_TEXT, line);
}

static void read_quote(struct mdp_reader *reader, const struct line *line)
{
	struct block *parent = parent_of(reader, line);
	bool goes_on = reader->quote_level > 0 && reader->builder.space == 0 &&
		       !reader->builder.stop_line &&
		       parent->last == reader->quotes[1];

	if (!goes_on)
		reader->quote_level = 0;
	if (reader->quote_level > line->level)
		reader->quote_level = line->level;
	while (reader->quote_level < line->level) {
		if (reader->quote_level > 0)
			parent = reader->quotes[reader->quote_level];
		reader->quotes[++reader->quote_level] =
			add_block(reader, parent, BLOCK_QUOTE);
	}
	add_text(reader, reader->quotes[line->level], BLOCK_TEXT, line);
}

static void add_code_line(struct mdp_reader *reader, struct str text)
{
	struct code_line *added =
		arena_new(reader->builder.arena, struct code_line);
	struct block *code = reader->code;

	added->text = clean(reader, str_trim_right(text));
	added->line = reader->builder.line - reader->builder.space;
	if (code->code.last)
		code->code.last->next = added;
	else
		code->code.first = added;
	code->code.last = added;
}

static void read_fence(struct mdp_reader *reader, const struct line *line)
{
	reader->code = add_block(reader, reader->builder.container, BLOCK_CODE);
	reader->code->code.info = clean(reader, line->text);
	reader->code_fenced = true;
}

/* Blank lines between two indented lines belong to the code. */
static void read_code(struct mdp_reader *reader, const struct line *line)
{
	const struct block *body = reader->builder.container;
	bool goes_on = reader->code && body->last == reader->code &&
		       (reader->code_fenced || !reader->builder.stop_line);

	if (!goes_on) {
		reader->code = add_block(reader, reader->builder.container,
					 BLOCK_CODE);
		reader->code_fenced = false;
	}
	for (; reader->builder.space > 0; reader->builder.space--)
		add_code_line(reader, (struct str){ NULL, 0 });
	add_code_line(reader, line->text);
}

/* The text above turns out to be the header of a table. */
static void read_delimiter(struct mdp_reader *reader, const struct line *line)
{
	struct builder *builder = &reader->builder;
	struct str header = inline_drop_last(&builder->batch);

	reader->table = reader->text;
	builder->line--;
	pipe_begin(builder, reader->table, header, line->text);
	builder->line++;
}

static void read_row(struct mdp_reader *reader, const struct line *line)
{
	pipe_add_row(&reader->builder, reader->table,
		     clean(reader, line->text));
}

static void read_stop(struct mdp_reader *reader, const struct line *line)
{
	builder_stop(&reader->builder);
	if (str_is_blank(line->text))
		return;
	struct line rest = *line;
	rest.kind = LINE_TEXT;
	read_text(reader, &rest);
}

static void read_blank(struct mdp_reader *reader, const struct line *line)
{
	(void)line;
	/* Blank lines on both sides of what is not shown are one gap. */
	if (!reader->unseen || reader->builder.space == 0)
		reader->builder.space++;
}

static void read_nothing(struct mdp_reader *reader, const struct line *line)
{
	(void)reader;
	(void)line;
}

/* "%% text" is for the speaker. */
static void read_note(struct mdp_reader *reader, const struct line *line)
{
	builder_note(&reader->builder, clean(reader, line->text),
		     reader->builder.line);
}

/* Comments may take several lines; what they say is known at the end. */
static void read_comment(struct mdp_reader *reader, const struct line *line)
{
	struct builder *builder = &reader->builder;
	struct str inside;
	size_t bytes;
	bool closed = true;

	if (reader->comment.len == 0)
		reader->comment_line = builder->line;
	buf_put(&reader->comment, clean(reader, line->text));
	buf_put_byte(&reader->comment, '\n');
	if (line->continues)
		return;
	struct str text = arena_str(builder->arena, buf_str(&reader->comment));
	int last = builder->line;
	builder->line = reader->comment_line;
	builder->col = 1;
	if (comment_take(text, &inside, &bytes, &closed))
		builder_comment(builder, inside);
	builder->line = last;
	buf_clear(&reader->comment);
}

static void (*const readers[])(struct mdp_reader *, const struct line *) = {
	[LINE_BLANK] = read_blank,	   [LINE_BREAK] = read_nothing,
	[LINE_STOP] = read_stop,	   [LINE_FENCE] = read_fence,
	[LINE_FENCE_END] = read_nothing,   [LINE_CODE] = read_code,
	[LINE_UNDERLINE] = read_underline, [LINE_HEADING] = read_heading,
	[LINE_BULLET] = read_bullet,	   [LINE_QUOTE] = read_quote,
	[LINE_DELIMITER] = read_delimiter, [LINE_ROW] = read_row,
	[LINE_DEFINITION] = read_nothing,  [LINE_COMMENT] = read_comment,
	[LINE_NOTE] = read_note,	   [LINE_TEXT] = read_text,
};

static void read_line(struct mdp_reader *reader, const struct line *line)
{
	readers[line->kind](reader, line);
	if (line->kind == LINE_FENCE_END)
		reader->code = NULL;
	reader->text_lines =
		line->kind == LINE_TEXT ? reader->text_lines + 1 : 0;
	reader->unseen = line->kind == LINE_COMMENT || line->kind == LINE_NOTE;
	if (line->kind != LINE_STOP && line->kind != LINE_DEFINITION &&
	    !reader->unseen)
		reader->builder.begun = true;
}

/* What ended the slide is not on it, but may deserve a remark. */
static void note_break(struct mdp_reader *reader, struct line_state *state,
		       struct str rest)
{
	struct str nothing = { NULL, 0 };

	if (state->fence) {
		builder_remark(&reader->builder, 1, REMARK_OPEN_FENCE, nothing);
		return;
	}
	if (rest.len == 0)
		return;
	struct str raw = str_take_line(&rest);
	struct line line = line_read(state, raw, rest);
	if (line.kind == LINE_BREAK && line.odd_break)
		builder_remark(&reader->builder, 1, REMARK_ODD_BREAK, nothing);
}

void mdp_read(const struct deck *deck, struct slide *slide, struct arena *arena)
{
	const struct slide_place *place = &deck->places[slide->number - 1];
	struct line_state state = { .arrows_literal =
					    deck->settings.arrows_literal };
	struct mdp_reader reader = { 0 };
	struct builder *builder = &reader.builder;
	struct str source = buf_str(&deck->source);
	struct str rest = str_from(source, place->begin);

	builder_init(builder, deck, slide, arena);
	rest.len = place->end - place->begin;
	if (place->continued)
		builder_remark(builder, 1, REMARK_LARGE_SLIDE,
			       (struct str){ NULL, 0 });
	while (rest.len > 0) {
		reader.raw = str_take_line(&rest);
		struct line line = line_read(&state, reader.raw, rest);
		const struct block *container = builder->container;
		read_line(&reader, &line);
		if (builder->container != container) {
			/* No list goes on in another column. */
			state.in_item = false;
			state.levels = 0;
		}
		builder->line++;
	}
	note_break(&reader, &state, str_from(source, place->end));
	builder_finish(builder);
	buf_release(&reader.comment);
}
