/* SPDX-License-Identifier: MIT */
/*
 * The line grammar of mdp decks. Readers are tried in the order of a table;
 * the first that takes the line decides, and what none takes is text. So
 * every line is something, and no line is looked at twice.
 */
#include "source/line.h"

#include <string.h>

#include "source/row.h"

#define TAB_COLUMNS 4 /* flat, as mdp expands them: no tab stops */
#define CODE_INDENT 4 /* columns that make code of a line */
#define RULE_MIN    3 /* dashes or stars of a slide break */
#define HEADING_MAX 6
static char byte_at(struct str text, size_t at)
{
	return at < text.len ? text.ptr[at] : '\0';
}

static int blank_columns(struct str text, size_t *bytes)
{
	int columns = 0;
	size_t i = 0;

	while (i < text.len && str_is_blank_byte(text.ptr[i]))
		columns += text.ptr[i++] == '\t' ? TAB_COLUMNS : 1;
	*bytes = i;
	return columns;
}

/* The text without `columns` columns of blanks in front of it. */
static struct str drop_columns(struct str text, int columns)
{
	while (text.len > 0 && columns > 0 && str_is_blank_byte(text.ptr[0])) {
		columns -= text.ptr[0] == '\t' ? TAB_COLUMNS : 1;
		text = str_from(text, 1);
	}
	return text;
}

static bool is_stop(struct str text, struct str *rest)
{
	static const struct str tags[] = { STR("<br>"), STR("<br/>"),
					   STR("<br />") };

	if (text.ptr[0] == '^' &&
	    (text.len == 1 || str_is_blank_byte(text.ptr[1]))) {
		*rest = str_from(text, 2);
		return true;
	}
	if (text.ptr[0] != '<')
		return false;
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		struct str head = text;
		if (head.len > tags[i].len)
			head.len = tags[i].len;
		if (str_eq_nocase(head, tags[i])) {
			*rest = str_from(text, tags[i].len);
			return true;
		}
	}
	return false;
}

static bool is_bullet(struct str text)
{
	return text.len >= 2 && str_is_blank_byte(text.ptr[1]) &&
	       (text.ptr[0] == '*' || text.ptr[0] == '-' || text.ptr[0] == '+');
}

/*
 * Rules: dashes or stars, with blanks between groups of them as mdp allows,
 * but not "- -" or "* *", which begin a list item.
 */
static bool is_rule(struct str text, bool *in_one_piece)
{
	size_t marks = 0;

	if (text.len < RULE_MIN || (text.ptr[0] != '-' && text.ptr[0] != '*'))
		return false;
	text = str_trim_right(text);
	if (is_bullet(text))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == text.ptr[0])
			marks++;
		else if (!str_is_blank_byte(text.ptr[i]))
			return false;
	}
	*in_one_piece = marks == text.len;
	return marks >= RULE_MIN;
}

bool line_is_rule(struct str raw)
{
	size_t bytes;
	bool in_one_piece;

	if (blank_columns(raw, &bytes) >= CODE_INDENT)
		return false;
	return is_rule(str_from(raw, bytes), &in_one_piece);
}

bool line_is_fence(struct str raw, char fence, int size, bool *bare)
{
	struct str text = str_trim(raw);

	if (byte_at(text, 0) != fence)
		return false;
	size_t run = str_run(text);
	if (run < (size_t)size)
		return false;
	*bare = run == text.len;
	return *bare || fence == '~' || !str_find(str_from(text, run), '`');
}

static bool read_code(struct line_state *state, struct line *line)
{
	bool below_code = state->above == LINE_CODE;
	bool free_above = state->above == LINE_BLANK || below_code ||
			  state->above == LINE_STOP ||
			  state->above == LINE_COMMENT ||
			  state->above == LINE_FENCE_END;
	struct str rest;

	if (line->indent < CODE_INDENT || !free_above)
		return false;
	if (!below_code && is_stop(line->text, &rest))
		return false;
	if (!below_code && is_bullet(line->text))
		return false;
	line->kind = LINE_CODE;
	return true;
}

static bool read_stop(struct line_state *state, struct line *line)
{
	(void)state;
	if (!is_stop(line->text, &line->text))
		return false;
	line->kind = LINE_STOP;
	return true;
}

static bool read_fence(struct line_state *state, struct line *line)
{
	char fence = line->text.ptr[0];
	bool bare;

	if (fence != '`' && fence != '~')
		return false;
	if (line->indent >= CODE_INDENT && state->levels == 0)
		return false;
	if (!line_is_fence(line->text, fence, LINE_FENCE_MIN, &bare))
		return false;
	state->fence = fence;
	size_t run = str_run(line->text);
	state->fence_size = run < LINE_FENCE_MAX ? (int)run : LINE_FENCE_MAX;
	state->fence_indent = line->indent;
	line->kind = LINE_FENCE;
	line->text = str_trim(str_from(line->text, run));
	return true;
}

/* The text above can become a heading: it is text, and no list item's. */
static bool is_underlinable(const struct line_state *state)
{
	return state->above == LINE_TEXT && !state->in_item;
}

static bool read_underline(struct line_state *state, struct line *line)
{
	struct str text = str_trim_right(line->text);
	char mark = text.ptr[0];

	if (line->indent >= CODE_INDENT || str_run(text) != text.len)
		return false;
	/* "# heading" over "===" is one heading; over "---" it is a break. */
	if (mark == '=' && state->above != LINE_HEADING &&
	    !is_underlinable(state))
		return false;
	if (mark == '-' && (text.len < 2 || !is_underlinable(state)))
		return false;
	if (mark != '=' && mark != '-')
		return false;
	line->kind = LINE_UNDERLINE;
	line->level = mark == '=' ? 1 : 2;
	return true;
}

static bool read_break(struct line_state *state, struct line *line)
{
	bool in_one_piece;
	bool free_above =
		state->above == LINE_BLANK || state->above == LINE_FENCE_END ||
		state->above == LINE_COMMENT || state->above == LINE_NOTE;

	if (line->indent >= CODE_INDENT || !is_rule(line->text, &in_one_piece))
		return false;
	if (!free_above) {
		/* Directly below something that no underline can belong to. */
		if (is_underlinable(state) || !in_one_piece ||
		    line->text.ptr[0] != '-')
			return false;
		line->odd_break = true;
	}
	line->kind = LINE_BREAK;
	return true;
}

static bool read_delimiter(struct line_state *state, struct line *line)
{
	if (!is_underlinable(state) || state->above_centred ||
	    !strchr("|:-", line->text.ptr[0]) || !str_find(line->text, '|') ||
	    !str_find(state->above_text, '|'))
		return false;
	if (!row_is_delimiter(line->text) ||
	    row_cells(line->text) != row_cells(state->above_text))
		return false;
	line->kind = LINE_DELIMITER;
	return true;
}

static bool read_row(struct line_state *state, struct line *line)
{
	if (!state->table || !str_find(line->text, '|'))
		return false;
	line->kind = LINE_ROW;
	return true;
}

/* "later" is no target: an address, a path and a fragment have one of these. */
static bool is_target(struct str word)
{
	static const char marks[] = "/.:#@?";

	/* At the end it is the full stop of a sentence. */
	for (size_t i = 0; i + 1 < word.len; i++) {
		if (memchr(marks, word.ptr[i], sizeof(marks) - 1))
			return true;
	}
	return word.len >= 2 && word.ptr[0] == '<' &&
	       word.ptr[word.len - 1] == '>';
}

static bool is_title(struct str title)
{
	char close = byte_at(title, 0) == '(' ? ')' : byte_at(title, 0);

	return title.len >= 2 && strchr("\"'(", title.ptr[0]) &&
	       title.ptr[title.len - 1] == close;
}

/*
 * CommonMark 4.7, but for what no deck needs: the target is one word that
 * looks like one, the title stands on the same line. "[x]: word" is text.
 */
bool line_is_definition(struct str text)
{
	const char *end = str_find(text, ']');

	if (byte_at(text, 0) != '[' || !end || end == text.ptr + 1 ||
	    text.ptr[1] == '^')
		return false;
	struct str label = { text.ptr + 1, (size_t)(end - text.ptr) - 1 };
	struct str rest = str_from(text, label.len + 2);
	if (str_find(label, '[') || str_find(label, '\\') ||
	    str_is_blank(label) || byte_at(rest, 0) != ':')
		return false;
	struct str target = str_trim(str_from(rest, 1));
	size_t word = 0;
	while (word < target.len && !str_is_blank_byte(target.ptr[word]))
		word++;
	struct str title = str_trim(str_from(target, word));
	target.len = word;
	return is_target(target) && (title.len == 0 || is_title(title));
}

static bool read_definition(struct line_state *state, struct line *line)
{
	(void)state;
	if (line->indent >= CODE_INDENT || !line_is_definition(line->text))
		return false;
	line->kind = LINE_DEFINITION;
	return true;
}

static bool read_heading(struct line_state *state, struct line *line)
{
	struct str text = line->text;

	if (byte_at(text, 0) != '#' || (state->in_item && !line->centred) ||
	    line->indent >= CODE_INDENT)
		return false;
	text = str_trim_right(text);
	size_t level = str_run(text);
	struct str title = str_trim(str_from(text, level));
	if (level > HEADING_MAX || title.len == 0 ||
	    !str_is_blank_byte(text.ptr[level]))
		return false;

	/* A closing run of # is decoration when a blank stands before it. */
	struct str open = title;
	while (open.len > 0 && open.ptr[open.len - 1] == '#')
		open.len--;
	if (open.len > 0 && str_is_blank_byte(open.ptr[open.len - 1]))
		title = str_trim_right(open);
	line->kind = LINE_HEADING;
	line->level = (int)level;
	line->text = title;
	return true;
}

/* "-> text", "-> text <-": blanks after the first one are kept, for art. */
static bool read_centred(struct line_state *state, struct line *line)
{
	static const struct str close = STR(" <-");
	struct str text = str_trim_right(line->text);

	if (byte_at(line->text, 0) != '-' || byte_at(text, 1) != '>' ||
	    !str_is_blank_byte(byte_at(text, 2)))
		return false;
	if (state->arrows_literal && state->in_item)
		return false;
	text = str_from(text, 3);
	line->kind = LINE_TEXT;
	line->centred = true;
	if (text.len >= 2 && text.ptr[text.len - 1] == '-' &&
	    text.ptr[text.len - 2] == '<' &&
	    (text.len == 2 || text.ptr[text.len - 3] == ' ')) {
		text.len -= text.len == 2 ? 2 : close.len;
		line->pad = (int)(text.len - str_trim_right(text).len);
	}
	line->text = text;

	struct line inner = *line;
	inner.text = str_trim(text);
	inner.indent = 0;
	if (inner.text.len > 0 &&
	    (read_underline(state, &inner) || read_heading(state, &inner)))
		*line = inner;
	return true;
}

/* Directly below a list item's text, and set in as far: part of the item. */
static bool continues_item(const struct line_state *state,
			   const struct line *line)
{
	return state->in_item &&
	       line->indent >= state->indents[state->levels - 1];
}

static bool has_close(struct str text)
{
	static const struct str close = STR("-->");

	for (; text.len >= close.len; text = str_from(text, 1)) {
		const char *dash = str_find(text, '-');
		if (!dash)
			return false;
		text = str_from(text, (size_t)(dash - text.ptr));
		if (str_starts(text, close))
			return true;
	}
	return false;
}

/* A comment has lines of its own, and ends somewhere. */
static bool read_comment(struct line_state *state, struct line *line)
{
	static const struct str open = STR("<!--");
	struct str inside = str_from(line->text, open.len);

	if (line->indent >= CODE_INDENT || !str_starts(line->text, open))
		return false;
	if (!has_close(inside)) {
		state->comments_open =
			state->comments_open || !has_close(state->ahead);
		if (state->comments_open)
			return false;
		state->comment = true;
	}
	line->kind = LINE_COMMENT;
	line->continues = state->comment;
	return true;
}

static bool read_note(struct line_state *state, struct line *line)
{
	(void)state;
	if (line->indent > 0 || line->text.ptr[0] != '%' ||
	    byte_at(line->text, 1) != '%')
		return false;
	line->kind = LINE_NOTE;
	line->text = str_trim(str_from(line->text, 2));
	return true;
}

static bool read_quote(struct line_state *state, struct line *line)
{
	struct str text = line->text;

	if (text.ptr[0] != '>')
		return false;
	while (byte_at(text, 0) == '>' && line->level < DECK_DEPTH_MAX) {
		line->level++;
		text = str_from(text, 1);
		if (byte_at(str_trim_left(text), 0) == '>')
			text = str_trim_left(text);
	}
	if (str_is_blank_byte(byte_at(text, 0)))
		text = str_from(text, 1);
	line->continues = continues_item(state, line);
	line->kind = LINE_QUOTE;
	line->text = text;
	return true;
}

/*
 * The level comes from comparing indents with those that are remembered, not
 * from fixed widths. The memory survives blank lines and stops, so that a list
 * revealed item by item stays one list.
 */
static int bullet_level(struct line_state *state, int indent)
{
	while (state->levels > 0 && state->indents[state->levels - 1] > indent)
		state->levels--;
	bool deeper = state->levels == 0 ||
		      state->indents[state->levels - 1] < indent;
	if (deeper && state->levels < DECK_DEPTH_MAX)
		state->indents[state->levels++] = indent;
	return state->levels;
}

static bool read_bullet(struct line_state *state, struct line *line)
{
	if (!is_bullet(line->text))
		return false;
	line->kind = LINE_BULLET;
	line->level = bullet_level(state, line->indent);
	line->text = str_from(line->text, 2);
	return true;
}

static bool read_text(struct line_state *state, struct line *line)
{
	line->kind = LINE_TEXT;
	line->continues = continues_item(state, line);
	return true;
}

static bool (*const readers[])(struct line_state *, struct line *) = {
	read_code,    read_stop,      read_fence,  read_delimiter,
	read_row,     read_underline, read_break,  read_centred,
	read_heading, read_quote,     read_bullet, read_definition,
	read_comment, read_note,      read_text,
};

static void read_open(struct line_state *state, struct line *line)
{
	size_t i = 0;

	/* No reader but the last takes a word that stands at the margin. */
	if (str_is_word_byte(line->text.ptr[0]) && line->indent == 0 &&
	    !state->table)
		i = sizeof(readers) / sizeof(readers[0]) - 1;
	while (!readers[i](state, line))
		i++;
}

static void read_fenced(struct line_state *state, struct line *line,
			struct str raw)
{
	bool bare;

	if (line_is_fence(raw, state->fence, state->fence_size, &bare) &&
	    bare) {
		line->kind = LINE_FENCE_END;
		state->fence = 0;
		return;
	}
	line->kind = LINE_CODE;
	line->text = drop_columns(raw, state->fence_indent);
}

static void remember(struct line_state *state, const struct line *line)
{
	bool ends_list = (line->kind == LINE_TEXT && !line->centred) ||
			 line->kind == LINE_HEADING ||
			 line->kind == LINE_UNDERLINE ||
			 line->kind == LINE_QUOTE;

	if (ends_list && !line->continues)
		state->levels = 0;
	if (line->kind != LINE_STOP || !str_is_blank(line->text))
		state->table =
			line->kind == LINE_DELIMITER || line->kind == LINE_ROW;
	/* What is not shown changes nothing but what a break stands below. */
	bool unseen = line->kind == LINE_COMMENT || line->kind == LINE_NOTE;
	if (!unseen)
		state->in_item = line->kind == LINE_BULLET || line->continues;
	state->above = line->kind;
	state->above_text = line->text;
	state->above_centred = line->centred;
}

struct line line_read(struct line_state *state, struct str raw,
		      struct str ahead)
{
	struct line line = { .kind = LINE_BLANK };
	size_t bytes;

	line.indent = blank_columns(raw, &bytes);
	line.text = str_from(raw, bytes);
	state->ahead = ahead;
	if (state->comment) {
		line.kind = LINE_COMMENT;
		line.text = raw;
		line.continues = state->comment = !has_close(raw);
	} else if (state->fence) {
		read_fenced(state, &line, raw);
	} else if (line.text.len > 0) {
		read_open(state, &line);
		if (line.kind == LINE_CODE)
			line.text = drop_columns(raw, CODE_INDENT);
	}
	remember(state, &line);
	return line;
}
