/* SPDX-License-Identifier: MIT */
/*
 * From blocks to rows, top to bottom. Depth is bounded by the deck, so the
 * walk may recurse.
 *
 * Every block is laid out between `left` and `right`. What stands left of it
 * (bullets, bars) is put on by add_row, so that no block has to know what it
 * is nested in. What is laid out on rows of its own first, columns and tables,
 * is put on such rows afterwards.
 */
#include "layout/layout.h"

#include <limits.h>

#include "base/glyph.h"
#include "layout/big.h"
#include "layout/foot.h"
#include "layout/gallery.h"
#include "layout/highlight.h"
#include "layout/item.h"
#include "layout/measure.h"
#include "layout/table.h"

/* The mark of an item, until the item's first row is there. */
struct mark {
	const struct mark *outer; /* of the item around, if that waits, too */
	struct str text;
	int col;
	bool fits; /* into what is free left of the item's text */
};

/* The bar beside an open quote. */
struct bar {
	int col;
	enum role role;
};

struct layouter {
	struct arena *arena;
	const struct form *form;
	const struct slide *slide;
	struct rows *rows; /* where rows are added */
	struct sheet *sheet;
	struct pane_maker panes;
	int text_cols_min;
	bool may_be_big;
	int edge;	 /* nothing is put left of it */
	int left, right; /* between these columns text stands */
	int item_indent; /* of the list that is open */
	bool in_column;
	const struct mark *mark; /* the innermost that waits for its row */
	struct bar bars[DECK_DEPTH_MAX];
	int bar_count;
};

/* Where something of a block goes. */
static struct spot spot_of(const struct block *block, int col)
{
	return (struct spot){ col, { .step = block->step }, block->line };
}

static int cols_of(const struct layouter *layouter)
{
	int cols = layouter->right - layouter->left;

	return cols > 1 ? cols : 1;
}

/*
 * A row with nothing but the bars of the quotes that are open. They have all of
 * the spot but its column.
 */
static struct row *add_barred(struct layouter *layouter, struct spot spot)
{
	struct str bar = layouter->form->quote;
	struct row *row = rows_add(layouter->rows, layouter->arena);

	for (int i = 0; i < layouter->bar_count; i++) {
		spot.col = layouter->bars[i].col;
		row_put_str(row, layouter->arena, spot, bar,
			    layouter->bars[i].role);
	}
	return row;
}

/* The same with the marks that wait for it. */
static struct row *add_row(struct layouter *layouter, struct spot spot)
{
	struct row *row = add_barred(layouter, spot);

	for (const struct mark *mark = layouter->mark; mark;
	     mark = mark->outer) {
		spot.col = mark->col;
		row_put_str(row, layouter->arena, spot, mark->text,
			    ROLE_BULLET);
	}
	layouter->mark = NULL;
	return row;
}

static void add_space(struct layouter *layouter, int rows, int step)
{
	for (int i = 0; i < rows; i++)
		add_barred(layouter, (struct spot){ .when.step = step });
}

/* Add rows that were laid out aside, of a block. */
static void add_rows(struct layouter *layouter, const struct rows *rows,
		     const struct block *block)
{
	for (int i = 0; i < rows->count; i++) {
		const struct row *row = &rows->first[i];
		struct spot spot = { .when.step = row_step(row, block->step),
				     .line = row_line(row, INT_MAX) };
		if (row_is_blank(row))
			add_space(layouter, 1, block->step);
		else
			row_join(add_row(layouter, spot), row);
	}
}

/* The columns that rows of text take, from the left. */
struct extent {
	int from, to;
};

/* Add a span, wrapped, as the text of a block. */
static struct extent add_span(struct layouter *layouter,
			      const struct span *span,
			      const struct block *block, enum align align)
{
	struct extent extent = { layouter->right, layouter->left };
	struct wrap_room room = { .cols = cols_of(layouter),
				  .hang = block->text.hang };
	struct wrapped *rows;
	int count = wrap_span(layouter->arena, span, room, &rows);

	for (int i = 0; i < count; i++) {
		int spare = room.cols - wrapped_cols(&rows[i]);
		int col = layouter->left + align_shift(align, spare);
		struct spot spot = spot_of(block, col);
		row_put_wrapped(add_row(layouter, spot), layouter->arena, spot,
				span, &rows[i]);
		if (col < extent.from)
			extent.from = col;
		if (col + wrapped_cols(&rows[i]) > extent.to)
			extent.to = col + wrapped_cols(&rows[i]);
	}
	return extent;
}

/* How far a nested block is set in: less where the width is scarce. */
static int indent_for(const struct layouter *layouter, int cols)
{
	int room = layouter->right - layouter->left - layouter->text_cols_min;

	if (room < 0)
		room = 0;
	return cols < room ? cols : room;
}

/* The mark that waits, as the begin of a text, for want of room beside it. */
static struct span take_mark(struct layouter *layouter)
{
	static const struct str blank = STR(" ");
	const struct mark *mark = layouter->mark;
	struct span text =
		span_of_str(layouter->arena, mark->text, ROLE_BULLET);
	struct span behind = span_of_str(layouter->arena, blank, ROLE_TEXT);

	layouter->mark = mark->outer;
	return span_join(layouter->arena, &text, &behind);
}

static void note_overflow(struct layouter *layouter, struct overflow overflow)
{
	overflow.in_column = layouter->in_column;
	sheet_note(layouter->sheet, layouter->arena, overflow);
}

/* Paragraphs are meant to be broken, but their words are not. */
static void note_text(struct layouter *layouter, const struct block *block,
		      const struct span *span)
{
	int cols = text_cols(layouter->slide, &block->text);
	int word_cols = span_widest_word(span);
	int room = cols_of(layouter);

	note_overflow(
		layouter,
		(struct overflow){
			.line = block->line,
			.col = block->col,
			.cols = (block->text.flows ? word_cols : cols) - room,
			.word_cols = word_cols > room ? word_cols - room : 0 });
}

/* Code and tables, which only look right in one piece. */
static void note_rigid(struct layouter *layouter, int line, int col, int cols)
{
	note_overflow(layouter, (struct overflow){ .line = line,
						   .col = col,
						   .cols = cols,
						   .word_cols = cols });
}

/* Add a title that has room in large letters. */
static void add_big(struct layouter *layouter, const struct big *big,
		    const struct block *block, enum align align)
{
	for (int i = 0; i < big->count; i++) {
		const struct span *row = &big->rows[i];
		int shift = align_shift(align, cols_of(layouter) - row->cols);
		struct spot spot = spot_of(block, layouter->left + shift);
		row_put_span(add_row(layouter, spot), layouter->arena, spot,
			     row);
	}
	layouter->sheet->has_big = true;
}

/* A row of one glyph, from column to column. */
static void add_line(struct layouter *layouter, const struct block *block,
		     struct extent extent, struct str glyph)
{
	struct spot spot = spot_of(block, extent.from);
	struct buf text = { 0 };

	for (int i = extent.from; i < extent.to; i++)
		buf_put(&text, glyph);
	row_put_str(add_row(layouter, spot), layouter->arena, spot,
		    arena_str(layouter->arena, buf_str(&text)),
		    style_role(block));
	buf_release(&text);
}

/* Text, and headings with what the theme puts around them. */
static void layout_text(struct layouter *layouter, const struct block *block)
{
	const struct form_heading *form = heading_form(layouter->form, block);
	struct span span = span_of_text(layouter->arena, layouter->slide,
					&block->text, style_role(block));
	struct big big;

	if (layouter->mark && !layouter->mark->fits) {
		struct span mark = take_mark(layouter);
		span = span_join(layouter->arena, &mark, &span);
	}
	if (layouter->may_be_big && form_is_big(layouter->form, block) &&
	    big_layout(layouter->arena, &span, cols_of(layouter), &big)) {
		add_big(layouter, &big, block, heading_align(form, block));
		return;
	}
	note_text(layouter, block, &span);
	if (form && form->prefix.len > 0) {
		struct span prefix = span_of_str(layouter->arena, form->prefix,
						 style_role(block));
		span = span_join(layouter->arena, &prefix, &span);
	}
	struct extent extent =
		add_span(layouter, &span, block, heading_align(form, block));
	if (form && form->underline.len > 0)
		add_line(layouter, block, extent, form->underline);
}

/* The ground of a row of code, as wide as all others of its block. */
static void add_panel(const struct layouter *layouter, struct row *row,
		      struct spot spot)
{
	int padding = layouter->form->code_padding;

	row_put_panel(row, layouter->arena,
		      (struct panel){ .from = layouter->left - padding,
				      .to = layouter->right + padding,
				      .when = spot.when,
				      .line = spot.line });
}

/* What stands above the lines is on the same panel. */
static void add_code_title(struct layouter *layouter, const struct block *block)
{
	struct span span =
		span_of_str(layouter->arena, block->code.title, ROLE_CODE);
	struct wrap_room room = { .cols = cols_of(layouter) };
	struct spot spot = spot_of(block, layouter->left);
	struct wrapped *rows;
	int count = wrap_span(layouter->arena, &span, room, &rows);

	for (int i = 0; i < span.count; i++)
		span.cells[i].style.emphasis = EMPHASIS_STRONG;
	for (int i = 0; i < count; i++) {
		struct row *row = add_row(layouter, spot);
		row_put_wrapped(row, layouter->arena, spot, &span, &rows[i]);
		add_panel(layouter, row, spot);
	}
}

/* Lines of code and their numbers, where the numbers have a gutter. */
struct lister {
	struct highlighter highlighter;
	int gutter;
	long long number; /* of the next line */
};

static void add_code_line(struct layouter *layouter, const struct block *block,
			  const struct code_line *line, struct lister *lister)
{
	int gutter = lister->gutter;
	struct spot spot = { .col = layouter->left + gutter,
			     .when.step = block->step,
			     .line = line->line };
	struct spot beside = spot;
	struct span span = highlight_line(&lister->highlighter, line);
	struct wrap_room room = { .cols = cols_of(layouter) - gutter,
				  .verbatim = true };
	struct wrapped *rows;
	int count = wrap_span(layouter->arena, &span, room, &rows);

	note_rigid(layouter, line->line, 1, span.cols - room.cols);
	spot.when.focus = focus_new(layouter->arena, block, line);
	struct spot ground = spot;
	if (line == block->code.first)
		ground.line = block->line;
	for (int i = 0; i < count; i++) {
		struct row *row = add_row(layouter, beside);
		row_put_wrapped(row, layouter->arena, spot, &span, &rows[i]);
		add_panel(layouter, row, ground);
		if (gutter > 0 && i == 0)
			row_put_number(row, layouter->arena, spot,
				       lister->number);
	}
	lister->number++;
}

static void layout_code(struct layouter *layouter, const struct block *block)
{
	struct lister lister = { .gutter = code_gutter(block),
				 .number = block->code.first_number };

	/* Code that would wrap for its numbers does without them. */
	if (indent_for(layouter, lister.gutter) < lister.gutter)
		lister.gutter = 0;
	if (block->code.title.len > 0)
		add_code_title(layouter, block);
	highlight_init(&lister.highlighter, layouter->arena, block->code.info);
	for (const struct code_line *line = block->code.first; line;
	     line = line->next)
		add_code_line(layouter, block, line, &lister);
}

static void layout_table(struct layouter *layouter, const struct block *block)
{
	struct table_place place = { .left = layouter->left,
				     .cols = cols_of(layouter),
				     .form = layouter->form };
	struct rows rows = { 0 };

	note_rigid(layouter, block->line, block->col,
		   table_measure(layouter->arena, layouter->slide, block) -
			   place.cols);
	table_layout(&rows, layouter->arena, layouter->slide, block, place);
	add_rows(layouter, &rows, block);
}

static void layout_image(struct layouter *layouter, const struct block *block)
{
	struct pane_place place = { layouter->left, cols_of(layouter) };
	struct rows rows = { 0 };

	if (block->image.form == IMAGE_TEXT) {
		layout_text(layouter, block);
		return;
	}
	gallery_layout(&layouter->panes, &rows, block, place);
	add_rows(layouter, &rows, block);
}

static void layout_rule(struct layouter *layouter, const struct block *block)
{
	int left = layouter->left, to = left + cols_of(layouter);

	add_line(layouter, block, (struct extent){ left, to },
		 layouter->form->rule);
}

static void layout_block(struct layouter *layouter, const struct block *block);

static void layout_children(struct layouter *layouter,
			    const struct block *block)
{
	for (const struct block *child = block->first; child;
	     child = child->next)
		layout_block(layouter, child);
}

static void layout_list(struct layouter *layouter, const struct block *block)
{
	int outer = layouter->item_indent;

	layouter->item_indent = list_indent(layouter->form, block);
	layout_children(layouter, block);
	layouter->item_indent = outer;
}

/* The first column that is free left of the text. */
static int free_from(const struct layouter *layouter)
{
	const struct mark *outer = layouter->mark;
	int from = layouter->edge, bars = layouter->bar_count;

	if (bars > 0 && layouter->bars[bars - 1].col >= from)
		from = layouter->bars[bars - 1].col +
		       str_width(layouter->form->quote);
	if (outer && outer->fits && outer->col + str_width(outer->text) > from)
		from = outer->col + str_width(outer->text);
	return from;
}

/* The mark of an item whose text begins at `left` now. */
static struct mark mark_of(const struct layouter *layouter,
			   const struct block *item)
{
	struct mark mark = { .outer = layouter->mark,
			     .text = item_mark(layouter->arena, layouter->form,
					       item) };

	mark.col = layouter->left - str_width(mark.text) - 1;
	mark.fits = mark.col >= free_from(layouter);
	if (!mark.fits && !item_mark_matters(item)) {
		mark.text.len = 0;
		mark.fits = true;
	}
	return mark;
}

/* A row for the mark alone. */
static void add_mark(struct layouter *layouter, const struct block *item)
{
	if (layouter->mark->fits) {
		add_row(layouter, spot_of(item, layouter->left));
		return;
	}
	struct span mark = take_mark(layouter);
	add_span(layouter, &mark, item, item->align);
}

/* Whether there is a row beside which, or a text in which a mark can stand. */
static bool begins_with_place(const struct block *item, const struct mark *mark)
{
	const struct block *first = item->first;

	return first && first->line == item->line &&
	       (mark->fits || first->kind == BLOCK_TEXT ||
		first->kind == BLOCK_HEADING || first->kind == BLOCK_IMAGE ||
		first->kind == BLOCK_GALLERY);
}

static void layout_item(struct layouter *layouter, const struct block *block)
{
	int left = layouter->left;

	layouter->left += indent_for(layouter, layouter->item_indent);
	struct mark mark = mark_of(layouter, block);
	bool marked = block->item.marked || item_mark_matters(block);
	if (marked) {
		layouter->mark = &mark;
		if (!begins_with_place(block, &mark))
			add_mark(layouter, block);
	}
	layout_children(layouter, block);
	if (layouter->mark == &mark)
		add_mark(layouter, block);
	layouter->left = left;
}

static void layout_quote(struct layouter *layouter, const struct block *block)
{
	int left = layouter->left;
	int wanted = quote_indent(layouter->form);
	int indent = indent_for(layouter, wanted);
	bool bar = indent == wanted && layouter->bar_count < DECK_DEPTH_MAX;

	layouter->left += indent;
	if (bar)
		layouter->bars[layouter->bar_count++] =
			(struct bar){ left, style_bar(block) };
	if (block->alert != ALERT_NONE) {
		struct span name =
			span_of_str(layouter->arena, alert_name(block),
				    style_bar(block));
		for (int i = 0; i < name.count; i++)
			name.cells[i].style.emphasis = EMPHASIS_STRONG;
		add_span(layouter, &name, block, block->align);
	}
	layout_children(layouter, block);
	if (bar)
		layouter->bar_count--;
	layouter->left = left;
}

/* Columns without room to stand side by side: below each other. */
static void stack_columns(struct layouter *layouter, const struct block *block)
{
	int before = layouter->rows->count;

	for (const struct block *child = block->first; child;
	     child = child->next) {
		bool first = layouter->rows->count == before;
		if (!first && child->first && child->space == 0 &&
		    child->first->space == 0)
			add_space(layouter, 1, child->step);
		layout_block(layouter, child);
	}
}

/* Lay a column out on rows of its own. */
static void layout_aside(const struct layouter *layouter, struct rows *rows,
			 const struct block *block, const struct column *column)
{
	struct layouter inner = *layouter;

	inner.rows = rows;
	inner.left = layouter->left + column->from;
	inner.right = layouter->left + column->to;
	inner.edge = inner.left;
	inner.mark = NULL;
	inner.bar_count = 0;
	inner.in_column = true;
	if (column->need <= column->to - column->from)
		inner.text_cols_min = 0;
	layout_block(&inner, block);
}

static void layout_columns(struct layouter *layouter, const struct block *block)
{
	struct rows all = { 0 };
	int count;
	const struct column *column = NULL;
	struct column *columns =
		measure_columns(layouter->arena, layouter->form,
				layouter->slide, block, &count);

	if (!columns_place(columns, count, cols_of(layouter))) {
		stack_columns(layouter, block);
		return;
	}
	column = columns;
	for (const struct block *child = block->first; child;
	     child = child->next) {
		struct rows rows = { 0 };
		layout_aside(layouter, &rows, child, column++);
		rows_join(&all, layouter->arena, &rows);
	}
	add_rows(layouter, &all, block);
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
		[BLOCK_LIST] = layout_list,
		[BLOCK_ITEM] = layout_item,
		[BLOCK_QUOTE] = layout_quote,
		[BLOCK_RULE] = layout_rule,
		[BLOCK_COLUMNS] = layout_columns,
		[BLOCK_COLUMN] = layout_children,
		[BLOCK_IMAGE] = layout_image,
		[BLOCK_GALLERY] = layout_image,
	};

	add_space(layouter, block->space, block->step);
	layouts[block->kind](layouter, block);
}

struct sheet *layout_slide(struct arena *arena, const struct slide *slide,
			   struct layout_room room)
{
	struct sheet *sheet = arena_new(arena, struct sheet);
	struct layouter layouter = { .arena = arena,
				     .form = form_or_plain(room.form),
				     .slide = slide,
				     .rows = &sheet->body,
				     .sheet = sheet,
				     .panes = { arena, sheet, slide,
						&room.panes },
				     .text_cols_min = room.text_cols_min,
				     .may_be_big = room.big,
				     .right = room.cols };

	sheet->cols = room.cols;
	layout_block(&layouter, &slide->body);
	add_space(&layouter, slide->space_below, 0);
	sheet_count_space(sheet);
	sheet->foot = foot_layout(arena, slide, room.foot_cols);
	return sheet;
}
