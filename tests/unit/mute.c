/* SPDX-License-Identifier: MIT */
#include "slide/mute.h"

#include "base/buf.h"
#include "support/unit.h"

static void leaves_what_blocks_begin_with(void **state)
{
	static const struct {
		const char *source, *want; /* of muted bytes their kind */
	} cases[] = {
		{ "a *b* _c_ [d](e) <f>\n", "a 1b1 2c2 3d](e) 4f>\n" },
		{ "* a *b*\n", "* a 1b1\n" },
		{ "> 1. - __a__\n", "> 1. - __a22\n" },
		{ "_ _ _\n* * *\n", "_ _ _\n* * *\n" },
		{ "[a]: <b>\n> [a]\n", "3a]: 4b>\n> 3a]\n" },
		{ "<div><b>a\n</b></div>\n", "<div>4b>a\n</b></div>\n" },
		{ "a<script>b</script>\n", "a4script>b</script>\n" },
		{ "```c[1]\n[a\n```\n", "```c31]\n3a\n```\n" },
		{ "<!-- a\n<!-- b\n-->\n<!-- c -->\n",
		  "<!-- a\n4!-- b\n-->\n<!-- c -->\n" },
		{ "<!-- a -->\n<!-- b\n<!-- c\n",
		  "<!-- a -->\n4!-- b\n4!-- c\n" },
		{ "<? a\n- <?\n<?php ?>\n", "<? a\n- 4?\n4?php ?>\n" },
		{ "<![CDATA[a\n[b]]>\n", "<![CDATA[a\n3b]]>\n" },
		{ "<!A\n<!B\n>\n<!C\n", "<!A\n4!B\n>\n4!C\n" },
		{ "<", "<" },
		{ "a<", "a4" },
		{ "", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf bytes = { 0 }, shown = { 0 };
		buf_put_text(&bytes, cases[i].source);
		mute_markup(bytes.ptr, bytes.len);
		buf_put(&shown, buf_str(&bytes));
		for (size_t at = 0; at < shown.len; at++) {
			if (shown.ptr[at] < 5)
				shown.ptr[at] = (char)(shown.ptr[at] + '0');
		}
		expect_text(&expect, cases[i].source, cases[i].want,
			    buf_str(&shown));
		mute_restore(bytes.ptr, bytes.len);
		expect_text(&expect, "restored", cases[i].source,
			    buf_str(&bytes));
		buf_release(&bytes);
		buf_release(&shown);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_what_blocks_begin_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
