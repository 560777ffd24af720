/* SPDX-License-Identifier: MIT */
/*
 * What a whole deck tells of its lines.
 */
#include "deck/deck.h"

#include <stdio.h>

#include "slide/read.h"
#include "support/unit.h"

static void finds_the_slide_of_a_line(void **state)
{
	static const char source[] = "%title: T\n\n"  /* 1 */
				     "# One\n\n---\n" /* 3 */
				     "# Two\n\n---\n" /* 6 */
				     "# Three\n";     /* 9 */
	static const int want[] = { 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3 };
	struct expect expect = { 0 };
	struct buf bytes = { 0 };
	struct deck deck;

	(void)state;
	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes, &(struct deck_options){ 0 });
	for (int line = 0; line < (int)COUNT(want); line++) {
		char name[32];
		snprintf(name, sizeof(name), "line %d", line);
		expect_int(&expect, name, want[line],
			   deck_slide_at(&deck, line));
	}
	deck_release(&deck);
	expect_done(&expect);
}

static void knows_the_intro_slide(void **state)
{
	static const char source[] =
		"---\ntitle: T\nauthor: A\n---\n\n# One\n\n"
		"<!-- end_slide -->\n\n# Two\n";
	struct buf bytes = { 0 };
	struct deck deck;

	(void)state;
	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_PRESENTERM });
	assert_int_equal(deck.slide_count, 3);
	assert_int_equal(deck_slide_at(&deck, 2), 1);
	assert_int_equal(deck_slide_at(&deck, 6), 2);
	assert_int_equal(deck_slide_at(&deck, 10), 3);
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_slide_of_a_line),
		cmocka_unit_test(knows_the_intro_slide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
