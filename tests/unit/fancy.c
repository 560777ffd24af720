/* SPDX-License-Identifier: MIT */
/*
 * pandoc's list markers.
 */
#include "slide/fancy.h"

#include "support/unit.h"

static void reads_markers(void **state)
{
	static const struct {
		const char *line, *marker, *rewritten;
	} cases[] = {
		{ "a. x", "a.", "1. x" },
		{ "a) x", "a)", "1. x" },
		{ "iv. x", "iv.", "01. x" },
		{ "  XII) x", "XII)", "  001. x" },
		{ "(3) x", "(3)", "01. x" },
		{ "(c) x", "(c)", "01. x" },
		{ "(xvi) x", "(xvi)", "0001. x" },
		{ "#. x", "#.", "1. x" },
		{ "(@) x", "(1)", "01. x" },
		{ "(@name) x", "(1)", "000001. x" },
		{ "B.  x", "B.", "1.  x" },
		{ ":   x", ":", "+   x" },
		{ "  ~ x", ":", "  + x" },
		{ "    : x", NULL, NULL },
		{ ":x", NULL, NULL },
		{ "B. x", NULL, NULL },
		{ "B) x", "B)", "1. x" },
		{ "1. x", NULL, NULL },
		{ "no. x", NULL, NULL },
		{ "bold. x", NULL, NULL },
		{ "a.x", NULL, NULL },
		{ "a.", NULL, NULL },
		{ "(a x", NULL, NULL },
		{ "() x", NULL, NULL },
		{ "@. x", NULL, NULL },
		{ "", NULL, NULL },
		{ "(abcdefghijk) x", NULL, NULL },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str line = str_of(cases[i].line);
		struct fancy fancy;
		int examples = 0;
		bool got = fancy_read(&fancy, &arena, line, &examples);
		expect_int(&expect, cases[i].line, cases[i].marker != NULL,
			   got);
		if (!got || !cases[i].marker)
			continue;
		expect_text(&expect, cases[i].line, cases[i].marker,
			    fancy.marker);
		expect_text(&expect, cases[i].line, cases[i].rewritten,
			    fancy_rewrite(&fancy, &arena, line));
	}
	arena_release(&arena);
	expect_done(&expect);
}

static void reads_bird_tracks(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "> main = x", "    main = x" },
		{ ">main", "    main" },
		{ ">   where", "      where" },
		{ ">", "    " },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].line, cases[i].want,
			    bird_rewrite(&arena, str_of(cases[i].line)));
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_markers),
		cmocka_unit_test(reads_bird_tracks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
