/* SPDX-License-Identifier: MIT */
/*
 * From the lines of an mdp slide to its blocks. The grammar of lines is in
 * line.c; this file only says where a line's content goes. Inline markup waits
 * until all lines are read.
 */
#include "deck/mdp.h"

#include <string.h>

#include "deck/clean.h"
#include "deck/inline.h"
#include "deck/line.h"
#include "deck/row.h"

struct mdp_reader {
	const struct deck *deck;
	struct arena *arena;
	struct slide *slide;
	struct inline_batch batch;
	int line;	/* source line being read */
	struct str raw; /* its bytes */

	int step;     /* stops that count so far */
	bool stopped; /* a stop waits for something to reveal */
	bool begun;   /* a row stands above: a stop has something to hide */
	int space;    /* blank rows since the last block */

	struct block *text; /* what an underline or delimiter would be for */
	struct block *code; /* open code block */
	bool code_fenced;
	struct block *table; /* open table */

	/* By level, from 1: the last list, its last item, the open quote. */
	struct block *lists[DECK_DEPTH_MAX + 1];
	struct block *items[DECK_DEPTH_MAX + 1];
	struct block *quotes[DECK_DEPTH_MAX + 1];
	int quote_level; /* how many quotes are open */
};

static void add_remark(struct mdp_reader *reader, int col,
		       enum remark_kind kind)
{
	remark_add(&reader->slide->remarks, reader->arena,
		   (struct remark){
			   .kind = kind, .line = reader->line, .col = col });
}

/* The 1-based byte of the line that a part of it begins at. */
static int col_of(const struct mdp_reader *reader, struct str part)
{
	return part.len > 0 ? (int)(part.ptr - reader->raw.ptr) + 1 : 1;
}

static struct str clean(struct mdp_reader *reader, struct str part)
{
	return clean_source(reader->arena, part, &reader->slide->remarks,
			    (struct remark){ .line = reader->line,
					     .col = col_of(reader, part) });
}

/* The step of what is added now: a stop counts once something follows it. */
static int current_step(struct mdp_reader *reader)
{
	if (reader->stopped)
		reader->step++;
	reader->stopped = false;
	return reader->step;
}

static struct block *add_block(struct mdp_reader *reader, struct block *parent,
			       enum block_kind kind)
{
	struct block *block = arena_new(reader->arena, struct block);

	block->kind = kind;
	block->parent = parent;
	block->line = reader->line;
	block->col = col_of(reader, str_trim_left(reader->raw));
	block->step = current_step(reader);
	block->space = reader->space;
	reader->space = 0;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
	return block;
}

/* How many bytes "12. " or "* " takes at the front of a text. */
static size_t marker_bytes(struct str text)
{
	size_t bytes = 0;

	while (bytes < text.len && text.ptr[bytes] >= '0' &&
	       text.ptr[bytes] <= '9')
		bytes++;
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
	inline_add(&reader->batch, reader->arena,
		   (struct inline_text){ .into = &block->text,
					 .source = source,
					 .indent = indent,
					 .pad = line->pad,
					 .line = reader->line,
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
	return &reader->slide->body;
}

static void read_text(struct mdp_reader *reader, const struct line *line)
{
	reader->text =
		add_text(reader, parent_of(reader, line), BLOCK_TEXT, line);
}

static void read_heading(struct mdp_reader *reader, const struct line *line)
{
	reader->text =
		add_text(reader, &reader->slide->body, BLOCK_HEADING, line);
	reader->text->level = line->level;
}

static void read_underline(struct mdp_reader *reader, const struct line *line)
{
	reader->text->kind = BLOCK_HEADING;
	reader->text->level = line->level;
}

/* Nothing stands between this list and its parent's end: it goes on. */
static bool list_is_open(const struct mdp_reader *reader, int level)
{
	const struct block *list = reader->lists[level];
	const struct block *parent =
		level > 1 ? reader->items[level - 1] : &reader->slide->body;

	return list && list->parent == parent && parent->last == list;
}

static struct block *add_item(struct mdp_reader *reader, int level)
{
	struct block *parent =
		level > 1 ? reader->items[level - 1] : &reader->slide->body;
	int space = reader->space;

	if (!list_is_open(reader, level)) {
		reader->lists[level] = add_block(reader, parent, BLOCK_LIST);
		reader->lists[level]->level = level;
		space = 0;
	}
	reader->space = space;
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
	bool goes_on = reader->quote_level > 0 && reader->space == 0 &&
		       !reader->stopped && parent->last == reader->quotes[1];

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
	struct code_line *added = arena_new(reader->arena, struct code_line);
	struct block *code = reader->code;

	added->text = clean(reader, str_trim_right(text));
	if (code->code.last)
		code->code.last->next = added;
	else
		code->code.first = added;
	code->code.last = added;
}

static void read_fence(struct mdp_reader *reader, const struct line *line)
{
	reader->code = add_block(reader, &reader->slide->body, BLOCK_CODE);
	reader->code->code.info = clean(reader, line->text);
	reader->code_fenced = true;
}

/* Blank lines between two indented lines belong to the code. */
static void read_code(struct mdp_reader *reader, const struct line *line)
{
	const struct block *body = &reader->slide->body;
	bool goes_on = reader->code && body->last == reader->code &&
		       (reader->code_fenced || !reader->stopped);

	if (!goes_on) {
		reader->code =
			add_block(reader, &reader->slide->body, BLOCK_CODE);
		reader->code_fenced = false;
	}
	for (; reader->space > 0; reader->space--)
		add_code_line(reader, (struct str){ NULL, 0 });
	add_code_line(reader, line->text);
}

/* "\|" is a bar, also inside code, where no other backslash escapes. */
static struct str unescape_bars(struct mdp_reader *reader, struct str cell)
{
	static const struct str escaped = STR("\\|");
	char *copy = arena_alloc(reader->arena, cell.len);
	size_t len = 0;

	while (cell.len > 0) {
		if (str_starts(cell, escaped))
			cell = str_from(cell, 1);
		copy[len++] = cell.ptr[0];
		cell = str_from(cell, 1);
	}
	return (struct str){ copy, len };
}

static void add_cell(struct mdp_reader *reader, struct table_row *row,
		     int column, struct str cell)
{
	struct str source = unescape_bars(reader, cell);

	inline_add(&reader->batch, reader->arena,
		   (struct inline_text){ .into = &row->cells[column],
					 .source = source,
					 .line = row->line,
					 .step = row->step });
}

static void add_row(struct mdp_reader *reader, struct str source, int line)
{
	struct table_row *row = arena_new(reader->arena, struct table_row);
	struct block *table = reader->table;
	struct str cell, rest = row_inner(source);
	int columns = table->table.columns;

	row->line = line;
	row->step = current_step(reader);
	row->cells = arena_array(reader->arena, struct text, (size_t)columns);
	for (int i = 0; row_take_cell(&rest, &cell); i++) {
		/* What stands beyond the last column stays in it. */
		if (i == columns - 1 && rest.ptr)
			cell.len = (size_t)(rest.ptr + rest.len - cell.ptr);
		add_cell(reader, row, i, cell);
		if (i == columns - 1)
			break;
	}
	if (table->table.last)
		table->table.last->next = row;
	else
		table->table.header = row;
	table->table.last = row;
}

static enum align align_of(struct str cell)
{
	bool left = cell.ptr[0] == ':';
	bool right = cell.ptr[cell.len - 1] == ':';

	if (left && right)
		return ALIGN_CENTRE;
	return right ? ALIGN_RIGHT : ALIGN_LEFT;
}

/* The text above turns out to be the header of a table. */
static void read_delimiter(struct mdp_reader *reader, const struct line *line)
{
	struct block *table = reader->text;
	struct str cell, rest = row_inner(line->text);
	int columns = row_cells(line->text);

	struct str header = inline_drop_last(&reader->batch);
	table->kind = BLOCK_TABLE;
	table->text = (struct text){ 0 };
	table->table.columns = columns;
	table->table.aligns =
		arena_array(reader->arena, enum align, (size_t)columns);
	table->table.header = table->table.last = NULL;
	for (int i = 0; row_take_cell(&rest, &cell); i++)
		table->table.aligns[i] = align_of(cell);
	reader->table = table;
	add_row(reader, header, reader->line - 1);
}

static void read_row(struct mdp_reader *reader, const struct line *line)
{
	add_row(reader, clean(reader, line->text), reader->line);
}

static void read_stop(struct mdp_reader *reader, const struct line *line)
{
	reader->stopped = reader->begun;
	if (str_is_blank(line->text))
		return;
	struct line rest = *line;
	rest.kind = LINE_TEXT;
	read_text(reader, &rest);
	reader->begun = true;
}

static void read_blank(struct mdp_reader *reader, const struct line *line)
{
	(void)line;
	reader->space++;
}

static void read_nothing(struct mdp_reader *reader, const struct line *line)
{
	(void)reader;
	(void)line;
}

static void (*const readers[])(struct mdp_reader *, const struct line *) = {
	[LINE_BLANK] = read_blank,	   [LINE_BREAK] = read_nothing,
	[LINE_STOP] = read_stop,	   [LINE_FENCE] = read_fence,
	[LINE_FENCE_END] = read_nothing,   [LINE_CODE] = read_code,
	[LINE_UNDERLINE] = read_underline, [LINE_HEADING] = read_heading,
	[LINE_BULLET] = read_bullet,	   [LINE_QUOTE] = read_quote,
	[LINE_DELIMITER] = read_delimiter, [LINE_ROW] = read_row,
	[LINE_DEFINITION] = read_nothing,  [LINE_TEXT] = read_text,
};

static void read_line(struct mdp_reader *reader, const struct line *line)
{
	readers[line->kind](reader, line);
	if (line->kind == LINE_FENCE_END)
		reader->code = NULL;
	if (line->kind != LINE_STOP && line->kind != LINE_DEFINITION)
		reader->begun = true;
}

/* What ended the slide is not on it, but may deserve a remark. */
static void note_break(struct mdp_reader *reader, struct line_state *state,
		       struct str rest)
{
	if (state->fence) {
		add_remark(reader, 1, REMARK_OPEN_FENCE);
		return;
	}
	if (rest.len == 0)
		return;
	struct line line = line_read(state, str_take_line(&rest));
	if (line.kind == LINE_BREAK && line.odd_break)
		add_remark(reader, 1, REMARK_ODD_BREAK);
}

void mdp_read(const struct deck *deck, struct slide *slide, struct arena *arena)
{
	const struct slide_place *place = &deck->places[slide->number - 1];
	struct line_state state = { .arrows_literal =
					    deck->settings.arrows_literal };
	struct mdp_reader reader = { .deck = deck,
				     .arena = arena,
				     .slide = slide,
				     .line = place->line };
	struct str source = buf_str(&deck->source);
	struct str rest = str_from(source, place->begin);

	rest.len = place->end - place->begin;
	slide->body.kind = BLOCK_BODY;
	slide->body.line = place->line;
	if (place->continued)
		add_remark(&reader, 1, REMARK_LARGE_SLIDE);
	while (rest.len > 0) {
		reader.raw = str_take_line(&rest);
		struct line line = line_read(&state, reader.raw);
		read_line(&reader, &line);
		reader.line++;
	}
	note_break(&reader, &state, str_from(source, place->end));
	slide->space_below = reader.space;
	slide->steps = reader.step + 1;
	inline_read(&reader.batch, deck, slide, arena);
}
