/* SPDX-License-Identifier: MIT */
/*
 * Footnotes by label.
 */
#include "source/footnote.h"

#include "slide/read.h"
#include "support/unit.h"

static void ends_where_its_text_ends(void **state)
{
	static const struct {
		const char *text, *footnote; /* NULL: none */
	} cases[] = {
		{ "", NULL },
		{ "[^]: x", NULL },
		{ "[^a] x", NULL },
		{ "[^a b]: x", NULL },
		{ "[^a", NULL },
		{ "[a]: /x", NULL },
		{ "[^a]:", "[^a]:" },
		{ "[^a]: x", "[^a]: x" },
		{ "[^a]: x\n", "[^a]: x\n" },
		{ "[^a]: x\ny\n\nz\n", "[^a]: x\ny\n" },
		{ "[^a]: x\n\n  y\n\nz\n", "[^a]: x\n\n  y\n" },
		{ "[^a]: x\n\n\n\n", "[^a]: x\n" },
		{ "[^a]: x\n[^b]: y\n", "[^a]: x\n" },
		{ "[^a]: x\n[b]: /y\n", "[^a]: x\n" },
		{ "[^a]: x\n# h\n", "[^a]: x\n" },
		{ "[^a]: x\n---\n", "[^a]: x\n" },
		{ "[^a]: x\n  ---\n", "[^a]: x\n" },
		{ "[^a]: x\n<!-- end_slide -->\n", "[^a]: x\n" },
		{ "[^a]: x\n```\n", "[^a]: x\n" },
		{ "[^a]: x\n- y\n", "[^a]: x\n" },
		{ "[^a]: x\n> y\n", "[^a]: x\n" },
		{ "[^a]: x\r\ny\r\n\r\nz", "[^a]: x\r\ny\r\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text = str_of(cases[i].text);
		text.len = footnote_bytes(text);
		expect_text(&expect, cases[i].text,
			    cases[i].footnote ? cases[i].footnote : "", text);
	}
	expect_done(&expect);
}

static void reads_label_and_text(void **state)
{
	struct expect expect = { 0 };
	struct deck deck = { 0 };

	(void)state;
	footnote_add(&deck, BYTES("[^My-1]:  x\n  y\n\n  z\n\nno\n"), 7);
	footnote_add(&deck, BYTES("[^a]:"), 1);
	expect_text(&expect, "label", "My-1", deck.footnotes[0].label);
	expect_text(&expect, "text", "x\n  y\n\n  z", deck.footnotes[0].text);
	expect_int(&expect, "line", 7, deck.footnotes[0].line);
	expect_text(&expect, "no text", "", deck.footnotes[1].text);
	deck_release(&deck);
	expect_done(&expect);
}

/* More than anybody writes below a slide is text like any other. */
static void has_a_largest_size(void **state)
{
	struct buf text = { 0 };

	(void)state;
	buf_put_text(&text, "[^a]: x\n");
	while (text.len < (size_t)1024 * 1024)
		buf_put_text(&text, "more words\n");
	assert_in_range(footnote_bytes(buf_str(&text)), 1000, 100000);
	buf_clear(&text);
	buf_put_text(&text, "[^a]: ");
	buf_repeat(&text, 'x', (size_t)1024 * 1024);
	assert_int_equal(footnote_bytes(buf_str(&text)), 0);
	buf_release(&text);
}

static void finds_by_label(void **state)
{
	static const char source[] = "[^One]: 1\n[^ÄÖ]: 2\n[^one]: 3\n\n---\n"
				     "[^x]: 4\n\n---\ntext\n";
	static const struct {
		const char *label, *want;
	} cases[] = {
		{ "One", "1" }, { "one", "1" }, { "äö", "2" },	{ "x", "4" },
		{ "y", NULL },	{ "", NULL },	{ "on", NULL },
	};
	struct expect expect = { 0 };
	struct buf bytes = { 0 };
	struct deck deck;

	(void)state;
	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct footnote_source *got =
			footnote_find(&deck, str_of(cases[i].label));
		expect_int(&expect, cases[i].label, cases[i].want != NULL,
			   got != NULL);
		if (got && cases[i].want)
			expect_text(&expect, cases[i].label, cases[i].want,
				    got->text);
	}
	deck_release(&deck);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ends_where_its_text_ends),
		cmocka_unit_test(reads_label_and_text),
		cmocka_unit_test(has_a_largest_size),
		cmocka_unit_test(finds_by_label),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
