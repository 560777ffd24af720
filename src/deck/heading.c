/* SPDX-License-Identifier: MIT */
/*
 * Looking for a heading among blocks, which are nested no deeper than
 * DECK_DEPTH_MAX.
 */
#include "deck/heading.h"

static const struct block *find_heading(const struct block *block)
{
	if (block->kind == BLOCK_HEADING)
		return block;
	for (const struct block *child = block->first; child;
	     child = child->next) {
		const struct block *found = find_heading(child);
		if (found)
			return found;
	}
	return NULL;
}

struct str slide_heading(const struct slide *slide, struct arena *arena)
{
	const struct block *heading = find_heading(&slide->body);
	struct buf text = { 0 };

	if (!heading)
		return (struct str){ 0 };
	for (const struct inline_run *run = heading->text.first; run;
	     run = run->next) {
		if (run->kind == INLINE_BREAK)
			buf_put_byte(&text, ' ');
		buf_put(&text, run->text);
	}
	struct str copy = arena_str(arena, str_trim(buf_str(&text)));
	buf_release(&text);
	return copy;
}
