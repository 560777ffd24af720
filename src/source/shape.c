/* SPDX-License-Identifier: MIT */
/*
 * CommonMark's block marks, line by line. Nothing here looks at a byte more
 * often than its caller asks about its line.
 */
#include "source/shape.h"

#include <string.h>

#define TAB_COLUMNS 4 /* CommonMark's tab stops */
#define RULE_MIN    3 /* characters of a thematic break */
#define DIGITS_MAX  9 /* of a list item's number */
#define BLANKS_MAX  4 /* behind an item's mark; what is beyond is its text */

int shape_indent(struct str raw, struct str *text)
{
	int columns = 0;
	size_t i = 0;

	for (; i < raw.len && str_is_blank_byte(raw.ptr[i]); i++)
		columns += raw.ptr[i] == '\t'
				   ? TAB_COLUMNS - columns % TAB_COLUMNS
				   : 1;
	*text = str_from(raw, i);
	return columns;
}

bool shape_is_rule(struct str text)
{
	size_t marks = 0;

	if (text.len < RULE_MIN || !memchr("-*_", text.ptr[0], 3))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == text.ptr[0])
			marks++;
		else if (!str_is_blank_byte(text.ptr[i]))
			return false;
	}
	return marks >= RULE_MIN;
}

size_t shape_dashes(struct str text)
{
	if (text.len == 0 || text.ptr[0] != '-')
		return 0;
	size_t run = str_run(text);
	return str_is_blank(str_from(text, run)) ? run : 0;
}

int shape_underline(struct str text)
{
	if (text.len == 0 || (text.ptr[0] != '=' && text.ptr[0] != '-') ||
	    !str_is_blank(str_from(text, str_run(text))))
		return 0;
	return text.ptr[0] == '=' ? 1 : 2;
}

int shape_heading(struct str text)
{
	if (text.len == 0 || text.ptr[0] != '#')
		return 0;
	size_t level = str_run(text);
	if (level > SHAPE_HEADING_MAX ||
	    (level < text.len && !str_is_blank_byte(text.ptr[level])))
		return 0;
	return (int)level;
}

size_t shape_item(struct str text)
{
	size_t bytes = str_digits(text);

	if (bytes > DIGITS_MAX || bytes == text.len ||
	    !memchr(bytes ? ".)" : "-*+", text.ptr[bytes], bytes ? 2 : 3))
		return 0;
	bytes++;
	struct str rest = str_from(text, bytes), inner = str_trim_left(rest);
	size_t blanks = rest.len - inner.len;
	if (inner.len == 0 || blanks > BLANKS_MAX)
		return rest.len == 0 || blanks > 0 ? bytes + 1 : 0;
	return blanks > 0 ? bytes + blanks : 0;
}

/* Tags that begin a block whatever follows them. */
static bool is_block_tag(struct str name)
{
	static const char *const names[] = {
		"address",  "article", "aside",	   "base",	 "blockquote",
		"body",	    "caption", "center",   "col",	 "colgroup",
		"dd",	    "details", "dialog",   "dir",	 "div",
		"dl",	    "dt",      "fieldset", "figcaption", "figure",
		"footer",   "form",    "frame",	   "frameset",	 "h1",
		"h2",	    "h3",      "h4",	   "h5",	 "h6",
		"head",	    "header",  "hr",	   "html",	 "iframe",
		"legend",   "li",      "link",	   "main",	 "menu",
		"menuitem", "nav",     "noframes", "ol",	 "optgroup",
		"option",   "p",       "param",	   "pre",	 "script",
		"section",  "source",  "style",	   "summary",	 "table",
		"tbody",    "td",      "textarea", "tfoot",	 "th",
		"thead",    "title",   "tr",	   "track",	 "ul",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_eq_nocase(name, str_of(names[i])))
			return true;
	}
	return false;
}

bool shape_is_tag(struct str text, bool below_text)
{
	size_t begin, i;

	text = str_trim_right(text);
	if (text.len < 3 || text.ptr[0] != '<')
		return false;
	begin = i = text.ptr[1] == '/' ? 2 : 1;
	while (i < text.len && ((unsigned char)text.ptr[i] < 0x80 &&
				str_is_word_byte(text.ptr[i])))
		i++;
	struct str name = { text.ptr + begin, i - begin };
	if (name.len == 0 || str_is_digit_byte(name.ptr[0]) ||
	    (i < text.len && !str_is_blank_byte(text.ptr[i]) &&
	     text.ptr[i] != '/' && text.ptr[i] != '>'))
		return false;
	if (is_block_tag(name))
		return true;
	/* Alone: its own ">" is the only one, at the end. */
	return !below_text && str_find(text, '>') == text.ptr + text.len - 1;
}

static bool is_key_line(struct str line)
{
	size_t i = 0;

	while (i < line.len && (str_is_word_byte(line.ptr[i]) ||
				line.ptr[i] == '-' || line.ptr[i] == '_'))
		i++;
	return i > 0 && i < line.len && line.ptr[i] == ':' &&
	       line.ptr[0] != '-' &&
	       (i + 1 == line.len || str_is_blank_byte(line.ptr[i + 1]));
}

/*
 * What may stand below a key: a value that goes on, or an item. Blank lines and
 * YAML's comments are as rare there as they are common on slides.
 */
static bool is_value_line(struct str line)
{
	return !str_is_blank(line) && (str_is_blank_byte(line.ptr[0]) ||
				       (line.len > 1 && line.ptr[0] == '-' &&
					str_is_blank_byte(line.ptr[1])));
}

size_t shape_slide_front(struct str text)
{
	struct str rest = text;
	bool begun = false;

	while (rest.len > 0) {
		struct str line = str_take_line(&rest);
		if (begun && shape_dashes(line) == RULE_MIN)
			return text.len - rest.len;
		if (!is_key_line(line) && !(begun && is_value_line(line)))
			return 0;
		begun = true;
	}
	return 0;
}

bool shape_is_columns(struct str text)
{
	text = str_trim_right(text);
	return text.len > 2 && text.ptr[0] == '-' && text.ptr[1] == '-' &&
	       str_run(text) < text.len;
}
