/* SPDX-License-Identifier: MIT */
/*
 * Link targets by label.
 */
#include "deck/definition.h"

#include <stdio.h>

#include "slide/read.h"
#include "support/unit.h"

static void init(struct deck *deck, const char *source)
{
	struct buf bytes = { 0 };

	buf_put_text(&bytes, source);
	read_deck(deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
}

static void reads_definitions(void **state)
{
	static const struct {
		const char *text, *label, *target;
	} cases[] = {
		{ "[a]: b", "a", "b" },	      { "[a b]:  c", "a b", "c" },
		{ "[a]:b", "a", "b" },	      { "[a]: <b>", "a", "b" },
		{ "[a]: <>", "a", "" },	      { "[a]: b \"t\"", "a", "b" },
		{ "[a]:\tb\t(t)", "a", "b" }, { "[a]: b\x1b", "a", "b␛" },
	};
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		definition_add(&deck, str_of(cases[i].text), 3);
		struct definition got = deck.definitions[i];
		expect_text(&expect, cases[i].text, cases[i].label, got.label);
		expect_text(&expect, cases[i].text, cases[i].target,
			    got.target);
		expect_int(&expect, cases[i].text, 3, got.line);
	}
	deck_release(&deck);
	expect_done(&expect);
}

static void finds_as_commonmark_compares(void **state)
{
	static const char source[] = "[One]: #1\n[two  words]: #2\n"
				     "[ÄÖ]: #3\n[one]: #4\n\n---\n[x]: #5\n";
	static const struct {
		const char *label, *want;
	} cases[] = {
		{ "One", "#1" },       { "one", "#1" },
		{ "ONE", "#1" },       { " one ", "#1" },
		{ "two words", "#2" }, { "two \t words", "#2" },
		{ "twowords", NULL },  { "äö", "#3" },
		{ "x", "#5" },	       { "y", NULL },
		{ "", NULL },	       { "on", NULL },
		{ "ones", NULL },
	};
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, source);
	for (size_t i = 0; i < COUNT(cases); i++) {
		int at = definition_find(&deck, str_of(cases[i].label));
		expect_int(&expect, cases[i].label, cases[i].want != NULL,
			   at >= 0);
		if (at >= 0 && cases[i].want)
			expect_text(&expect, cases[i].label, cases[i].want,
				    deck.definitions[at].target);
	}
	deck_release(&deck);
	expect_done(&expect);
}

static void finds_each_of_many(void **state)
{
	enum { MANY = 2000 };
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	for (int i = 0; i < MANY; i++)
		buf_printf(&source, "[L%d]: /t%d\n", i * 7919 % MANY,
			   i * 7919 % MANY);
	read_deck(&deck, &source,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
	assert_int_equal(deck.definition_count, MANY);
	for (int i = 0; i < MANY; i++) {
		char label[16], target[16];
		snprintf(label, sizeof(label), "l%d", i);
		snprintf(target, sizeof(target), "/t%d", i);
		int at = definition_find(&deck, str_of(label));
		assert_true(at >= 0);
		assert_true(
			str_eq(deck.definitions[at].target, str_of(target)));
	}
	deck_release(&deck);
}

static void finds_nothing_in_nothing(void **state)
{
	struct deck deck;

	(void)state;
	init(&deck, "a\n");
	assert_int_equal(definition_find(&deck, BYTES("a")), -1);
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_definitions),
		cmocka_unit_test(finds_as_commonmark_compares),
		cmocka_unit_test(finds_each_of_many),
		cmocka_unit_test(finds_nothing_in_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
