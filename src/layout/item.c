/* SPDX-License-Identifier: MIT */
/*
 * The marks of list items.
 */
#include "layout/item.h"

#include "base/glyph.h"

#define BOX_COLS 2 /* " ☐" behind a marker */

static struct str box_of(const struct block *item)
{
	static const struct str boxes[] = { [TASK_NONE] = STR(""),
					    [TASK_OPEN] = STR("☐"),
					    [TASK_DONE] = STR("☑") };

	return boxes[item->item.task];
}

static struct str bullet_of(const struct block *item)
{
	static const struct str bullets[] = { STR("•"), STR("◦"), STR("–") };
	static const struct str none = { NULL, 0 };
	int count = sizeof(bullets) / sizeof(bullets[0]);
	int level = item->parent->level;

	if (!item->item.marked || level < 1)
		return none;
	return bullets[(level - 1) % count];
}

struct str item_mark(struct arena *arena, const struct block *item)
{
	struct str box = box_of(item);
	struct buf text = { 0 };

	if (item->item.marker.len == 0)
		return box.len > 0 ? box : bullet_of(item);
	if (box.len == 0)
		return item->item.marker;
	buf_put(&text, item->item.marker);
	buf_put_byte(&text, ' ');
	buf_put(&text, box);
	struct str mark = arena_str(arena, buf_str(&text));
	buf_release(&text);
	return mark;
}

bool item_mark_matters(const struct block *item)
{
	return item->item.marker.len > 0 || item->item.task != TASK_NONE;
}

int list_indent(const struct block *list)
{
	int indent = ITEM_COLS;

	for (const struct block *item = list->first; item; item = item->next) {
		int cols = str_width(item->item.marker) + 2;
		if (item->item.marker.len > 0 && item->item.task != TASK_NONE)
			cols += BOX_COLS;
		indent = cols > indent ? cols : indent;
	}
	return indent;
}
