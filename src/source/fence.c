/* SPDX-License-Identifier: MIT */
/*
 * Fences, and what to make of those that nobody closes.
 */
#include "source/fence.h"

#include "source/shape.h"

bool fence_opens(struct str raw, struct fence *fence)
{
	struct str text;
	bool bare;
	int indent = shape_indent(raw, &text);

	if (text.len < LINE_FENCE_MIN ||
	    (text.ptr[0] != '`' && text.ptr[0] != '~') ||
	    !line_is_fence(text, text.ptr[0], LINE_FENCE_MIN, &bare))
		return false;
	size_t run = str_run(text);
	*fence = (struct fence){ .mark = text.ptr[0],
				 .size = run < LINE_FENCE_MAX ? (int)run
							      : LINE_FENCE_MAX,
				 .indent = indent };
	return true;
}

bool fence_is_closed(struct fence_memory *memory, struct str source,
		     struct fence fence, size_t at)
{
	int kind = fence.mark == '~';
	size_t *seen = &memory->seen[kind][fence.size];
	bool *closes = &memory->closes[kind][fence.size];
	struct str rest = str_from(source, at);

	if (at < *seen)
		return *closes;
	*closes = false;
	while (rest.len > 0) {
		struct str raw = str_take_line(&rest);
		if (line_is_fence(raw, fence.mark, fence.size, closes))
			break;
	}
	*seen = source.len - rest.len;
	return *closes;
}
