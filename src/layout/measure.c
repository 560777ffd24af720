/* SPDX-License-Identifier: MIT */
/*
 * Widths before anything is laid out. Depth is bounded by the deck, so the
 * walk may recurse.
 */
#include "layout/measure.h"

#include "base/glyph.h"
#include "layout/big.h"
#include "layout/gallery.h"
#include "layout/item.h"
#include "layout/table.h"

struct measurer {
	struct arena *arena;
	const struct form *form;
	const struct slide *slide;
};

static void widen(int *cols, int to)
{
	if (to > *cols)
		*cols = to;
}

int quote_indent(const struct form *form)
{
	return str_width(form->quote) + 1;
}

const struct form_heading *heading_form(const struct form *form,
					const struct block *block)
{
	int level = block->level < FORM_HEADINGS ? block->level : FORM_HEADINGS;

	return block->kind == BLOCK_HEADING ? &form->headings[level - 1] : NULL;
}

enum align heading_align(const struct form_heading *form,
			 const struct block *block)
{
	static const enum align aligns[] = { [FORM_LEFT] = ALIGN_LEFT,
					     [FORM_CENTRE] = ALIGN_CENTRE,
					     [FORM_RIGHT] = ALIGN_RIGHT };

	return form && form->align != FORM_AS_WRITTEN ? aligns[form->align]
						      : block->align;
}

int code_gutter(const struct block *code)
{
	long long last = code->code.first_number;
	int digits = 1;

	if (last <= 0)
		return 0;
	for (const struct code_line *line = code->code.first; line;
	     line = line->next)
		last++;
	for (last--; last >= 10; last /= 10)
		digits++;
	return digits + CODE_GUTTER_GAP;
}

struct str alert_name(const struct block *quote)
{
	static const struct str names[] = {
		[ALERT_NONE] = STR(""),
		[ALERT_NOTE] = STR("Note"),
		[ALERT_TIP] = STR("Tip"),
		[ALERT_IMPORTANT] = STR("Important"),
		[ALERT_WARNING] = STR("Warning"),
		[ALERT_CAUTION] = STR("Caution"),
	};

	return names[quote->alert];
}

static struct slide_cols measure_block(struct measurer *measurer,
				       const struct block *block);

/* The widest of a block's children, each `indent` columns further right. */
static struct slide_cols measure_inside(struct measurer *measurer,
					const struct block *block, int indent)
{
	struct slide_cols cols = { 0 };

	for (const struct block *child = block->first; child;
	     child = child->next) {
		struct slide_cols inner = measure_block(measurer, child);
		widen(&cols.all, inner.all + indent);
		if (inner.rigid > 0)
			widen(&cols.rigid, inner.rigid + indent);
	}
	return cols;
}

static struct slide_cols measure_children(struct measurer *measurer,
					  const struct block *block)
{
	return measure_inside(measurer, block, 0);
}

/* As far as it is wider than prose: hardly any word is. */
static int widest_word(struct measurer *measurer, const struct block *block)
{
	if (!text_has_word(&block->text, PROSE_COLS + 1))
		return 0;
	struct span span = span_of_text(measurer->arena, measurer->slide,
					&block->text, ROLE_TEXT);
	return span_widest_word(&span);
}

static struct slide_cols measure_text(struct measurer *measurer,
				      const struct block *block)
{
	int cols = text_cols(measurer->slide, &block->text);

	if (block->text.flows && cols > PROSE_COLS) {
		cols = PROSE_COLS;
		widen(&cols, widest_word(measurer, block));
	}
	const struct form_heading *form = heading_form(measurer->form, block);
	if (form)
		cols += str_width(form->prefix);
	return (struct slide_cols){ .all = cols };
}

/* Images never have to wrap; in nothing else they have the window. */
static struct slide_cols measure_image(struct measurer *measurer,
				       const struct block *block)
{
	bool alone = block->parent->kind == BLOCK_BODY;
	bool gallery = block->kind == BLOCK_GALLERY;

	if (block->image.form != IMAGE_DRAWN)
		return measure_text(measurer, block);
	if (alone)
		return (struct slide_cols){ .all = 1 };
	return (struct slide_cols){
		.all = gallery ? gallery_measure(measurer->slide, block)
			       : pane_measure(measurer->slide, block)
	};
}

static struct slide_cols measure_code(struct measurer *measurer,
				      const struct block *block)
{
	int cols = 0, gutter = code_gutter(block);

	(void)measurer;
	for (const struct code_line *line = block->code.first; line;
	     line = line->next)
		widen(&cols, str_width(line->text));
	struct slide_cols all = { cols + gutter, cols + gutter };
	widen(&all.all, str_width(block->code.title));
	return all;
}

static struct slide_cols measure_table(struct measurer *measurer,
				       const struct block *block)
{
	int cols = table_measure(measurer->arena, measurer->slide, block);

	return (struct slide_cols){ cols, cols };
}

static struct slide_cols measure_list(struct measurer *measurer,
				      const struct block *block)
{
	int indent = list_indent(measurer->form, block);
	struct slide_cols cols = measure_inside(measurer, block, indent);

	if (block->first) /* its mark, if there is nothing else */
		widen(&cols.all, indent);
	return cols;
}

static struct slide_cols measure_quote(struct measurer *measurer,
				       const struct block *block)
{
	int indent = quote_indent(measurer->form);
	struct slide_cols cols = measure_inside(measurer, block, indent);

	widen(&cols.all, str_width(alert_name(block)) + indent);
	return cols;
}

static struct slide_cols measure_rule(struct measurer *measurer,
				      const struct block *block)
{
	(void)measurer;
	(void)block;
	return (struct slide_cols){ .all = 1 };
}

/*
 * The columns twice: as wide as everything needs them, and as what must not
 * wrap needs them.
 */
struct column_needs {
	struct column *all, *rigid;
	int count;
};

static struct column_needs measure_each(struct measurer *measurer,
					const struct block *block)
{
	struct column_needs needs = { 0 };
	int i = 0;

	for (const struct block *child = block->first; child;
	     child = child->next)
		needs.count++;
	needs.all = arena_array(measurer->arena, struct column,
				(size_t)needs.count);
	needs.rigid = arena_array(measurer->arena, struct column,
				  (size_t)needs.count);
	for (const struct block *child = block->first; child;
	     child = child->next, i++) {
		struct slide_cols cols = measure_block(measurer, child);
		needs.all[i] = (struct column){ child->weight, cols.all, 0, 0 };
		needs.rigid[i] =
			(struct column){ child->weight, cols.rigid, 0, 0 };
	}
	return needs;
}

static struct slide_cols measure_beside(struct measurer *measurer,
					const struct block *block)
{
	struct column_needs needs = measure_each(measurer, block);

	return (struct slide_cols){ .all = columns_need(needs.all, needs.count),
				    .rigid = columns_need(needs.rigid,
							  needs.count) };
}

static struct slide_cols measure_block(struct measurer *measurer,
				       const struct block *block)
{
	static struct slide_cols (*const measures[])(struct measurer *,
						     const struct block *) = {
		[BLOCK_BODY] = measure_children,
		[BLOCK_TEXT] = measure_text,
		[BLOCK_HEADING] = measure_text,
		[BLOCK_CODE] = measure_code,
		[BLOCK_TABLE] = measure_table,
		[BLOCK_LIST] = measure_list,
		[BLOCK_ITEM] = measure_children,
		[BLOCK_QUOTE] = measure_quote,
		[BLOCK_RULE] = measure_rule,
		[BLOCK_COLUMNS] = measure_beside,
		[BLOCK_COLUMN] = measure_children,
		[BLOCK_IMAGE] = measure_image,
		[BLOCK_GALLERY] = measure_image,
	};

	return measures[block->kind](measurer, block);
}

struct slide_cols measure_slide(struct arena *arena, const struct form *form,
				const struct slide *slide)
{
	struct measurer measurer = { .arena = arena,
				     .form = form_or_plain(form),
				     .slide = slide };

	return measure_block(&measurer, &slide->body);
}

int measure_big(struct arena *arena, const struct form *form,
		const struct slide *slide, int cols)
{
	const struct block *child;
	int widest = 0;

	for (child = slide->body.first; child; child = child->next) {
		struct big big;
		if (!form_is_big(form_or_plain(form), child))
			continue;
		struct span title =
			span_of_text(arena, slide, &child->text, ROLE_BIG);
		if (big_layout(arena, &title, cols, &big))
			widen(&widest, big.cols);
	}
	return widest;
}

struct column *measure_columns(struct arena *arena, const struct form *form,
			       const struct slide *slide,
			       const struct block *columns, int *count)
{
	struct measurer measurer = { .arena = arena,
				     .form = form_or_plain(form),
				     .slide = slide };
	struct column_needs needs = measure_each(&measurer, columns);

	*count = needs.count;
	return needs.all;
}
