/* SPDX-License-Identifier: MIT */
/*
 * Lines of the form "key = value", taken off a text one by one. What the keys
 * mean is known elsewhere.
 */
#include "base/ini.h"

static struct str unquoted(struct str value)
{
	if (value.len < 2 || value.ptr[0] != '"' ||
	    value.ptr[value.len - 1] != '"')
		return value;
	return (struct str){ value.ptr + 1, value.len - 2 };
}

static void read_section(struct ini_line *line)
{
	struct str text = line->text;

	line->kind = INI_CUT;
	if (text.len < 2 || text.ptr[text.len - 1] != ']')
		return;
	line->kind = INI_SECTION;
	line->key = (struct str){ text.ptr + 1, text.len - 2 };
}

static void read_entry(struct ini_line *line)
{
	struct str text = line->text;
	const char *equals = str_find(text, '=');

	line->kind = INI_OTHER;
	if (!equals || equals == text.ptr)
		return;
	size_t at = (size_t)(equals - text.ptr);
	line->kind = INI_ENTRY;
	line->key = str_trim((struct str){ text.ptr, at });
	line->value = unquoted(str_trim(str_from(text, at + 1)));
}

bool ini_next(struct ini *ini, struct ini_line *line)
{
	while (ini->rest.len > 0) {
		struct str text = str_trim(str_take_line(&ini->rest));
		ini->line++;
		if (text.len == 0 || text.ptr[0] == '#' || text.ptr[0] == ';')
			continue;
		*line = (struct ini_line){ .number = ini->line, .text = text };
		if (text.ptr[0] == '[')
			read_section(line);
		else
			read_entry(line);
		return true;
	}
	return false;
}
