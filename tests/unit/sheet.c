/* SPDX-License-Identifier: MIT */
/*
 * Rows, and what is put on them.
 */
#include "layout/sheet.h"

#include "support/unit.h"

static struct spot spot(int col, int step)
{
	return (struct spot){ .col = col, .when.step = step };
}

static void put(struct rows *rows, struct arena *arena, struct spot at)
{
	row_put_str(rows_add(rows, arena), arena, at, BYTES("x"), ROLE_TEXT);
}

static void joins_rows(void **state)
{
	struct arena arena = { 0 };
	struct rows left = { 0 }, right = { 0 };
	struct panel panel = { .from = 4, .to = 8, .when.step = 1 };

	(void)state;
	put(&left, &arena, spot(0, 2));
	for (int i = 0; i < 3; i++)
		put(&right, &arena, spot(5, 3));
	row_put_panel(&right.first[2], &arena, panel);
	rows_add(&right, &arena);
	rows_join(&left, &arena, &right);
	assert_int_equal(left.count, 4);
	assert_int_equal(row_step(&left.first[0], -1), 2);
	assert_int_equal(row_step(&left.first[1], -1), 3);
	assert_int_equal(row_step(&left.first[2], -1), 1);
	assert_int_equal(row_step(&left.first[3], -1), -1);
	assert_false(row_is_blank(&left.first[0]));
	assert_true(row_is_blank(&left.first[3]));
	assert_non_null(left.first[0].runs->next);
	assert_null(left.first[0].runs->next->next);
	assert_null(left.first[1].runs->next);
	arena_release(&arena);
}

static void knows_what_is_lit(void **state)
{
	static const bool lit[] = { true, false, true };
	struct focus focus = { .lit = lit, .count = 3, .step = 5 };

	(void)state;
	assert_true(focus_is_lit(&focus, 0));
	assert_true(focus_is_lit(&focus, 4));
	assert_false(focus_is_lit(&focus, 5));
	assert_true(focus_is_lit(&focus, 6));
	assert_true(focus_is_lit(&focus, 100));
}

static void aligns(void **state)
{
	(void)state;
	assert_int_equal(align_shift(ALIGN_LEFT, 5), 0);
	assert_int_equal(align_shift(ALIGN_CENTRE, 5), 2);
	assert_int_equal(align_shift(ALIGN_RIGHT, 5), 5);
	assert_int_equal(align_shift(ALIGN_CENTRE, -5), 0);
	assert_int_equal(align_shift(ALIGN_RIGHT, -1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_rows),
		cmocka_unit_test(knows_what_is_lit),
		cmocka_unit_test(aligns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
