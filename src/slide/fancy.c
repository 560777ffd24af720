/* SPDX-License-Identifier: MIT */
/*
 * Fancy list markers. Which letters are Roman numbers is left to the reader:
 * they are shown as they are written.
 */
#include "slide/fancy.h"

#include <string.h>

#include "base/buf.h"
#include "slide/rewrite.h"
#include "source/shape.h"

#define MARKER_BYTES_MAX 9 /* digits that CommonMark has for a number */
#define INDENT_MAX	 32

static bool is_roman(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!strchr("ivxlcdm", text.ptr[i] | 0x20))
			return false;
	}
	return true;
}

/* What stands between the parentheses or before the full stop. */
static bool is_number(struct str text, bool parentheses)
{
	if (text.len == 0)
		return false;
	if (text.ptr[0] == '@')
		return parentheses;
	if (text.len == 1 && text.ptr[0] == '#')
		return !parentheses;
	if (str_is_digit_byte(text.ptr[0]))
		return parentheses && str_digits(text) == text.len;
	return str_is_letter_byte(text.ptr[0]) &&
	       (text.len == 1 || is_roman(text));
}

static bool read_definition(struct fancy *fancy, struct str line,
			    struct str text)
{
	static const struct str marker = STR(":");

	if (text.len < 3 || !strchr(":~", text.ptr[0]) || text.ptr[1] != ' ')
		return false;
	*fancy = (struct fancy){ .marker = marker,
				 .bytes = 1,
				 .indent = (int)(line.len - text.len) };
	return fancy->indent <= SHAPE_INDENT_MAX;
}

bool fancy_read(struct fancy *fancy, struct arena *arena, struct str line,
		int *examples)
{
	struct str text = str_trim_left(line);
	size_t bytes = text.len > 0 && text.ptr[0] == '(';
	size_t begin = bytes;

	if (read_definition(fancy, line, text))
		return true;
	while (bytes < text.len && bytes < MARKER_BYTES_MAX &&
	       (str_is_word_byte(text.ptr[bytes]) ||
		strchr("@#_-", text.ptr[bytes])))
		bytes++;
	struct str number = { text.ptr + begin, bytes - begin };
	if (bytes + 1 >= text.len || !is_number(number, begin > 0) ||
	    !strchr(begin ? ")" : ".)", text.ptr[bytes]) ||
	    text.ptr[bytes + 1] != ' ')
		return false;
	bool initial = begin == 0 && number.ptr[0] >= 'A' &&
		       number.ptr[0] <= 'Z' && text.ptr[bytes] == '.';
	if (initial && (bytes + 2 >= text.len || text.ptr[bytes + 2] != ' '))
		return false;
	*fancy = (struct fancy){ .marker = { text.ptr, bytes + 1 },
				 .bytes = (int)bytes + 1,
				 .indent = (int)(line.len - text.len) };
	if (number.ptr[0] == '@') {
		struct buf shown = { 0 };
		buf_printf(&shown, "(%d)", ++*examples);
		fancy->marker = arena_str(arena, buf_str(&shown));
		buf_release(&shown);
	}
	return fancy->indent <= INDENT_MAX;
}

struct str fancy_rewrite(const struct fancy *fancy, struct arena *arena,
			 struct str line)
{
	char *copy = arena_alloc(arena, line.len);
	char *marker = copy + fancy->indent;

	memcpy(copy, line.ptr, line.len);
	if (fancy->bytes == 1) {
		*marker = '+';
		return (struct str){ copy, line.len };
	}
	memset(marker, '0', (size_t)fancy->bytes);
	marker[fancy->bytes - 1] = '.';
	marker[fancy->bytes - 2] = '1';
	return (struct str){ copy, line.len };
}

static bool may_define(const struct rewritten *rewritten, int at)
{
	const struct str *texts = rewritten->texts;
	int term = at - 1;

	while (term >= 0 && str_is_blank(texts[term]))
		term--;
	if (term < 0 || str_find(texts[term], '|'))
		return false;
	return term < at - 1 || term == 0 || texts[term].ptr[0] == ' ' ||
	       str_is_blank(texts[term - 1]) ||
	       rewritten->lines[term].marker.len > 0;
}

bool fancy_may_begin(const struct fancy *fancy,
		     const struct rewritten *rewritten, int at)
{
	if (fancy->bytes == 1)
		return may_define(rewritten, at);
	if (at == 0 || str_is_blank(rewritten->texts[at - 1]))
		return true;
	struct str above = rewritten->texts[at - 1];
	return above.ptr[0] == ' ' || rewritten->lines[at - 1].marker.len > 0 ||
	       (fancy->indent > 0 && shape_item(above) > 0);
}

struct str bird_rewrite(struct arena *arena, struct str line)
{
	static const struct str indent = STR("    ");
	struct str text = str_from(line, 1);

	/* The first blank only sets the program off from the mark. */
	if (text.len > 0 && text.ptr[0] == ' ')
		text = str_from(text, 1);
	return arena_join(arena, indent, text);
}
