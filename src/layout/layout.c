/* SPDX-License-Identifier: MIT */
/*
 * From blocks to rows, top to bottom. Depth is bounded by the deck, so the
 * walk may recurse.
 *
 * Every block is laid out between `left` and the right edge. What stands left
 * of it (bullets, bars) is put on by add_row, so that no block has to know
 * what it is nested in.
 */
#include "layout/layout.h"

#include "base/glyph.h"
#include "layout/table.h"

#define ITEM_COLS  4 /* "  • ", as wide as mdp's " +- " */
#define QUOTE_COLS 2 /* "│ " */

struct layouter {
	struct arena *arena;
	const struct slide *slide;
	struct sheet *sheet;
	int link_cols;
	int text_cols_min;
	int left;	  /* column where text begins */
	int bullet_level; /* of a bullet that waits for its row; 0: none */
	int quotes[DECK_DEPTH_MAX]; /* columns of the bars of open quotes */
	int quote_count;
};

static void put_bullet(struct layouter *layouter, struct row *row)
{
	static const struct str bullets[] = { STR("•"), STR("◦"), STR("–") };
	int count = sizeof(bullets) / sizeof(bullets[0]);
	int level = layouter->bullet_level;

	layouter->bullet_level = 0;
	if (level > 0 && layouter->left >= 2)
		row_put_str(row, layouter->arena, layouter->left - 2,
			    bullets[(level - 1) % count], ROLE_BULLET);
}

static struct row *add_row(struct layouter *layouter, int step)
{
	static const struct str bar = STR("│");
	struct row *row =
		rows_add(&layouter->sheet->body, layouter->arena, step);

	for (int i = 0; i < layouter->quote_count; i++)
		row_put_str(row, layouter->arena, layouter->quotes[i], bar,
			    ROLE_QUOTE);
	put_bullet(layouter, row);
	return row;
}

static void add_space(struct layouter *layouter, int rows, int step)
{
	for (int i = 0; i < rows; i++)
		rows_add(&layouter->sheet->body, layouter->arena, step)->blank =
			true;
}

/* How far a nested block is set in: less where the width is scarce. */
static int indent_for(const struct layouter *layouter, int cols)
{
	int room = layouter->sheet->cols - layouter->left -
		   layouter->text_cols_min;

	if (room < 0)
		room = 0;
	return cols < room ? cols : room;
}

static enum role role_of(const struct block *block)
{
	static const enum role headings[] = { ROLE_HEADING1, ROLE_HEADING2,
					      ROLE_HEADING3 };

	if (block->kind != BLOCK_HEADING)
		return ROLE_TEXT;
	return headings[block->level < 3 ? block->level - 1 : 2];
}

static void layout_text(struct layouter *layouter, const struct block *block)
{
	struct span span = span_of_text(layouter->arena, layouter->slide,
					&block->text, role_of(block));
	bool centred = block->align == ALIGN_CENTRE;
	int cols = layouter->sheet->cols - layouter->left;
	struct wrap_room room = { .cols = cols, .hang = block->text.hang };
	struct wrapped *rows;
	int count = wrap_span(layouter->arena, &span, room, &rows);

	for (int i = 0; i < count; i++) {
		int col = layouter->left;
		if (centred)
			col = (layouter->sheet->cols - wrapped_cols(&rows[i])) /
			      2;
		row_put_wrapped(add_row(layouter, block->step), layouter->arena,
				col > 0 ? col : 0, &span, &rows[i]);
	}
}

static void layout_code(struct layouter *layouter, const struct block *block)
{
	int cols = layouter->sheet->cols - layouter->left;
	struct wrap_room room = { .cols = cols, .verbatim = true };

	for (const struct code_line *line = block->code.first; line;
	     line = line->next) {
		struct span span =
			span_of_str(layouter->arena, line->text, ROLE_CODE);
		struct wrapped *rows;
		int count = wrap_span(layouter->arena, &span, room, &rows);
		for (int i = 0; i < count; i++) {
			struct row *row = add_row(layouter, block->step);
			row_put_wrapped(row, layouter->arena, layouter->left,
					&span, &rows[i]);
			row->panel_from = layouter->left - 1;
			row->panel_to = layouter->sheet->cols + 1;
		}
	}
}

static void layout_table(struct layouter *layouter, const struct block *block)
{
	struct table_place place = { .left = layouter->left,
				     .cols = layouter->sheet->cols -
					     layouter->left };

	table_layout(&layouter->sheet->body, layouter->arena, layouter->slide,
		     block, place);
}

static void layout_block(struct layouter *layouter, const struct block *block);

static void layout_children(struct layouter *layouter,
			    const struct block *block)
{
	for (const struct block *child = block->first; child;
	     child = child->next)
		layout_block(layouter, child);
}

/* A bullet without a text beside it still has its row. */
static void add_empty_item(struct layouter *layouter, const struct block *block)
{
	if (layouter->bullet_level > 0)
		add_row(layouter, block->step);
}

static void layout_item(struct layouter *layouter, const struct block *block)
{
	int left = layouter->left;

	layouter->left += indent_for(layouter, ITEM_COLS);
	layouter->bullet_level = block->item.marked ? block->parent->level : 0;
	if (!block->first || block->first->line != block->line)
		add_empty_item(layouter, block);
	layout_children(layouter, block);
	layouter->left = left;
}

static void layout_quote(struct layouter *layouter, const struct block *block)
{
	int left = layouter->left;
	int indent = indent_for(layouter, QUOTE_COLS);
	bool bar =
		indent == QUOTE_COLS && layouter->quote_count < DECK_DEPTH_MAX;

	layouter->left += indent;
	if (bar)
		layouter->quotes[layouter->quote_count++] = left;
	layout_children(layouter, block);
	if (bar)
		layouter->quote_count--;
	layouter->left = left;
}

static void layout_block(struct layouter *layouter, const struct block *block)
{
	static void (*const layouts[])(struct layouter *,
				       const struct block *) = {
		[BLOCK_BODY] = layout_children,
		[BLOCK_TEXT] = layout_text,
		[BLOCK_HEADING] = layout_text,
		[BLOCK_CODE] = layout_code,
		[BLOCK_TABLE] = layout_table,
		[BLOCK_LIST] = layout_children,
		[BLOCK_ITEM] = layout_item,
		[BLOCK_QUOTE] = layout_quote,
		[BLOCK_RULE] = layout_children,
		[BLOCK_COLUMNS] = layout_children,
		[BLOCK_COLUMN] = layout_children,
	};

	add_space(layouter, block->space, block->step);
	layouts[block->kind](layouter, block);
}

static void layout_links(struct layouter *layouter)
{
	const struct slide *slide = layouter->slide;
	struct sheet *sheet = layouter->sheet;
	struct buf text = { 0 };

	for (int i = 0; i < slide->link_count; i++) {
		const struct link *link = &slide->links[i];
		struct wrapped *rows;
		if (link->number < 0)
			continue;
		buf_clear(&text);
		buf_printf(&text, "[%d] ", link->number);
		struct wrap_room room = { .cols = layouter->link_cols,
					  .hang = (int)text.len,
					  .verbatim = true };
		buf_put(&text, link->target);
		struct span span =
			span_of_str(layouter->arena,
				    arena_str(layouter->arena, buf_str(&text)),
				    ROLE_TARGET);
		int count = wrap_span(layouter->arena, &span, room, &rows);
		for (int n = 0; n < count; n++)
			row_put_wrapped(rows_add(&sheet->links, layouter->arena,
						 link->step),
					layouter->arena, 0, &span, &rows[n]);
	}
	buf_release(&text);
}

static void count_outer_space(struct sheet *sheet)
{
	const struct row *rows = sheet->body.first;
	int count = sheet->body.count;

	while (sheet->space_above < count && rows[sheet->space_above].blank)
		sheet->space_above++;
	while (sheet->space_below < count - sheet->space_above &&
	       rows[count - 1 - sheet->space_below].blank)
		sheet->space_below++;
}

struct sheet *layout_slide(struct arena *arena, const struct slide *slide,
			   struct layout_room room)
{
	struct sheet *sheet = arena_new(arena, struct sheet);
	struct layouter layouter = { .arena = arena,
				     .slide = slide,
				     .sheet = sheet,
				     .link_cols = room.link_cols,
				     .text_cols_min = room.text_cols_min };

	sheet->cols = room.cols;
	layout_block(&layouter, &slide->body);
	add_space(&layouter, slide->space_below, slide->steps - 1);
	count_outer_space(sheet);
	layout_links(&layouter);
	return sheet;
}

static void widen(int *cols, int to)
{
	if (to > *cols)
		*cols = to;
}

static void measure_block(struct arena *arena, const struct slide *slide,
			  const struct block *block, struct slide_cols *cols)
{
	int rigid = 0;

	widen(&cols->all, text_cols(slide, &block->text));
	if (block->kind == BLOCK_TABLE)
		rigid = table_measure(arena, slide, block);
	if (block->kind == BLOCK_CODE) {
		for (const struct code_line *line = block->code.first; line;
		     line = line->next)
			widen(&rigid, str_width(line->text));
	}
	widen(&cols->rigid, rigid);

	struct slide_cols inner = { 0 };
	int indent = block->kind == BLOCK_ITEM	  ? ITEM_COLS
		     : block->kind == BLOCK_QUOTE ? QUOTE_COLS
						  : 0;
	for (const struct block *child = block->first; child;
	     child = child->next)
		measure_block(arena, slide, child, &inner);
	widen(&cols->rigid, inner.rigid + indent);
	widen(&cols->all, inner.all + indent);
	widen(&cols->all, cols->rigid);
}

struct slide_cols layout_measure(struct arena *arena, const struct slide *slide)
{
	struct slide_cols cols = { 0 };

	measure_block(arena, slide, &slide->body, &cols);
	return cols;
}
