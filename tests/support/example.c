/* SPDX-License-Identifier: MIT */
/*
 * Reading examples out of a document.
 */
#include "support/example.h"

#include <string.h>

static const struct str fence = STR("````````````````");

static struct str between(const char *begin, const char *end)
{
	return (struct str){ begin, (size_t)(end - begin) };
}

/* After the fence line: up to the stop, up to the closing fence. */
static bool read_body(struct str *rest, int *line, struct example *example)
{
	static const struct str stop = STR(".");
	const char *begin = rest->ptr;
	bool has_stop = false;

	while (rest->len > 0) {
		struct str text = str_take_line(rest);
		(*line)++;
		if (!has_stop && str_eq(text, stop)) {
			example->source = between(begin, text.ptr);
			begin = text.ptr + text.len + 1;
			has_stop = true;
		} else if (str_eq(text, fence)) {
			example->want = between(begin, text.ptr);
			return has_stop;
		}
	}
	return false;
}

bool example_next(struct str *rest, int *line, struct example *example)
{
	static const struct str word = STR(" example");

	while (rest->len > 0) {
		struct str text = str_take_line(rest);
		(*line)++;
		if (text.len > 0 && text.ptr[0] == '#')
			example->section = text;
		if (!str_starts(text, fence) ||
		    !str_starts(str_from(text, fence.len), word))
			continue;
		example->line = *line;
		example->flags = str_from(text, fence.len + word.len);
		return read_body(rest, line, example);
	}
	return false;
}

static int digit_of(char hex)
{
	const char *digits = "0123456789abcdef";
	const char *at = hex ? strchr(digits, hex) : NULL;

	return at ? (int)(at - digits) : 0;
}

/* What the escape at the front stands for, and its length in *bytes. */
static char escaped(struct str text, size_t *bytes)
{
	*bytes = 2;
	switch (text.len > 1 ? text.ptr[1] : '\0') {
	case 't':
		return '\t';
	case 'r':
		return '\r';
	case 'n':
		return '\n';
	case 'x':
		if (text.len < 4)
			break;
		*bytes = 4;
		return (char)(digit_of(text.ptr[2]) * 16 +
			      digit_of(text.ptr[3]));
	default:
		break;
	}
	*bytes = 1;
	return '\\';
}

void example_put_source(const struct example *example, struct buf *out)
{
	static const struct str escapes = STR("escapes");
	struct str text = example->source;

	if (!str_eq(str_trim(example->flags), escapes)) {
		buf_put(out, text);
		return;
	}
	if (text.len > 0)
		text.len--;
	while (text.len > 0) {
		size_t bytes = 1;
		char byte = text.ptr[0];
		if (byte == '\\')
			byte = escaped(text, &bytes);
		buf_put_byte(out, byte);
		text = str_from(text, bytes);
	}
}
