/* SPDX-License-Identifier: MIT */
/*
 * Lines of themes and of the configuration file.
 */
#include "base/ini.h"

#include "base/buf.h"
#include "support/unit.h"

/* "NUMBER KIND key|value" for each line. */
static void put_lines(struct buf *out, struct str text)
{
	static const char *const kinds[] = { [INI_ENTRY] = "entry",
					     [INI_SECTION] = "section",
					     [INI_CUT] = "cut",
					     [INI_OTHER] = "other" };
	struct ini ini = { .rest = text };
	struct ini_line line;

	while (ini_next(&ini, &line)) {
		buf_printf(out, "%d %s %.*s|%.*s|%.*s\n", line.number,
			   kinds[line.kind], (int)line.text.len, line.text.ptr,
			   (int)line.key.len, line.key.ptr, (int)line.value.len,
			   line.value.ptr);
	}
}

static void takes_lines(void **state)
{
	static const struct {
		const char *name, *text, *want;
	} cases[] = {
		{ "nothing", "", "" },
		{ "only blanks", " \n\t\n\n", "" },
		{ "comments", "# a = b\n  ; c = d\n", "" },
		{ "an entry", "a = b\n", "1 entry a = b|a|b\n" },
		{ "no end of a line", "a=b", "1 entry a=b|a|b\n" },
		{ "other ends of lines", "a=b\r\nc=d\re=f",
		  "1 entry a=b|a|b\n2 entry c=d|c|d\n3 entry e=f|e|f\n" },
		{ "blanks around", "\t a b =  c d \t\n",
		  "1 entry a b =  c d|a b|c d\n" },
		{ "what was passed over counts", "\n# x\n\na = b\n",
		  "4 entry a = b|a|b\n" },
		{ "a value with =", "a = b = c\n",
		  "1 entry a = b = c|a|b = c\n" },
		{ "a value with #", "a = #fff # b\n",
		  "1 entry a = #fff # b|a|#fff # b\n" },
		{ "no value", "a =\n", "1 entry a =|a|\n" },
		{ "quotes", "a = \" b \"\n", "1 entry a = \" b \"|a| b \n" },
		{ "nothing in quotes", "a = \"\"\n", "1 entry a = \"\"|a|\n" },
		{ "one quote", "a = \"\n", "1 entry a = \"|a|\"\n" },
		{ "no key", "= b\n", "1 other = b||\n" },
		{ "no =", "words\n", "1 other words||\n" },
		{ "a section", " [a b] \n", "1 section [a b]|a b|\n" },
		{ "no name", "[]\n", "1 section []||\n" },
		{ "a cut one", "[a\n", "1 cut [a||\n" },
		{ "the least of one", "[", "1 cut [||\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_lines(&got, str_of(cases[i].text));
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(takes_lines) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
