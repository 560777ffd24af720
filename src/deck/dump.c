/* SPDX-License-Identifier: MIT */
/*
 * The tree of a slide as text: what tests compare, and what shows how a deck
 * was understood.
 */
#include "deck/dump.h"

static void dump_block(const struct block *block, int depth, struct buf *out);

static void dump_tint(const struct tint *tint, struct buf *out)
{
	buf_put_byte(out, '{');
	if (tint->text)
		buf_printf(out, "#%06x", (unsigned)(tint->text & 0xffffff));
	if (tint->ground)
		buf_printf(out, "%son #%06x", tint->text ? " " : "",
			   (unsigned)(tint->ground & 0xffffff));
	buf_put_byte(out, ' ');
}

/* What is opened before the text of a run is closed after it. */
static void dump_run(const struct inline_run *run, struct buf *out)
{
	static const struct {
		unsigned bit;
		const char *mark;
	} marks[] = {
		{ EMPHASIS_STRONG, "**" },   { EMPHASIS_HIGHLIGHT, "*" },
		{ EMPHASIS_UNDERLINE, "_" }, { EMPHASIS_ITALIC, "/" },
		{ EMPHASIS_STRIKE, "~" },
	};
	enum { COUNT = sizeof(marks) / sizeof(marks[0]) };
	bool tinted = run->tint.text || run->tint.ground;

	if (run->kind == INLINE_NUMBER) {
		buf_printf(out, "#%d", run->link);
		return;
	}
	if (run->kind == INLINE_BREAK) {
		buf_put_text(out, "\\n");
		return;
	}
	if (tinted)
		dump_tint(&run->tint, out);
	for (int i = 0; i < COUNT; i++) {
		if (run->emphasis & marks[i].bit)
			buf_put_text(out, marks[i].mark);
	}
	if (run->link >= 0)
		buf_put_byte(out, '[');
	if (run->kind == INLINE_CODE)
		buf_put_byte(out, '`');
	buf_put(out, run->text);
	if (run->kind == INLINE_CODE)
		buf_put_byte(out, '`');
	if (run->link >= 0)
		buf_put_byte(out, ']');
	for (int i = COUNT - 1; i >= 0; i--) {
		if (run->emphasis & marks[i].bit)
			buf_put_text(out, marks[i].mark);
	}
	if (tinted)
		buf_put_byte(out, '}');
}

static void dump_text(const struct text *text, struct buf *out)
{
	buf_put_text(out, " \"");
	for (const struct inline_run *run = text->first; run; run = run->next)
		dump_run(run, out);
	buf_put_byte(out, '"');
	if (text->hang)
		buf_printf(out, " hang %d", text->hang);
}

static void end_line(int step, int space, struct buf *out)
{
	if (space)
		buf_printf(out, " +%d", space);
	if (step)
		buf_printf(out, " @%d", step);
	buf_put_byte(out, '\n');
}

static void dump_code(const struct block *block, int depth, struct buf *out)
{
	if (block->code.info.len > 0)
		buf_printf(out, " %.*s", (int)block->code.info.len,
			   block->code.info.ptr);
	if (block->code.title.len > 0)
		buf_printf(out, " title \"%.*s\"", (int)block->code.title.len,
			   block->code.title.ptr);
	if (block->code.first_number)
		buf_printf(out, " numbered %d", block->code.first_number);
	if (block->code.focuses > 1)
		buf_printf(out, " focus @%d", block->code.focus_step);
	end_line(block->step, block->space, out);
	for (const struct code_line *line = block->code.first; line;
	     line = line->next) {
		buf_repeat(out, ' ', (size_t)depth * 2 + 2);
		for (int i = 0; i < block->code.focuses; i++)
			buf_put_byte(out, line->lit[i] ? '+' : '-');
		buf_put_byte(out, '|');
		buf_put(out, line->text);
		buf_put_byte(out, '\n');
	}
}

static void dump_table(const struct block *block, int depth, struct buf *out)
{
	for (int i = 0; i < block->table.columns; i++) {
		enum align align = block->table.aligns[i];
		buf_put_text(out, align == ALIGN_CENTRE	 ? " centre"
				  : align == ALIGN_RIGHT ? " right"
							 : " left");
	}
	if (block->table.headless)
		buf_put_text(out, " headless");
	end_line(block->step, block->space, out);
	for (const struct table_row *row = block->table.header; row;
	     row = row->next) {
		buf_repeat(out, ' ', (size_t)depth * 2 + 2);
		buf_put_text(out, "row");
		for (int i = 0; i < block->table.columns; i++)
			dump_text(&row->cells[i], out);
		end_line(row->step, 0, out);
	}
}

static void dump_children(const struct block *block, int depth, struct buf *out)
{
	for (const struct block *child = block->first; child;
	     child = child->next)
		dump_block(child, depth, out);
}

static void dump_item(const struct block *block, struct buf *out)
{
	static const char *const tasks[] = {
		[TASK_NONE] = "", [TASK_OPEN] = " open", [TASK_DONE] = " done"
	};

	if (!block->item.marked)
		buf_put_text(out, " unmarked");
	if (block->item.marker.len > 0)
		buf_printf(out, " %.*s", (int)block->item.marker.len,
			   block->item.marker.ptr);
	buf_put_text(out, tasks[block->item.task]);
}

/* What there is to say of a kind of block. */
static void dump_kind(const struct block *block, struct buf *out)
{
	static const char *const alerts[] = {
		[ALERT_NONE] = "",
		[ALERT_NOTE] = " note",
		[ALERT_TIP] = " tip",
		[ALERT_IMPORTANT] = " important",
		[ALERT_WARNING] = " warning",
		[ALERT_CAUTION] = " caution",
	};

	switch (block->kind) {
	case BLOCK_HEADING:
		buf_printf(out, " %d%s", block->level,
			   block->big ? " big" : "");
		break;
	case BLOCK_ITEM:
		dump_item(block, out);
		break;
	case BLOCK_QUOTE:
		buf_put_text(out, alerts[block->alert]);
		break;
	case BLOCK_COLUMN:
		buf_printf(out, " %d", block->weight);
		break;
	case BLOCK_TEXT:
		buf_put_text(out, block->text.captions ? " caption" : "");
		break;
	case BLOCK_IMAGE:
		buf_put_text(out, block->image.breaks ? " breaks" : "");
		buf_put_text(out, block->image.figure ? " figure" : "");
		break;
	default:
		break;
	}
}

static void dump_length(const char *name, struct length length, struct buf *out)
{
	static const char *const units[] = {
		[LENGTH_NONE] = "",
		[LENGTH_PERCENT] = "%",
		[LENGTH_PIXELS] = "px",
		[LENGTH_CELLS] = "",
	};

	if (length.unit != LENGTH_NONE)
		buf_printf(out, " %s %d%s", name, length.amount,
			   units[length.unit]);
}

static bool has_text(const struct block *block)
{
	return block->kind == BLOCK_TEXT || block->kind == BLOCK_HEADING ||
	       block->kind == BLOCK_IMAGE || block->kind == BLOCK_GALLERY;
}

static bool is_image(const struct block *block)
{
	return block->kind == BLOCK_IMAGE || block->kind == BLOCK_GALLERY;
}

static void dump_block(const struct block *block, int depth, struct buf *out)
{
	static const char *const names[] = {
		[BLOCK_BODY] = "body",	     [BLOCK_TEXT] = "text",
		[BLOCK_HEADING] = "heading", [BLOCK_CODE] = "code",
		[BLOCK_TABLE] = "table",     [BLOCK_LIST] = "list",
		[BLOCK_ITEM] = "item",	     [BLOCK_QUOTE] = "quote",
		[BLOCK_RULE] = "rule",	     [BLOCK_COLUMNS] = "columns",
		[BLOCK_COLUMN] = "column",   [BLOCK_IMAGE] = "image",
		[BLOCK_GALLERY] = "gallery",
	};

	buf_repeat(out, ' ', (size_t)depth * 2);
	buf_put_text(out, names[block->kind]);
	dump_kind(block, out);
	if (block->align != ALIGN_LEFT)
		buf_put_text(out, block->align == ALIGN_CENTRE ? " centred"
							       : " right");
	if (has_text(block))
		dump_text(&block->text, out);
	if (is_image(block) && block->image.caption.first) {
		buf_put_text(out, " caption");
		dump_text(&block->image.caption, out);
	}
	if (block->kind == BLOCK_CODE) {
		dump_code(block, depth, out);
	} else if (block->kind == BLOCK_TABLE) {
		dump_table(block, depth, out);
	} else {
		end_line(block->step, block->space, out);
		dump_children(block, depth + 1, out);
	}
}

void dump_remark(const struct remark *remark, struct buf *out)
{
	buf_printf(out, "remark %d:%d ", remark->line, remark->col);
	remark_put(remark, out);
	buf_put_byte(out, '\n');
}

static void dump_link(const struct link *link, int index, struct buf *out)
{
	buf_printf(out, "link %d %.*s", index, (int)link->target.len,
		   link->target.ptr);
	dump_length("width", link->width, out);
	dump_length("height", link->height, out);
	buf_put_byte(out, '\n');
}

void dump_slide(const struct slide *slide, struct buf *out)
{
	static const char *const transitions[] = {
#define X(symbol, name, help) [TRANSITION_##symbol] = name,
		TRANSITIONS(X)
#undef X
	};

	dump_children(&slide->body, 0, out);
	for (int i = 0; i < slide->link_count; i++)
		dump_link(&slide->links[i], i, out);
	for (const struct note *note = slide->notes; note; note = note->next)
		buf_printf(out, "note %d \"%.*s\"\n", note->line,
			   (int)note->text.len, note->text.ptr);
	if (slide->transition)
		buf_printf(out, "transition %s\n",
			   transitions[slide->transition]);
	if (slide->no_footer)
		buf_put_text(out, "no footer\n");
	for (int i = 0; i < slide->footnote_count; i++) {
		buf_printf(out, "footnote %.*s",
			   (int)slide->footnotes[i].mark.len,
			   slide->footnotes[i].mark.ptr);
		dump_text(&slide->footnotes[i].text, out);
		end_line(slide->footnotes[i].step, 0, out);
	}
	for (const struct remark *remark = slide->remarks.first; remark;
	     remark = remark->next)
		dump_remark(remark, out);
}
