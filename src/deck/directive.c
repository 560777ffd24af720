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
	bool code = false;

	for (; text.len >= open.len; text = str_from(text, 1)) {
		if (text.ptr[0] == '`')
			code = !code;
		if (!code && str_starts(text, open))
			return text.ptr;
	}
	return NULL;
}
