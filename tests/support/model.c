/* SPDX-License-Identifier: MIT */
/*
 * Slides made by hand.
 */
#include "support/model.h"

#include <string.h>

#include "backend/text.h"
#include "layout/measure.h"

void model_init(struct model *model)
{
	*model = (struct model){ .line = 1 };
	model->deck.slide_count = 1;
	model->slide = arena_new(&model->arena, struct slide);
	model->slide->number = 1;
	model->slide->steps = 1;
	model->at = &model->slide->body;
}

void model_release(struct model *model)
{
	arena_release(&model->arena);
}

struct block *model_add(struct model *model, enum block_kind kind)
{
	struct block *block = arena_new(&model->arena, struct block);
	struct block *parent = model->at;

	block->kind = kind;
	block->parent = parent;
	block->step = model->step;
	if (model->step >= model->slide->steps)
		model->slide->steps = model->step + 1;
	bool beside = parent->kind == BLOCK_ITEM || parent->kind == BLOCK_LIST;
	if (beside && !parent->first)
		block->line = parent->line;
	else
		block->line = model->line++;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
	return block;
}

struct block *model_open(struct model *model, enum block_kind kind)
{
	struct block *block = model_add(model, kind);

	model->at = block;
	if (kind == BLOCK_COLUMN)
		block->weight = 1;
	if (kind == BLOCK_LIST)
		block->level = 1;
	return block;
}

void model_close(struct model *model)
{
	model->at = model->at->parent;
}

struct inline_run *model_run(struct model *model, struct text *text,
			     enum inline_kind kind, const char *shown)
{
	struct inline_run *run = arena_new(&model->arena, struct inline_run);
	struct inline_run **at = &text->first;

	while (*at)
		at = &(*at)->next;
	*at = run;
	run->kind = kind;
	run->link = -1;
	run->text = str_of(shown);
	return run;
}

static void put_lines(struct model *model, struct text *text, struct str rest)
{
	while (rest.len > 0) {
		struct str line = str_take_line(&rest);
		if (text->first)
			model_run(model, text, INLINE_BREAK, "");
		if (line.len > 0)
			model_run(model, text, INLINE_TEXT, "")->text = line;
	}
}

struct block *model_text(struct model *model, const char *text)
{
	struct block *block = model_add(model, BLOCK_TEXT);

	put_lines(model, &block->text, str_of(text));
	return block;
}

struct block *model_code(struct model *model, const char *lines)
{
	struct block *block = model_add(model, BLOCK_CODE);
	struct str rest = str_of(lines);

	while (rest.len > 0) {
		struct code_line *line =
			arena_new(&model->arena, struct code_line);
		line->text = str_take_line(&rest);
		if (block->code.last)
			block->code.last->next = line;
		else
			block->code.first = line;
		block->code.last = line;
	}
	return block;
}

static struct table_row *table_row(struct model *model, struct block *block,
				   struct str line)
{
	struct table_row *row = arena_new(&model->arena, struct table_row);

	row->step = model->step;
	row->cells = arena_array(&model->arena, struct text,
				 (size_t)block->table.columns);
	for (int i = 0; i < block->table.columns && line.len > 0; i++) {
		const char *bar = str_find(line, '|');
		struct str cell = { line.ptr,
				    bar ? (size_t)(bar - line.ptr) : line.len };
		model_run(model, &row->cells[i], INLINE_TEXT, "")->text = cell;
		line = str_from(line, cell.len + 1);
	}
	return row;
}

struct block *model_table(struct model *model, const char *rows)
{
	struct block *block = model_add(model, BLOCK_TABLE);
	struct str rest = str_of(rows);

	block->table.columns = 1;
	for (const char *at = rows; *at && *at != '\n'; at++)
		block->table.columns += *at == '|';
	block->table.aligns = arena_array(&model->arena, enum align,
					  (size_t)block->table.columns);
	while (rest.len > 0) {
		struct table_row *row =
			table_row(model, block, str_take_line(&rest));
		if (block->table.last)
			block->table.last->next = row;
		else
			block->table.header = row;
		block->table.last = row;
	}
	return block;
}

struct block *model_item(struct model *model, const char *marker,
			 const char *text)
{
	struct block *item = model_open(model, BLOCK_ITEM);

	item->item.marked = true;
	if (marker)
		item->item.marker = str_of(marker);
	if (text)
		model_text(model, text);
	return item;
}

void model_fit(struct model *model, struct size size)
{
	slide_check(model->slide);
	model->stage = (struct stage){
		.deck = &model->deck,
		.widest = measure_slide(&model->arena, NULL, model->slide).all,
		.size = size
	};
	model->fit = fit_slide(&model->arena, &model->stage, model->slide);
}

static void put_views(struct model *model, struct buf *out,
		      void (*write)(const struct grid *grid, struct buf *out))
{
	struct bars bars = { .number = 1, .style = NUMBER_NONE };
	int count = model->fit->view_count;

	for (int i = 0; i < count; i++) {
		struct view view = model->fit->views[i];
		struct grid grid =
			frame_draw(&model->arena, model->fit, view, &bars);
		grid_check(&grid);
		if (count > 1)
			buf_printf(out, "== %d.%d\n", view.step, view.page);
		write(&grid, out);
	}
}

void model_put(struct model *model, struct size size, struct buf *out)
{
	model_fit(model, size);
	put_views(model, out, text_write);
}

void model_put_planes(struct model *model, struct size size, struct buf *out)
{
	model_fit(model, size);
	put_views(model, out, text_write_planes);
}
