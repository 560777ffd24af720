/* SPDX-License-Identifier: MIT */
/*
 * Slides that are too large for one, with the limit at 64 bytes: every byte is
 * on exactly one slide, and characters stay whole.
 */
#include "source/index.h"

#include "base/glyph.h"
#include "slide/read.h"
#include "support/unit.h"

enum { LIMIT = DECK_SLIDE_BYTES_MAX };

static void init(struct deck *deck, struct buf *source)
{
	struct buf copy = { 0 };

	buf_put(&copy, buf_str(source));
	read_deck(deck, &copy,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
}

/* The slides follow each other without a gap, none much above the limit. */
static void check_pieces(const struct deck *deck, size_t longest)
{
	size_t at = 0;

	for (int i = 0; i < deck->slide_count; i++) {
		const struct slide_place *place = &deck->places[i];
		assert_int_equal(place->begin, at);
		assert_true(place->end > place->begin);
		assert_true(place->end - place->begin <= LIMIT + longest);
		assert_int_equal(place->continued, i > 0);
		at = place->end;
	}
	assert_int_equal(at, deck->source.len);
}

static void cuts_between_lines(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_printf(&source, "line %d\n", i);
	init(&deck, &source);
	assert_true(deck.slide_count > 5);
	check_pieces(&deck, sizeof("line 99"));
	for (int i = 1; i < deck.slide_count; i++)
		assert_int_equal(deck.source.ptr[deck.places[i].begin - 1],
				 '\n');
	deck_release(&deck);
	buf_release(&source);
}

static void cuts_long_lines_at_blanks(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_printf(&source, "word%d ", i);
	init(&deck, &source);
	check_pieces(&deck, 0);
	for (int i = 0; i < deck.slide_count; i++) {
		const struct slide_place *place = &deck.places[i];
		assert_int_equal(place->line, 1);
		assert_int_equal(deck.source.ptr[place->end - 1], ' ');
	}
	deck_release(&deck);
	buf_release(&source);
}

static void cuts_words_between_characters(void **state)
{
	static const char *const letters[] = { "x", "ä", "日", "😀" };
	struct deck deck;

	(void)state;
	for (size_t i = 0; i < COUNT(letters); i++) {
		for (int shift = 0; shift < 4; shift++) {
			struct buf source = { 0 };
			buf_repeat(&source, 'a', (size_t)shift);
			for (int n = 0; n < 100; n++)
				buf_put_text(&source, letters[i]);
			init(&deck, &source);
			check_pieces(&deck, 0);
			for (int n = 0; n < deck.slide_count; n++) {
				struct slide_place *place = &deck.places[n];
				struct str text = { deck.source.ptr +
							    place->begin,
						    place->end - place->begin };
				assert_true(str_is_clean(text));
			}
			deck_release(&deck);
			buf_release(&source);
		}
	}
}

static void notes_the_cut(void **state)
{
	struct buf source = { 0 };
	struct arena arena = { 0 };
	struct deck deck;

	(void)state;
	buf_repeat(&source, 'x', 2 * LIMIT);
	init(&deck, &source);
	assert_int_equal(deck.slide_count, 2);
	assert_null(read_slide(&deck, 1, &arena)->remarks.first);
	struct slide *slide = read_slide(&deck, 2, &arena);
	assert_non_null(slide->remarks.first);
	assert_int_equal(slide->remarks.first->line, 1);
	arena_release(&arena);
	deck_release(&deck);
	buf_release(&source);
}

/* Breaks are found as ever, and the line numbers go on. */
static void finds_breaks_after_a_cut(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	buf_repeat(&source, 'x', 3 * LIMIT - 8);
	buf_put_text(&source, "\n\n---\nb\n");
	init(&deck, &source);
	const struct slide_place *last = &deck.places[deck.slide_count - 1];
	assert_int_equal(deck.slide_count, 4);
	assert_int_equal(last->line, 4);
	assert_false(last->continued);
	assert_int_equal(last->end - last->begin, 2);
	deck_release(&deck);
	buf_release(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_between_lines),
		cmocka_unit_test(cuts_long_lines_at_blanks),
		cmocka_unit_test(cuts_words_between_characters),
		cmocka_unit_test(notes_the_cut),
		cmocka_unit_test(finds_breaks_after_a_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
