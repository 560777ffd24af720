/* SPDX-License-Identifier: MIT */
/*
 * The tables of the deck, for those who look for a name.
 */
#include "app/lists.h"

#include "base/glyph.h"
#include "deck/directive.h"
#include "deck/remark.h"

#define GAP 2 /* blanks between columns */

static void put_cell(struct buf *out, const char *text, int width)
{
	buf_put_text(out, text);
	buf_repeat(out, ' ', (size_t)(width - str_width(str_of(text)) + GAP));
}

static void widen(int *width, const char *text)
{
	int cols = str_width(str_of(text));

	if (cols > *width)
		*width = cols;
}

void lists_put_directives(struct buf *out)
{
	int names = 0, arguments = 0, dialects = 0;
	struct directive_row row;

	for (int i = 0; directive_row(i, &row); i++) {
		widen(&names, row.name);
		widen(&arguments, row.argument);
		widen(&dialects, dialect_name(row.dialect));
	}
	for (int i = 0; directive_row(i, &row); i++) {
		put_cell(out, row.name, names);
		put_cell(out, row.argument, arguments);
		put_cell(out, dialect_name(row.dialect), dialects);
		buf_printf(out, "%s\n", row.help);
	}
}

void lists_put_warnings(struct buf *out)
{
	int names = 0;

	for (int i = 0; i < REMARK_COUNT; i++)
		widen(&names, remark_name((enum remark_kind)i));
	for (int i = 0; i < REMARK_COUNT; i++) {
		struct remark remark = { .kind = (enum remark_kind)i };
		put_cell(out, remark_name(remark.kind), names);
		remark_put(&remark, out);
		buf_put_byte(out, '\n');
	}
}
