/* SPDX-License-Identifier: MIT */
/*
 * What libcmark gets of a text, and what is left of the marks in what it gives.
 */
#include "markup/shield.h"

#include "support/unit.h"

/* How the mark is written before an escape, and with a backslash. */
#define E "&#064976;"
#define S "&#0064976;\\"

static void marks_texts(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "a *b* [c](d) ~e~", NULL },
		{ "a\nb", "a\n    b" },
		{ "\\~ \\^ \\[ \\* \\\\~",
		  E "\\~ " E "\\^ " E "\\[ \\* \\\\~" },
		{ "a\\", NULL },
		{ "\\a\\\nb", "\\a\\\n    b" },
		{ "`\\~` ``\\~``", NULL },
		{ "` \\~", "` " E "\\~" },
		{ "`a\nb`", "`a\n    b`" },
		{ "<b c='\\~'> <http:\\~>", NULL },
		{ "<b \\~>", "<b " E "\\~>" },
		{ "<?\\~?> <!A \\~> <![CDATA[\\~]]>", NULL },
		{ "<?\\~", "<?" E "\\~" },
		{ "<!--a--b-->", "<!--\x03"
				 "a-\x03-\x03"
				 "b-->" },
		{ "<!-- \\~", "<!-- " E "\\~" },
		{ "$a*b$", "$a" S "*b$" },
		{ "$\\a$", "$" S "\\a$" },
		{ "$ a*$ $a $ $a*$1", NULL },
		{ "$a\\$*$", "$a" S "\\" S "$" S "*$" },
		{ "$a\n*$", "$a\n    *$" },
		{ "$$a\n*$$", "$$a\n    " S "*$$" },
		{ "$a`$*`", NULL },
		{ "[$*](*$)", NULL },
		{ "$[*](a)$", "$" S "[" S "*" S "]" S "(a" S ")$" },
		{ "$$$a*$$$", NULL },
		{ "\\$a*$", NULL },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		const char *want = cases[i].want;
		shield_put(&got, str_of(cases[i].text));
		expect_text(&expect, cases[i].text, want ? want : cases[i].text,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void shields_brackets(void **state)
{
	struct buf text = { 0 }, got = { 0 };

	(void)state;
	buf_repeat(&text, '[', BRACKETS_MAX + 1);
	shield_put(&got, buf_str(&text));
	text.len--;
	buf_put_text(&text, S "[");
	assert_true(str_eq(buf_str(&text), buf_str(&got)));
	buf_release(&text);
	buf_release(&got);
}

static void takes_marks_out(void **state)
{
	static const struct {
		const char *text, *raw, *shown, *plain;
	} cases[] = {
		{ "a&b", "a&b", "a&b", "a&b" },
		{ E "\\~", "\\~", E "\\~", E "\\~" },
		{ S "*", "*", S "*", S "*" },
		{ "-\x03-", "--", "--", "--" },
		{ SHIELD_MARK "~", SHIELD_MARK "~", SHIELD_MARK "~", "~" },
		{ "\uff5e", "\uff5e", "\uff5e", "\uff5e" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text = str_of(cases[i].text);
		expect_text(&expect, "raw", cases[i].raw,
			    shield_raw(&arena, text));
		expect_text(&expect, "text", cases[i].shown,
			    shield_text(&arena, text));
		expect_text(&expect, "plain", cases[i].plain,
			    shield_plain(&arena, text));
	}
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_texts),
		cmocka_unit_test(shields_brackets),
		cmocka_unit_test(takes_marks_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
