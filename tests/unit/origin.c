/* SPDX-License-Identifier: MIT */
/*
 * Where lines came from.
 */
#include "deck/origin.h"

#include <stdio.h>

#include "deck/deck.h"
#include "support/unit.h"

static void expect_origin(struct expect *expect, const struct deck *deck,
			  int line, struct origin want)
{
	struct origin got = deck_origin(deck, line);
	char name[32];

	snprintf(name, sizeof(name), "line %d", line);
	expect_int(expect, name, want.line, got.line);
	expect_true(expect, name, got.path == want.path);
}

static void without_includes(void **state)
{
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (int line = -1; line < 3; line++)
		expect_origin(&expect, &deck, line,
			      (struct origin){ NULL, line });
	expect_done(&expect);
}

static void between_pieces(void **state)
{
	static const char a[] = "a", b[] = "b";
	static const struct origin_piece pieces[] = {
		{ 3, { a, 1 } },    { 5, { b, 4 } }, { 6, { a, 3 } },
		{ 8, { a, 9 } }, /* goes: nothing was put from there */
		{ 8, { NULL, 4 } },
	};
	static const struct origin want[] = {
		{ NULL, 0 }, { NULL, 1 }, { NULL, 2 }, { a, 1 },
		{ a, 2 },    { b, 4 },	  { a, 3 },    { a, 4 },
		{ NULL, 4 }, { NULL, 5 }, { NULL, 6 },
	};
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++)
		origins_add(&deck.origins, &deck.arena, pieces[i]);
	assert_int_equal(deck.origins.count, COUNT(pieces) - 1);
	for (size_t i = 0; i < COUNT(want); i++)
		expect_origin(&expect, &deck, (int)i, want[i]);
	arena_release(&deck.arena);
	expect_done(&expect);
}

static void of_many_pieces(void **state)
{
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (int i = 1; i <= 1000; i++)
		origins_add(&deck.origins, &deck.arena,
			    (struct origin_piece){ 10 * i, { "x", i } });
	for (int i = 1; i <= 1000; i++) {
		expect_int(&expect, "first", i,
			   deck_origin(&deck, 10 * i).line);
		expect_int(&expect, "last", i + 9,
			   deck_origin(&deck, 10 * i + 9).line);
	}
	arena_release(&deck.arena);
	expect_done(&expect);
}

static void and_back(void **state)
{
	static const struct origin_piece pieces[] = {
		{ 1, { "a", 1 } }, /* instead of line 1 */
		{ 4, { NULL, 2 } }, { 6, { "b", 3 } },
		{ 8, { NULL, 5 } }, /* lines 2 to 4, the last one includes b */
		{ 9, { "a", 1 } },  { 12, { NULL, 7 } },
	};
	static const struct {
		struct origin origin;
		int want;
	} cases[] = {
		{ { NULL, 1 }, 1 },  { { NULL, 2 }, 4 }, { { NULL, 3 }, 5 },
		{ { NULL, 4 }, 6 },  { { NULL, 5 }, 8 }, { { NULL, 6 }, 9 },
		{ { NULL, 9 }, 14 }, { { "a", 2 }, 2 },	 { { "b", 4 }, 7 },
		{ { "b", 99 }, 8 },  { { "b", 2 }, 0 },	 { { "c", 1 }, 0 },
	};
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++)
		origins_add(&deck.origins, &deck.arena, pieces[i]);
	for (size_t i = 0; i < COUNT(cases); i++) {
		char name[48];
		snprintf(name, sizeof(name), "line %d of %s",
			 cases[i].origin.line,
			 cases[i].origin.path ? cases[i].origin.path : "deck");
		expect_int(&expect, name, cases[i].want,
			   deck_line(&deck, cases[i].origin));
	}
	arena_release(&deck.arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_includes),
		cmocka_unit_test(between_pieces),
		cmocka_unit_test(of_many_pieces),
		cmocka_unit_test(and_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
