/* SPDX-License-Identifier: MIT */
/*
 * From bytes to lines.
 */
#include "slide/lines.h"

#include "deck/clean.h"
#include "source/fence.h"

#define TAB_STOP 4 /* CommonMark 2.2 */

static struct str expand_tabs(struct arena *arena, struct str text)
{
	struct buf out = { 0 };
	size_t col = 0;

	if (!str_find(text, '\t'))
		return text;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\t') {
			size_t blanks = TAB_STOP - col % TAB_STOP;
			buf_repeat(&out, ' ', blanks);
			col += blanks;
			continue;
		}
		buf_put_byte(&out, text.ptr[i]);
		/* A character counts once, whatever its bytes. */
		col += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
	}
	struct str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

int lines_split(struct str **lines, size_t **begins, struct builder *builder,
		struct str source)
{
	struct arena *arena = builder->arena;
	size_t room = str_count_lines(source);
	struct str rest = source;
	int count = 0;

	*lines = arena_array(arena, struct str, room);
	*begins = arena_array(arena, size_t, room);
	for (; rest.len > 0; count++) {
		struct remark where = { .line = builder->line + count,
					.col = 1 };
		struct str raw = str_take_line(&rest);
		(*begins)[count] = (size_t)(raw.ptr - source.ptr);
		(*lines)[count] = clean_source(arena, expand_tabs(arena, raw),
					       &builder->slide->remarks, where);
	}
	return count;
}

void lines_quote(struct str *lines, int count, struct arena *arena)
{
	static const struct str mark = STR(">>>"), quote = STR("> ");
	struct fence fence = { 0 };
	int open = -1;
	bool bare;

	for (int i = 0; i < count; i++) {
		bool inside = fence.mark != 0;
		if (inside &&
		    line_is_fence(str_trim(lines[i]), fence.mark, fence.size,
				  &bare) &&
		    bare)
			fence.mark = 0;
		if (inside || fence_opens(lines[i], &fence) ||
		    !str_eq(str_trim_right(lines[i]), mark))
			continue;
		for (int n = open + 1; n < i && open >= 0; n++)
			lines[n] = arena_join(arena, quote, lines[n]);
		if (open >= 0)
			lines[open].len = lines[i].len = 0;
		open = open >= 0 ? -1 : i;
	}
}
