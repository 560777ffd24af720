/* SPDX-License-Identifier: MIT */
/*
 * Lines of fenced blocks.
 */
#include "slide/div.h"

#include "support/unit.h"

static void reads_lines(void **state)
{
	static const struct {
		const char *line;
		bool div, opens;
		enum div_kind kind;
		const char *name;
		int weight;
	} cases[] = {
		{ "::: notes", true, true, DIV_NOTES, "notes", 0 },
		{ ":::notes", true, true, DIV_NOTES, "notes", 0 },
		{ "  :::: {.columns}", true, true, DIV_COLUMNS, "columns", 0 },
		{ "::: {.column width=\"40%\"}", true, true, DIV_COLUMN,
		  "column", 40 },
		{ "::: {#id .column width=33.3%}", true, true, DIV_COLUMN,
		  "column", 33 },
		{ "::: {.incremental}", true, true, DIV_INCREMENTAL,
		  "incremental", 0 },
		{ "::: nonincremental :::", true, true, DIV_NONINCREMENTAL,
		  "nonincremental", 0 },
		{ "::: {#id}", true, true, DIV_OTHER, "", 0 },
		{ "::: warning", true, true, DIV_OTHER, "warning", 0 },
		{ ":::", true, false, DIV_OTHER, "", 0 },
		{ ":::::::", true, false, DIV_OTHER, "", 0 },
		{ "::", false, false, DIV_OTHER, "", 0 },
		{ "text :::", false, false, DIV_OTHER, "", 0 },
		{ "", false, false, DIV_OTHER, "", 0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct div div = { .opens = false };
		bool got = div_read(str_of(cases[i].line), &div);
		expect_int(&expect, cases[i].line, cases[i].div, got);
		expect_int(&expect, cases[i].line, cases[i].opens, div.opens);
		expect_int(&expect, cases[i].line, cases[i].kind, div.kind);
		expect_text(&expect, cases[i].line, cases[i].name, div.name);
		expect_int(&expect, cases[i].line, cases[i].weight, div.weight);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
