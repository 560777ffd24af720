/* SPDX-License-Identifier: MIT */
/*
 * Slides that are too large for one, with the limit at 64 bytes.
 */
#include "source/place.h"

#include "support/unit.h"

enum { LIMIT = DECK_SLIDE_BYTES_MAX };

/* One slide of all the bytes from `begin` on, in parts. */
static void add(struct deck *deck, const struct buf *source, size_t begin)
{
	*deck = (struct deck){ .source = *source };
	place_add_parts(deck, (struct slide_place){ .begin = begin,
						    .end = source->len,
						    .line = 5,
						    .title = true });
}

/* The parts follow each other without a gap. */
static void check_parts(const struct deck *deck, size_t begin, size_t most)
{
	for (int i = 0; i < deck->slide_count; i++) {
		const struct slide_place *place = &deck->places[i];
		assert_int_equal(place->begin, begin);
		assert_true(place->end - place->begin <= most);
		assert_int_equal(place->continued, i > 0);
		assert_true(place->title);
		begin = place->end;
	}
	assert_int_equal(begin, deck->source.len);
}

static void leaves_small_ones_alone(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	buf_repeat(&source, 'x', LIMIT);
	add(&deck, &source, 0);
	assert_int_equal(deck.slide_count, 1);
	check_parts(&deck, 0, LIMIT);
	arena_release(&deck.arena);
	buf_release(&source);
}

static void cuts_between_lines(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	buf_put_text(&source, "before\n");
	for (int i = 0; i < 100; i++)
		buf_put_text(&source, "a line\n");
	add(&deck, &source, 7);
	assert_in_range(deck.slide_count, 10, 12);
	check_parts(&deck, 7, LIMIT + 7);
	for (int i = 0; i < deck.slide_count; i++)
		assert_int_equal(deck.places[i].line,
				 5 + (int)(deck.places[i].begin - 7) / 7);
	arena_release(&deck.arena);
	buf_release(&source);
}

static void cuts_lines_at_blanks(void **state)
{
	struct buf source = { 0 };
	struct deck deck;

	(void)state;
	for (int i = 0; i < 50; i++)
		buf_put_text(&source, "words ");
	add(&deck, &source, 0);
	check_parts(&deck, 0, LIMIT);
	for (int i = 0; i < deck.slide_count; i++) {
		assert_int_equal(deck.places[i].line, 5);
		assert_int_equal(source.ptr[deck.places[i].begin], 'w');
	}
	arena_release(&deck.arena);
	buf_release(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_small_ones_alone),
		cmocka_unit_test(cuts_between_lines),
		cmocka_unit_test(cuts_lines_at_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
