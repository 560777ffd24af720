/* SPDX-License-Identifier: MIT */
/*
 * Where the slides are.
 */
#include "source/index.h"

#include "slide/read.h"
#include "support/unit.h"

static void init(struct deck *deck, struct str source)
{
	struct buf bytes = { 0 };

	buf_put(&bytes, source);
	read_deck(deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
}

/* "LINE:source" of every slide, newlines as /, slides separated by |. */
static void put_slides(const struct deck *deck, struct buf *out)
{
	for (int i = 0; i < deck->slide_count; i++) {
		const struct slide_place *place = &deck->places[i];
		buf_printf(out, "%s%d:", i ? " | " : "", place->line);
		for (size_t at = place->begin; at < place->end; at++) {
			char byte = deck->source.ptr[at];
			buf_put_byte(out, byte == '\n' ? '/' : byte);
		}
	}
}

static void finds_slides(void **state)
{
	static const struct {
		const char *name, *deck, *want;
	} cases[] = {
		{ "empty", "", "1:" },
		{ "one newline", "\n", "1:/" },
		{ "one slide", "a\n", "1:a/" },
		{ "two", "a\n\n---\nb\n", "1:a// | 4:b/" },
		{ "stars", "a\n\n***\nb", "1:a// | 4:b" },
		{ "header and rule", "%title: x\n\n---\na", "4:a" },
		{ "rule at the top", "---\na", "2:a" },
		{ "rule at the end", "a\n\n---\n", "1:a//" },
		{ "rule and blank lines at the end", "a\n\n---\n\n\n",
		  "1:a//" },
		{ "an empty slide between", "a\n\n---\n\n---\nb",
		  "1:a// | 4:/ | 6:b" },
		{ "only rules", "---\n---\n", "3:" },
		{ "only a header", "%title: x\n", "2:" },
		{ "in a closed fence", "```\n\n---\n```\nb",
		  "1:```//---/```/b" },
		{ "in an open fence", "```\na\n\n---\nb", "1:```/a// | 5:b" },
		{ "in an open fence, text above", "```\na\n---\nb",
		  "1:```/a/---/b" },
		{ "closed far below", "```\n\n---\n\n---\n\n---\n```\na",
		  "1:```//---//---//---/```/a" },
		{ "another one opens: the first was left open",
		  "```\n\n---\n\n```c\nx\n```\n", "1:```// | 4:/```c/x/```/" },
		{ "two left open", "```\n\n---\n```c\n\n---\na",
		  "1:```// | 4:```c// | 7:a" },
		{ "tildes do not close backticks", "```\n\n---\n~~~\na",
		  "1:```// | 4:~~~/a" },
		{ "each fence has an answer of its own",
		  "```a\n\n---\n~~~\n\n---\n~~~\n\n```b\nx\n```\n",
		  "1:```a// | 4:~~~//---/~~~//```b/x/```/" },
		{ "indented code is no fence", "    ```\n\n---\na",
		  "1:    ```// | 4:a" },
		{ "a directive", "a\n<!-- end_slide -->\nb", "1:a/ | 3:b" },
		{ "a directive, text behind it", "a\n<!-- end_slide --> b\n",
		  "1:a/<!-- end_slide --> b/" },
		{ "skipped", "a\n\n---\n<!-- skip_slide -->\nb\n\n---\nc",
		  "1:a// | 8:c" },
		{ "all skipped", "<!-- skip_slide -->\na\n", "1:" },
		{ "\\r\\n", "a\r\n\r\n---\r\nb\r\n", "1:a\r/\r/ | 4:b\r/" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct deck deck;
		init(&deck, str_of(cases[i].deck));
		put_slides(&deck, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		deck_release(&deck);
	}
	expect_done(&expect);
}

static void finds_many_slides(void **state)
{
	enum { SLIDES = 5000 };
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	for (int i = 1; i <= SLIDES; i++)
		buf_printf(&source, "%d\n\n---\n", i);
	read_deck(&deck, &source,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
	assert_null(source.ptr);
	assert_int_equal(deck.slide_count, SLIDES);
	for (int i = 1; i <= SLIDES; i++) {
		assert_int_equal(deck.places[i - 1].line, 3 * i - 2);
		assert_false(deck.places[i - 1].continued);
	}
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_slides),
		cmocka_unit_test(finds_many_slides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
