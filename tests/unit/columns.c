/* SPDX-License-Identifier: MIT */
/*
 * Sharing a width.
 */
#include "layout/columns.h"

#include <limits.h>

#include "support/unit.h"

#define COLUMNS_MAX 4

/* "from-to from-to ..." and "!" when they belong below each other. */
static void put_places(struct buf *out, const struct column *columns, int cols)
{
	struct column copy[COLUMNS_MAX];
	int count = 0;

	while (count < COLUMNS_MAX && columns[count].weight > 0) {
		copy[count] = columns[count];
		count++;
	}
	bool fits = columns_place(copy, count, cols);
	for (int i = 0; i < count; i++)
		buf_printf(out, i ? " %d-%d" : "%d-%d", copy[i].from,
			   copy[i].to);
	if (!fits)
		buf_put_text(out, " !");
}

static void shares(void **state)
{
	static const struct {
		const char *name;
		struct column columns[COLUMNS_MAX];
		int cols;
		const char *want;
	} cases[] = {
		{ "one", { { 1, 5, 0, 0 } }, 20, "0-20" },
		{ "two", { { 1, 5, 0, 0 }, { 1, 5, 0, 0 } }, 44, "0-20 24-44" },
		{ "by weight",
		  { { 1, 5, 0, 0 }, { 3, 5, 0, 0 } },
		  44,
		  "0-10 14-44" },
		{ "empty ones hold off",
		  { { 1, 0, 0, 0 }, { 3, 30, 0, 0 }, { 1, 0, 0, 0 } },
		  58,
		  "0-10 14-44 48-58" },
		{ "narrow: a smaller gap",
		  { { 1, 30, 0, 0 }, { 1, 30, 0, 0 } },
		  38,
		  "0-18 20-38" },
		{ "narrow, but all fit",
		  { { 1, 5, 0, 0 }, { 1, 5, 0, 0 } },
		  14,
		  "0-5 9-14" },
		{ "too narrow for what wraps",
		  { { 1, 30, 0, 0 }, { 1, 5, 0, 0 } },
		  30,
		  "0-14 16-30 !" },
		{ "no room at all",
		  { { 1, 5, 0, 0 }, { 1, 5, 0, 0 } },
		  1,
		  "0-0 2-2 !" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_places(&got, cases[i].columns, cases[i].cols);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* As many columns as they say they need are enough for every one of them. */
static void what_they_need_is_enough(void **state)
{
	(void)state;
	for (int a = 1; a <= 7; a++) {
		for (int need = 0; need <= 40; need++) {
			struct column columns[] = { { a, need, 0, 0 },
						    { 3, 11, 0, 0 },
						    { 2, 0, 0, 0 } };
			int cols = columns_need(columns, 3);
			assert_true(columns_place(columns, 3, cols));
			for (int i = 0; i < 3; i++)
				assert_true(columns[i].to - columns[i].from >=
					    columns[i].need);
			assert_int_equal(columns[2].to, cols);
		}
	}
}

static void bears_any_weight(void **state)
{
	struct column columns[] = { { INT_MAX, INT_MAX, 0, 0 },
				    { 1, INT_MAX, 0, 0 },
				    { 0, 5, 0, 0 } };

	(void)state;
	assert_in_range(columns_need(columns, 3), 1, INT_MAX / 2);
	assert_false(columns_place(columns, 3, 80));
	assert_int_equal(columns_need(columns, 0), 0);
	assert_true(columns_place(columns, 0, 80));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares),
		cmocka_unit_test(what_they_need_is_enough),
		cmocka_unit_test(bears_any_weight),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
