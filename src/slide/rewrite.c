/* SPDX-License-Identifier: MIT */
/*
 * Dialects' own lines, as a table of rewriters. Each looks at one line that is
 * neither in a fence nor in a comment; the first that knows it is the last to
 * see it.
 */
#include "slide/rewrite.h"

#include <string.h>

#include "slide/div.h"
#include "slide/fancy.h"
#include "slide/lines.h"
#include "slide/property.h"
#include "slide/span.h"
#include "source/fence.h"
#include "source/footnote.h"
#include "source/line.h"
#include "source/shape.h"

#define DIVS_MAX 32 /* that are open at once */

struct open_div {
	enum div_kind kind;
	int line;   /* from 0 */
	bool outer; /* what held for lists outside of it */
};

struct rewriter {
	struct builder *builder;
	const struct dialect_traits *traits;
	enum dialect dialect;
	struct rewritten *out;
	struct str source;
	size_t *begins; /* of each line in the source */
	int first_line;
	int at; /* the line being looked at, from 0 */

	struct fence fence;
	bool comments_unclosed; /* no comment from here on is closed */
	bool head;		/* only properties have been seen so far */

	struct buf note; /* lines of a note so far */
	int note_line;	 /* where it began, 0: none is open */
	int note_div;	 /* the div that it ends with, or 0 */
	bool note_aside; /* it ends with a tag */

	struct open_div divs[DIVS_MAX];
	int div_count;
	bool incremental;
	struct span_state spans;
	int examples; /* list items numbered so far */
};

static struct str text_at(struct rewriter *rewriter, int at)
{
	if (at < 0 || at >= rewriter->out->count)
		return (struct str){ NULL, 0 };
	return rewriter->out->texts[at];
}

static void remark(struct rewriter *rewriter, enum remark_kind kind,
		   struct str detail)
{
	rewriter->builder->line = rewriter->first_line + rewriter->at;
	builder_remark(rewriter->builder, 1, kind, detail);
}

/* The blanks and quote marks in front of a line. */
static struct str prefix_of(struct str text)
{
	size_t bytes = 0;

	while (bytes < text.len && strchr(" >", text.ptr[bytes]))
		bytes++;
	return (struct str){ text.ptr, bytes };
}

/* The line becomes an empty comment that stands for a mark. */
static void set_mark(struct rewriter *rewriter, enum rewrite_mark mark,
		     int number)
{
	static const struct str comment = STR("<!---->");
	struct rewritten_line *line = &rewriter->out->lines[rewriter->at];
	struct str *text = &rewriter->out->texts[rewriter->at];

	*text = arena_join(rewriter->builder->arena, prefix_of(*text), comment);
	line->mark = mark;
	line->number = number;
}

static void clear_line(struct rewriter *rewriter)
{
	rewriter->out->texts[rewriter->at].len = 0;
}

/* ---- notes ---- */

static void begin_note(struct rewriter *rewriter)
{
	buf_clear(&rewriter->note);
	rewriter->note_line = rewriter->first_line + rewriter->at;
}

static void end_note(struct rewriter *rewriter)
{
	struct str text = buf_str(&rewriter->note);

	if (rewriter->note_line)
		builder_note(rewriter->builder,
			     arena_str(rewriter->builder->arena, text),
			     rewriter->note_line);
	rewriter->note_line = 0;
	rewriter->note_div = 0;
}

static void add_to_note(struct rewriter *rewriter, struct str text)
{
	buf_put(&rewriter->note, text);
	buf_put_byte(&rewriter->note, '\n');
	clear_line(rewriter);
}

/* remark: ??? and all below it up to the next increment. */
static bool rewrite_question_marks(struct rewriter *rewriter, struct str text)
{
	static const struct str mark = STR("???");

	if (rewriter->dialect != DIALECT_REMARK ||
	    !str_eq(str_trim(text), mark))
		return false;
	begin_note(rewriter);
	clear_line(rewriter);
	return true;
}

/* A line of a note up to the tag that ends it. */
static void take_aside(struct rewriter *rewriter, struct str text)
{
	static const struct str close = STR("</aside>");
	struct str note = text;

	while (note.len > 0 && !str_starts(note, close))
		note = str_from(note, 1);
	rewriter->note_aside = note.len == 0;
	add_to_note(rewriter, (struct str){ text.ptr, text.len - note.len });
	if (!rewriter->note_aside)
		end_note(rewriter);
}

/* reveal.js again: a note between tags. */
static bool rewrite_aside(struct rewriter *rewriter, struct str text)
{
	static const struct str open = STR("<aside class=\"notes\"");
	struct str tag = str_trim_left(text);
	const char *end = str_find(tag, '>');

	if (!str_starts(tag, open) || !end)
		return false;
	begin_note(rewriter);
	take_aside(rewriter, str_from(tag, (size_t)(end - tag.ptr) + 1));
	return true;
}

/* reveal.js: "Note:" and all below it. */
static bool rewrite_note_line(struct rewriter *rewriter, struct str text)
{
	struct str note;

	if (rewriter->dialect != DIALECT_REVEAL ||
	    !property_is_note(text, &note))
		return false;
	begin_note(rewriter);
	add_to_note(rewriter, note);
	return true;
}

/* ---- stops ---- */

static bool is_dashes(struct rewriter *rewriter, struct str text)
{
	static const struct str dashes = STR("--");

	return rewriter->traits->dash_stops &&
	       str_eq(str_trim_right(text), dashes);
}

/* Nothing stands there that could be a paragraph. */
static bool is_clear(struct rewriter *rewriter, int at)
{
	struct str text = text_at(rewriter, at);

	return prefix_of(text).len == text.len ||
	       rewriter->out->lines[at].mark != MARK_NONE || text.ptr[0] == ':';
}

static bool rewrite_stop(struct rewriter *rewriter, struct str text)
{
	static const struct str caret = STR("^"), dots = STR(". . .");
	struct str inner = str_from(text, prefix_of(text).len);
	bool alone = is_clear(rewriter, rewriter->at - 1) &&
		     is_clear(rewriter, rewriter->at + 1);

	if (!(str_eq(str_trim(inner), dots) && alone) &&
	    !is_dashes(rewriter, text) && !str_eq(str_trim(inner), caret))
		return false;
	set_mark(rewriter, MARK_STOP, 0);
	return true;
}

/* ---- ::: blocks ---- */

static void open_div(struct rewriter *rewriter, const struct div *div)
{
	struct open_div *open = &rewriter->divs[rewriter->div_count];
	bool lists =
		div->kind == DIV_INCREMENTAL || div->kind == DIV_NONINCREMENTAL;

	if (rewriter->div_count < DIVS_MAX)
		*open = (struct open_div){ .kind = div->kind,
					   .line = rewriter->at,
					   .outer = rewriter->incremental };
	rewriter->div_count++;
	clear_line(rewriter);
	if (div->kind == DIV_COLUMNS)
		set_mark(rewriter, MARK_COLUMNS, 0);
	if (div->kind == DIV_COLUMN)
		set_mark(rewriter, MARK_COLUMN, div->weight);
	if (lists) {
		rewriter->incremental = div->kind == DIV_INCREMENTAL;
		set_mark(rewriter, MARK_INCREMENTAL, rewriter->incremental);
	}
	if (div->kind == DIV_NOTES) {
		begin_note(rewriter);
		rewriter->note_div = rewriter->div_count;
	}
	if (div->kind == DIV_OTHER && div->name.len > 0)
		remark(rewriter, REMARK_CLASS, div->name);
}

static void close_div(struct rewriter *rewriter)
{
	int top = --rewriter->div_count;

	clear_line(rewriter);
	if (top >= DIVS_MAX)
		return;
	const struct open_div *open = &rewriter->divs[top];
	if (open->kind == DIV_COLUMNS)
		set_mark(rewriter, MARK_COLUMNS_END, 0);
	if (open->kind == DIV_INCREMENTAL || open->kind == DIV_NONINCREMENTAL) {
		rewriter->incremental = open->outer;
		set_mark(rewriter, MARK_INCREMENTAL, rewriter->incremental);
	}
}

static bool rewrite_div(struct rewriter *rewriter, struct str text)
{
	struct div div;

	if (!div_read(text, &div) || (!div.opens && rewriter->div_count == 0))
		return false;
	if (div.opens)
		open_div(rewriter, &div);
	else
		close_div(rewriter);
	return true;
}

/* Slidev: ::right:: goes on in the second column. */
static bool rewrite_slot(struct rewriter *rewriter, struct str text)
{
	static const struct str right = STR("::right::");

	if (rewriter->dialect != DIALECT_SLIDEV ||
	    !str_eq(str_trim(text), right))
		return false;
	set_mark(rewriter, MARK_SPLIT, 0);
	return true;
}

/* The lines on top of a remark slide that say what it looks like. */
static bool rewrite_property(struct rewriter *rewriter, struct str text)
{
	if (rewriter->dialect != DIALECT_REMARK || !rewriter->head ||
	    !property_is(text))
		return false;
	clear_line(rewriter);
	return true;
}

/* ---- what CommonMark does not have ---- */

static bool rewrite_footnote(struct rewriter *rewriter, struct str text)
{
	size_t begin = rewriter->begins[rewriter->at];
	size_t bytes = 0;

	if (text.len > 1 && text.ptr[0] == '[' && text.ptr[1] == '^')
		bytes = footnote_bytes(str_from(rewriter->source, begin));
	if (bytes == 0)
		return false;
	clear_line(rewriter);
	while (rewriter->at + 1 < rewriter->out->count &&
	       rewriter->begins[rewriter->at + 1] < begin + bytes) {
		rewriter->at++;
		clear_line(rewriter);
	}
	return true;
}

/* Definitions have been read with the deck. */
static bool rewrite_definition(struct rewriter *rewriter, struct str text)
{
	struct str above = text_at(rewriter, rewriter->at - 1);
	struct str inner = str_trim_left(text);

	if (!str_is_blank(above) || text.len - inner.len > SHAPE_INDENT_MAX ||
	    !line_is_definition(inner))
		return false;
	clear_line(rewriter);
	return true;
}

static void add_table(struct rewriter *rewriter,
		      const struct pandoc_table *table)
{
	struct rewritten *out = rewriter->out;

	out->tables = arena_extend(rewriter->builder->arena, out->tables,
				   (size_t)out->table_count, sizeof(*table));
	out->tables[out->table_count++] = *table;
}

static bool rewrite_table(struct rewriter *rewriter, struct str text)
{
	struct rewritten *out = rewriter->out;
	struct pandoc_table table;

	if (!rewriter->traits->pandoc || str_is_blank(text) ||
	    !str_is_blank(text_at(rewriter, rewriter->at - 1)))
		return false;
	int lines = pandoc_table_read(&table, rewriter->builder->arena,
				      out->texts + rewriter->at,
				      out->count - rewriter->at);
	if (lines == 0)
		return false;
	add_table(rewriter, &table);
	set_mark(rewriter, MARK_TABLE, out->table_count - 1);
	while (--lines > 0) {
		rewriter->at++;
		clear_line(rewriter);
	}
	return true;
}

static bool rewrite_fancy(struct rewriter *rewriter, struct str text)
{
	int examples = rewriter->examples;
	struct fancy fancy;

	if (!rewriter->traits->pandoc ||
	    !fancy_read(&fancy, rewriter->builder->arena, text, &examples) ||
	    !fancy_may_begin(&fancy, rewriter->out, rewriter->at))
		return false;
	rewriter->examples = examples;
	rewriter->out->texts[rewriter->at] =
		fancy_rewrite(&fancy, rewriter->builder->arena, text);
	rewriter->out->lines[rewriter->at].marker = fancy.marker;
	return true;
}

/* Literate Haskell: what stands behind ">" at the margin is the program. */
static bool rewrite_bird_track(struct rewriter *rewriter, struct str text)
{
	if (!rewriter->builder->settings.literate || text.len == 0 ||
	    text.ptr[0] != '>')
		return false;
	rewriter->out->texts[rewriter->at] =
		bird_rewrite(rewriter->builder->arena, text);
	return true;
}

static bool rewrite_spans(struct rewriter *rewriter, struct str text)
{
	struct arena *arena = rewriter->builder->arena;
	struct str *into = &rewriter->out->texts[rewriter->at];

	if (str_find(text, '!'))
		*into = text = span_move_sizes(arena, text);
	if (rewriter->dialect == DIALECT_REMARK &&
	    (rewriter->spans.depth > 0 || str_find(text, '[')))
		*into = span_drop_classes(&rewriter->spans, arena, text);
	else if (rewriter->traits->pandoc && str_find(text, '{'))
		*into = span_drop_attributes(arena, text);
	return true;
}

static bool (*const rewriters[])(struct rewriter *, struct str) = {
	rewrite_bird_track, rewrite_property, rewrite_question_marks,
	rewrite_note_line,  rewrite_aside,    rewrite_stop,
	rewrite_div,	    rewrite_slot,     rewrite_footnote,
	rewrite_definition, rewrite_table,    rewrite_fancy,
	rewrite_spans,
};

/* ---- fences, comments and the lines between them ---- */

/* What stands behind quote marks, list markers and blanks. */
static struct str inner_of(struct str text)
{
	for (;;) {
		text = str_from(text, prefix_of(text).len);
		bool bullet = text.len > 1 && strchr("-*+", text.ptr[0]) &&
			      text.ptr[1] == ' ';
		if (!bullet)
			return text;
		text = str_from(text, 2);
	}
}

static bool read_fence(struct rewriter *rewriter, struct str text)
{
	struct str inner = inner_of(text);
	struct fence *fence = &rewriter->fence;
	bool bare;

	if (!fence->mark)
		return fence_opens(inner, fence);
	if (line_is_fence(inner, fence->mark, fence->size, &bare) && bare)
		fence->mark = 0;
	return true;
}

/* The line on which a comment that begins on this one ends; -1: nowhere. */
static int find_comment_end(struct rewriter *rewriter, struct str rest)
{
	static const char close[] = "-->";

	for (int i = rewriter->at; i < rewriter->out->count; i++) {
		struct str text =
			i == rewriter->at ? rest : text_at(rewriter, i);
		for (; text.len >= 3; text = str_from(text, 1)) {
			if (!memcmp(text.ptr, close, 3))
				return i;
		}
	}
	return -1;
}

/* A comment that nobody closes is text. */
static void escape_comment(struct rewriter *rewriter, const char *at)
{
	static const struct str backslash = STR("\\");
	struct arena *arena = rewriter->builder->arena;
	struct str *text = &rewriter->out->texts[rewriter->at];
	struct str before = { text->ptr, (size_t)(at - text->ptr) };

	if (!rewriter->comments_unclosed)
		remark(rewriter, REMARK_OPEN_COMMENT, (struct str){ NULL, 0 });
	rewriter->comments_unclosed = true;
	*text = arena_join(arena, arena_join(arena, before, backslash),
			   str_from(*text, before.len));
}

/*
 * A comment that begins behind text and goes on over lines would end with its
 * paragraph in CommonMark. Nobody means that: it is taken out here.
 */
static void take_comment(struct rewriter *rewriter, const char *at, int last)
{
	struct arena *arena = rewriter->builder->arena;
	struct str *text = &rewriter->out->texts[rewriter->at];
	struct buf inside = { 0 }, line = { 0 };
	struct str comment;
	size_t bytes, before = (size_t)(at - text->ptr);
	bool closed;

	rewriter->builder->line = rewriter->first_line + rewriter->at;
	buf_put(&inside, str_from(*text, before));
	buf_put(&line, (struct str){ text->ptr, before });
	while (rewriter->at < last) {
		rewriter->at++;
		buf_put_byte(&inside, '\n');
		buf_put(&inside, text_at(rewriter, rewriter->at));
		clear_line(rewriter);
	}
	comment_take(arena_str(arena, buf_str(&inside)), &comment, &bytes,
		     &closed);
	buf_put(&line, str_from(buf_str(&inside), bytes));
	*text = arena_str(arena, buf_str(&line));
	builder_comment(rewriter->builder, comment);
	buf_release(&inside);
	buf_release(&line);
}

/* True when the line, and those below it up to rewriter->at, are done. */
static bool read_comment(struct rewriter *rewriter, struct str text)
{
	const char *at = comment_find(text);

	if (!at)
		return false;
	struct str rest = str_from(text, (size_t)(at - text.ptr) + 4);
	int last = rewriter->comments_unclosed
			   ? -1
			   : find_comment_end(rewriter, rest);
	if (last < 0) {
		escape_comment(rewriter, at);
		return false;
	}
	if (last == rewriter->at)
		return false;
	if (prefix_of(text).len == (size_t)(at - text.ptr))
		rewriter->at = last;
	else
		take_comment(rewriter, at, last);
	return true;
}

/* A note goes on up to its div's end, to the next increment, to the end. */
static bool read_note(struct rewriter *rewriter, struct str text)
{
	struct div div = { .opens = false };

	if (!rewriter->note_line)
		return false;
	if (rewriter->note_aside) {
		take_aside(rewriter, text);
		return true;
	}
	bool is_div = rewriter->note_div && div_read(text, &div);
	bool ends = rewriter->note_div
			    ? is_div && !div.opens &&
				      rewriter->div_count == rewriter->note_div
			    : is_dashes(rewriter, text);
	if (ends) {
		end_note(rewriter);
		return false;
	}
	if (is_div)
		rewriter->div_count += div.opens ? 1 : -1;
	add_to_note(rewriter, text);
	return true;
}

static void rewrite_line(struct rewriter *rewriter)
{
	struct str text = text_at(rewriter, rewriter->at);
	size_t i = 0;

	if (read_note(rewriter, text) || read_fence(rewriter, text) ||
	    read_comment(rewriter, text))
		return;
	text = text_at(rewriter, rewriter->at);
	while (!rewriters[i](rewriter, text))
		i++;
	if (!str_is_blank(text) && text_at(rewriter, rewriter->at).len > 0)
		rewriter->head = false;
}

/* ---- the whole slide ---- */

static void remark_open_divs(struct rewriter *rewriter)
{
	for (int i = 0; i < rewriter->div_count && i < DIVS_MAX; i++) {
		rewriter->at = rewriter->divs[i].line;
		remark(rewriter, REMARK_OPEN_DIV, (struct str){ NULL, 0 });
	}
}

void rewrite_slide(struct rewritten *rewritten, struct builder *builder,
		   struct str source)
{
	enum dialect dialect = builder->deck->dialect;
	struct rewriter rewriter = {
		.builder = builder,
		.traits = dialect_traits(dialect),
		.dialect = dialect,
		.out = rewritten,
		.source = source,
		.first_line = builder->line,
		.head = true,
		.incremental = builder->settings.incremental_lists,
	};

	*rewritten = (struct rewritten){ 0 };
	rewritten->count = lines_split(&rewritten->texts, &rewriter.begins,
				       builder, source);
	if (dialect == DIALECT_PRESENTERM)
		lines_quote(rewritten->texts, rewritten->count, builder->arena);
	rewritten->lines = arena_array(builder->arena, struct rewritten_line,
				       (size_t)rewritten->count);
	for (; rewriter.at < rewritten->count; rewriter.at++)
		rewrite_line(&rewriter);
	end_note(&rewriter);
	remark_open_divs(&rewriter);
	buf_release(&rewriter.note);
}
