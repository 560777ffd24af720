/* SPDX-License-Identifier: MIT */
/*
 * The heading that a slide is known by.
 */
#include "deck/heading.h"

#include "slide/read.h"
#include "support/unit.h"

static void takes_the_first(void **state)
{
	static const struct {
		const char *source, *want;
	} cases[] = {
		{ "", "" },
		{ "text\n", "" },
		{ "# One\n\n## Two\n", "One" },
		{ "text\n\nTwo\n---\n", "Two" },
		{ "#   *a* `b` [c](d)  \n", "a b c" },
		{ "> - # deep\n", "deep" },
		{ "one\\\ntwo\n===\n", "one two" },
		{ "one<br>two\n===\n", "one two" },
		{ "#\n\n# second\n", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct buf bytes = { 0 };
		struct deck deck;
		buf_put_text(&bytes, cases[i].source);
		read_deck(&deck, &bytes,
			  &(struct deck_options){ .dialect =
							  DIALECT_MARKDOWN });
		expect_text(&expect, cases[i].source, cases[i].want,
			    slide_heading(read_slide(&deck, 1, &arena),
					  &arena));
		arena_release(&arena);
		deck_release(&deck);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
