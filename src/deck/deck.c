/* SPDX-License-Identifier: MIT */
/*
 * A deck's life: its bytes are taken over and indexed, its slides are read one
 * at a time into whatever arena the caller has.
 */
#include "deck/deck.h"

#include <assert.h>

#include "deck/expand.h"
#include "deck/header.h"
#include "deck/index.h"
#include "deck/markdown.h"
#include "deck/mdp.h"

void deck_init(struct deck *deck, struct buf *source,
	       const struct deck_options *options)
{
	int line;

	*deck = (struct deck){ .source = *source,
			       .dialect = options->dialect,
			       .options = *options };
	buf_init(source);
	expand_includes(deck);
	if (deck->dialect == DIALECT_AUTO)
		deck->dialect = dialect_detect(buf_str(&deck->source));
	size_t begin = header_read(deck, buf_str(&deck->source), &line);
	if (options->arrows_literal)
		deck->settings.arrows_literal = true;
	index_slides(deck, begin, line);
}

void deck_release(struct deck *deck)
{
	buf_release(&deck->source);
	arena_release(&deck->arena);
	*deck = (struct deck){ 0 };
}

struct slide *deck_slide(const struct deck *deck, int number,
			 struct arena *arena)
{
	assert(number >= 1 && number <= deck->slide_count);

	struct slide *slide = arena_new(arena, struct slide);
	slide->number = number;
	slide->line = deck->places[number - 1].line;
	if (deck->dialect == DIALECT_MDP)
		mdp_read(deck, slide, arena);
	else
		markdown_read(deck, slide, arena);
	assert(slide_check(slide));
	return slide;
}

static void check_text(const struct slide *slide, const struct text *text)
{
	const struct inline_run *run;

	for (run = text->first; run; run = run->next) {
		assert(run->link < slide->link_count);
		assert(run->kind == INLINE_NUMBER ||
		       run->kind == INLINE_BREAK || run->text.len > 0);
		assert(run->kind != INLINE_NUMBER || run->link >= 0);
	}
	(void)slide;
}

static void check_table(const struct slide *slide, const struct block *block)
{
	const struct table_row *row;

	for (row = block->table.header; row; row = row->next) {
		assert(row->step >= block->step && row->step < slide->steps);
		for (int i = 0; i < block->table.columns; i++)
			check_text(slide, &row->cells[i]);
	}
}

static void check_block(const struct slide *slide, const struct block *block,
			int depth)
{
	assert(depth <= 3 * DECK_DEPTH_MAX);
	assert(block->step >= 0 && block->step < slide->steps);
	assert(block->space >= 0);
	check_text(slide, &block->text);
	if (block->kind == BLOCK_TABLE)
		check_table(slide, block);
	for (const struct block *child = block->first; child;
	     child = child->next) {
		assert(child->parent == block);
		assert(child->next || child == block->last);
		assert(child->step >= block->step);
		check_block(slide, child, depth + 1);
	}
}

bool slide_check(const struct slide *slide)
{
	assert(slide->steps >= 1);
	check_block(slide, &slide->body, 0);
	return true;
}
