/* SPDX-License-Identifier: MIT */
/*
 * The shapes that are there when nobody asks for others.
 */
#include "layout/form.h"

const struct form form_plain = {
	.bullets = { STR("•"), STR("◦"), STR("–") },
	.bullet_count = 3,
	.task_open = STR("☐"),
	.task_done = STR("☑"),
	.quote = STR("│"),
	.rule = STR("─"),
	.table_bar = STR("│"),
	.table_rule = STR("─"),
	.table_cross = STR("┼"),
	.progress_done = STR("━"),
	.progress_left = STR("─"),
	.code_padding = 1,
	.top.parts[FORM_MIDDLE_PART] = STR("{title}"),
	.bottom.parts = { [FORM_LEFT_PART] = STR("{author}"),
			  [FORM_RIGHT_PART] = STR("{slide} / {slides}") },
};

const struct form *form_or_plain(const struct form *form)
{
	return form ? form : &form_plain;
}

bool form_is_big(const struct form *form, const struct block *block)
{
	return block->big || (block->kind == BLOCK_HEADING &&
			      block->level <= form->big_levels);
}
