/* SPDX-License-Identifier: MIT */
/*
 * What is seen on the way from one grid to another.
 */
#include "layout/between.h"

#include <string.h>

#include "backend/text.h"
#include "support/unit.h"

#define ROWS 3

static const struct style plain = { .role = ROLE_TEXT };

/* A grid of these rows, each of the columns of the first. */
static struct grid grid_of(struct arena *arena, const char *const *rows,
			   int cols)
{
	struct grid grid = grid_new(arena, (struct size){ ROWS, cols });

	for (int row = 0; row < ROWS; row++)
		grid_put_text(&grid, (struct pos){ row, 0 }, str_of(rows[row]),
			      plain);
	return grid;
}

/* The middle row of what is between them. */
static void put_middle(struct buf *out, const struct between *between,
		       const char *before, const char *after, int progress)
{
	struct arena arena = { 0 };
	const char *const from[ROWS] = { "top", before, "end" };
	const char *const to[ROWS] = { "TOP", after, "END" };
	struct grid first = grid_of(&arena, from, 8);
	struct grid second = grid_of(&arena, to, 8);
	struct grid grid =
		between_draw(&arena, between, &first, &second, progress);
	struct buf text = { 0 };

	grid_check(&grid);
	text_write(&grid, &text);
	struct str rest = buf_str(&text);
	struct str top = str_take_line(&rest);
	buf_put(out, str_take_line(&rest));
	/* The bars are the other's all the time. */
	assert_true(str_eq(top, BYTES("TOP")));
	assert_true(str_eq(str_take_line(&rest), BYTES("END")));
	buf_release(&text);
	arena_release(&arena);
}

static void moves(void **state)
{
	static const struct {
		const char *name;
		enum transition transition;
		bool backward;
		const char *before, *after;
		int progress;
		const char *want;
	} cases[] = {
		{ "the first half of a fade", TRANSITION_FADE, false,
		  "abcdefgh", "ABCDEFGH", 499, "abcdefgh" },
		{ "the second one", TRANSITION_FADE, false, "abcdefgh",
		  "ABCDEFGH", 500, "ABCDEFGH" },
		{ "a slide begins", TRANSITION_SLIDE, false, "abcdefgh",
		  "ABCDEFGH", 125, "bcdefghA" },
		{ "it ends", TRANSITION_SLIDE, false, "abcdefgh", "ABCDEFGH",
		  875, "hABCDEFG" },
		{ "it goes back", TRANSITION_SLIDE, true, "abcdefgh",
		  "ABCDEFGH", 125, "Habcdefg" },
		{ "the edge would cut what goes", TRANSITION_SLIDE, false,
		  "日bcdefg", "ABCDEFGH", 125, " bcdefgA" },
		{ "and what comes", TRANSITION_SLIDE, false, "abcdefgh",
		  "日CDEFGH", 125, "bcdefgh" },
		{ "no transition", TRANSITION_NONE, false, "abcdefgh",
		  "ABCDEFGH", 1, "ABCDEFGH" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct between between = { .transition = cases[i].transition,
					   .backward = cases[i].backward,
					   .top = 1,
					   .end = 2 };
		struct buf got = { 0 };
		put_middle(&got, &between, cases[i].before, cases[i].after,
			   cases[i].progress);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* What differs fades, what is the same in both does not. */
static void fades_what_differs(void **state)
{
	static const struct {
		int progress, fade;
	} cases[] = {
		{ 1, 0 },
		{ 125, 2 },
		{ 250, 4 },
		{ 499, 7 },
		{ 500, 8 },
		{ 750, 4 },
		{ BETWEEN_DONE - 1, 0 },
	};
	const char *const from[ROWS] = { "", "same this", "" };
	const char *const to[ROWS] = { "", "same that", "" };
	struct between between = { .transition = TRANSITION_FADE, .end = ROWS };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct grid first = grid_of(&arena, from, 10);
		struct grid second = grid_of(&arena, to, 10);
		struct grid grid = between_draw(&arena, &between, &first,
						&second, cases[i].progress);
		const struct cell *row = grid_row(&grid, 1);
		expect_int(&expect, "same", 0, row[0].style.fade);
		expect_int(&expect, "same", 0, row[6].style.fade);
		expect_int(&expect, "different", cases[i].fade,
			   row[7].style.fade);
		expect_int(&expect, "blank in both", 0, row[9].style.fade);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* Each cell turns once, some early and some late, the same ones every time. */
static void dissolves_cell_by_cell(void **state)
{
	const char *const from[ROWS] = { "aaaaaaaaaaaaaaaaaaaa",
					 "aaaaaaaaaaaaaaaaaaaa",
					 "aaaaaaaaaaaaaaaaaaaa" };
	const char *const to[ROWS] = { "bbbbbbbbbbbbbbbbbbbb",
				       "bbbbbbbbbbbbbbbbbbbb",
				       "bbbbbbbbbbbbbbbbbbbb" };
	struct between between = { .transition = TRANSITION_DISSOLVE,
				   .end = ROWS };
	struct arena arena = { 0 };
	struct grid first = grid_of(&arena, from, 20);
	struct grid second = grid_of(&arena, to, 20);
	bool turned[ROWS * 20] = { false };
	int counts[3] = { 0 };

	(void)state;
	for (int progress = 1; progress < BETWEEN_DONE; progress++) {
		struct grid grid = between_draw(&arena, &between, &first,
						&second, progress);
		int count = 0;
		for (int i = 0; i < ROWS * 20; i++) {
			bool turns = grid.cells[i].glyph.ptr[0] == 'b';
			assert_true(turns || !turned[i]);
			turned[i] = turns;
			count += turns;
		}
		if (progress % 250 == 0)
			counts[progress / 250 - 1] = count;
	}
	assert_in_range(counts[0], 5, 25);
	assert_in_range(counts[1], 18, 42);
	assert_in_range(counts[2], 35, 55);
	arena_release(&arena);
}

/* Wide glyphs at any place, at any time: never half of one. */
static void never_halves_a_glyph(void **state)
{
	static const char *const rows[] = { "日本語日", "a日本語b", "ab日本cd",
					    "abcdefgh", "日a本b語", "" };

	(void)state;
	for (int transition = TRANSITION_FADE;
	     transition <= TRANSITION_DISSOLVE; transition++) {
		for (size_t i = 0; i < COUNT(rows) * COUNT(rows); i++) {
			struct between between = {
				.transition = (enum transition)transition,
				.backward = i % 2,
				.top = 1,
				.end = 2
			};
			struct buf got = { 0 };
			for (int progress = 1; progress < BETWEEN_DONE;
			     progress += 37)
				put_middle(&got, &between,
					   rows[i / COUNT(rows)],
					   rows[i % COUNT(rows)], progress);
			buf_release(&got);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves),
		cmocka_unit_test(fades_what_differs),
		cmocka_unit_test(dissolves_cell_by_cell),
		cmocka_unit_test(never_halves_a_glyph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
