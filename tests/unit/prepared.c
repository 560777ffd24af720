/* SPDX-License-Identifier: MIT */
/*
 * Slides that are laid out before they are asked for.
 */
#include "present/prepared.h"
#include "slide/read.h"

#include "support/unit.h"

static void init(struct stage *stage, struct deck *deck, int slides)
{
	struct buf bytes = { 0 };

	for (int i = 1; i <= slides; i++)
		buf_printf(&bytes, "slide %d\n\n---\n", i);
	read_deck(deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MDP });
	*stage = (struct stage){ .deck = deck,
				 .widest = survey_deck(deck, NULL, SURVEY_ALL),
				 .size = { 24, 80 } };
}

static void gives_the_slide_that_is_wanted(void **state)
{
	static const int walk[] = { 1, 2, 3, 2, 1, 7, 8, 1, 9, 5, 5, 4 };
	struct prepared prepared = { 0 };
	struct stage stage;
	struct deck deck;

	(void)state;
	init(&stage, &deck, 9);
	for (size_t i = 0; i < COUNT(walk); i++) {
		const struct prepared_slide *got =
			prepared_get(&prepared, &stage, walk[i]);
		assert_int_equal(got->slide->number, walk[i]);
		assert_int_equal(got->fit->view_count, 1);
	}
	prepared_release(&prepared);
	deck_release(&deck);
}

static void looks_ahead_without_losing_the_current(void **state)
{
	struct prepared prepared = { 0 };
	struct stage stage;
	struct deck deck;

	(void)state;
	init(&stage, &deck, 5);
	for (int number = 1; number <= 5; number++) {
		const struct prepared_slide *current =
			prepared_get(&prepared, &stage, number);
		const struct slide *slide = current->slide;
		prepared_ahead(&prepared, &stage, number + 1);
		assert_ptr_equal(prepared_get(&prepared, &stage, number),
				 current);
		assert_ptr_equal(current->slide, slide);
	}
	prepared_ahead(&prepared, &stage, 0);
	prepared_release(&prepared);
	deck_release(&deck);
}

static void forgets(void **state)
{
	struct prepared prepared = { 0 };
	struct stage stage;
	struct deck deck;

	(void)state;
	init(&stage, &deck, 3);
	assert_int_equal(prepared_get(&prepared, &stage, 1)->fit->left, 36);
	stage.size.cols = 40;
	prepared_forget(&prepared);
	assert_int_equal(prepared_get(&prepared, &stage, 1)->fit->left, 16);
	prepared_release(&prepared);
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_the_slide_that_is_wanted),
		cmocka_unit_test(looks_ahead_without_losing_the_current),
		cmocka_unit_test(forgets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
