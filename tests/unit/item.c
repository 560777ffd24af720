/* SPDX-License-Identifier: MIT */
/*
 * The marks of items.
 */
#include "layout/item.h"

#include "base/glyph.h"
#include "support/unit.h"

static void says_what_stands_in_front(void **state)
{
	static const struct {
		const char *name;
		int level;
		bool marked;
		enum task task;
		const char *marker, *want;
		int indent;
	} cases[] = {
		{ "a bullet", 1, true, TASK_NONE, "", "•", 4 },
		{ "of the second level", 2, true, TASK_NONE, "", "◦", 4 },
		{ "of the third level", 3, true, TASK_NONE, "", "–", 4 },
		{ "of the fourth level", 4, true, TASK_NONE, "", "•", 4 },
		{ "none", 1, false, TASK_NONE, "", "", 4 },
		{ "to be done", 1, true, TASK_OPEN, "", "☐", 4 },
		{ "done", 1, true, TASK_DONE, "", "☑", 4 },
		{ "a marker", 1, true, TASK_NONE, "1.", "1.", 4 },
		{ "a wider marker", 1, true, TASK_NONE, "(iv)", "(iv)", 6 },
		{ "a marker and a box", 1, true, TASK_DONE, "1.", "1. ☑", 6 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct block list = { .kind = BLOCK_LIST,
				      .level = cases[i].level };
		struct block item = { .kind = BLOCK_ITEM, .parent = &list };
		list.first = &item;
		item.item.marked = cases[i].marked;
		item.item.task = cases[i].task;
		item.item.marker = str_of(cases[i].marker);
		expect_text(&expect, cases[i].name, cases[i].want,
			    item_mark(&arena, &form_plain, &item));
		expect_int(&expect, cases[i].name, cases[i].indent,
			   list_indent(&form_plain, &list));
		expect_int(&expect, cases[i].name,
			   cases[i].task != TASK_NONE || *cases[i].marker,
			   item_mark_matters(&item));
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void boxes_are_one_column_wide(void **state)
{
	(void)state;
	assert_int_equal(str_width(BYTES("☐")), 1);
	assert_int_equal(str_width(BYTES("☑")), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_what_stands_in_front),
		cmocka_unit_test(boxes_are_one_column_wide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
