/* SPDX-License-Identifier: MIT */
/*
 * Titles in large letters: where their words go, and when there are none.
 */
#include "layout/big.h"

#include "base/glyph.h"
#include "support/unit.h"

static void put_rows(const struct big *big, struct buf *out)
{
	for (int i = 0; i < big->count; i++) {
		for (int n = 0; n < big->rows[i].count; n++)
			buf_put(out, big->rows[i].cells[n].glyph);
		buf_put_text(out, "|\n");
	}
}

static void draws(void **state)
{
	static const struct {
		const char *name, *text;
		int cols;
		const char *want;
	} cases[] = {
		{ "a capital", "A", 4,
		  " ▄▄ |\n"
		  "█  █|\n"
		  "█▀▀█|\n"
		  "█  █|\n" },
		{ "only as tall as it is", "no", 9,
		  "▄▄▄   ▄▄ |\n"
		  "█  █ █  █|\n"
		  "█  █ ▀▄▄▀|\n" },
		{ "an accent, a tail", "Ég", 9,
		  " ▄▀      |\n"
		  "▄▄▄▄     |\n"
		  "█     ▄▄▄|\n"
		  "█▀▀  █  █|\n"
		  "█▄▄▄ ▀▄▄█|\n"
		  "      ▄▄▀|\n" },
		{ "a gap between words", "I I", 10,
		  "▄▄▄    ▄▄▄|\n"
		  " █      █ |\n"
		  " █      █ |\n"
		  "▄█▄    ▄█▄|\n" },
		{ "blanks count once, and none outside", "  I   I ", 10,
		  "▄▄▄    ▄▄▄|\n"
		  " █      █ |\n"
		  " █      █ |\n"
		  "▄█▄    ▄█▄|\n" },
		{ "a word that has no room beside goes below", "a b", 11,
		  " ▄▄ |\n"
		  " ▄▄█|\n"
		  "▀▄▄█|\n"
		  "▄   |\n"
		  "█▄▄ |\n"
		  "█  █|\n"
		  "█▄▄▀|\n" },
		{ "one that has just enough", "a b", 12,
		  "        ▄   |\n"
		  " ▄▄     █▄▄ |\n"
		  " ▄▄█    █  █|\n"
		  "▀▄▄█    █▄▄▀|\n" },
		{ "no break at a no-break space", "a\u00a0b", 12, "no" },
		{ "a word too wide", "ab", 8, "no" },
		{ "a later word too wide", "a bd", 8, "no" },
		{ "a letter that there is none for", "日", 80, "no" },
		{ "a letter with a mark of its own", "e\u0301", 80, "no" },
		{ "nothing", "", 80, "no" },
		{ "nothing but blanks", "  ", 80, "no" },
		{ "nothing to be seen", "\u00a0", 80, "no" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct buf got = { 0 };
		struct big big;
		struct span span = span_of_str(&arena, str_of(cases[i].text),
					       ROLE_HEADING1);
		if (big_layout(&arena, &span, cases[i].cols, &big))
			put_rows(&big, &got);
		else
			buf_put_text(&got, "no");
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* Every row is as wide as it says, and none is wider than there is room. */
static void rows_are_even(void **state)
{
	static const struct str text = STR("The quick brown fox, größer & ÅÉÎ");
	struct expect expect = { 0 };

	(void)state;
	for (int cols = 1; cols < 200; cols++) {
		struct arena arena = { 0 };
		struct span span = span_of_str(&arena, text, ROLE_HEADING1);
		struct big big;
		bool fits = big_layout(&arena, &span, cols, &big);
		expect_int(&expect, "fits from its widest word on", cols >= 27,
			   fits);
		for (int i = 0; fits && i < big.count; i++) {
			const struct span *row = &big.rows[i];
			int width = 0;
			for (int n = 0; n < row->count; n++)
				width += row->cells[n].width;
			expect_int(&expect, "columns", width, row->cols);
			expect_true(&expect, "room", row->cols <= cols);
			expect_true(&expect, "widest", row->cols <= big.cols);
		}
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void keeps_tints_and_no_emphasis(void **state)
{
	struct arena arena = { 0 };
	struct span span = span_of_str(&arena, BYTES("I"), ROLE_LINK);
	struct big big;

	(void)state;
	span.cells[0].style.emphasis = EMPHASIS_UNDERLINE;
	span.cells[0].style.tint.text = TINT_SET | 0xff0000;
	assert_true(big_layout(&arena, &span, 3, &big));
	for (int i = 0; i < big.rows[1].count; i++) {
		struct style style = big.rows[1].cells[i].style;
		assert_int_equal(style.role, ROLE_BIG);
		assert_int_equal(style.emphasis, 0);
		assert_int_equal(style.tint.text, TINT_SET | 0xff0000);
	}
	arena_release(&arena);
}

static void breaks_where_the_title_does(void **state)
{
	struct arena arena = { 0 };
	struct span left = span_of_str(&arena, BYTES("I"), ROLE_TEXT);
	struct span right = span_of_str(&arena, BYTES("I"), ROLE_TEXT);
	struct cell end = { .width = 0 };
	struct span middle = { .cells = &end, .count = 1 };
	struct big big;

	(void)state;
	left = span_join(&arena, &left, &middle);
	left = span_join(&arena, &left, &right);
	assert_true(big_layout(&arena, &left, 80, &big));
	assert_int_equal(big.count, 8);
	assert_int_equal(big.cols, 3);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws),
		cmocka_unit_test(rows_are_even),
		cmocka_unit_test(keeps_tints_and_no_emphasis),
		cmocka_unit_test(breaks_where_the_title_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
