/* SPDX-License-Identifier: MIT */
/*
 * From any bytes to text without control characters. Everything a deck hands
 * on has been through here.
 */
#include "deck/clean.h"

#include <string.h>

#include "base/buf.h"
#include "base/glyph.h"

#define TAB_SPACES "    " /* as mdp: flat, no tab stops */

static struct str cleaned(struct arena *arena, struct str text)
{
	struct str rest = text;
	struct buf out = { 0 };

	while (rest.len > 0) {
		size_t bytes;
		unsigned code = str_decode(rest, &bytes);
		if (rest.ptr[0] == '\t') {
			buf_put_text(&out, TAB_SPACES);
		} else if (str_is_clean((struct str){ rest.ptr, bytes })) {
			buf_put(&out, (struct str){ rest.ptr, bytes });
		} else {
			char shown[4];
			if (code < 0x20)
				code += 0x2400;
			else if (code == 0x7f)
				code = 0x2421;
			else
				code = 0xfffd;
			buf_put(&out,
				(struct str){ shown, str_encode(shown, code) });
		}
		rest = str_from(rest, bytes);
	}
	struct str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

struct str clean_text(struct arena *arena, struct str text)
{
	if (str_is_clean(text) && !str_find(text, '\t'))
		return text;
	return cleaned(arena, text);
}

/* The first byte of the text that is not clean. */
static size_t first_odd(struct str text)
{
	size_t i = 0;

	while (i < text.len) {
		size_t bytes;
		str_decode(str_from(text, i), &bytes);
		if (!str_is_clean((struct str){ text.ptr + i, bytes }))
			return i;
		i += bytes;
	}
	return i;
}

struct str clean_source(struct arena *arena, struct str text,
			struct remarks *remarks, struct remark where)
{
	if (str_is_clean(text))
		return str_find(text, '\t') ? cleaned(arena, text) : text;

	size_t at = first_odd(text);
	bool control = (unsigned char)text.ptr[at] < 0x80;
	where.col += (int)at;
	where.kind = control ? REMARK_CONTROL : REMARK_NOT_UTF8;
	remark_add(remarks, arena, where);
	return cleaned(arena, text);
}
