/* SPDX-License-Identifier: MIT */
/*
 * Markup of looks that is taken off a line.
 */
#include "slide/span.h"

#include "support/unit.h"

static void drops_classes(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ ".small[text]", "text" },
		{ "a .b.c-d[e [f](g)] h", "a e [f](g) h" },
		{ ".a[.b[c]]", "c" },
		{ "x.a[1]", "x.a[1]" },
		{ "[a].b[c]", "[a]c" },
		{ "`.a[b]` .a[`]`]", "`.a[b]` `]`" },
		{ "\\.a[b]", "\\.a[b]" },
		{ ".[a]", ".[a]" },
		{ "]", "]" },
		{ "", "" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct span_state spans = { 0 };
		expect_text(&expect, cases[i].line, cases[i].want,
			    span_drop_classes(&spans, &arena,
					      str_of(cases[i].line)));
	}
	arena_release(&arena);
	expect_done(&expect);
}

static void goes_on_over_lines(void **state)
{
	struct span_state spans = { 0 };
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	expect_text(&expect, "open", "one [x",
		    span_drop_classes(&spans, &arena, str_of(".a[one [x")));
	expect_text(&expect, "close", "y] two ]",
		    span_drop_classes(&spans, &arena, str_of("y] two] ]")));
	arena_release(&arena);
	expect_done(&expect);
}

static void drops_attributes(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "# Title {#id .class}", "# Title " },
		{ "# Title {-}", "# Title " },
		{ "[text]{.small} x", "text x" },
		{ "[a [b] c]{.x}", "a [b] c" },
		{ "`x`{.haskell}", "`x`" },
		{ "![](a.png){width=50%}", "![](a.png)" },
		{ "![](a.png){.x}", "![](a.png)" },
		{ "[a](b){width=50%}", "[a](b)" },
		{ "!(b){width=50%}", "!(b)" },
		{ "[a](b){.c} [d]", "[a](b) [d]" },
		{ "text {.x}", "text {.x}" },
		{ "[a]{b}", "[a]{b}" },
		{ "f(x){ y = 1 }", "f(x){ y = 1 }" },
		{ "`[a]{.b}`", "`[a]{.b}`" },
		{ "a]{.b}", "a]" },
		{ "[a]{", "[a]{" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].line, cases[i].want,
			    span_drop_attributes(&arena,
						 str_of(cases[i].line)));
	arena_release(&arena);
	expect_done(&expect);
}

static void moves_sizes(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "![](a.png){width=50%}", "![w:50% ](a.png)" },
		{ "![a [b]](a.png){.x width=\"3cm\" height=4px} c",
		  "![w:3cm h:4px a [b]](a.png) c" },
		{ "![a](a.png){.x}", "![a](a.png){.x}" },
		{ "[a](b){width=50%}", "[a](b){width=50%}" },
		{ "![a](b) {width=50%}", "![a](b) {width=50%}" },
		{ "![a](b.png =300x200)", "![w:300 h:200 a](b.png)" },
		{ "![a](b.png \"c\" =300x)", "![w:300 a](b.png \"c\")" },
		{ "![](b =x20%) ![](c =50%x)", "![h:20% ](b) ![w:50% ](c)" },
		{ "[![a](b =1x2)](c)", "[![w:1 h:2 a](b)](c)" },
		{ "![a](b(c) =1x2)", "![w:1 h:2 a](b(c))" },
		{ "![a](b =1x2){width=3}", "![w:1 h:2 w:3 a](b)" },
		{ "![a](=1x2)", "![a](=1x2)" },
		{ "![a](b =x)", "![a](b =x)" },
		{ "![a](b =1y2)", "![a](b =1y2)" },
		{ "![a](b =1x2", "![a](b =1x2" },
		{ "![a] (b =1x2)", "![a] (b =1x2)" },
		{ "\\![a](b =1x2)", "\\![a](b =1x2)" },
		{ "`![a](b =1x2)`", "`![a](b =1x2)`" },
		{ "![", "![" },
		{ "", "" },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].line, cases[i].want,
			    span_move_sizes(&arena, str_of(cases[i].line)));
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(drops_classes),
		cmocka_unit_test(goes_on_over_lines),
		cmocka_unit_test(drops_attributes),
		cmocka_unit_test(moves_sizes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
