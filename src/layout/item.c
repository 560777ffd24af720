/* SPDX-License-Identifier: MIT */
/*
 * The marks of list items.
 */
#include "layout/item.h"

#include "base/glyph.h"

static struct str box_of(const struct form *form, const struct block *item)
{
	static const struct str none = { NULL, 0 };

	if (item->item.task == TASK_NONE)
		return none;
	return item->item.task == TASK_DONE ? form->task_done : form->task_open;
}

static struct str bullet_of(const struct form *form, int level)
{
	static const struct str none = { NULL, 0 };

	if (level < 1)
		return none;
	return form->bullets[(level - 1) % form->bullet_count];
}

struct str item_mark(struct arena *arena, const struct form *form,
		     const struct block *item)
{
	struct str box = box_of(form, item);
	struct buf text = { 0 };

	if (item->item.marker.len == 0 && box.len == 0)
		return bullet_of(form,
				 item->item.marked ? item->parent->level : 0);
	if (item->item.marker.len == 0 || box.len == 0)
		return box.len > 0 ? box : item->item.marker;
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

/* What its mark takes; a bullet is the list's, not the item's. */
static int mark_cols(const struct form *form, const struct block *item)
{
	int marker = str_width(item->item.marker);
	int box = str_width(box_of(form, item));

	return marker + box + (marker > 0 && box > 0 ? 1 : 0);
}

int list_indent(const struct form *form, const struct block *list)
{
	int bullet = str_width(bullet_of(form, list->level));
	int indent = bullet + 2 > ITEM_COLS ? bullet + 2 : ITEM_COLS;

	for (const struct block *item = list->first; item; item = item->next) {
		int cols = mark_cols(form, item) + 2;
		indent = cols > indent ? cols : indent;
	}
	return indent;
}
