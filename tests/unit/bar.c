/* SPDX-License-Identifier: MIT */
/*
 * Templates of bars, with what they are about there or not.
 */
#include "layout/bar.h"

#include "support/unit.h"

static void templates_are_filled(void **state)
{
	static const struct bar_facts all = {
		.title = STR("T"),
		.author = STR("A"),
		.date = STR("D"),
		.slide = 3,
		.slides = 10,
		.page = 2,
		.pages = 4,
	};
	static const struct bar_facts none = { .page = 1, .pages = 1 };
	static const struct {
		const char *template, *all, *none;
	} cases[] = {
		{ "", "", "" },
		{ "text", "text", "text" },
		{ "{title}", "T", "" },
		{ "{author}, {date}", "A, D", "" },
		{ "{slide} / {slides}", "3 / 10", "" },
		{ "at {slide} now", "at 3 now", "" },
		{ "{slide}{slides}", "310", "" },
		{ "p. {page}", "p. 2/4", "" },
		{ "{nothing} {title}", "{nothing} T", "" },
		{ "{}{title", "{}{title", "{}{title" },
		{ "{{title}}", "{T}", "" },
		{ "}{", "}{", "}{" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str template = str_of(cases[i].template);
		expect_text(&expect, cases[i].template, cases[i].all,
			    bar_text(&arena, template, &all));
		expect_text(&expect, cases[i].template, cases[i].none,
			    bar_text(&arena, template, &none));
	}
	arena_release(&arena);
	expect_done(&expect);
}

/* What is missing takes along what stands in front of it. */
static void some_say_nothing(void **state)
{
	static const struct {
		struct bar_facts facts;
		const char *want;
	} cases[] = {
		{ { .title = STR("T"), .author = STR("A"), .slide = 3 },
		  "<T | A | 3>" },
		{ { .title = STR("T"), .slide = 3 }, "<T | 3>" },
		{ { .author = STR("A"), .slide = 3 }, "A | 3>" },
		{ { .slide = 3 }, "3>" },
		{ { .title = STR("T") }, "<T" },
		{ { .author = STR("A") }, "A" },
	};
	static const struct str template =
		STR("<{title} | {author} | {slide}>");
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].want, cases[i].want,
			    bar_text(&arena, template, &cases[i].facts));
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_are_filled),
		cmocka_unit_test(some_say_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
