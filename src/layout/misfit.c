/* SPDX-License-Identifier: MIT */
/*
 * Everything is read off the fit: what had to give way to make it one.
 */
#include "layout/misfit.h"

#include <stdio.h>

struct finder {
	const struct fit *fit;
	const struct slide *slide;
	struct remarks *remarks;
	struct arena *arena;
};

static void find(struct finder *finder, struct remark remark)
{
	remark_add(finder->remarks, finder->arena, remark);
}

/* The flow of pages is all that one page would have to hold. */
static void find_pages(struct finder *finder)
{
	const struct fit *fit = finder->fit;
	struct size size = fit->stage->size;
	int room = size.rows - fit->title_rows - (fit->footer_row < 0 ? 0 : 1);
	int rows = fit->flow_count - room;
	char detail[64];

	if (fit->page_count <= 1 || size.rows == 0)
		return;
	snprintf(detail, sizeof(detail), "%d row%s more than %dx%d has", rows,
		 rows == 1 ? "" : "s", size.cols, size.rows);
	find(finder, (struct remark){ .kind = REMARK_PAGES,
				      .line = finder->slide->line,
				      .col = 1,
				      .detail = str_of(detail) });
}

/*
 * A deck that says how wide it is wants its prose broken there. A body that has
 * to wrap keeps margins, which a line that fits would not need.
 */
static void find_overflow(struct finder *finder,
			  const struct overflow *overflow)
{
	const struct stage *stage = finder->fit->stage;
	int width = stage->deck->settings.width, window = stage->size.cols;
	int limit = width > 0 && width < window ? width : window;
	int margins =
		overflow->in_column ? 0 : limit - finder->fit->sheet->cols;
	int cols = (width > 0 ? overflow->word_cols : overflow->cols) - margins;
	struct buf detail = { 0 };

	if (cols <= 0)
		return;
	buf_printf(&detail, "%d column%s more than ", cols,
		   cols == 1 ? "" : "s");
	if (limit < window)
		buf_printf(&detail, "the width of %d has", width);
	else
		buf_printf(&detail, "%dx%d has", window, stage->size.rows);
	find(finder, (struct remark){ .kind = REMARK_BROKEN_LINE,
				      .line = overflow->line,
				      .col = overflow->col,
				      .detail = buf_str(&detail) });
	buf_release(&detail);
}

/* The first block of each step. */
static void note_blocks(const struct block *block, const struct block **firsts)
{
	if (!firsts[block->step])
		firsts[block->step] = block;
	for (const struct block *child = block->first; child;
	     child = child->next)
		note_blocks(child, firsts);
}

/* Views come in the order of their steps; one that shows nothing has none. */
static void find_idle_stops(struct finder *finder)
{
	const struct fit *fit = finder->fit;
	const struct slide *slide = finder->slide;
	const struct block **firsts =
		arena_array(finder->arena, const struct block *,
			    (size_t)slide->steps);
	int view = 0;

	note_blocks(&slide->body, firsts);
	for (int step = 1; step < slide->steps; step++) {
		const struct block *first = firsts[step];
		while (view < fit->view_count && fit->views[view].step < step)
			view++;
		if (view < fit->view_count && fit->views[view].step == step)
			continue;
		find(finder,
		     (struct remark){ .kind = REMARK_IDLE_STOP,
				      .line = first ? first->line : slide->line,
				      .col = first ? first->col : 1 });
	}
}

void misfit_find(const struct fit *fit, const struct slide *slide,
		 struct remarks *remarks, struct arena *arena)
{
	struct finder finder = { fit, slide, remarks, arena };

	find_pages(&finder);
	for (const struct overflow *overflow = fit->sheet->overflows; overflow;
	     overflow = overflow->next)
		find_overflow(&finder, overflow);
	find_idle_stops(&finder);
}
