/* SPDX-License-Identifier: MIT */
/*
 * The marks in a CommonMark deck, found line by line without reading it: just
 * enough of its block structure to tell a slide break from an underline, from
 * code and from a comment. What is open above a line is remembered; no line is
 * looked at twice.
 */
#include "source/pieces.h"

#include <stdint.h>
#include <string.h>

#include "deck/definition.h"
#include "deck/directive.h"
#include "source/fence.h"
#include "source/footnote.h"
#include "source/pandoc_table.h"
#include "source/row.h"
#include "source/shape.h"

enum above {
	ABOVE_NOTHING,	 /* a blank line, or a block that is complete */
	ABOVE_PARAGRAPH, /* dashes make a heading of it */
	ABOVE_NESTED,	 /* text of a list item or a quote */
	ABOVE_TABLE,
	ABOVE_CODE, /* that is set in */
};

struct row {
	struct str raw, text; /* with and without the blanks in front */
	int indent;	      /* columns of them */
	size_t at, after;     /* bytes of the source: its first, the next's */
	int number;
	int item; /* what finder->item was above it */
};

struct finder {
	struct deck *deck;
	struct str source;
	const struct dialect_traits *traits;
	struct pieces *pieces;
	struct piece piece; /* the one being walked */
	int headings;	    /* up to this level they begin pieces */
	size_t pass;	    /* what goes on up to this byte is dealt with */

	enum above above;
	int item; /* columns that set in what belongs to the list item; 0 */
	struct fence fence;
	struct fence_memory fences;

	size_t paragraph; /* where the one above begins */
	int paragraph_line;
	bool text_before; /* piece.text without it */
};

struct piece *pieces_at(const struct pieces *pieces, size_t index)
{
	return &((struct piece *)(void *)pieces->bytes.ptr)[index];
}

void pieces_release(struct pieces *pieces)
{
	buf_release(&pieces->bytes);
}

static void end_piece(struct finder *finder, size_t end)
{
	finder->piece.end = end;
	buf_put(&finder->pieces->bytes,
		(struct str){ (const char *)&finder->piece,
			      sizeof(finder->piece) });
	finder->pieces->count++;
}

static void begin_piece(struct finder *finder, size_t begin, int line,
			int heading)
{
	finder->piece = (struct piece){ .begin = begin,
					.line = line,
					.heading = (char)heading };
}

/* Something ends slides here: headings are only text. */
static void drop_headings(struct finder *finder)
{
	struct pieces *pieces = finder->pieces;
	struct piece *first = pieces_at(pieces, 0);

	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = pieces_at(pieces, i);
		first->end = piece->end;
		first->text |= piece->text || piece->heading;
		first->comment |= piece->comment;
		first->skip |= piece->skip;
	}
	first->heading = 0;
	pieces->count = 1;
	pieces->bytes.len = sizeof(*first);
	pieces->headings = 0;
	finder->headings = 0;
}

static void end_slide(struct finder *finder, size_t end, size_t begin, int line)
{
	enum sections sections = finder->traits->sections;

	end_piece(finder, end);
	if (finder->headings > 0 && sections != SECTIONS_PANDOC &&
	    sections != SECTIONS_ASKED)
		drop_headings(finder);
	begin_piece(finder, begin, line, 0);
	finder->above = ABOVE_NOTHING;
	finder->item = 0;
	if (begin > finder->pass)
		finder->pass = begin;
}

#define TABLE_LINES_MAX 256 /* of a multiline table that is looked for */

/*
 * The bytes of pandoc's multiline table whose outer line a line of dashes is:
 * 0 when there is none. Only rows of text stand between it and the columns.
 */
static size_t table_bytes(const struct finder *finder, const struct row *row)
{
	struct str lines[TABLE_LINES_MAX];
	struct str rest = str_from(finder->source, row->at);
	struct arena arena = { 0 };
	struct pandoc_table table;
	bool head = true, columns = false;
	int count = 0;

	if (!finder->traits->pandoc || shape_dashes(row->text) == 0)
		return 0;
	while (rest.len > 0 && count < TABLE_LINES_MAX && (columns || head)) {
		lines[count] = str_take_line(&rest);
		head = head && !str_is_blank(lines[count]);
		columns = columns || (head && shape_is_columns(lines[count]));
		count++;
	}
	if (!columns)
		return 0;
	int taken = pandoc_table_read(&table, &arena, lines, count);
	arena_release(&arena);
	const char *end = taken > 0
				  ? lines[taken - 1].ptr + lines[taken - 1].len
				  : finder->source.ptr + row->at;
	return (size_t)(end - finder->source.ptr) - row->at;
}

/* Would the line end a slide, were it not for the text above it? */
static bool is_end(const struct finder *finder, const struct row *row)
{
	static const struct {
		size_t least, most;
	} dashes[] = {
		[SPLIT_DASHES] = { 3, 3 },
		[SPLIT_FRONT] = { 3, SIZE_MAX },
		[SPLIT_VERTICAL] = { 2, SIZE_MAX },
	};
	const struct dialect_traits *traits = finder->traits;
	bool ends = traits->split == SPLIT_ENDS;

	if (row->indent > SHAPE_INDENT_MAX || row->text.len < 2)
		return false;
	if (ends || traits->split == SPLIT_RULES)
		return (!ends || finder->deck->settings.end_slide_shorthand) &&
		       shape_is_rule(row->text) &&
		       !(traits->pandoc && shape_is_columns(row->text));
	size_t count = row->indent == 0 ? shape_dashes(row->text) : 0;
	return count >= dashes[traits->split].least &&
	       count <= dashes[traits->split].most;
}

static bool read_end(struct finder *finder, const struct row *row)
{
	enum split split = finder->traits->split;
	size_t begin = row->after;
	int line = row->number + 1;
	size_t dashes = shape_dashes(row->text), front_bytes = 0;

	if (!is_end(finder, row))
		return false;
	size_t table = table_bytes(finder, row);
	if (table > 0) {
		finder->piece.text = true;
		finder->pass = row->at + table;
		return true;
	}
	/* Where three dashes always split, fewer and others still do not. */
	if (finder->above == ABOVE_PARAGRAPH && dashes > 0 &&
	    (split == SPLIT_RULES || split == SPLIT_ENDS || dashes < 3))
		return false;
	if (split == SPLIT_FRONT && dashes == 3) {
		struct str front = str_from(finder->source, begin);
		front.len = front_bytes = shape_slide_front(front);
		begin += front.len;
		line += (int)str_count_lines(front);
	}
	end_slide(finder, row->at, begin, line);
	finder->piece.front = front_bytes;
	return true;
}

static bool read_fence(struct finder *finder, const struct row *row)
{
	if (!fence_opens(row->raw, &finder->fence))
		return false;
	finder->piece.text = true;
	return true;
}

/* A heading, of the lines from a byte on. */
static void add_heading(struct finder *finder, size_t at, int line, int level,
			bool underlined)
{
	const struct settings *settings = &finder->deck->settings;
	bool begins = level <= finder->headings;

	if (settings->implicit_slide_ends)
		begins &=
			underlined || (level == 1 && settings->h1_slide_titles);
	finder->above = ABOVE_NOTHING;
	if (!begins) {
		finder->piece.text = true;
		return;
	}
	end_piece(finder, at);
	begin_piece(finder, at, line, level);
	finder->pieces->headings++;
}

static bool read_underline(struct finder *finder, const struct row *row)
{
	int level = shape_underline(row->text);

	if (level == 0 || finder->above != ABOVE_PARAGRAPH)
		return false;
	finder->piece.text = finder->text_before;
	add_heading(finder, finder->paragraph, finder->paragraph_line, level,
		    true);
	return true;
}

static bool read_heading(struct finder *finder, const struct row *row)
{
	int level = shape_heading(row->text);

	if (level == 0)
		return false;
	add_heading(finder, row->at, row->number, level, false);
	return true;
}

static bool read_rule(struct finder *finder, const struct row *row)
{
	if (!shape_is_rule(row->text))
		return false;
	finder->piece.text = true;
	return true;
}

static bool read_footnote(struct finder *finder, const struct row *row)
{
	size_t at = (size_t)(row->text.ptr - finder->source.ptr);
	struct str text = str_from(finder->source, at);
	size_t bytes = footnote_bytes(text);

	if (bytes == 0)
		return false;
	footnote_add(finder->deck, text, row->number);
	finder->pass = at + bytes;
	return true;
}

static bool read_definition(struct finder *finder, const struct row *row)
{
	if (finder->above == ABOVE_PARAGRAPH || finder->above == ABOVE_NESTED ||
	    !line_is_definition(row->text))
		return false;
	definition_add(finder->deck, row->text, row->number);
	return true;
}

/* Code may begin right behind the marks of list items. */
static void read_item_text(struct finder *finder, const struct row *row)
{
	struct str text = row->text;
	size_t bytes;

	while ((bytes = shape_item(text)) > 0 && bytes < text.len)
		text = str_from(text, bytes);
	if (fence_opens(text, &finder->fence))
		finder->fence.indent =
			row->indent + (int)(text.ptr - row->text.ptr);
	finder->piece.text = true;
	finder->above = ABOVE_NESTED;
}

static bool read_item(struct finder *finder, const struct row *row)
{
	size_t bytes = shape_item(row->text);

	if (bytes == 0)
		return false;
	finder->item = row->indent + (int)bytes;
	read_item_text(finder, row);
	return true;
}

static bool read_quote(struct finder *finder, const struct row *row)
{
	if (row->text.ptr[0] != '>')
		return false;
	finder->piece.text = true;
	finder->above = ABOVE_NESTED;
	return true;
}

static bool read_delimiter(struct finder *finder, const struct row *row)
{
	if (finder->above != ABOVE_PARAGRAPH ||
	    !strchr("|:-", row->text.ptr[0]) || !str_find(row->text, '|') ||
	    !row_is_delimiter(row->text))
		return false;
	finder->above = ABOVE_TABLE;
	return true;
}

/* Dashes below a comment or a block of HTML are no underline. */
static bool read_tag(struct finder *finder, const struct row *row)
{
	static const struct str comment = STR("<!--");
	bool below_text = finder->above == ABOVE_PARAGRAPH;

	if (str_starts(row->text, comment))
		return true;
	if (!shape_is_tag(row->text, below_text))
		return false;
	finder->piece.text = true;
	return true;
}

static bool read_text(struct finder *finder, const struct row *row)
{
	if (finder->above == ABOVE_NESTED) {
		finder->item = row->item;
	} else if (finder->above != ABOVE_PARAGRAPH &&
		   finder->above != ABOVE_TABLE) {
		finder->above = ABOVE_PARAGRAPH;
		finder->paragraph = row->at;
		finder->paragraph_line = row->number;
		finder->text_before = finder->piece.text;
	}
	finder->piece.text = true;
	return true;
}

/* In this order; what none of them takes is text. */
static const struct reader {
	bool (*read)(struct finder *, const struct row *);
	bool ends_block; /* nothing of it goes on in the next line */
} readers[] = {
	{ read_end, true },	   { read_fence, true },
	{ read_underline, true },  { read_rule, true },
	{ read_heading, true },	   { read_footnote, true },
	{ read_definition, true }, { read_item, false },
	{ read_quote, false },	   { read_delimiter, false },
	{ read_tag, true },	   { read_text, false },
};

static void read_block(struct finder *finder, struct row *row)
{
	size_t i = 0;
	char first = row->text.ptr[0];

	row->item = finder->item;
	finder->item = 0;
	/* No reader but the last takes a word. */
	if (str_is_word_byte(first) && (first < '0' || first > '9'))
		i = sizeof(readers) / sizeof(readers[0]) - 1;
	while (!readers[i].read(finder, row))
		i++;
	if (readers[i].ends_block)
		finder->above = ABOVE_NOTHING;
}

/* What a whole comment says, "<!--" and "-->" included. */
static enum directive_kind read_directive(const struct finder *finder,
					  struct str comment)
{
	static const size_t open = sizeof("<!--") - 1,
			    close = sizeof("-->") - 1;

	if (comment.len < open + close)
		return DIRECTIVE_NONE;
	comment =
		(struct str){ comment.ptr + open, comment.len - open - close };
	return directive_parse(comment, finder->deck->settings.command_prefix)
		.kind;
}

/* A slide ends with a comment. What follows it on its line is on the next. */
static void end_at_comment(struct finder *finder, const struct row *row,
			   struct str comment)
{
	size_t at = (size_t)(comment.ptr - finder->source.ptr);
	size_t begin = at + comment.len, after = row->after;
	int line = row->number;
	struct str before = { row->raw.ptr,
			      (size_t)(comment.ptr - row->raw.ptr) };
	struct str behind = str_from(row->raw, begin - row->at);

	if (begin >= row->after) {
		struct str rest = str_from(finder->source, begin);
		if (rest.len > 0)
			behind = str_take_line(&rest);
		after = finder->source.len - rest.len;
		line += (int)str_count_lines(comment) - 1;
	}
	if (str_is_blank(behind)) {
		begin = after;
		line++;
	}
	end_slide(finder, str_is_blank(before) ? row->at : at, begin, line);
}

static void read_comment(struct finder *finder, const struct row *row,
			 struct str comment)
{
	enum directive_kind kind = read_directive(finder, comment);

	if (kind == DIRECTIVE_END_SLIDE) {
		end_at_comment(finder, row, comment);
		return;
	}
	if (kind == DIRECTIVE_INCLUDE)
		finder->piece.text = true;
	finder->piece.skip |= kind == DIRECTIVE_SKIP_SLIDE;
	finder->piece.comment = true;
}

/*
 * The comments that begin on a line. `counted`: the text between them has been
 * read, that it is there is known.
 */
static void read_comments(struct finder *finder, const struct row *row,
			  bool counted)
{
	struct str rest = row->raw;
	const char *mark;

	while ((mark = comment_find(rest)) != NULL) {
		struct str before = { rest.ptr, (size_t)(mark - rest.ptr) };
		size_t at = (size_t)(mark - finder->source.ptr);
		size_t slides = finder->pieces->count;
		bool led = str_is_blank(before);
		size_t end = comment_end(finder->source, at, !led);
		if (!led && !counted)
			finder->piece.text = true;
		if (end == 0) {
			finder->piece.comment |= led;
			rest = str_from(rest, before.len + 1);
			continue;
		}
		read_comment(finder, row, (struct str){ mark, end - at });
		counted = counted && finder->pieces->count == slides;
		if (end > finder->pass)
			finder->pass = end;
		rest = str_from(row->raw, finder->pass - row->at);
	}
	if (!counted && !str_is_blank(rest))
		finder->piece.text = true;
}

/* The line begins with the directive that ends a slide. */
static bool is_end_comment(const struct finder *finder, const struct row *row)
{
	static const struct str open = STR("<!--");
	size_t at = (size_t)(row->text.ptr - finder->source.ptr);

	if (!str_starts(row->text, open))
		return false;
	size_t end = comment_end(finder->source, at, false);
	struct str comment = { row->text.ptr, end > at ? end - at : 0 };
	return read_directive(finder, comment) == DIRECTIVE_END_SLIDE;
}

/* A line inside a fence; false when the line ends a fence nobody closes. */
static bool read_fenced(struct finder *finder, const struct row *row)
{
	const struct fence *fence = &finder->fence;
	bool bare;

	finder->piece.text = true;
	if (line_is_fence(row->text, fence->mark, fence->size, &bare) && bare &&
	    row->indent <= fence->indent + SHAPE_INDENT_MAX) {
		finder->fence.mark = 0;
		return true;
	}
	if (!is_end(finder, row) && !is_end_comment(finder, row))
		return true;
	if (fence_is_closed(&finder->fences, finder->source, *fence,
			    row->after))
		return true;
	finder->fence.mark = 0;
	return false;
}

static void read_row(struct finder *finder, struct row *row)
{
	bool text_above =
		finder->above != ABOVE_NOTHING && finder->above != ABOVE_CODE;

	row->indent = shape_indent(row->raw, &row->text);
	if (finder->fence.mark && read_fenced(finder, row))
		return;
	if (row->text.len == 0) {
		finder->above = ABOVE_NOTHING;
		return;
	}
	if (finder->item > 0 && row->indent >= finder->item) {
		read_item_text(finder, row);
	} else if (row->indent <= SHAPE_INDENT_MAX) {
		read_block(finder, row);
	} else {
		finder->piece.text = true;
		if (!text_above) {
			finder->above = ABOVE_CODE;
			return;
		}
	}
	if (!finder->fence.mark && str_find(row->text, '<'))
		read_comments(finder, row, row->text.ptr[0] != '<');
}

/* Up to this level headings can begin slides. */
static int heading_level(const struct deck *deck)
{
	switch (dialect_traits(deck->dialect)->sections) {
	case SECTIONS_NONE:
		return 0;
	case SECTIONS_ASKED:
		return deck->settings.implicit_slide_ends
			       ? SHAPE_HEADING_MAX
			       : deck->settings.slide_level;
	default:
		return SHAPE_HEADING_MAX;
	}
}

void pieces_find(struct pieces *pieces, struct deck *deck, size_t begin,
		 int line)
{
	struct finder finder = { .deck = deck,
				 .source = buf_str(&deck->source),
				 .traits = dialect_traits(deck->dialect),
				 .pieces = pieces,
				 .headings = heading_level(deck) };
	struct str rest = str_from(finder.source, begin);

	*pieces = (struct pieces){ 0 };
	begin_piece(&finder, begin, line, 0);
	for (; rest.len > 0; line++) {
		struct row row = { .raw = str_take_line(&rest),
				   .number = line };
		row.at = (size_t)(row.raw.ptr - finder.source.ptr);
		row.after = finder.source.len - rest.len;
		if (row.after <= finder.pass)
			continue;
		/* Of a comment of several lines, what is behind it. */
		if (row.at < finder.pass) {
			row.raw = str_from(row.raw, finder.pass - row.at);
			row.at = finder.pass;
			read_comments(&finder, &row, false);
			continue;
		}
		read_row(&finder, &row);
	}
	end_piece(&finder, finder.source.len);
}
