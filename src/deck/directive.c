/* SPDX-License-Identifier: MIT */
/*
 * Directives in comments. The list in the header is the only place where a
 * name stands.
 */
#include "deck/directive.h"

#include <string.h>

static const struct {
	enum directive_kind kind;
	struct directive_row row;
} directives[] = {
#define X(kind, name, dialect, argument, help) \
	{ DIRECTIVE_##kind, { name, argument, help, DIALECT_##dialect } },
	DIRECTIVES(X)
#undef X
};
enum { COUNT = sizeof(directives) / sizeof(directives[0]) };

static bool is_name_byte(char byte)
{
	return str_is_word_byte(byte) || byte == '_' || byte == '.' ||
	       byte == '-';
}

/* Blanks and line ends at both ends go. */
static struct str trim_lines(struct str text)
{
	while (text.len > 0 && strchr(" \t\r\n", text.ptr[0]))
		text = str_from(text, 1);
	while (text.len > 0 && strchr(" \t\r\n", text.ptr[text.len - 1]))
		text.len--;
	return text;
}

static enum directive_kind find_kind(struct str name)
{
	for (int i = 0; i < COUNT; i++) {
		if (str_eq(name, str_of(directives[i].row.name)))
			return directives[i].kind;
	}
	return DIRECTIVE_UNKNOWN;
}

bool directive_is_editors(struct str inside)
{
	static const struct str begins[] = { STR("//"), STR("vim:"), STR("{{{"),
					     STR("}}}") };

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++) {
		if (str_starts(inside, begins[i]))
			return true;
	}
	return false;
}

struct directive directive_parse(struct str inside, struct str prefix)
{
	struct directive directive = { .kind = DIRECTIVE_NONE };
	size_t bytes = 0;

	inside = trim_lines(inside);
	if (!str_starts(inside, prefix) || directive_is_editors(inside))
		return directive;
	inside = trim_lines(str_from(inside, prefix.len));
	if (inside.len > 0 && inside.ptr[0] == '_')
		inside = str_from(inside, 1);
	while (bytes < inside.len && is_name_byte(inside.ptr[bytes]))
		bytes++;
	directive.name = (struct str){ inside.ptr, bytes };
	struct str rest = str_from(inside, bytes);
	bool argument = rest.len > 0 && rest.ptr[0] == ':';
	bool attributes = bytes > 0 && inside.ptr[0] == '.';
	if (bytes == 0 || (rest.len > 0 && !argument && !attributes))
		return directive;
	directive.argument = trim_lines(str_from(rest, argument ? 1 : 0));
	directive.kind = find_kind(directive.name);
	/* Prose and web addresses have colons, too. */
	if (directive.kind == DIRECTIVE_UNKNOWN &&
	    (str_find(inside, '\n') ||
	     (argument && rest.len > 1 && rest.ptr[1] != ' ')))
		directive.kind = DIRECTIVE_NONE;
	return directive;
}

bool directive_row(int index, struct directive_row *row)
{
	if (index < 0 || index >= COUNT)
		return false;
	*row = directives[index].row;
	return true;
}

bool comment_take(struct str text, struct str *inside, size_t *bytes,
		  bool *closed)
{
	static const struct str open = STR("<!--"), close = STR("-->");

	if (!str_starts(text, open))
		return false;
	struct str rest = str_from(text, open.len);
	*closed = false;
	for (struct str at = rest; at.len >= close.len; at = str_from(at, 1)) {
		if (!str_starts(at, close))
			continue;
		*inside = trim_lines(
			(struct str){ rest.ptr, (size_t)(at.ptr - rest.ptr) });
		*bytes = (size_t)(at.ptr - text.ptr) + close.len;
		*closed = true;
		return true;
	}
	*inside = trim_lines(rest);
	*bytes = text.len;
	return true;
}

const char *comment_find(struct str text)
{
	static const struct str open = STR("<!--");
	struct str rest = text;
	bool in_code = false;
	const char *at;

	while ((at = str_find(rest, '<')) != NULL) {
		/* A run of backticks begins or ends code, however long. */
		size_t before = (size_t)(at - rest.ptr);
		for (size_t i = 0; i < before; i++) {
			if (rest.ptr[i] == '`' &&
			    (i + 1 == before || rest.ptr[i + 1] != '`'))
				in_code = !in_code;
		}
		rest = str_from(rest, before);
		if (!in_code && str_starts(rest, open))
			return at;
		rest = str_from(rest, 1);
	}
	return NULL;
}

/* The bytes up to the next mark of a comment, which has *mark bytes, or 0. */
static size_t find_comment_mark(struct str text, size_t *mark)
{
	static const struct str open = STR("<!--"), close = STR("-->");
	struct str rest = text;
	const char *dash;

	while ((dash = str_find(rest, '-')) != NULL) {
		size_t at = (size_t)(dash - text.ptr);
		rest = str_from(text, at);
		if (str_starts(rest, close)) {
			*mark = close.len;
			return at;
		}
		if (at >= 2 && str_starts(str_from(text, at - 2), open)) {
			*mark = open.len;
			return at - 2;
		}
		rest = str_from(rest, 1);
	}
	*mark = 0;
	return text.len;
}

/* A whole line of it is blank: neither its first part nor its last. */
static bool has_blank_line(struct str text)
{
	const char *end = text.ptr + text.len;

	if (text.len > 0)
		str_take_line(&text);
	while (text.len > 0) {
		struct str line = str_take_line(&text);
		if (str_is_blank(line) && line.ptr + line.len < end)
			return true;
	}
	return false;
}

size_t comment_end(struct str source, size_t at, bool in_paragraph)
{
	static const size_t open_bytes = sizeof("<!--") - 1;
	struct str inside = str_from(source, at + open_bytes);
	size_t mark;
	size_t bytes = find_comment_mark(inside, &mark);

	if (mark == 0 || mark == open_bytes)
		return 0;
	inside.len = bytes;
	if (in_paragraph && has_blank_line(inside))
		return 0;
	return at + open_bytes + bytes + mark;
}
