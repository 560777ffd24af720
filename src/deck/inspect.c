/* SPDX-License-Identifier: MIT */
/*
 * One walk over all texts of a slide. Depth is bounded by the deck, so it may
 * recurse.
 */
#include "deck/inspect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/contrast.h"
#include "base/glyph.h"

/* A glyph whose width is disputed, where it stands. */
struct sight {
	struct str glyph;
	int line, col;
	size_t order; /* in the slide */
};

struct inspector {
	struct slide *slide;
	struct arena *arena;
	bool shows; /* something is on the slide */
	struct sight *sights;
	size_t count;
};

static void add_remark(struct inspector *inspector, struct remark remark)
{
	remark_add(&inspector->slide->remarks, inspector->arena, remark);
}

static void add_sight(struct inspector *inspector, struct sight sight)
{
	inspector->sights = arena_extend(inspector->arena, inspector->sights,
					 inspector->count, sizeof(sight));
	sight.order = inspector->count;
	inspector->sights[inspector->count++] = sight;
}

static void inspect_glyphs(struct inspector *inspector, struct str text,
			   int line, int col)
{
	struct glyph glyph;

	if (!str_is_blank(text))
		inspector->shows = true;
	while (glyph_next(&text, &glyph)) {
		if (glyph_is_disputed(glyph.text))
			add_sight(inspector,
				  (struct sight){ .glyph = glyph.text,
						  .line = line,
						  .col = col });
	}
}

/* A single colour can be told only where the terminal's ground is known. */
static void inspect_tint(struct inspector *inspector, struct tint tint,
			 int line, int col)
{
	char detail[32];

	if (!(tint.text & TINT_SET) || !(tint.ground & TINT_SET) ||
	    contrast_of(tint.text, tint.ground) >= CONTRAST_MIN)
		return;
	snprintf(detail, sizeof(detail), "#%06x on #%06x",
		 (unsigned)tint.text & 0xffffff,
		 (unsigned)tint.ground & 0xffffff);
	add_remark(inspector, (struct remark){ .kind = REMARK_CONTRAST,
					       .line = line,
					       .col = col,
					       .detail = str_of(detail) });
}

static void inspect_text(struct inspector *inspector, const struct text *text,
			 int line, int col)
{
	for (const struct inline_run *run = text->first; run; run = run->next) {
		if (run->kind == INLINE_NUMBER)
			inspector->shows = true;
		inspect_glyphs(inspector, run->text, line, col);
		inspect_tint(inspector, run->tint, line, col);
	}
}

static void inspect_table(struct inspector *inspector,
			  const struct block *block)
{
	inspector->shows = true;
	for (const struct table_row *row = block->table.header; row;
	     row = row->next) {
		for (int i = 0; i < block->table.columns; i++)
			inspect_text(inspector, &row->cells[i], row->line, 1);
	}
}

static void inspect_block(struct inspector *inspector,
			  const struct block *block)
{
	inspect_text(inspector, &block->text, block->line, block->col);
	if (block->kind == BLOCK_RULE ||
	    (block->kind == BLOCK_ITEM && block->item.marked))
		inspector->shows = true;
	if (block->kind == BLOCK_TABLE)
		inspect_table(inspector, block);
	if (block->kind == BLOCK_CODE) {
		for (const struct code_line *line = block->code.first; line;
		     line = line->next)
			inspect_glyphs(inspector, line->text, line->line, 1);
	}
	/* A gallery has the texts of its images. */
	if (block->kind == BLOCK_GALLERY)
		return;
	for (const struct block *child = block->first; child;
	     child = child->next)
		inspect_block(inspector, child);
}

static int compare_glyphs(const struct sight *a, const struct sight *b)
{
	size_t len = a->glyph.len < b->glyph.len ? a->glyph.len : b->glyph.len;
	int order = memcmp(a->glyph.ptr, b->glyph.ptr, len);

	if (order != 0)
		return order;
	return (a->glyph.len > b->glyph.len) - (a->glyph.len < b->glyph.len);
}

static int compare_sights(const void *a, const void *b)
{
	const struct sight *left = a, *right = b;
	int order = compare_glyphs(left, right);

	if (order != 0)
		return order;
	return (left->order > right->order) - (left->order < right->order);
}

/* Sorted by glyph, so that only the first of its kind is told. */
static void tell_sights(struct inspector *inspector)
{
	const struct sight *sights = inspector->sights;

	if (inspector->count > 0)
		qsort(inspector->sights, inspector->count, sizeof(struct sight),
		      compare_sights);
	for (size_t i = 0; i < inspector->count; i++) {
		if (i > 0 && compare_glyphs(&sights[i - 1], &sights[i]) == 0)
			continue;
		add_remark(inspector,
			   (struct remark){ .kind = REMARK_WIDTH,
					    .line = sights[i].line,
					    .col = sights[i].col,
					    .detail = sights[i].glyph });
	}
}

void inspect_slide(struct slide *slide, struct arena *arena)
{
	struct inspector inspector = { .slide = slide, .arena = arena };

	inspect_block(&inspector, &slide->body);
	for (int i = 0; i < slide->footnote_count; i++)
		inspect_text(&inspector, &slide->footnotes[i].text,
			     slide->footnotes[i].line, 1);
	tell_sights(&inspector);
	if (!inspector.shows)
		add_remark(&inspector,
			   (struct remark){ .kind = REMARK_EMPTY_SLIDE,
					    .line = slide->line,
					    .col = 1 });
}
