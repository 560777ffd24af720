/* SPDX-License-Identifier: MIT */
/*
 * From the outline of a slide to its blocks. The outline says what stands
 * where; the texts are taken from the lines, so that tables, tasks and alerts
 * can be told from paragraphs.
 */
#include "slide/markdown.h"

#include <string.h>

#include "slide/build.h"
#include "slide/html.h"
#include "slide/intro.h"
#include "slide/listing.h"
#include "slide/paragraph.h"
#include "slide/pipe.h"
#include "slide/rewrite.h"
#include "source/line.h"
#include "source/shape.h"
#include "source/underline.h"

/* ---- headings ---- */

static void read_setext(struct reading *reader, struct block *parent,
			const struct outline *outline)
{
	int underline = leaf_underline(&reader->lines, outline->line);
	struct str *lines;
	int count = leaf_texts(&reader->lines, outline, underline - 1,
			       reader->builder.arena, &lines);
	bool title = reader->builder.deck->dialect == DIALECT_PRESENTERM;
	struct str dashes = leaf_inner(&reader->lines, underline);

	struct block *heading =
		reading_text(reader, parent, BLOCK_HEADING, outline,
			     leaf_join(reader->builder.arena, lines, count));
	builder_heading(&reader->builder, heading, title ? 1 : outline->level);
	if (title)
		heading->align = ALIGN_CENTRE;
	reader->builder.line += underline - outline->line;
	if (!title && outline->level == 2 &&
	    underline_is_odd(lines[count - 1], dashes, count > 1))
		builder_remark(&reader->builder, 1, REMARK_ODD_UNDERLINE,
			       (struct str){ NULL, 0 });
	reader->last_line = underline;
}

/* Marp: "# <!-- fit --> A title". */
static void take_fit(struct reading *reader, struct str title)
{
	struct builder *builder = &reader->builder;
	struct str inside;
	size_t bytes;
	bool closed;

	if (comment_take(title, &inside, &bytes, &closed) &&
	    directive_parse(inside, builder->settings.command_prefix).kind ==
		    DIRECTIVE_BIG)
		builder->big = true;
}

static void read_heading(struct reading *reader, struct block *parent,
			 const struct outline *outline)
{
	struct str text = leaf_first(&reader->lines, outline);

	if (shape_heading(text) == 0) {
		read_setext(reader, parent, outline);
		return;
	}
	take_fit(reader, leaf_title(text));
	struct block *heading = reading_text(reader, parent, BLOCK_HEADING,
					     outline, leaf_title(text));
	builder_heading(&reader->builder, heading, outline->level);
	if (reader->place->title)
		heading->align = ALIGN_CENTRE;
	reader->last_line = outline->line;
}

/* ---- code, rules and HTML ---- */

static void read_code(struct reading *reader, struct block *parent,
		      const struct outline *outline)
{
	size_t at = (size_t)outline->col - 1;
	struct str fence =
		str_from(leaf_line(&reader->lines, outline->line), at);
	bool fenced = fence.len > 0 && strchr("`~", fence.ptr[0]) &&
		      str_run(fence) >= 3;
	struct listing listing = { .info = outline->info,
				   .literal = outline->literal,
				   .line = reader->place->line + outline->line -
					   1 + fenced,
				   .tildes = fenced && fence.ptr[0] == '~' };
	int last = outline->line + leaf_line_ends(outline->literal) - 1;

	reading_move(reader, outline);
	reading_space(reader, parent, BLOCK_CODE, outline->line);
	listing_add(&reader->builder, parent, &listing);
	if (fenced) {
		bool bare = false;
		struct str end = leaf_inner(&reader->lines, outline->end_line);
		bool closed = outline->end_line > outline->line &&
			      line_is_fence(end, fence.ptr[0],
					    (int)str_run(fence), &bare) &&
			      bare;
		if (!closed)
			builder_remark(&reader->builder, outline->col,
				       REMARK_OPEN_FENCE,
				       (struct str){ NULL, 0 });
		last = outline->end_line;
	}
	reader->last_line = last;
}

static void read_rule(struct reading *reader, struct block *parent,
		      const struct outline *outline)
{
	reading_block(reader, parent, BLOCK_RULE, outline);
	reader->last_line = outline->line;
}

static void read_pandoc_table(struct reading *reader, struct block *parent,
			      const struct outline *outline,
			      const struct pandoc_table *source)
{
	struct block *table =
		reading_block(reader, parent, BLOCK_TABLE, outline);

	table_fill(&reader->builder, table, source);
	if (source->caption.len > 0) {
		reader->builder.space = 1;
		struct block *caption =
			builder_block(&reader->builder, parent, BLOCK_TEXT);
		builder_text(&reader->builder, &caption->text, caption->step,
			     source->caption);
	}
}

/* What a dialect's own line turned out to mean. False: nothing. */
static bool read_mark(struct reading *reader, struct block *parent,
		      const struct outline *outline)
{
	struct builder *builder = &reader->builder;
	const struct rewritten_line *line =
		&reader->source.lines[outline->line - 1];

	reading_move(reader, outline);
	switch (line->mark) {
	case MARK_STOP:
		builder_stop(builder);
		break;
	case MARK_COLUMNS:
		builder_open_columns(builder, NULL, 0);
		break;
	case MARK_COLUMN:
		if (!builder->columns)
			builder_open_columns(builder, NULL, 0);
		builder_add_column(builder, line->number);
		break;
	case MARK_SPLIT:
		builder_split_columns(builder);
		break;
	case MARK_COLUMNS_END:
		builder_close_columns(builder);
		break;
	case MARK_INCREMENTAL:
		builder->settings.incremental_lists = line->number;
		break;
	case MARK_TABLE:
		read_pandoc_table(reader, parent, outline,
				  &reader->source.tables[line->number]);
		break;
	default:
		return false;
	}
	reading_pass(reader, outline->line, outline->line);
	return true;
}

static void read_html(struct reading *reader, struct block *parent,
		      const struct outline *outline)
{
	struct builder *builder = &reader->builder;
	struct html html = { .rest = outline->literal };
	struct html_piece piece;

	if (read_mark(reader, parent, outline))
		return;
	int first = outline->line;
	while (html_take(&html, &piece)) {
		struct outline at = *outline;
		at.line = first + piece.line;
		reading_move(reader, &at);
		int last = at.line + leaf_line_ends(piece.text);
		if (piece.kind != HTML_TEXT) {
			reading_pass(reader, at.line, last);
			builder->space += piece.breaks;
			if (piece.kind == HTML_COMMENT)
				builder_comment(builder, piece.text);
			continue;
		}
		/* Columns may have been opened by a comment just now. */
		if (parent->kind == BLOCK_BODY || parent->kind == BLOCK_COLUMN)
			parent = builder->container;
		reading_text(reader, parent, BLOCK_TEXT, &at, piece.text);
		reader->last_line = last;
	}
	int last = first + leaf_line_ends(outline->literal) - 1;
	if (reader->last_line < last)
		reader->last_line = last;
}

/* ---- containers ---- */

static void read_children(struct reading *reader, struct block *parent,
			  const struct outline *outline);

/* "[ ] " or "[x] " at the begin of an item's first line. */
static enum task take_task(struct reading *reader, const struct outline *item)
{
	static const struct str open = STR("[ ] "), done = STR("[x] ");
	struct outline *leaf = item->first;

	if (!leaf || leaf->kind != OUTLINE_PARAGRAPH)
		return TASK_NONE;
	struct str text = leaf_first(&reader->lines, leaf);
	if (text.len < open.len)
		return TASK_NONE;
	text.len = open.len;
	bool is_open = str_eq(text, open);
	if (!is_open && !str_eq_nocase(text, done))
		return TASK_NONE;
	leaf->col += (int)open.len;
	return is_open ? TASK_OPEN : TASK_DONE;
}

/* "12." of an ordered list, with the delimiter that the source has. */
static struct str marker_of(struct reading *reader, const struct outline *item,
			    int number)
{
	struct str text = leaf_first(&reader->lines, item);
	struct str fancy = reader->source.lines[item->line - 1].marker;
	struct buf marker = { 0 };

	if (fancy.len > 0 && fancy.ptr[0] != '#')
		return fancy;
	text = str_from(text, str_digits(text));
	buf_printf(&marker, "%d%c", number,
		   text.len > 0 && text.ptr[0] == ')' ? ')' : '.');
	struct str copy = arena_str(reader->builder.arena, buf_str(&marker));
	buf_release(&marker);
	return copy;
}

/* pandoc: what a term means, below the term. */
static bool is_definition(struct reading *reader, const struct outline *item)
{
	static const struct str marker = STR(":");

	return str_eq(reader->source.lines[item->line - 1].marker, marker);
}

static void make_term(struct block *block)
{
	if (!block || block->kind != BLOCK_TEXT)
		return;
	block->kind = BLOCK_HEADING;
	block->level = 3;
	block->text.flows = false;
}

static void add_item_stop(struct reading *reader)
{
	struct builder *builder = &reader->builder;

	if (builder->settings.incremental_lists && builder->begun &&
	    !builder->stop_line)
		builder_stop(builder);
}

static void read_list(struct reading *reader, struct block *parent,
		      const struct outline *outline)
{
	bool defines = outline->first && is_definition(reader, outline->first);
	int number = outline->start;

	reading_move(reader, outline);
	if (defines)
		make_term(parent->last);
	else
		add_item_stop(reader);
	struct block *list = reading_block(reader, parent, BLOCK_LIST, outline);
	list->level = ++reader->list_level;
	for (const struct outline *child = outline->first; child;
	     child = child->next) {
		reading_move(reader, child);
		if (child != outline->first && !defines) {
			add_item_stop(reader);
			if (reader->list_level == 1)
				reader->builder.space +=
					reader->builder.settings.item_space;
		}
		struct block *item =
			reading_block(reader, list, BLOCK_ITEM, child);
		item->item.marked = !is_definition(reader, child);
		item->item.task = take_task(reader, child);
		if (number >= 0)
			item->item.marker = marker_of(reader, child, number++);
		reader->last_line = child->line;
		read_children(reader, item, child);
	}
	reader->list_level--;
}

/* The kind of "[!NOTE]" alone on a quote's first line, which it takes off. */
static enum alert take_alert(struct reading *reader, struct outline *quote)
{
	struct outline *leaf = quote->first;

	if (!leaf || leaf->kind != OUTLINE_PARAGRAPH)
		return ALERT_NONE;
	enum alert alert = leaf_alert(leaf_first(&reader->lines, leaf));
	if (alert == ALERT_NONE)
		return ALERT_NONE;
	if (leaf->line == leaf->end_line) {
		quote->first = leaf->next;
	} else {
		leaf->line++;
		struct str next = leaf_inner(&reader->lines, leaf->line);
		leaf->col = (int)(next.ptr -
				  leaf_line(&reader->lines, leaf->line).ptr) +
			    1;
	}
	return alert;
}

/* pandoc: a quote of nothing but lists turns their stops on or off. */
static bool flips(const struct reading *reader, const struct outline *quote)
{
	if (!dialect_traits(reader->builder.deck->dialect)->quote_flips ||
	    !quote->first)
		return false;
	for (const struct outline *child = quote->first; child;
	     child = child->next) {
		if (child->kind != OUTLINE_LIST)
			return false;
	}
	return true;
}

static void read_quote(struct reading *reader, struct block *parent,
		       const struct outline *outline)
{
	struct outline quote = *outline;
	bool *incremental = &reader->builder.settings.incremental_lists;
	bool before = *incremental;

	reader->lines.quote_depth++;
	if (flips(reader, outline)) {
		*incremental = !before;
		read_children(reader, parent, outline);
		*incremental = before;
	} else {
		struct block *block =
			reading_block(reader, parent, BLOCK_QUOTE, outline);
		block->alert = take_alert(reader, &quote);
		reader->last_line = outline->line;
		read_children(reader, block, &quote);
	}
	reader->lines.quote_depth--;
}

static void read_block(struct reading *reader, struct block *parent,
		       const struct outline *outline)
{
	static void (*const readers[])(struct reading *, struct block *,
				       const struct outline *) = {
		[OUTLINE_ROOT] = read_children,
		[OUTLINE_PARAGRAPH] = paragraph_read,
		[OUTLINE_HEADING] = read_heading,
		[OUTLINE_CODE] = read_code,
		[OUTLINE_HTML] = read_html,
		[OUTLINE_RULE] = read_rule,
		[OUTLINE_LIST] = read_list,
		[OUTLINE_ITEM] = read_children,
		[OUTLINE_QUOTE] = read_quote,
	};

	readers[outline->kind](reader, parent, outline);
}

static void read_children(struct reading *reader, struct block *parent,
			  const struct outline *outline)
{
	bool top = outline->kind == OUTLINE_ROOT;

	for (const struct outline *child = outline->first; child;
	     child = child->next)
		read_block(reader, top ? reader->builder.container : parent,
			   child);
}

/* ---- whole slides ---- */

static void read_slide(struct reading *reader, struct str source)
{
	struct builder *builder = &reader->builder;
	struct buf document = { 0 };

	rewrite_slide(&reader->source, builder, source);
	reader->lines.source = &reader->source;
	for (int i = 0; i < reader->source.count; i++) {
		buf_put(&document, reader->source.texts[i]);
		buf_put_byte(&document, '\n');
	}
	struct outline *outline =
		outline_read(builder->arena, buf_str(&document));
	buf_release(&document);
	if (outline->end_line > 0) {
		builder->line = reader->place->line + outline->end_line - 1;
		builder_remark(builder, 1, REMARK_DEEP,
			       (struct str){ NULL, 0 });
	}
	builder->line = reader->place->line;
	read_block(reader, &builder->slide->body, outline);
}

/* Slidev: a line of a slide's own front matter says it as a comment would. */
static void read_front(struct builder *builder, struct str front)
{
	static const struct str key = STR("transition:");

	while (front.len > 0) {
		struct str line = str_take_line(&front);
		if (str_starts(line, key))
			builder_comment(builder, line);
	}
}

void markdown_read(const struct deck *deck, struct slide *slide,
		   struct arena *arena)
{
	const struct slide_place *place = &deck->places[slide->number - 1];
	struct reading reader = { .place = place };
	struct builder *builder = &reader.builder;
	struct str source = str_from(buf_str(&deck->source), place->begin);

	builder_init(builder, deck, slide, arena);
	builder->batch.keeps_lines =
		dialect_traits(deck->dialect)->keeps_lines &&
		!deck->settings.joins_lines;
	source.len = place->end - place->begin;
	if (place->continued)
		builder_remark(builder, 1, REMARK_LARGE_SLIDE,
			       (struct str){ NULL, 0 });
	if (place->front > 0)
		read_front(builder, (struct str){ source.ptr - place->front,
						  place->front });
	if (place->intro)
		intro_read(builder);
	else
		read_slide(&reader, source);
	builder_finish(builder);
}
