/* SPDX-License-Identifier: MIT */
/*
 * Strings as JSON wants them.
 */
#include "base/json.h"

#include "support/unit.h"

static void puts_strings(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want;
	} cases[] = {
		{ "empty", STR(""), "\"\"" },
		{ "words", STR("a b/c"), "\"a b/c\"" },
		{ "quotes", STR("\"a\" 'b'"), "\"\\\"a\\\" 'b'\"" },
		{ "a backslash", STR("a\\b"), "\"a\\\\b\"" },
		{ "lines", STR("a\r\n\tb"), "\"a\\u000d\\u000a\\u0009b\"" },
		{ "NUL", STR("a\0b"), "\"a\\u0000b\"" },
		{ "delete", STR("\x7f"), "\"\\u007f\"" },
		{ "UTF-8", STR("日本 🦊"), "\"日本 🦊\"" },
		{ "not UTF-8", STR("a\xff\xe6\x97"),
		  "\"a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		json_put_string(&got, cases[i].text);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(puts_strings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
