/* SPDX-License-Identifier: MIT */
/*
 * Rows as they are put into ncurses' window: where they begin and end, and
 * sums that tell them apart. No terminal is needed.
 */
#include "backend/strip.h"

#include <string.h>

#include "support/unit.h"

/* A row from two lines: its glyphs, and the letters of some roles. */
static struct grid row_of(struct arena *arena, const char *glyphs,
			  const char *roles)
{
	static const struct {
		char letter;
		enum role role;
	} letters[] = { { '.', ROLE_BLANK },
			{ 'x', ROLE_TEXT },
			{ 'c', ROLE_CODE },
			{ 'j', ROLE_IMAGE } };
	int cols = (int)strlen(glyphs);
	struct grid grid = grid_new(arena, (struct size){ 1, cols });

	for (int i = 0; i < cols; i++) {
		size_t k = 0;
		while (letters[k].letter != roles[i])
			k++;
		grid_put_text(&grid, (struct pos){ 0, i },
			      (struct str){ &glyphs[i], 1 },
			      (struct style){
				      .role = (unsigned char)letters[k].role });
	}
	return grid;
}

static void begins_and_ends(void **state)
{
	static const struct {
		const char *name, *glyphs, *roles;
		int from, to, fill;
	} cases[] = {
		{ "nothing", "     ", ".....", 0, 0, 0 },
		{ "text", "  ab ", "..xx.", 2, 4, 4 },
		{ "all of the row", "abcde", "xxxxx", 0, 5, 5 },
		{ "blanks inside", "a   b", "x...x", 0, 5, 5 },
		{ "the end of a panel", "  a  ", ".cccc", 1, 5, 3 },
		{ "an empty panel", "     ", ".ccc.", 1, 4, 1 },
		{ "two panels", "a    ", "xxxcc", 0, 5, 3 },
		{ "pixels", "     ", ".jjj.", 1, 4, 4 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct grid grid =
			row_of(&arena, cases[i].glyphs, cases[i].roles);
		struct strip strip =
			strip_of_row(grid_row(&grid, 0), grid.cols);
		expect_int(&expect, cases[i].name, cases[i].from, strip.from);
		expect_int(&expect, cases[i].name, cases[i].to, strip.to);
		expect_int(&expect, cases[i].name, cases[i].fill, strip.fill);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* Two cells and what the end is filled with. */
#define CELLS 3

struct row_of_cells {
	struct strip strip;
	cchar_t cells[CELLS];
};

static struct row_of_cells plain_row(void)
{
	struct row_of_cells row = { .strip = { 1, 9, 3, CELLS - 1 } };

	for (int i = 0; i < CELLS; i++)
		row.cells[i].chars[0] = (wchar_t)('a' + i);
	return row;
}

static void begin_further_on(struct row_of_cells *row)
{
	row->strip.from++;
}

static void fill_less(struct row_of_cells *row)
{
	row->strip.to--;
}

static void fill_otherwise(struct row_of_cells *row)
{
	row->cells[CELLS - 1].ext_color = 2;
}

static void change_a_letter(struct row_of_cells *row)
{
	row->cells[0].chars[0] = 'A';
}

static void add_a_mark(struct row_of_cells *row)
{
	row->cells[1].chars[1] = 0x301;
}

static void swap_letters(struct row_of_cells *row)
{
	row->cells[0].chars[0] = 'b';
	row->cells[1].chars[0] = 'a';
}

static void change_a_pair(struct row_of_cells *row)
{
	row->cells[0].ext_color = 256;
}

static void make_one_bold(struct row_of_cells *row)
{
	row->cells[0].attr = A_BOLD;
}

/* The highest bit there is, twice. */
static void make_both_italic(struct row_of_cells *row)
{
	row->cells[0].attr = row->cells[1].attr = A_ITALIC;
}

static void leave_one_out(struct row_of_cells *row)
{
	row->strip.count--;
	row->cells[1] = row->cells[2];
}

static void sums_tell_rows_apart(void **state)
{
	static void (*const changes[])(struct row_of_cells *) = {
		begin_further_on, fill_less,	 fill_otherwise,
		change_a_letter,  add_a_mark,	 swap_letters,
		change_a_pair,	  make_one_bold, make_both_italic,
		leave_one_out,
	};
	unsigned long long sums[COUNT(changes) + 1];
	struct row_of_cells first = plain_row(), same = plain_row();

	(void)state;
	sums[COUNT(changes)] = strip_sum(&first.strip, first.cells);
	assert_true(strip_sum(&same.strip, same.cells) == sums[COUNT(changes)]);
	for (size_t i = 0; i < COUNT(changes); i++) {
		struct row_of_cells row = plain_row();
		changes[i](&row);
		sums[i] = strip_sum(&row.strip, row.cells);
	}
	for (size_t i = 0; i <= COUNT(changes); i++) {
		for (size_t k = 0; k < i; k++)
			assert_false(sums[i] == sums[k]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(begins_and_ends),
		cmocka_unit_test(sums_tell_rows_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
