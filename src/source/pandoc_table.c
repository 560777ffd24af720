/* SPDX-License-Identifier: MIT */
/*
 * Tables of dashes, by the rules of pandoc's manual. To look for one costs no
 * more than the lines up to the next line of dashes or two: whatever such a
 * line is, no search goes on behind it.
 */
#include "source/pandoc_table.h"

#include "base/glyph.h"
#include "deck/clean.h"
#include "source/grid_table.h"
#include "source/table_draft.h"

/* A caption of more lines is a paragraph. */
#define CAPTION_LINES_MAX 16

/* Runs of dashes with blanks between them; one is three dashes or more. */
static bool read_dashes(struct str line, struct table_columns *columns)
{
	int at = table_draft_indent(line);
	bool wide = false;

	columns->count = 0;
	line = at < 0 ? line : str_from(line, (size_t)at);
	while (at >= 0 && line.len > 0) {
		size_t dashes = line.ptr[0] == '-' ? str_run(line) : 0;
		size_t blanks = 0;
		if (dashes == 0 || columns->count == TABLE_DRAFT_COLUMNS_MAX)
			return false;
		columns->begins[columns->count] = at;
		columns->widths[columns->count++] = (int)dashes;
		wide |= dashes >= 3;
		line = str_from(line, dashes);
		at += (int)dashes;
		while (blanks < line.len &&
		       (line.ptr[blanks] == ' ' || line.ptr[blanks] == '\t'))
			at = table_draft_next_column(at, line.ptr[blanks++]);
		line = str_from(line, blanks);
	}
	return wide;
}

static bool is_dashes(const struct table_draft *draft, int line)
{
	struct table_columns columns;

	return line < draft->count && read_dashes(draft->lines[line], &columns);
}

static void cut_lines(struct table_draft *draft, int from, int to, bool each)
{
	for (int i = from; i < to; i++) {
		if (table_draft_is_blank(draft, i)) {
			table_draft_end_row(draft);
			continue;
		}
		table_draft_cut(table_draft_line(draft, i),
				draft->columns.begins, draft->columns.count,
				table_draft_add(draft));
		if (each)
			table_draft_end_row(draft);
	}
	table_draft_end_row(draft);
}

/*
 * A text at the left of its dashes is at the left, one at the right of them at
 * the right, one between in the centre. The shortest line of it counts.
 */
static enum align align_of(const struct table_draft *draft, int column,
			   int lines)
{
	int least = 0;
	bool blank = false; /* in front of it */

	for (int i = 0; i < lines; i++) {
		struct str chunk = str_trim_right(
			draft->chunks[i * draft->columns.count + column]);
		int width = str_width(chunk);
		if (width == 0 || (least > 0 && width >= least))
			continue;
		least = width;
		blank = chunk.ptr[0] == ' ';
	}
	if (!blank)
		return ALIGN_LEFT;
	return least < draft->columns.widths[column] ? ALIGN_CENTRE
						     : ALIGN_RIGHT;
}

/* The lines of a table of dashes: from `head` to `body` is its header. */
struct extent {
	int head, body;
	int end;  /* of the body */
	int next; /* line behind the table */
	bool multiline;
};

/*
 * Find the end of the body. A line of dashes ends it, with a blank line below;
 * so does a blank line, where `blank_ends`. False when neither does.
 */
static bool find_end(const struct table_draft *draft, struct extent *extent,
		     bool blank_ends)
{
	int i = extent->body;

	if (table_draft_is_blank(draft, i) || is_dashes(draft, i))
		return false;
	while (i < draft->count && !is_dashes(draft, i) &&
	       !(blank_ends && table_draft_is_blank(draft, i)))
		i++;
	bool dashes = i < draft->count && !table_draft_is_blank(draft, i);
	extent->end = i;
	extent->next = dashes ? i + 1 : i;
	return dashes ? table_draft_is_blank(draft, i + 1) : blank_ends;
}

/* What would rather be something else than the header of a table. */
static bool is_other(struct str line)
{
	static const struct str begins[] = {
		STR("- "),  STR("* "), STR("+ "),   STR("#"),  STR("```"),
		STR("~~~"), STR(">"),  STR("<!--"), STR(":::")
	};

	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++) {
		if (str_starts(str_trim_left(line), begins[i]))
			return true;
	}
	return false;
}

static bool find_simple(struct table_draft *draft, struct extent *extent)
{
	struct table_columns *columns = &draft->columns;

	*extent = (struct extent){ .body = 2 };
	if (draft->count < 3 || is_other(draft->lines[0]) ||
	    table_draft_is_blank(draft, 0) ||
	    !read_dashes(draft->lines[1], columns))
		return false;
	return columns->count > 1 && find_end(draft, extent, true);
}

static bool find_multiline(struct table_draft *draft, struct extent *extent)
{
	struct table_columns *columns = &draft->columns;
	int i = 1;

	while (!table_draft_is_blank(draft, i) && !is_dashes(draft, i))
		i++;
	*extent =
		(struct extent){ .head = 1, .body = i + 1, .multiline = true };
	if (i == 1 || i >= draft->count ||
	    !read_dashes(draft->lines[i], columns))
		return false;
	return columns->count > 1 && find_end(draft, extent, false);
}

static bool find_headless(struct table_draft *draft, struct extent *extent)
{
	draft->headless = true;
	*extent = (struct extent){ .head = 1, .body = 1 };
	if (!read_dashes(draft->lines[0], &draft->columns) ||
	    draft->columns.count < 2 || !find_end(draft, extent, false))
		return false;
	for (int i = extent->body; i < extent->end; i++)
		extent->multiline |= table_draft_is_blank(draft, i);
	return true;
}

static int read_dashed(struct table_draft *draft)
{
	struct extent extent;
	bool found = is_dashes(draft, 0) ? find_multiline(draft, &extent) ||
						   find_headless(draft, &extent)
					 : find_simple(draft, &extent);

	if (!found ||
	    draft->columns.count * (extent.end + 1) > TABLE_DRAFT_CELLS_MAX)
		return 0;
	int heads = draft->headless ? 1 : extent.body - 1 - extent.head;
	cut_lines(draft, extent.head,
		  draft->headless ? extent.body : extent.body - 1, false);
	cut_lines(draft, extent.body, extent.end, !extent.multiline);
	for (int i = 0; i < draft->columns.count; i++)
		draft->columns.aligns[i] = align_of(draft, i, heads);
	return extent.next;
}

/* What follows the mark of a caption. */
static bool begins_caption(struct str line, struct str *text)
{
	static const struct str marks[] = { STR("Table:"), STR("table:") };
	int indent = table_draft_indent(line);

	if (indent < 0)
		return false;
	line = str_from(line, (size_t)indent);
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_starts(line, marks[i])) {
			*text = str_trim(str_from(line, marks[i].len));
			return true;
		}
	}
	if (line.len < 2 || line.ptr[0] != ':' ||
	    (line.ptr[1] != ' ' && line.ptr[1] != '\t'))
		return false;
	*text = str_trim(str_from(line, 1));
	return true;
}

int pandoc_caption_read(struct str *caption, struct arena *arena,
			const struct str *lines, int count)
{
	struct buf out = { 0 };
	struct str text;
	int i = 0;

	if (count == 0 || !begins_caption(lines[0], &text))
		return 0;
	for (; i < count && !str_is_blank(lines[i]); i++) {
		if (i == CAPTION_LINES_MAX) {
			buf_release(&out);
			return 0;
		}
		if (out.len > 0)
			buf_put_byte(&out, '\n');
		buf_put(&out, clean_text(arena, i ? str_trim(lines[i]) : text));
	}
	*caption = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return i;
}

static int read_table(struct pandoc_table *table, struct arena *arena,
		      const struct str *lines, int count)
{
	struct table_draft draft = { .arena = arena,
				     .lines = lines,
				     .count = count };
	int taken = count > 0 ? read_dashed(&draft) : 0;

	if (taken == 0) {
		draft = (struct table_draft){ .arena = arena,
					      .lines = lines,
					      .count = count };
		taken = count > 0 ? grid_table_read(&draft) : 0;
	}
	if (taken > 0)
		table_draft_finish(&draft, table);
	return taken;
}

/* The first line from `at` on that is not blank, or `count`. */
static int skip_blanks(const struct str *lines, int count, int at)
{
	while (at < count && str_is_blank(lines[at]))
		at++;
	return at;
}

int pandoc_table_read(struct pandoc_table *table, struct arena *arena,
		      const struct str *lines, int count)
{
	*table = (struct pandoc_table){ 0 };
	int above = pandoc_caption_read(&table->caption, arena, lines, count);
	int begin = above ? skip_blanks(lines, count, above) : 0;
	int taken = read_table(table, arena, lines + begin, count - begin);

	if (taken == 0)
		return 0;
	int end = begin + taken;
	if (above > 0)
		return end;
	int below = skip_blanks(lines, count, end);
	int caption = pandoc_caption_read(&table->caption, arena, lines + below,
					  count - below);
	return caption ? below + caption : end;
}
