/* SPDX-License-Identifier: MIT */
/*
 * One line of a fenced block.
 */
#include "slide/div.h"

#include <string.h>

#define DIV_MIN 3 /* colons */

/* The first class of "notes", "{.notes}" or "{#id .notes key=value}". */
static struct str class_of(struct str text)
{
	size_t end = 0;

	text = str_trim(text);
	if (text.len > 0 && text.ptr[0] == '{') {
		const char *dot = str_find(text, '.');
		if (!dot)
			return (struct str){ NULL, 0 };
		text = str_from(text, (size_t)(dot - text.ptr) + 1);
	}
	while (end < text.len && !strchr(" }:\"=", text.ptr[end]))
		end++;
	return (struct str){ text.ptr, end };
}

/* width="40%" is a weight of 40. */
static int weight_of(struct str text)
{
	static const struct str width = STR("width=");
	int weight = 0;

	while (text.len > 0 && !str_starts(text, width))
		text = str_from(text, 1);
	text = str_from(text, width.len);
	if (text.len > 0 && strchr("\"'", text.ptr[0]))
		text = str_from(text, 1);
	for (; text.len > 0 && str_is_digit_byte(text.ptr[0]) && weight < 100;
	     text = str_from(text, 1))
		weight = weight * 10 + text.ptr[0] - '0';
	return weight;
}

static enum div_kind kind_of(struct str name)
{
	static const struct {
		struct str name;
		enum div_kind kind;
	} kinds[] = { { STR("notes"), DIV_NOTES },
		      { STR("columns"), DIV_COLUMNS },
		      { STR("column"), DIV_COLUMN },
		      { STR("incremental"), DIV_INCREMENTAL },
		      { STR("nonincremental"), DIV_NONINCREMENTAL } };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (str_eq(name, kinds[i].name))
			return kinds[i].kind;
	}
	return DIV_OTHER;
}

bool div_read(struct str line, struct div *div)
{
	struct str text = str_trim(line);
	size_t colons = text.len > 0 && text.ptr[0] == ':' ? str_run(text) : 0;
	struct str attributes = str_trim(str_from(text, colons));

	if (colons < DIV_MIN)
		return false;
	*div = (struct div){ .opens = attributes.len > 0 };
	if (div->opens) {
		div->name = class_of(attributes);
		div->kind = kind_of(div->name);
		div->weight = weight_of(attributes);
	}
	return true;
}
