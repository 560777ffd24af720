/* SPDX-License-Identifier: MIT */
/*
 * The slide that a deck begins with when its front matter asks for one.
 */
#include "slide/intro.h"

static void add_line(struct builder *builder, enum block_kind kind,
		     struct str text, int space)
{
	if (text.len == 0)
		return;
	builder->space = builder->begun ? space : 0;
	struct block *block =
		builder_block(builder, &builder->slide->body, kind);
	block->align = ALIGN_CENTRE;
	if (kind == BLOCK_HEADING) {
		builder_heading(builder, block, 1);
		block->big = true;
	}
	builder_text(builder, &block->text, block->step, text);
}

void intro_read(struct builder *builder)
{
	const struct deck *deck = builder->deck;

	add_line(builder, BLOCK_HEADING, deck->title, 0);
	add_line(builder, BLOCK_TEXT, deck->sub_title, 1);
	add_line(builder, BLOCK_TEXT, deck->event, 1);
	add_line(builder, BLOCK_TEXT, deck->location, 0);
	add_line(builder, BLOCK_TEXT, deck->date, 0);
	add_line(builder, BLOCK_TEXT, deck->author, 1);
}
