/* SPDX-License-Identifier: MIT */
/*
 * From places back to texts.
 */
#include "slide/leaf.h"

#include <string.h>

struct str leaf_line(const struct leaf_lines *lines, int line)
{
	if (line < 1 || line > lines->source->count)
		return (struct str){ NULL, 0 };
	return lines->source->texts[line - 1];
}

struct str leaf_inner(const struct leaf_lines *lines, int line)
{
	struct str text = str_trim_left(leaf_line(lines, line));

	for (int i = 0; i < lines->quote_depth; i++) {
		if (text.len == 0 || text.ptr[0] != '>')
			break;
		text = str_trim_left(str_from(text, 1));
	}
	return text;
}

struct str leaf_first(const struct leaf_lines *lines,
		      const struct outline *leaf)
{
	return str_from(leaf_line(lines, leaf->line), (size_t)leaf->col - 1);
}

int leaf_texts(const struct leaf_lines *lines, const struct outline *leaf,
	       int last, struct arena *arena, struct str **texts)
{
	int count = last - leaf->line + 1;

	*texts = arena_array(arena, struct str, (size_t)count);
	for (int i = 1; i < count; i++)
		(*texts)[i] = leaf_inner(lines, leaf->line + i);
	(*texts)[0] = leaf_first(lines, leaf);
	return count;
}

struct str leaf_join(struct arena *arena, const struct str *texts, int count)
{
	struct buf text = { 0 };

	if (count == 1)
		return str_trim_right(texts[0]);
	for (int i = 0; i < count; i++) {
		if (i > 0)
			buf_put_byte(&text, '\n');
		buf_put(&text, texts[i]);
	}
	struct str joined = arena_str(arena, str_trim_right(buf_str(&text)));
	buf_release(&text);
	return joined;
}

bool leaf_has_blank(const struct leaf_lines *lines, int from, int to)
{
	for (int line = from; line < to; line++) {
		if (leaf_inner(lines, line).len == 0)
			return true;
	}
	return false;
}

struct str leaf_title(struct str text)
{
	text = str_trim(str_from(text, str_run(text)));
	struct str open = text;
	while (open.len > 0 && open.ptr[open.len - 1] == '#')
		open.len--;
	if (open.len == 0 || open.ptr[open.len - 1] == ' ')
		text = str_trim_right(open);
	return text;
}

int leaf_underline(const struct leaf_lines *lines, int line)
{
	for (int i = line + 1; i <= lines->source->count; i++) {
		struct str text = str_trim_right(leaf_inner(lines, i));
		if (text.len > 0 && strchr("=-", text.ptr[0]) &&
		    str_run(text) == text.len)
			return i;
	}
	return line + 1;
}

enum alert leaf_alert(struct str text)
{
	static const struct str names[] = {
		[ALERT_NOTE] = STR("[!note]"),
		[ALERT_TIP] = STR("[!tip]"),
		[ALERT_IMPORTANT] = STR("[!important]"),
		[ALERT_WARNING] = STR("[!warning]"),
		[ALERT_CAUTION] = STR("[!caution]"),
	};
	int alert = ALERT_CAUTION;

	text = str_trim(text);
	while (alert > ALERT_NONE && !str_eq_nocase(text, names[alert]))
		alert--;
	return (enum alert)alert;
}

int leaf_line_ends(struct str text)
{
	int count = 0;

	for (size_t i = 0; i < text.len; i++)
		count += text.ptr[i] == '\n';
	return count;
}
