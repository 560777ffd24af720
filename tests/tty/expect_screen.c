/* SPDX-License-Identifier: MIT */
/*
 * What scripts can expect of the screen: one small function for each question,
 * and the table of them at the end. They only look; who asks, asks again until
 * the program has drawn.
 */
#include <string.h>

#include "language.h"

static bool get_row(const struct trial *trial, int row, struct text *text,
		    struct text *there)
{
	int rows = trial->terminal->emulator.rows;

	if (row < 0)
		row += rows;
	if (row < 0 || row >= rows) {
		text_puts(there, "there is no such row");
		return false;
	}
	emulator_put_row(&trial->terminal->emulator, row, text);
	text_put_quoted(there, text_str(text));
	return true;
}

static bool row_is(struct trial *trial, const struct args *args,
		   struct text *there)
{
	struct text row = { 0 };
	bool holds = get_row(trial, args->values[0].a, &row, there) &&
		     str_eq(text_str(&row), args->values[1].text);

	text_release(&row);
	return holds;
}

static bool row_contains(struct trial *trial, const struct args *args,
			 struct text *there)
{
	struct text row = { 0 };
	bool holds = get_row(trial, args->values[0].a, &row, there) &&
		     str_contains(text_str(&row), args->values[1].text);

	text_release(&row);
	return holds;
}

static bool row_lacks(struct trial *trial, const struct args *args,
		      struct text *there)
{
	struct text row = { 0 };
	bool holds = get_row(trial, args->values[0].a, &row, there) &&
		     !str_contains(text_str(&row), args->values[1].text);

	text_release(&row);
	return holds;
}

/* Whether the screen contains it; failures show the screen anyway. */
static bool has_text(const struct trial *trial, struct str part)
{
	struct text screen = { 0 };
	bool holds;

	emulator_put_screen(&trial->terminal->emulator, &screen);
	holds = str_contains(text_str(&screen), part);
	text_release(&screen);
	return holds;
}

static bool screen_contains(struct trial *trial, const struct args *args,
			    struct text *there)
{
	text_puts(there, "no row with that text");
	return has_text(trial, args->values[0].text);
}

static bool screen_lacks(struct trial *trial, const struct args *args,
			 struct text *there)
{
	text_puts(there, "a row with that text");
	return !has_text(trial, args->values[0].text);
}

static struct str cut_row(struct str *rows)
{
	const char *end = memchr(rows->ptr, '\n', rows->len);
	struct str row = *rows;

	if (end)
		row.len = (size_t)(end - row.ptr);
	rows->ptr += row.len + (end ? 1 : 0);
	rows->len -= row.len + (end ? 1 : 0);
	while (row.len > 0 && row.ptr[row.len - 1] == ' ')
		row.len--;
	return row;
}

/* The first row that differs is what a reader looks for. */
static bool screen_is(struct trial *trial, const struct args *args,
		      struct text *there)
{
	struct str wanted = args->values[0].text;
	struct text screen = { 0 };
	struct str left;
	bool holds = true;

	emulator_put_screen(&trial->terminal->emulator, &screen);
	left = text_str(&screen);
	for (int row = 0; holds && left.len + wanted.len > 0; row++) {
		struct str got = cut_row(&left);

		holds = str_eq(got, cut_row(&wanted));
		if (!holds) {
			text_printf(there, "row %d is ", row);
			text_put_quoted(there, got);
		}
	}
	text_release(&screen);
	return holds;
}

static bool screen_blank(struct trial *trial, const struct args *args,
			 struct text *there)
{
	struct text screen = { 0 };
	bool holds;

	(void)args;
	emulator_put_screen(&trial->terminal->emulator, &screen);
	holds = screen.len == 0;
	text_puts(there, "not blank");
	text_release(&screen);
	return holds;
}

static bool get_cell(const struct trial *trial, const struct args *args,
		     struct cell *cell, struct text *there)
{
	int row = args->values[0].a;
	int col = args->values[0].b;

	if (emulator_cell(&trial->terminal->emulator, row, col, cell))
		return true;
	text_puts(there, "there is no such cell");
	return false;
}

static bool cell_is(struct trial *trial, const struct args *args,
		    struct text *there)
{
	struct cell cell;

	if (!get_cell(trial, args, &cell, there))
		return false;
	text_put_quoted(there, str_of(cell.glyph));
	return str_is(args->values[1].text, cell.glyph);
}

static bool cell_attrs(struct trial *trial, const struct args *args,
		       struct text *there)
{
	struct cell cell;

	if (!get_cell(trial, args, &cell, there))
		return false;
	attrs_put(cell.attrs, there);
	return cell.attrs == args->values[1].attrs;
}

static bool cell_fg(struct trial *trial, const struct args *args,
		    struct text *there)
{
	struct cell cell;

	if (!get_cell(trial, args, &cell, there))
		return false;
	text_puts(there, cell.fg);
	return str_is(args->values[1].text, cell.fg);
}

static bool cell_bg(struct trial *trial, const struct args *args,
		    struct text *there)
{
	struct cell cell;

	if (!get_cell(trial, args, &cell, there))
		return false;
	text_puts(there, cell.bg);
	return str_is(args->values[1].text, cell.bg);
}

static bool cell_width(struct trial *trial, const struct args *args,
		       struct text *there)
{
	struct cell cell;

	if (!get_cell(trial, args, &cell, there))
		return false;
	text_printf(there, "%d", cell.width);
	return cell.width == args->values[1].a;
}

static bool cursor_at(struct trial *trial, const struct args *args,
		      struct text *there)
{
	int row, col;

	emulator_cursor(&trial->terminal->emulator, &row, &col);
	text_printf(there, "%d,%d", row, col);
	return row == args->values[0].a && col == args->values[0].b;
}

static bool cursor_hidden(struct trial *trial, const struct args *args,
			  struct text *there)
{
	(void)args;
	text_puts(there, "visible");
	return !trial->terminal->emulator.cursor_visible;
}

static bool cursor_visible(struct trial *trial, const struct args *args,
			   struct text *there)
{
	(void)args;
	text_puts(there, "hidden");
	return trial->terminal->emulator.cursor_visible;
}

static bool altscreen_on(struct trial *trial, const struct args *args,
			 struct text *there)
{
	(void)args;
	text_puts(there, "off");
	return trial->terminal->emulator.altscreen;
}

static bool altscreen_off(struct trial *trial, const struct args *args,
			  struct text *there)
{
	(void)args;
	text_puts(there, "on");
	return !trial->terminal->emulator.altscreen;
}

const struct form screen_forms[] = {
	{ "?row <int> = <string>", row_is, false },
	{ "?row <int> contains <string>", row_contains, false },
	{ "?row <int> lacks <string>", row_lacks, false },
	{ "?screen = <string>", screen_is, false },
	{ "?screen contains <string>", screen_contains, false },
	{ "?screen lacks <string>", screen_lacks, false },
	{ "?screen blank", screen_blank, false },
	{ "?cell <pos> = <string>", cell_is, false },
	{ "?cell <pos> attrs = <attrs>", cell_attrs, false },
	{ "?cell <pos> fg = <colour>", cell_fg, false },
	{ "?cell <pos> bg = <colour>", cell_bg, false },
	{ "?cell <pos> width = <int>", cell_width, false },
	{ "?cursor <pos>", cursor_at, false },
	{ "?cursor hidden", cursor_hidden, false },
	{ "?cursor visible", cursor_visible, false },
	{ "?altscreen on", altscreen_on, false },
	{ "?altscreen off", altscreen_off, false },
	{ 0 },
};
