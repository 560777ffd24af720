/* SPDX-License-Identifier: MIT */
/*
 * Cells: whatever is put where, no half of a wide glyph is left alone.
 */
#include "layout/grid.h"

#include "backend/text.h"
#include "support/unit.h"

static struct cell cell_of(const char *glyph, signed char width)
{
	return (struct cell){ .glyph = str_of(glyph),
			      .style = { .role = ROLE_TEXT },
			      .width = width };
}

static void puts_and_cuts(void **state)
{
	static const struct {
		const char *name;
		struct {
			int col;
			const char *text;
		} puts[3];
		const char *want;
	} cases[] = {
		{ "blank", { { 0, "" } }, "|     |.....|\n" },
		{ "text", { { 1, "abc" } }, "| abc |.xxx.|\n" },
		{ "wide", { { 1, "日" } }, "| 日  |.xx..|\n" },
		{ "cut at the right edge",
		  { { 3, "abc" } },
		  "|   ab|...xx|\n" },
		{ "half a wide one is not drawn",
		  { { 4, "日" } },
		  "|     |.....|\n" },
		{ "left of the edge", { { -2, "abc" } }, "|     |.....|\n" },
		{ "over the first half",
		  { { 1, "日" }, { 1, "a" } },
		  "| a   |.xx..|\n" },
		{ "over the second half",
		  { { 1, "日" }, { 2, "a" } },
		  "|  a  |.xx..|\n" },
		{ "wide over two halves",
		  { { 0, "日本" }, { 1, "語" } },
		  "| 語  |xxxx.|\n" },
	};
	struct expect expect = { 0 };
	struct style text = { .role = ROLE_TEXT };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct buf got = { 0 };
		struct grid grid = grid_new(&arena, (struct size){ 1, 5 });
		for (size_t n = 0; n < 3 && cases[i].puts[n].text; n++) {
			grid_put_text(&grid,
				      (struct pos){ 0, cases[i].puts[n].col },
				      str_of(cases[i].puts[n].text), text);
			grid_check(&grid);
		}
		text_write_planes(&grid, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void says_what_it_took(void **state)
{
	struct arena arena = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 2, 3 });

	(void)state;
	assert_int_equal(grid_put(&grid, (struct pos){ 0, 0 }, cell_of("a", 1)),
			 1);
	assert_int_equal(grid_put(&grid, (struct pos){ 1, 1 },
				  cell_of("日", 2)),
			 2);
	assert_int_equal(grid_put(&grid, (struct pos){ 0, 2 },
				  cell_of("日", 2)),
			 0);
	assert_int_equal(grid_put(&grid, (struct pos){ 2, 0 }, cell_of("a", 1)),
			 0);
	assert_int_equal(grid_put(&grid, (struct pos){ -1, 0 },
				  cell_of("a", 1)),
			 0);
	assert_int_equal(grid_put(&grid, (struct pos){ 0, 3 }, cell_of("a", 1)),
			 0);
	arena_release(&arena);
}

static void is_at_least_one_cell(void **state)
{
	struct arena arena = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 0, -5 });

	(void)state;
	assert_int_equal(grid.rows, 1);
	assert_int_equal(grid.cols, 1);
	grid_check(&grid);
	arena_release(&arena);
}

static void fills_only_blanks(void **state)
{
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 1, 6 });
	struct style code = { .role = ROLE_CODE };

	(void)state;
	grid_put_text(&grid, (struct pos){ 0, 2 }, BYTES("ab"),
		      (struct style){ .role = ROLE_TEXT });
	grid_fill(&grid, (struct pos){ 0, -3 }, 8, code);
	grid_fill(&grid, (struct pos){ 7, 0 }, 8, code);
	text_write_planes(&grid, &got);
	assert_true(str_eq(buf_str(&got), BYTES("|  ab  |ccxxc.|\n")));
	buf_release(&got);
	arena_release(&arena);
}

/* Many random puts: the rule holds after every one. */
static void stays_sound(void **state)
{
	static const struct {
		const char *glyph;
		signed char width;
	} glyphs[] = { { "a", 1 },
		       { "日", 2 },
		       { "e\xcc\x81", 1 },
		       { "😀", 2 },
		       { " ", 1 } };
	struct arena arena = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 4, 7 });
	unsigned random = 1;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		random = random * 1103515245u + 12345u;
		unsigned bits = random >> 8;
		struct pos at = { (int)(bits % 6) - 1,
				  (int)(bits / 6 % 10) - 1 };
		size_t glyph = bits / 60 % COUNT(glyphs);
		grid_put(&grid, at,
			 cell_of(glyphs[glyph].glyph, glyphs[glyph].width));
		grid_check(&grid);
	}
	arena_release(&arena);
}

static void writes_text(void **state)
{
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 3, 6 });
	struct style text = { .role = ROLE_TEXT };

	(void)state;
	grid_put_text(&grid, (struct pos){ 0, 1 }, BYTES("a日 "), text);
	grid_put_text(&grid, (struct pos){ 2, 0 }, BYTES("abcdef"), text);
	text_write(&grid, &got);
	assert_true(str_eq(buf_str(&got), BYTES(" a日\n\nabcdef\n")));
	buf_release(&got);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_and_cuts),
		cmocka_unit_test(says_what_it_took),
		cmocka_unit_test(is_at_least_one_cell),
		cmocka_unit_test(fills_only_blanks),
		cmocka_unit_test(stays_sound),
		cmocka_unit_test(writes_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
