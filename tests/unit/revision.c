/* SPDX-License-Identifier: MIT */
/*
 * What changed between two decks, and where each slide has gone.
 */
#include "deck/revision.h"

#include "slide/read.h"
#include "support/unit.h"

static void read_bytes(struct deck *deck, struct str bytes,
		       enum dialect dialect)
{
	struct buf source = { 0 };

	buf_put(&source, bytes);
	read_deck(deck, &source, &(struct deck_options){ .dialect = dialect });
}

/* "slide N: FIRST-LAST", then the places of the old slides. */
static void put_revision(struct buf *out, struct str old, struct str now,
			 enum dialect dialect)
{
	struct deck decks[2];
	struct arena arena = { 0 };

	read_bytes(&decks[0], old, dialect);
	read_bytes(&decks[1], now, dialect);
	struct revision revision =
		revision_compare(&decks[0], &decks[1], &arena);
	buf_printf(out, "slide %d: %d-%d", revision.slide, revision.first_line,
		   revision.last_line);
	for (int i = 1; i <= decks[0].slide_count; i++)
		buf_printf(out, " %d", revision_place(&revision, i));
	arena_release(&arena);
	deck_release(&decks[0]);
	deck_release(&decks[1]);
}

/* A deck with a slide for each word; "_" is a line end in it. */
static void put_deck(struct buf *out, const char *words)
{
	struct str rest = str_of(words);

	while (rest.len > 0) {
		const char *space = str_find(rest, ' ');
		size_t len = space ? (size_t)(space - rest.ptr) : rest.len;
		for (size_t i = 0; i < len; i++)
			buf_put_byte(out,
				     rest.ptr[i] == '_' ? '\n' : rest.ptr[i]);
		rest = str_from(rest, len + 1);
		buf_put_text(out, rest.len > 0 ? "\n\n---\n\n" : "\n");
	}
}

/* Slide n of one line is on line 4n - 3. */
static void follows_slides(void **state)
{
	static const struct {
		const char *name, *old, *now, *want;
	} cases[] = {
		{ "nothing", "a b c", "a b c", "slide 0: 0-0 1 2 3" },
		{ "an edit", "a b c", "a x c", "slide 2: 5-5 1 2 3" },
		{ "an edit of the only one", "a", "x", "slide 1: 1-1 1" },
		{ "an edit of the last", "a b", "a x", "slide 2: 5-5 1 2" },
		{ "several edits", "a b c d", "x b y d",
		  "slide 1: 1-1 1 2 3 4" },
		{ "side by side", "a b c d", "a x y d",
		  "slide 2: 5-5 1 2 3 4" },
		{ "all new", "a b", "x y", "slide 1: 1-1 1 2" },
		{ "an insertion", "a b c", "a x b c", "slide 2: 5-5 1 3 4" },
		{ "at the begin", "a b", "x a b", "slide 1: 1-1 2 3" },
		{ "at the end", "a b", "a b x", "slide 3: 9-9 1 2" },
		{ "several", "a b", "x a y b z", "slide 1: 1-1 2 4" },
		{ "a removal", "a b c", "a c", "slide 0: 0-0 1 2 2" },
		{ "of the first", "a b c", "b c", "slide 0: 0-0 1 1 2" },
		{ "of the last", "a b c", "a b", "slide 0: 0-0 1 2 2" },
		{ "of several", "a b c d e", "a e", "slide 0: 0-0 1 2 2 2 2" },
		{ "of all but one", "a b c", "b", "slide 0: 0-0 1 1 1" },
		{ "a move down", "a b c d", "b c a d", "slide 0: 0-0 3 1 2 4" },
		{ "a move up", "a b c d", "a d b c", "slide 0: 0-0 1 3 4 2" },
		{ "the other way round", "a b c", "c b a",
		  "slide 0: 0-0 3 2 1" },
		{ "a move and an edit", "a b c d", "d a x c",
		  "slide 3: 9-9 2 3 4 1" },
		{ "an edit that was moved over", "a b c", "x c a",
		  "slide 1: 1-1 3 1 2" },
		{ "a copy", "a b", "a a b", "slide 2: 5-5 1 3" },
		{ "a copy elsewhere", "a b c", "a b a c",
		  "slide 3: 9-9 1 2 4" },
		{ "one of two equal ones", "a a b", "a b",
		  "slide 0: 0-0 1 2 2" },
		{ "equal ones that stay", "a x a y a", "a x a z a",
		  "slide 4: 13-13 1 2 3 4 5" },
		{ "equal ones that move", "a b a c", "c a b a",
		  "slide 0: 0-0 2 3 4 1" },
		{ "a split", "a b_c d", "a b c d", "slide 2: 6-5 1 2 4" },
		{ "a join", "a b c d", "a b_c d", "slide 2: 6-6 1 2 3 3" },
		{ "an insertion before an edit", "a one_two_three d",
		  "a new one_two_3 d", "slide 2: 5-5 1 3 4" },
		{ "an insertion after an edit", "a one_two_three d",
		  "a one_two_3 new d", "slide 2: 7-7 1 2 4" },
		{ "a removal before an edit", "a gone one_two_three d",
		  "a one_two_3 d", "slide 2: 7-7 1 2 2 3" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf old = { 0 }, now = { 0 }, got = { 0 };
		put_deck(&old, cases[i].old);
		put_deck(&now, cases[i].now);
		put_revision(&got, buf_str(&old), buf_str(&now), DIALECT_MDP);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&old);
		buf_release(&now);
		buf_release(&got);
	}
	expect_done(&expect);
}

static void finds_lines(void **state)
{
	static const struct {
		const char *name;
		struct str old, now;
		const char *want;
	} cases[] = {
		{ "no deck at all", STR(""), STR(""), "slide 0: 0-0 1" },
		{ "no bytes to begin with",
		  { NULL, 0 },
		  STR("a\n"),
		  "slide 1: 1-1 1" },
		{ "a first line", STR(""), STR("a\nb\n"), "slide 1: 1-2 1" },
		{ "all is gone", STR("a\n"), STR(""), "slide 1: 1-0 1" },
		{ "the middle", STR("a\nb\nc\nd\n"), STR("a\nx\ny\nd\n"),
		  "slide 1: 2-3 1" },
		{ "a line more", STR("a\nb\n"), STR("a\nx\nb\n"),
		  "slide 1: 2-2 1" },
		{ "a line less", STR("a\nb\nc\n"), STR("a\nc\n"),
		  "slide 1: 2-1 1" },
		{ "of equal lines", STR("a\na\n"), STR("a\na\na\n"),
		  "slide 1: 3-3 1" },
		{ "below a header", STR("%title: T\n\na\n"),
		  STR("%title: T\n\nb\n"), "slide 1: 3-3 1" },
		{ "a header", STR("%title: T\n\na\n"),
		  STR("%title: U\n%author: A\n\na\n"), "slide 0: 0-0 1" },
		{ "blank lines at the ends", STR("\na\n\n---\n\nb"),
		  STR("a\n\n\n---\n\n\n\nb\n\n\n"), "slide 0: 0-0 1 2" },
		{ "blank lines within", STR("a\nb\n"), STR("a\n\nb\n"),
		  "slide 1: 2-2 1" },
		{ "blanks at the ends of lines", STR("a  \nb\t\n"),
		  STR("a\nb\n"), "slide 0: 0-0 1" },
		{ "blanks in front", STR("a\nb\n"), STR("a\n    b\n"),
		  "slide 1: 2-2 1" },
		{ "blanks in front of all", STR("a\n"), STR("    a\n"),
		  "slide 1: 1-1 1" },
		{ "other line ends", STR("a\nb\n\n---\n\nc\n"),
		  STR("a\r\nb\r\n\r\n---\r\n\r\nc\r\n"), "slide 0: 0-0 1 2" },
		{ "a slide break alone", STR("a\n\n---\n"), STR("a\n"),
		  "slide 0: 0-0 1" },
		{ "any bytes", STR("a\0b\n\xff\n"), STR("a\0c\n\xff\n"),
		  "slide 1: 1-1 1" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_revision(&got, cases[i].old, cases[i].now, DIALECT_MDP);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* It has no bytes of its own. */
static void compares_intros(void **state)
{
	static const struct {
		const char *name;
		struct str old, now;
		const char *want;
	} cases[] = {
		{ "a title", STR("---\ntitle: T\n---\n\na\n"),
		  STR("---\ntitle: U\n---\n\na\n"), "slide 1: 1-1 1 2" },
		{ "an event", STR("---\ntitle: T\nevent: E\n---\n\na\n"),
		  STR("---\ntitle: T\n---\n\na\n"), "slide 1: 1-1 1 2" },
		{ "a comment", STR("---\ntitle: T\n---\n\na\n"),
		  STR("---\n# x\ntitle: T\n---\n\na\n"), "slide 0: 0-0 1 2" },
		{ "none before", STR("a\n"), STR("---\ntitle: T\n---\n\na\n"),
		  "slide 1: 1-1 2" },
		{ "none afterwards", STR("---\ntitle: T\n---\n\na\n"),
		  STR("a\n"), "slide 0: 0-0 1 1" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_revision(&got, cases[i].old, cases[i].now,
			     DIALECT_PRESENTERM);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void keeps_places_in_range(void **state)
{
	struct deck old, now;
	struct arena arena = { 0 };

	(void)state;
	read_bytes(&old, BYTES("a\n\n---\n\nb\n"), DIALECT_MDP);
	read_bytes(&now, BYTES("x\n"), DIALECT_MDP);
	struct revision revision = revision_compare(&old, &now, &arena);
	assert_int_equal(revision_place(&revision, -1), 1);
	assert_int_equal(revision_place(&revision, 0), 1);
	assert_int_equal(revision_place(&revision, 3), 1);
	assert_int_equal(revision_place(&revision, 1000000), 1);
	arena_release(&arena);
	deck_release(&old);
	deck_release(&now);
}

#define MANY 20000

/* Slides of a number each, or all equal ones, in an order of their own. */
static void put_many(struct buf *out, int factor, int equal)
{
	for (long long i = 0; i < MANY; i++)
		buf_printf(out, "# %lld\n\n---\n\n",
			   equal ? i * factor % MANY % equal
				 : i * factor % MANY);
}

static void takes_many_slides(void **state)
{
	struct buf old = { 0 }, now = { 0 };
	struct deck decks[2];
	struct arena arena = { 0 };

	(void)state;
	for (int equal = 0; equal < 3; equal++) {
		buf_clear(&old);
		buf_clear(&now);
		put_many(&old, 1, equal);
		put_many(&now, 7, equal);
		buf_put_text(&now, "new\n");
		read_bytes(&decks[0], buf_str(&old), DIALECT_MDP);
		read_bytes(&decks[1], buf_str(&now), DIALECT_MDP);
		struct revision revision =
			revision_compare(&decks[0], &decks[1], &arena);
		assert_int_equal(revision.slide, MANY + 1);
		for (int i = 0; i < MANY && equal == 0; i++) {
			int place = revision_place(&revision, i + 1);
			assert_int_equal((place - 1) * 7LL % MANY, i);
		}
		arena_reset(&arena);
		deck_release(&decks[0]);
		deck_release(&decks[1]);
	}
	arena_release(&arena);
	buf_release(&old);
	buf_release(&now);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(follows_slides),
		cmocka_unit_test(finds_lines),
		cmocka_unit_test(compares_intros),
		cmocka_unit_test(keeps_places_in_range),
		cmocka_unit_test(takes_many_slides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
