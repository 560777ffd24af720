/* SPDX-License-Identifier: MIT */
/*
 * What the user wants, what the terminal can, and what comes of it.
 */
#include "picture/means.h"

#include "support/unit.h"

#define ALL                                                                   \
	{                                                                     \
		.stamps = true, .kitty = true, .iterm2 = true, .sixel = true, \
		.blocks = true                                                \
	}

static void the_best_is_taken(void **state)
{
	static const struct {
		const char *what;
		enum image_means wanted;
		struct image_abilities can;
		enum image_means means;
	} cases[] = {
		{ "kitty's", IMAGES_AUTO, ALL, IMAGES_KITTY },
		{ "iTerm2's",
		  IMAGES_AUTO,
		  { .stamps = true, .iterm2 = true, .sixel = true },
		  IMAGES_ITERM2 },
		{ "sixels",
		  IMAGES_AUTO,
		  { .stamps = true, .sixel = true, .blocks = true },
		  IMAGES_SIXEL },
		{ "nothing said",
		  IMAGES_AUTO,
		  { .stamps = true, .blocks = true },
		  IMAGES_BLOCKS },
		{ "few colours", IMAGES_AUTO, { .stamps = true }, IMAGES_TEXT },
		{ "no colours wanted",
		  IMAGES_AUTO,
		  { .stamps = true, .kitty = true, .mono = true },
		  IMAGES_TEXT },
		{ "no way to send any",
		  IMAGES_AUTO,
		  { .kitty = true, .blocks = true },
		  IMAGES_BLOCKS },
		{ "the user knows",
		  IMAGES_SIXEL,
		  { .stamps = true, .kitty = true, .mono = true },
		  IMAGES_SIXEL },
		{ "the user cannot know",
		  IMAGES_KITTY,
		  { .blocks = true },
		  IMAGES_BLOCKS },
		{ "blocks for all", IMAGES_BLOCKS, ALL, IMAGES_BLOCKS },
		{ "no blocks",
		  IMAGES_BLOCKS,
		  { .stamps = true, .kitty = true },
		  IMAGES_TEXT },
		{ "text for all", IMAGES_TEXT, ALL, IMAGES_TEXT },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].what, cases[i].means,
			   images_choose(cases[i].wanted, &cases[i].can));
	expect_done(&expect);
}

static void means_have_names(void **state)
{
	enum image_means means = IMAGES_TEXT;

	(void)state;
	assert_true(images_find("auto", &means));
	assert_int_equal(means, IMAGES_AUTO);
	assert_true(images_find("iterm2", &means));
	assert_int_equal(means, IMAGES_ITERM2);
	assert_false(images_find("", &means));
	assert_false(images_find("Kitty", &means));
	assert_true(images_are_stamped(IMAGES_SIXEL));
	assert_false(images_are_stamped(IMAGES_BLOCKS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_best_is_taken),
		cmocka_unit_test(means_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
