/* SPDX-License-Identifier: MIT */
/*
 * The end of a deck, and the rules that its slides keep.
 */
#include "deck/deck.h"

#include <assert.h>

void deck_release(struct deck *deck)
{
	buf_release(&deck->source);
	arena_release(&deck->arena);
	*deck = (struct deck){ 0 };
}

int deck_slide_at(const struct deck *deck, int line)
{
	int low = 0, high = deck->slide_count;

	/* Slides before `low` begin at or above the line, others below it. */
	while (low < high) {
		int middle = low + (high - low) / 2;
		if (deck->places[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low : 1;
}

static void check_text(const struct slide *slide, const struct text *text)
{
	const struct inline_run *run;

	for (run = text->first; run; run = run->next) {
		bool textless =
			run->kind == INLINE_NUMBER || run->kind == INLINE_BREAK;
		assert(run->link >= -1 && run->link < slide->link_count);
		assert(run->kind != INLINE_NUMBER || run->link >= 0);
		assert(textless ? run->text.len == 0 : run->text.len > 0);
		(void)textless;
	}
	(void)slide;
}

static void check_table(const struct slide *slide, const struct block *block)
{
	const struct table_row *row;

	assert(block->table.columns >= 1 && block->table.header);
	for (row = block->table.header; row; row = row->next) {
		assert(row->step >= block->step && row->step < slide->steps);
		assert(row->next || row == block->table.last);
		for (int i = 0; i < block->table.columns; i++)
			check_text(slide, &row->cells[i]);
	}
}

static void check_looks(const struct code_line *line)
{
	const struct code_look *look = line->looks;

	if (!look)
		return;
	assert(look->end > 0);
	for (; look->end < line->text.len; look++)
		assert(look[1].end > look[0].end);
	assert(look->end == line->text.len);
}

static void check_code(const struct slide *slide, const struct block *block)
{
	int focuses = block->code.focuses;
	const struct code_line *line;

	assert(focuses >= 0);
	assert(focuses < 2 || block->code.focus_step >= block->step);
	assert(focuses < 2 ||
	       block->code.focus_step + focuses - 2 < slide->steps);
	for (line = block->code.first; line; line = line->next) {
		assert(line->next || line == block->code.last);
		assert(!line->lit || focuses > 0);
		check_looks(line);
	}
	(void)slide, (void)focuses;
}

/* A kind of block has text, or blocks, or what is its own. */
static void check_content(const struct block *block)
{
	bool gallery = block->kind == BLOCK_GALLERY;
	bool text = block->kind == BLOCK_TEXT || block->kind == BLOCK_HEADING ||
		    block->kind == BLOCK_IMAGE;
	bool leaf = text || block->kind == BLOCK_CODE ||
		    block->kind == BLOCK_TABLE || block->kind == BLOCK_RULE;

	assert(text || gallery || !block->text.first);
	assert(!gallery || (block->first && block->first != block->last));
	assert(!leaf || !block->first);
	assert(block->kind != BLOCK_COLUMN || block->weight >= 1);
	assert(block->kind != BLOCK_LIST || block->level >= 1);
	assert(block->kind != BLOCK_HEADING ||
	       (block->level >= 1 && block->level <= 6));
	(void)leaf, (void)gallery;
}

/*
 * Items and columns stand in what is made for them, and nothing else does; a
 * gallery holds nothing else than images.
 */
static void check_kinds(const struct block *parent, const struct block *child)
{
	assert((child->kind == BLOCK_ITEM) == (parent->kind == BLOCK_LIST));
	assert((child->kind == BLOCK_COLUMN) ==
	       (parent->kind == BLOCK_COLUMNS));
	assert(child->kind == BLOCK_IMAGE || parent->kind != BLOCK_GALLERY);
	assert(child->kind != BLOCK_BODY);
	(void)parent, (void)child;
}

static void check_image(const struct slide *slide, const struct block *block)
{
	assert(block->image.link >= 0 && block->image.link < slide->link_count);
	assert(slide->links[block->image.link].image);
	assert((block->image.form == IMAGE_DRAWN) ==
	       (block->image.picture != NULL));
	check_text(slide, &block->image.caption);
	(void)slide, (void)block;
}

static void check_block(const struct slide *slide, const struct block *block,
			int depth)
{
	assert(depth <= 3 * DECK_DEPTH_MAX);
	assert(block->step >= 0 && block->step < slide->steps);
	assert(block->space >= 0);
	check_content(block);
	check_text(slide, &block->text);
	if (block->kind == BLOCK_TABLE)
		check_table(slide, block);
	if (block->kind == BLOCK_CODE)
		check_code(slide, block);
	if (block->kind == BLOCK_IMAGE)
		check_image(slide, block);
	for (const struct block *child = block->first; child;
	     child = child->next) {
		assert(child->parent == block);
		assert(child->next || child == block->last);
		assert(child->step >= block->step);
		check_kinds(block, child);
		check_block(slide, child, depth + 1);
	}
}

bool slide_check(const struct slide *slide)
{
	assert(slide->steps >= 1);
	assert(slide->body.kind == BLOCK_BODY);
	check_block(slide, &slide->body, 0);
	for (int i = 0; i < slide->link_count; i++) {
		assert(slide->links[i].number >= -1);
		assert(slide->links[i].step < slide->steps);
	}
	for (int i = 0; i < slide->footnote_count; i++) {
		assert(slide->footnotes[i].step < slide->steps);
		check_text(slide, &slide->footnotes[i].text);
	}
	return true;
}
