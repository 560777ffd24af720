/* SPDX-License-Identifier: MIT */
/*
 * Fences, and whether anybody closes them.
 */
#include "source/fence.h"

#include "support/unit.h"

static void knows_fences(void **state)
{
	static const struct {
		const char *line;
		char mark; /* 0: it is none */
		int size, indent;
	} cases[] = {
		{ "", 0, 0, 0 },
		{ "``", 0, 0, 0 },
		{ "```", '`', 3, 0 },
		{ "  ~~~~ c", '~', 4, 2 },
		{ "\t```", '`', 3, 4 },
		{ "```a`", 0, 0, 0 },
		{ "~~~a`", '~', 3, 0 },
		{ "a ```", 0, 0, 0 },
		{ "``````````````````````````````````````````````````"
		  "``````````````````````````````````````````````````",
		  '`', LINE_FENCE_MAX, 0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fence fence = { 0 };
		const char *name = cases[i].line;
		expect_int(&expect, name, cases[i].mark != 0,
			   fence_opens(str_of(name), &fence));
		expect_int(&expect, name, cases[i].mark, fence.mark);
		expect_int(&expect, name, cases[i].size, fence.size);
		expect_int(&expect, name, cases[i].indent, fence.indent);
	}
	expect_done(&expect);
}

static void knows_which_are_closed(void **state)
{
	static const struct {
		const char *source;
		struct fence fence;
		bool closed;
	} cases[] = {
		{ "", { '`', 3, 0 }, false },
		{ "a\n", { '`', 3, 0 }, false },
		{ "a\n```\n", { '`', 3, 0 }, true },
		{ "a\n````\n", { '`', 3, 0 }, true },
		{ "a\n```\n", { '`', 4, 0 }, false },
		{ "a\n```\n", { '~', 3, 0 }, false },
		{ "a\n```c\nb\n```\n", { '`', 3, 0 }, false },
		{ "a\n~~~\n```\n", { '`', 3, 0 }, true },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fence_memory memory = { 0 };
		struct str source = str_of(cases[i].source);
		for (int again = 0; again < 2; again++)
			expect_int(&expect, cases[i].source, cases[i].closed,
				   fence_is_closed(&memory, source,
						   cases[i].fence, 0));
	}
	expect_done(&expect);
}

/* An answer holds up to the line that gave it, and not behind. */
static void asks_anew_behind_an_answer(void **state)
{
	struct str source = BYTES("a\n```\nb\n```c\nd\n");
	struct fence_memory memory = { 0 };
	struct fence fence = { '`', 3, 0 };

	(void)state;
	assert_true(fence_is_closed(&memory, source, fence, 0));
	assert_true(fence_is_closed(&memory, source, fence, 2));
	assert_false(fence_is_closed(&memory, source, fence, 6));
	assert_false(fence_is_closed(&memory, source, fence, source.len));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_fences),
		cmocka_unit_test(knows_which_are_closed),
		cmocka_unit_test(asks_anew_behind_an_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
