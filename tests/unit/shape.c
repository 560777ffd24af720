/* SPDX-License-Identifier: MIT */
/*
 * What CommonMark makes of a line.
 */
#include "source/shape.h"

#include "base/buf.h"
#include "support/unit.h"

static void knows_lines(void **state)
{
	static const struct {
		const char *line;
		bool rule;
		int dashes, underline, heading, item;
	} cases[] = {
		{ "", false, 0, 0, 0, 0 },
		{ "-", false, 1, 2, 0, 2 },
		{ "--", false, 2, 2, 0, 0 },
		{ "---", true, 3, 2, 0, 0 },
		{ "--- \t", true, 3, 2, 0, 0 },
		{ "- - -", true, 0, 0, 0, 2 },
		{ "* * *", true, 0, 0, 0, 2 },
		{ "***", true, 0, 0, 0, 0 },
		{ "_ _ _ _", true, 0, 0, 0, 0 },
		{ "--*", false, 0, 0, 0, 0 },
		{ "---a", false, 0, 0, 0, 0 },
		{ "=", false, 0, 1, 0, 0 },
		{ "=== ", false, 0, 1, 0, 0 },
		{ "== =", false, 0, 0, 0, 0 },
		{ "#", false, 0, 0, 1, 0 },
		{ "# a", false, 0, 0, 1, 0 },
		{ "######\ta", false, 0, 0, 6, 0 },
		{ "####### a", false, 0, 0, 0, 0 },
		{ "#a", false, 0, 0, 0, 0 },
		{ "- a", false, 0, 0, 0, 2 },
		{ "+   a", false, 0, 0, 0, 4 },
		{ "*      a", false, 0, 0, 0, 2 },
		{ "-a", false, 0, 0, 0, 0 },
		{ "1. a", false, 0, 0, 0, 3 },
		{ "12)  a", false, 0, 0, 0, 5 },
		{ "1.", false, 0, 0, 0, 3 },
		{ "1.a", false, 0, 0, 0, 0 },
		{ "1234567890. a", false, 0, 0, 0, 0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *name = cases[i].line;
		struct str line = str_of(name);
		expect_int(&expect, name, cases[i].rule, shape_is_rule(line));
		expect_int(&expect, name, cases[i].dashes,
			   (int)shape_dashes(line));
		expect_int(&expect, name, cases[i].underline,
			   shape_underline(line));
		expect_int(&expect, name, cases[i].heading,
			   shape_heading(line));
		expect_int(&expect, name, cases[i].item, (int)shape_item(line));
	}
	expect_done(&expect);
}

static void knows_tags(void **state)
{
	static const struct {
		const char *line;
		bool alone, below_text;
	} cases[] = {
		{ "<div>", true, true },
		{ "<DIV class=\"x\"> text", true, true },
		{ "</p>", true, true },
		{ "<div", true, true },
		{ "<br>", true, false },
		{ "<img src=\"x\" /> ", true, false },
		{ "</span>", true, false },
		{ "<b>text</b>", false, false },
		{ "<b> text", false, false },
		{ "<http://x>", false, false },
		{ "<a@b.c>", false, false },
		{ "<3 this", false, false },
		{ "<divide>", true, false },
		{ "< div>", false, false },
		{ "<>", false, false },
		{ "a <div>", false, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str line = str_of(cases[i].line);
		expect_int(&expect, cases[i].line, cases[i].alone,
			   shape_is_tag(line, false));
		expect_int(&expect, cases[i].line, cases[i].below_text,
			   shape_is_tag(line, true));
	}
	expect_done(&expect);
}

static void counts_columns(void **state)
{
	static const struct {
		const char *line, *text;
		int indent;
	} cases[] = {
		{ "", "", 0 },	   { "a", "a", 0 },    { "  a ", "a ", 2 },
		{ "\ta", "a", 4 }, { " \ta", "a", 4 }, { "\t a", "a", 5 },
		{ "    ", "", 4 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text;
		int got = shape_indent(str_of(cases[i].line), &text);
		expect_int(&expect, cases[i].line, cases[i].indent, got);
		expect_text(&expect, cases[i].line, cases[i].text, text);
	}
	expect_done(&expect);
}

static void knows_front_matter_of_slides(void **state)
{
	static const struct {
		const char *text, *front;
	} cases[] = {
		{ "a: b\n---\nx", "a: b\n---\n" },
		{ "a:\n  b: c\n- d\n---", "a:\n  b: c\n- d\n---" },
		{ "a: b\r\n---\r\nx", "a: b\r\n---\r\n" },
		{ "---\n", "" },
		{ "\na: b\n---\n", "" },
		{ "a: b\n\nc: d\n---\n", "" },
		{ "a: b\n# c\n---\n", "" },
		{ "a: b\n----\n", "" },
		{ "a: b\n", "" },
		{ "a:b\n---\n", "" },
		{ "a b: c\n---\n", "" },
		{ "- a\n---\n", "" },
		{ "", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text = str_of(cases[i].text);
		text.len = shape_slide_front(text);
		expect_text(&expect, cases[i].text, cases[i].front, text);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_lines),
		cmocka_unit_test(knows_tags),
		cmocka_unit_test(counts_columns),
		cmocka_unit_test(knows_front_matter_of_slides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
