/* SPDX-License-Identifier: MIT */
/*
 * The lines at the top of a deck.
 */
#include "source/header.h"

#include "support/unit.h"

struct header_case {
	const char *name;
	struct str source;
	const char *want; /* title/author/date width line remarks rest */
};

static const struct header_case header_cases[] = {
	{ "no header", STR("# a\n"), "// 0 1 0 <# a\n>" },
	{ "empty", STR(""), "// 0 1 0 <>" },
	{ "by key", STR("%title: T\n%author: A\n%date: D\nx"),
	  "T/A/D 0 4 0 <x>" },
	{ "any order", STR("%date: D\n%author: A\n%title: T\n"),
	  "T/A/D 0 4 0 <>" },
	{ "keys in capitals", STR("%Title: T\n%AUTHOR: A\n"), "T/A/ 0 3 0 <>" },
	{ "no blank behind the colon", STR("%title:T"), "T// 0 2 0 <>" },
	{ "a blank before the colon", STR("%title : T"), "T// 0 2 0 <>" },
	{ "blanks around", STR("%title:  T \t\n"), "T// 0 2 0 <>" },
	{ "an empty title", STR("%title:\n%author: A\n"), "/A/ 0 3 0 <>" },
	{ "unknown keys", STR("%title: T\n%vim: ts=3\n%author: A\n"),
	  "T/A/ 0 4 0 <>" },
	{ "the first of two wins", STR("%title: T\n%title: U\n"),
	  "T// 0 3 1 <>" },
	{ "a second title fills an empty one", STR("%title:\n%title: U\n"),
	  "U// 0 3 0 <>" },
	{ "pandoc", STR("% T\n% A\n% D\n"), "T/A/D 0 4 0 <>" },
	{ "pandoc with a colon", STR("% T: the talk\n% A\n"),
	  "T: the talk/A/ 0 3 0 <>" },
	{ "by position", STR("%titel: T\n%autor: A\n%datum: D\n"),
	  "T/A/ 0 4 0 <>" },
	{ "no positions beside a key", STR("%note: N\n%title: T\n"),
	  "T// 0 3 0 <>" },
	{ "a colon in the value", STR("%title: a: b"), "a: b// 0 2 0 <>" },
	{ "an URL without a key", STR("% http://x\n"), "http://x// 0 2 0 <>" },
	{ "ends at the first other line", STR("%title: T\n\n%author: A\n"),
	  "T// 0 2 0 <\n%author: A\n>" },
	{ "a body without a blank line", STR("%title: T\n-> a\n"),
	  "T// 0 2 0 <-> a\n>" },
	{ "a byte order mark", STR("\xef\xbb\xbf%title: T\nx"),
	  "T// 0 2 0 <x>" },
	{ "a byte order mark alone", STR("\xef\xbb\xbfx"), "// 0 1 0 <x>" },
	{ "a rule before it", STR("---\n%title: T\nx"), "T// 0 3 0 <x>" },
	{ "a rule before text", STR("---\nx"), "// 0 1 0 <---\nx>" },
	{ "\\r\\n", STR("%title: T\r\n%author: A\r\nx"), "T/A/ 0 3 0 <x>" },
	{ "\\r", STR("%title: T\r%author: A\rx"), "T/A/ 0 3 0 <x>" },
	{ "no last newline", STR("%title: T\n%author: A"), "T/A/ 0 3 0 <>" },
	{ "only a percent sign", STR("%\nx"), "// 0 2 0 <x>" },
	{ "width", STR("%title: T\n%width: 60\n"), "T// 60 3 0 <>" },
	{ "width that is no number", STR("%title: T\n%width: wide\n"),
	  "T// 0 3 1 <>" },
	{ "width with more behind it", STR("%title: T\n%width: 60x\n"),
	  "T// 0 3 1 <>" },
	{ "arrows that are nothing", STR("%title: T\n%arrows: up\n"),
	  "T// 0 3 1 <>" },
	{ "a dialect", STR("%dialect: marp\n% T\n"), "T// 0 3 0 <>" },
	{ "a dialect that is none", STR("%dialect: x\n"), "// 0 2 1 <>" },
	{ "control characters", STR("%title: a\x1b[31mb\n"),
	  "a\xe2\x90\x9b[31mb// 0 2 1 <>" },
	{ "not UTF-8", STR("%title: a\xff\n"), "a\xef\xbf\xbd// 0 2 1 <>" },
	{ "a setting alone leaves no title", STR("%width: 60\nx"),
	  "// 60 2 0 <x>" },
};

static int count_remarks(const struct remarks *remarks)
{
	int count = 0;

	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next)
		count++;
	return count;
}

static void reads_headers(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(header_cases); i++) {
		const struct header_case *at = &header_cases[i];
		struct deck deck = { 0 };
		struct buf got = { 0 };
		int line;
		size_t used = header_read(&deck, at->source, &line);
		buf_put(&got, deck.title);
		buf_put_byte(&got, '/');
		buf_put(&got, deck.author);
		buf_put_byte(&got, '/');
		buf_put(&got, deck.date);
		buf_printf(&got, " %d %d %d <", deck.settings.width, line,
			   count_remarks(&deck.remarks));
		buf_put(&got, str_from(at->source, used));
		buf_put_byte(&got, '>');
		expect_text(&expect, at->name, at->want, buf_str(&got));
		buf_release(&got);
		arena_release(&deck.arena);
	}
	expect_done(&expect);
}

static void reads_transitions(void **state)
{
	static const struct {
		const char *source;
		enum transition transition;
		int ms, remarks;
	} cases[] = {
		{ "%transition: fade\n", TRANSITION_FADE, 0, 0 },
		{ "%transition: fade\n%transition_ms: 700\n", TRANSITION_FADE,
		  700, 0 },
		{ "%transition: none\n", TRANSITION_NONE, 0, 0 },
		{ "%transition: cube\n", TRANSITION_UNSAID, 0, 1 },
		{ "%transition_ms: soon\n", TRANSITION_UNSAID, 0, 1 },
		{ "%transition_ms: 0\n", TRANSITION_UNSAID, 0, 1 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *name = cases[i].source;
		struct deck deck = { 0 };
		int line;
		header_read(&deck, str_of(name), &line);
		expect_int(&expect, name, cases[i].transition,
			   deck.settings.transition);
		expect_int(&expect, name, cases[i].ms,
			   deck.settings.transition_ms);
		expect_int(&expect, name, cases[i].remarks,
			   count_remarks(&deck.remarks));
		arena_release(&deck.arena);
	}
	expect_done(&expect);
}

static void reads_arrows(void **state)
{
	static const struct {
		const char *name;
		struct str source;
		bool literal;
	} cases[] = {
		{ "not said", STR("%title: T\n"), false },
		{ "literal", STR("%arrows: literal\n"), true },
		{ "centred", STR("%arrows: centred\n"), false },
		{ "capitals", STR("%Arrows: LITERAL\n"), true },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct deck deck = { 0 };
		int line;
		header_read(&deck, cases[i].source, &line);
		expect_int(&expect, cases[i].name, cases[i].literal,
			   deck.settings.arrows_literal);
		arena_release(&deck.arena);
	}
	expect_done(&expect);
}

/* Lines that are set in go on with the line above. */
static void reads_title_blocks_of_pandoc(void **state)
{
	static const struct {
		const char *source, *want; /* title/author/date line */
	} cases[] = {
		{ "% T\n% A\n% D\nx", "T/A/D 4" },
		{ "% T\n  t\n% A\n  B\n  C\n% D\n", "T t/A, B, C/D 7" },
		{ "%\n% A\n\nx", "/A/ 3" },
		{ "% T\n \n% A\n", "T/A/ 4" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct deck deck = { .dialect = DIALECT_PANDOC };
		struct buf got = { 0 };
		int line;
		header_read(&deck, str_of(cases[i].source), &line);
		buf_put(&got, deck.title);
		buf_put_byte(&got, '/');
		buf_put(&got, deck.author);
		buf_put_byte(&got, '/');
		buf_put(&got, deck.date);
		buf_printf(&got, " %d", line);
		expect_text(&expect, cases[i].source, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&deck.arena);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_headers),
		cmocka_unit_test(reads_title_blocks_of_pandoc),
		cmocka_unit_test(reads_transitions),
		cmocka_unit_test(reads_arrows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
