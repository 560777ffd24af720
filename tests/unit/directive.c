/* SPDX-License-Identifier: MIT */
/*
 * What a comment says.
 */
#include "deck/directive.h"

#include "support/unit.h"

static void tells_directives(void **state)
{
	static const struct {
		const char *inside, *prefix;
		enum directive_kind kind;
		const char *name, *argument;
	} cases[] = {
		{ "pause", "", DIRECTIVE_PAUSE, "pause", "" },
		{ " \n pause \t", "", DIRECTIVE_PAUSE, "pause", "" },
		{ "column: 2", "", DIRECTIVE_COLUMN, "column", "2" },
		{ "note: a: b", "", DIRECTIVE_NOTE, "note", "a: b" },
		{ "note:a\nb", "", DIRECTIVE_NOTE, "note", "a\nb" },
		{ "_class: lead", "", DIRECTIVE_LOOKS, "class", "lead" },
		{ ".slide: x=y", "", DIRECTIVE_LOOKS, ".slide", "x=y" },
		{ ".element x=y", "", DIRECTIVE_LOOKS, ".element", "x=y" },
		{ "cmd:pause", "cmd:", DIRECTIVE_PAUSE, "pause", "" },
		{ "pause", "cmd:", DIRECTIVE_NONE, "", "" },
		{ "pauze", "", DIRECTIVE_UNKNOWN, "pauze", "" },
		{ "bounce: high", "", DIRECTIVE_UNKNOWN, "bounce", "high" },
		{ "two words", "", DIRECTIVE_NONE, "two", "" },
		{ "https://x.org", "", DIRECTIVE_NONE, "https", "//x.org" },
		{ "todo: a\nb", "", DIRECTIVE_NONE, "todo", "a\nb" },
		{ "// pause", "", DIRECTIVE_NONE, "", "" },
		{ "vim: tw=80", "", DIRECTIVE_NONE, "", "" },
		{ "{{{", "", DIRECTIVE_NONE, "", "" },
		{ "", "", DIRECTIVE_NONE, "", "" },
		{ "-", "", DIRECTIVE_UNKNOWN, "-", "" },
		{ "\xc3\xa9", "", DIRECTIVE_UNKNOWN, "\xc3\xa9", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct directive got = directive_parse(str_of(cases[i].inside),
						       str_of(cases[i].prefix));
		expect_int(&expect, cases[i].inside, cases[i].kind, got.kind);
		expect_text(&expect, cases[i].inside, cases[i].name, got.name);
		expect_text(&expect, cases[i].inside, cases[i].argument,
			    got.argument);
	}
	expect_done(&expect);
}

static void takes_comments(void **state)
{
	static const struct {
		const char *text;
		bool comment;
		const char *inside;
		size_t bytes;
		bool closed;
	} cases[] = {
		{ "<!-- a --> b", true, "a", 10, true },
		{ "<!---->", true, "", 7, true },
		{ "<!-- a\nb -->", true, "a\nb", 12, true },
		{ "<!-- a", true, "a", 6, false },
		{ "<!-- a --", true, "a --", 9, false },
		{ "<!--->", true, "->", 6, false },
		{ "<!- a -->", false, "", 0, false },
		{ "", false, "", 0, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str inside = { NULL, 0 };
		size_t bytes = 0;
		bool closed = false;
		bool got = comment_take(str_of(cases[i].text), &inside, &bytes,
					&closed);
		expect_int(&expect, cases[i].text, cases[i].comment, got);
		expect_text(&expect, cases[i].text, cases[i].inside, inside);
		expect_int(&expect, cases[i].text, (int)cases[i].bytes,
			   (int)bytes);
		expect_int(&expect, cases[i].text, cases[i].closed, closed);
	}
	expect_done(&expect);
}

static void finds_comments(void **state)
{
	static const struct {
		const char *line;
		int at; /* -1: nowhere */
	} cases[] = {
		{ "", -1 },
		{ "a", -1 },
		{ "<!-- a", 0 },
		{ "a <!-- b", 2 },
		{ "<b> <!-- a", 4 },
		{ "`<!-- a`", -1 },
		{ "`a` <!-- b", 4 },
		{ "``a `<!-- b`` <!-- c", 5 },
		{ "`` <!-- a ``", -1 },
		{ "<!- a", -1 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *got = comment_find(str_of(cases[i].line));
		expect_int(&expect, cases[i].line, cases[i].at,
			   got ? (int)(got - cases[i].line) : -1);
	}
	expect_done(&expect);
}

static void finds_where_comments_end(void **state)
{
	static const struct {
		const char *text;
		bool in_paragraph;
		int end; /* 0: nowhere */
	} cases[] = {
		{ "<!-- a -->b", false, 10 },
		{ "<!---->", false, 7 },
		{ "<!-- a", false, 0 },
		{ "<!-- a <!-- b -->", false, 0 },
		{ "<!-- a\n\nb -->", false, 13 },
		{ "<!-- a\n\nb -->", true, 0 },
		{ "<!-- a\n \t\n-->", true, 0 },
		{ "<!--\na\n  -->", true, 12 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		size_t got = comment_end(str_of(cases[i].text), 0,
					 cases[i].in_paragraph);
		expect_int(&expect, cases[i].text, cases[i].end, (int)got);
	}
	expect_done(&expect);
}

/* Whatever is listed is understood. */
static void lists_what_it_knows(void **state)
{
	struct directive_row row;
	struct expect expect = { 0 };
	int count = 0;

	(void)state;
	for (; directive_row(count, &row); count++) {
		struct directive got = directive_parse(str_of(row.name),
						       (struct str){ "", 0 });
		expect_text(&expect, row.name, row.name, got.name);
		expect_int(&expect, row.name, 1, got.kind > DIRECTIVE_UNKNOWN);
	}
	assert_true(count > 0);
	assert_false(directive_row(-1, &row));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_directives),
		cmocka_unit_test(takes_comments),
		cmocka_unit_test(finds_comments),
		cmocka_unit_test(finds_where_comments_end),
		cmocka_unit_test(lists_what_it_knows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
