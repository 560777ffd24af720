/* SPDX-License-Identifier: MIT */
/*
 * Transitions by a clock that the test turns.
 */
#include "present/motion.h"

#include <string.h>

#include "support/unit.h"

#define COLS 10
#define MS   330 /* ten frames */

static const int deck = 1, other_deck = 2; /* any two places */

/* A scene of the first slide, and one of nothing that moves. */
#define ONE                                          \
	{                                            \
		&deck, 1, TRANSITION_SLIDE, MS, 0, 1 \
	}
#define BLANK                                        \
	{                                            \
		&deck, 0, TRANSITION_UNSAID, 0, 0, 1 \
	}

static struct scene scene_of(int slide)
{
	struct scene scene = ONE;

	scene.slide = slide;
	return scene;
}

/* What is shown of a slide, which is full of its number, as text. */
static const char *show(struct motion *motion, const struct scene *scene,
			int cols, long long now)
{
	static char shown[2 * COLS + 1];
	char glyphs[2 * COLS + 1];
	struct arena arena = { 0 };
	struct grid grid = grid_new(&arena, (struct size){ 1, cols });

	memset(glyphs, '0' + scene->slide, (size_t)cols);
	glyphs[cols] = '\0';
	grid_put_text(&grid, (struct pos){ 0, 0 }, str_of(glyphs),
		      (struct style){ .role = ROLE_TEXT });
	struct grid got = motion_draw(motion, scene, &grid, now);
	assert_int_equal(got.cols, cols);
	for (int col = 0; col < cols; col++)
		shown[col] = got.cells[col].glyph.ptr[0];
	shown[cols] = '\0';
	motion_keep(motion, &grid);
	arena_release(&arena); /* what is kept is a copy */
	return shown;
}

static const char *show_slide(struct motion *motion, int slide, long long now)
{
	struct scene scene = scene_of(slide);

	return show(motion, &scene, COLS, now);
}

static void moves_as_time_goes_by(void **state)
{
	struct motion motion = { 0 };

	(void)state;
	assert_string_equal(show_slide(&motion, 1, 1000), "1111111111");
	assert_int_equal(motion_timeout(&motion, 1000), -1);
	/* The first frame shows that something moves. */
	assert_string_equal(show_slide(&motion, 2, 2000), "1111111112");
	assert_int_equal(motion_timeout(&motion, 2000), MOTION_FRAME_MS);
	assert_int_equal(motion_timeout(&motion, 2030), 3);
	assert_string_equal(show_slide(&motion, 2, 2033), "1111111122");
	assert_string_equal(show_slide(&motion, 2, 2264), "1222222222");
	assert_string_equal(show_slide(&motion, 2, 2297), "2222222222");
	assert_int_equal(motion_timeout(&motion, 2297), -1);
	/* A clock that is late leaves frames out, not time. */
	assert_string_equal(show_slide(&motion, 3, 5000), "2222222223");
	assert_string_equal(show_slide(&motion, 3, 9000), "3333333333");
	motion_release(&motion);
}

static void goes_back_the_same_way(void **state)
{
	struct motion motion = { 0 };
	struct scene two = scene_of(2);

	(void)state;
	two.transition = TRANSITION_NONE;
	show(&motion, &two, COLS, 0);
	/* What leads to the third slide leads back from it. */
	show_slide(&motion, 3, 1000);
	assert_true(motion.runs);
	show_slide(&motion, 3, 2000);
	assert_string_equal(show(&motion, &two, COLS, 3000), "2333333333");
	show(&motion, &two, COLS, 4000);
	/* And nothing leads to the second. */
	assert_string_equal(show_slide(&motion, 1, 5000), "1111111111");
	assert_string_equal(show(&motion, &two, COLS, 6000), "2222222222");
	motion_release(&motion);
}

static void a_key_ends_it(void **state)
{
	struct motion motion = { 0 };

	(void)state;
	show_slide(&motion, 1, 0);
	show_slide(&motion, 2, 100);
	motion_end(&motion);
	assert_int_equal(motion_timeout(&motion, 110), -1);
	assert_string_equal(show_slide(&motion, 2, 110), "2222222222");
	/* The next slide moves again, */
	show_slide(&motion, 3, 200);
	assert_true(motion.runs);
	/* but not when a key ends that on the way, nor when more come. */
	motion_end(&motion);
	motion_end(&motion);
	assert_string_equal(show_slide(&motion, 5, 210), "5555555555");
	motion_end(&motion);
	show_slide(&motion, 6, 300);
	assert_true(motion.runs);
	/* Whatever else changes the slide. */
	assert_string_equal(show_slide(&motion, 7, 310), "7777777777");
	motion_release(&motion);
}

static void nothing_moves_otherwise(void **state)
{
	static const struct {
		const char *name;
		struct scene from, to;
		int cols;
	} cases[] = {
		{ "the same slide", ONE, ONE, COLS },
		{ "what stands in front", ONE, BLANK, COLS },
		{ "what stood in front", BLANK, ONE, COLS },
		{ "another deck",
		  ONE,
		  { &other_deck, 2, TRANSITION_SLIDE, MS, 0, 1 },
		  COLS },
		{ "none", ONE, { &deck, 2, TRANSITION_NONE, MS, 0, 1 }, COLS },
		{ "unsaid",
		  ONE,
		  { &deck, 2, TRANSITION_UNSAID, MS, 0, 1 },
		  COLS },
		{ "another size",
		  ONE,
		  { &deck, 2, TRANSITION_SLIDE, MS, 0, 1 },
		  COLS + 1 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct motion motion = { 0 };
		show(&motion, &cases[i].from, COLS, 0);
		const char *shown =
			show(&motion, &cases[i].to, cases[i].cols, 1000);
		expect_int(&expect, cases[i].name, '0' + cases[i].to.slide,
			   shown[0]);
		expect_int(&expect, cases[i].name, '0' + cases[i].to.slide,
			   shown[COLS - 1]);
		expect_int(&expect, cases[i].name, -1,
			   motion_timeout(&motion, 1000));
		motion_release(&motion);
	}
	expect_done(&expect);
}

static void another_size_ends_it(void **state)
{
	struct motion motion = { 0 };
	struct scene two = scene_of(2);

	(void)state;
	show_slide(&motion, 1, 0);
	show_slide(&motion, 2, 100);
	assert_true(motion.runs);
	assert_string_equal(show(&motion, &two, COLS + 2, 120), "222222222222");
	assert_false(motion.runs);
	motion_release(&motion);
}

static void takes_its_usual_time(void **state)
{
	struct motion motion = { 0 };
	struct scene two = scene_of(2);

	(void)state;
	two.ms = 0;
	show_slide(&motion, 1, 0);
	show(&motion, &two, COLS, 0);
	show(&motion, &two, COLS, TRANSITION_MS - MOTION_FRAME_MS - 1);
	assert_true(motion.runs);
	show(&motion, &two, COLS, TRANSITION_MS - MOTION_FRAME_MS);
	assert_false(motion.runs);
	motion_release(&motion);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(moves_as_time_goes_by),
		cmocka_unit_test(goes_back_the_same_way),
		cmocka_unit_test(a_key_ends_it),
		cmocka_unit_test(nothing_moves_otherwise),
		cmocka_unit_test(another_size_ends_it),
		cmocka_unit_test(takes_its_usual_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
