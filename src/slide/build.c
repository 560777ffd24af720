/* SPDX-License-Identifier: MIT */
/*
 * Stops, columns and directives: one model for all dialects.
 */
#include "slide/build.h"

#include <string.h>

#include "deck/clean.h"
#include "slide/gallery.h"
#include "source/settings.h"

#define COLUMNS_MAX    16 /* more would have no room on any screen */
#define WEIGHT_MAX     1000
#define NEW_LINES_MAX  200 /* taller than any screen */
#define FONT_SIZE_MAX  7   /* presenterm's */
#define SIZE_HEADING   2   /* from here on text looks like a heading, */
#define SIZE_BIG       3   /* and from here on like a big one */
#define ITEM_LINES_MAX 20

void builder_init(struct builder *builder, const struct deck *deck,
		  struct slide *slide, struct arena *arena)
{
	*builder = (struct builder){ .deck = deck,
				     .slide = slide,
				     .arena = arena,
				     .settings = deck->settings,
				     .line = slide->line,
				     .col = 1,
				     .container = &slide->body };
	builder->batch.commonmark = deck->dialect != DIALECT_MDP;
	slide->body.kind = BLOCK_BODY;
	slide->body.line = slide->line;
	slide->body.col = 1;
}

void builder_remark(struct builder *builder, int col, enum remark_kind kind,
		    struct str detail)
{
	remark_add(&builder->slide->remarks, builder->arena,
		   (struct remark){ .kind = kind,
				    .line = builder->line,
				    .col = col,
				    .detail = detail });
}

void builder_note(struct builder *builder, struct str text, int line)
{
	note_add(&builder->notes, builder->arena, text, line);
}

/* ---- stops ---- */

static void remark_idle(struct builder *builder, int line)
{
	remark_add(&builder->slide->remarks, builder->arena,
		   (struct remark){
			   .kind = REMARK_IDLE_STOP, .line = line, .col = 1 });
}

void builder_stop(struct builder *builder)
{
	if (builder->stop_line || !builder->begun)
		remark_idle(builder, builder->line);
	else
		builder->stop_line = builder->line;
}

int builder_extra_step(struct builder *builder)
{
	return ++builder->last_step;
}

int builder_step(struct builder *builder)
{
	if (builder->stop_line)
		builder->step = builder_extra_step(builder);
	builder->stop_line = 0;
	return builder->step;
}

/* ---- blocks ---- */

static void append(struct block *parent, struct block *block)
{
	block->parent = parent;
	if (parent->last)
		parent->last->next = block;
	else
		parent->first = block;
	parent->last = block;
}

static bool is_top_of_column(const struct block *parent)
{
	return parent->kind == BLOCK_COLUMN && !parent->first;
}

struct block *builder_block(struct builder *builder, struct block *parent,
			    enum block_kind kind)
{
	struct block *block = arena_new(builder->arena, struct block);

	block->kind = kind;
	block->line = builder->line;
	block->col = builder->col;
	block->step = builder_step(builder);
	/* Columns begin at the same height, whatever stands between them. */
	block->space = is_top_of_column(parent) ? 0 : builder->space;
	/* Within lists and quotes text stays at its mark. */
	if (parent == builder->container && kind != BLOCK_LIST &&
	    kind != BLOCK_QUOTE)
		block->align = builder->align;
	builder->space = 0;
	builder->begun = true;
	append(parent, block);
	return block;
}

void builder_text(struct builder *builder, struct text *into, int step,
		  struct str source)
{
	inline_add(&builder->batch, builder->arena,
		   (struct inline_text){ .into = into,
					 .source = source,
					 .line = builder->line,
					 .step = step });
}

void builder_heading(struct builder *builder, struct block *block, int level)
{
	block->kind = BLOCK_HEADING;
	block->level = level;
	block->big = builder->big || builder->font_size >= SIZE_HEADING;
	builder->big = false;
}

void builder_enlarge(struct builder *builder, struct block *text)
{
	if (builder->font_size < SIZE_HEADING)
		return;
	text->kind = BLOCK_HEADING;
	text->level = 2;
	text->big = builder->font_size >= SIZE_BIG;
}

/* ---- columns ---- */

void builder_add_column(struct builder *builder, int weight)
{
	struct block *column = arena_new(builder->arena, struct block);

	column->kind = BLOCK_COLUMN;
	column->line = builder->line;
	column->col = builder->col;
	column->step = builder->columns->step;
	column->weight = weight;
	append(builder->columns, column);
	builder->container = column;
}

void builder_open_columns(struct builder *builder, const int *weights,
			  int count)
{
	struct block *columns = arena_new(builder->arena, struct block);

	builder_close_columns(builder);
	columns->kind = BLOCK_COLUMNS;
	columns->line = builder->line;
	columns->col = builder->col;
	columns->step = builder->step;
	columns->space = builder->space;
	if (builder->begun && builder->batch.commonmark)
		columns->space++;
	builder->space = 0;
	append(&builder->slide->body, columns);
	builder->columns = columns;
	for (int i = 0; i < count; i++)
		builder_add_column(builder, weights[i]);
	/* What stands before the first column is chosen goes there. */
	if (count > 0)
		builder->container = columns->first;
}

/* Columns without a weight share what the others leave of 100. */
static void settle_weights(struct block *columns)
{
	int taken = 0, open = 0;

	for (struct block *at = columns->first; at; at = at->next) {
		taken += at->weight;
		open += at->weight == 0;
	}
	if (open == 0)
		return;
	int share = (taken < 100 ? 100 - taken : 100) / open;
	for (struct block *at = columns->first; at; at = at->next) {
		if (at->weight == 0)
			at->weight = share > 0 ? share : 1;
	}
}

void builder_close_columns(struct builder *builder)
{
	if (builder->columns && !builder->columns->first)
		builder_add_column(builder, 1);
	if (builder->columns)
		settle_weights(builder->columns);
	builder->columns = NULL;
	builder->container = &builder->slide->body;
}

void builder_split_columns(struct builder *builder)
{
	struct block *body = &builder->slide->body;
	struct block *first = body->first, *last = body->last;

	if (builder->columns) {
		builder_add_column(builder, 1);
		return;
	}
	body->first = body->last = NULL;
	builder_open_columns(builder, NULL, 0);
	builder->columns->step = 0;
	builder->columns->space = 0;
	builder_add_column(builder, 1);
	builder->container->first = first;
	builder->container->last = last;
	for (struct block *child = first; child; child = child->next)
		child->parent = builder->container;
	builder_add_column(builder, 1);
}

static bool choose_column(struct builder *builder, int number)
{
	struct block *column =
		builder->columns ? builder->columns->first : NULL;

	for (; column && number > 0; number--)
		column = column->next;
	if (!column)
		return false;
	builder->container = column;
	builder->space = 0;
	return true;
}

/* ---- directives ---- */

/* "[1, 2]", "1 2" */
static int parse_weights(struct str text, int weights[COLUMNS_MAX])
{
	int count = 0;

	while (text.len > 0 && count < COLUMNS_MAX) {
		size_t digits = str_digits(text);
		int weight;
		if (digits == 0) {
			if (!strchr("[], \t\r\n", text.ptr[0]))
				return 0;
			text = str_from(text, 1);
			continue;
		}
		if (!front_int((struct str){ text.ptr, digits }, 1, WEIGHT_MAX,
			       &weight))
			return 0;
		weights[count++] = weight;
		text = str_from(text, digits);
	}
	return text.len > 0 ? 0 : count;
}

static bool do_column_layout(struct builder *builder, struct str argument)
{
	int weights[COLUMNS_MAX];
	int count = parse_weights(argument, weights);

	if (count > 0)
		builder_open_columns(builder, weights, count);
	return count > 0;
}

static bool do_column(struct builder *builder, struct str argument)
{
	int number;

	return front_int(argument, 0, COLUMNS_MAX - 1, &number) &&
	       choose_column(builder, number);
}

static bool do_reset(struct builder *builder, struct str argument)
{
	(void)argument;
	builder_close_columns(builder);
	return true;
}

static bool do_alignment(struct builder *builder, struct str argument)
{
	static const struct {
		struct str name;
		enum align align;
	} aligns[] = { { STR("left"), ALIGN_LEFT },
		       { STR("center"), ALIGN_CENTRE },
		       { STR("centre"), ALIGN_CENTRE },
		       { STR("right"), ALIGN_RIGHT } };

	for (size_t i = 0; i < sizeof(aligns) / sizeof(aligns[0]); i++) {
		if (str_eq_nocase(argument, aligns[i].name)) {
			builder->align = aligns[i].align;
			return true;
		}
	}
	return false;
}

static bool do_new_lines(struct builder *builder, struct str argument)
{
	int rows = 1;

	if (argument.len > 0 && !front_int(argument, 0, NEW_LINES_MAX, &rows))
		return false;
	builder->space += rows;
	return true;
}

static bool do_font_size(struct builder *builder, struct str argument)
{
	int size;

	if (!front_int(argument, 1, FONT_SIZE_MAX, &size))
		return false;
	builder->font_size = size;
	return true;
}

static bool do_big(struct builder *builder, struct str argument)
{
	builder->big = true;
	return argument.len == 0;
}

static bool do_incremental_lists(struct builder *builder, struct str argument)
{
	return front_bool(argument, &builder->settings.incremental_lists);
}

static bool do_incremental_tables(struct builder *builder, struct str argument)
{
	return front_bool(argument, &builder->settings.incremental_tables);
}

static bool do_item_space(struct builder *builder, struct str argument)
{
	int lines;

	if (!front_int(argument, 1, ITEM_LINES_MAX, &lines))
		return false;
	builder->settings.item_space = lines - 1;
	return true;
}

static bool do_stop(struct builder *builder, struct str argument)
{
	builder_stop(builder);
	return argument.len == 0;
}

static bool do_note(struct builder *builder, struct str argument)
{
	builder_note(builder, argument, builder->line);
	return true;
}

static bool do_no_footer(struct builder *builder, struct str argument)
{
	builder->slide->no_footer = true;
	return argument.len == 0;
}

/* Others have many more of them: theirs are none. */
static bool do_transition(struct builder *builder, struct str argument)
{
	enum transition *transition = &builder->settings.transition;

	if (transition_find(argument, transition))
		return true;
	if (!dialect_traits(builder->deck->dialect)->many_transitions)
		return false;
	*transition = TRANSITION_NONE;
	return true;
}

static bool do_config(struct builder *builder, struct str argument)
{
	struct front front;

	front_read_bare(&front, builder->arena, argument, builder->line,
			&builder->slide->remarks);
	settings_read_slide(&builder->settings, &front, builder->slide,
			    builder->arena);
	return true;
}

static bool do_output(struct builder *builder, struct str argument)
{
	builder_remark(builder, builder->col, REMARK_NOT_RUN, argument);
	return true;
}

static bool do_nothing(struct builder *builder, struct str argument)
{
	(void)builder, (void)argument;
	return true;
}

/* False for an argument that means nothing. */
static bool (*const doers[DIRECTIVE_KIND_COUNT])(struct builder *,
						 struct str) = {
	[DIRECTIVE_PAUSE] = do_stop,
	[DIRECTIVE_END_SLIDE] = do_nothing,
	[DIRECTIVE_SKIP_SLIDE] = do_nothing,
	[DIRECTIVE_NOTE] = do_note,
	[DIRECTIVE_COMMENT] = do_nothing,
	[DIRECTIVE_COLUMN_LAYOUT] = do_column_layout,
	[DIRECTIVE_COLUMN] = do_column,
	[DIRECTIVE_RESET_LAYOUT] = do_reset,
	[DIRECTIVE_ALIGNMENT] = do_alignment,
	[DIRECTIVE_NEW_LINES] = do_new_lines,
	[DIRECTIVE_MIDDLE] = do_nothing,
	[DIRECTIVE_FONT_SIZE] = do_font_size,
	[DIRECTIVE_BIG] = do_big,
	[DIRECTIVE_INCREMENTAL_LISTS] = do_incremental_lists,
	[DIRECTIVE_INCREMENTAL_TABLES] = do_incremental_tables,
	[DIRECTIVE_ITEM_SPACE] = do_item_space,
	[DIRECTIVE_NO_FOOTER] = do_no_footer,
	[DIRECTIVE_TRANSITION] = do_transition,
	[DIRECTIVE_INCLUDE] = do_nothing, /* it was refused: said elsewhere */
	[DIRECTIVE_OUTPUT] = do_output,
	[DIRECTIVE_CONFIG] = do_config,
	[DIRECTIVE_LOOKS] = do_nothing,
};

/* What no directive says, in the dialects that give comments a meaning. */
static void take_plain_comment(struct builder *builder, struct str inside)
{
	enum comment_use use = dialect_traits(builder->deck->dialect)->comments;

	if (inside.len == 0)
		return;
	if (use == COMMENT_NOTES)
		builder_note(builder, inside, builder->line);
	if (use == COMMENT_CHECKED && !str_find(inside, '\n') &&
	    builder->settings.command_prefix.len == 0 &&
	    !directive_is_editors(inside))
		builder_remark(builder, builder->col, REMARK_DIRECTIVE, inside);
}

void builder_comment(struct builder *builder, struct str inside)
{
	struct directive directive =
		directive_parse(inside, builder->settings.command_prefix);

	enum comment_use use = dialect_traits(builder->deck->dialect)->comments;

	if (directive.kind == DIRECTIVE_NONE ||
	    (directive.kind == DIRECTIVE_UNKNOWN && use == COMMENT_NOTES)) {
		take_plain_comment(builder, inside);
	} else if (directive.kind == DIRECTIVE_UNKNOWN) {
		builder_remark(builder, builder->col, REMARK_DIRECTIVE,
			       directive.name);
	} else {
		if (!doers[directive.kind](builder, directive.argument))
			builder_remark(builder, builder->col, REMARK_ARGUMENT,
				       directive.name);
	}
}

void builder_finish(struct builder *builder)
{
	struct slide *slide = builder->slide;

	builder_close_columns(builder);
	if (builder->stop_line)
		remark_idle(builder, builder->stop_line);
	slide->space_below = builder->space;
	slide->steps = builder->last_step + 1;
	slide->transition = builder->settings.transition;
	slide->transition_ms = builder->settings.transition_ms;
	notes_merge(slide, &builder->notes);
	inline_read(&builder->batch, builder->deck, slide, builder->arena);
	gallery_find(builder->deck, slide, builder->arena);
}
