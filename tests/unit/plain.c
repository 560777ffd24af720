/* SPDX-License-Identifier: MIT */
/*
 * Texts without their inline markup.
 */
#include "deck/plain.h"

#include "support/unit.h"

static void drops_marks(void **state)
{
	static const struct {
		const char *source, *want;
	} cases[] = {
		{ "", "" },
		{ "plain text", "plain text" },
		{ "Introducing _presenterm_", "Introducing presenterm" },
		{ "*a* **b** ***c*** __d__", "a b c d" },
		{ "**a _b_ c**", "a b c" },
		{ "**OE**\xe2\x80\x94x", "OE\xe2\x80\x94x" },
		{ "`a*b*` and ``c`d``", "a*b* and c`d" },
		{ "~~a~~ ~b~", "a ~b~" },
		{ "snake_case_name", "snake_case_name" },
		{ "_a_b", "_a_b" },
		{ "2*3*4", "2*3*4" },
		{ "2 * 3 * 4", "2 * 3 * 4" },
		{ "*a", "*a" },
		{ "a*", "a*" },
		{ "*a _b* c_", "a _b c_" },
		{ "**a*", "**a*" },
		{ "`a", "`a" },
		{ "\\*a\\* \\n \\", "*a* \\n \\" },
		{ "a\nb", "a b" },
		{ "\"_a_\", (*b*)", "\"a\", (b)" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].source, cases[i].want,
			    plain_text(&arena, str_of(cases[i].source)));
	arena_release(&arena);
	expect_done(&expect);
}

static void leaves_long_texts(void **state)
{
	struct expect expect = { 0 };
	struct arena arena = { 0 };
	struct buf source = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_put_text(&source, "*a*");
	assert_int_equal(plain_text(&arena, buf_str(&source)).len, 3000);
	source.len = 999;
	assert_int_equal(plain_text(&arena, buf_str(&source)).len, 333);
	buf_clear(&source);
	for (int i = 0; i < 300; i++)
		buf_put_text(&source, " *a");
	expect_true(&expect, "many marks",
		    str_eq(plain_text(&arena, buf_str(&source)),
			   buf_str(&source)));
	buf_release(&source);
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drops_marks),
		cmocka_unit_test(leaves_long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
