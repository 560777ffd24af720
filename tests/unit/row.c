/* SPDX-License-Identifier: MIT */
/*
 * The cells of table rows.
 */
#include "source/row.h"

#include "support/unit.h"

static void splits_rows(void **state)
{
	static const struct {
		const char *row, *want;
	} cases[] = {
		{ "|a|b|", "<a><b>" },
		{ "a|b", "<a><b>" },
		{ " | a | b | ", "<a><b>" },
		{ "||", "<>" },
		{ "|", "<>" },
		{ "a", "<a>" },
		{ "a||b", "<a><><b>" },
		{ "a\\|b|c", "<a\\|b><c>" },
		{ "a|b\\|", "<a><b\\|>" },
		{ "a|", "<a>" },
		{ "|a", "<a>" },
		{ "a|b|", "<a><b>" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str cell, rest = row_inner(str_of(cases[i].row));
		struct buf got = { 0 };
		int count = 0;
		for (; row_take_cell(&rest, &cell); count++)
			buf_printf(&got, "<%.*s>", (int)cell.len, cell.ptr);
		expect_text(&expect, cases[i].row, cases[i].want,
			    buf_str(&got));
		expect_int(&expect, cases[i].row, count,
			   row_cells(str_of(cases[i].row)));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void knows_delimiters(void **state)
{
	static const struct {
		const char *row;
		bool want;
	} cases[] = {
		{ "|-|-|", true },  { "-|-", true },
		{ ":-|-:", true },  { "| :---: | --- |", true },
		{ "---", true },    { "|:|", false },
		{ "|-|a|", false }, { "|-||", false },
		{ "|- -|", false }, { "|::-|", false },
		{ "", false },	    { "|=|=|", false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].row, cases[i].want,
			   row_is_delimiter(str_of(cases[i].row)));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splits_rows),
		cmocka_unit_test(knows_delimiters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
