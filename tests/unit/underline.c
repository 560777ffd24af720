/* SPDX-License-Identifier: MIT */
/*
 * Which headings were hardly meant to be any.
 */
#include "source/underline.h"

#include "support/unit.h"

static void tells_odd_underlines(void **state)
{
	static const struct {
		const char *text, *dashes;
		bool more_lines, odd;
	} cases[] = {
		{ "Title", "-----", false, false },
		{ "Title", "---", false, false },
		{ "A title of some words", "---", false, false },
		{ "A title of some words", "---------------------", true,
		  false },
		{ "A title of some words", "-----------", true, false },
		{ "End", "---", true, false },
		{ "That is all.", "---", false, true },
		{ "That is all.", "------------", false, false },
		{ "first:", "---", false, true },
		{ "Why?", "---", false, false },
		{ "the last line of some", "---", true, true },
		{ "the last line of some", "-----", true, true },
		{ "more than sixty columns of text, which is no heading at all",
		  "---", false, false },
		{ "more than sixty columns of text, which is no heading at all "
		  "here",
		  "---", false, true },
		{ "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
		  "一",
		  "---", false, true },
		{ "一二", "---", true, false },
		{ "a.  ", "---", false, false },
		{ "", "---", false, false },
		{ "", "--", true, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].text, cases[i].odd,
			   underline_is_odd(str_of(cases[i].text),
					    str_of(cases[i].dashes),
					    cases[i].more_lines));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_odd_underlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
