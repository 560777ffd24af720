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
		{ "kitty's", MEANS_AUTO, ALL, MEANS_KITTY },
		{ "iTerm2's",
		  MEANS_AUTO,
		  { .stamps = true, .iterm2 = true, .sixel = true },
		  MEANS_ITERM2 },
		{ "sixels",
		  MEANS_AUTO,
		  { .stamps = true, .sixel = true, .blocks = true },
		  MEANS_SIXEL },
		{ "nothing said",
		  MEANS_AUTO,
		  { .stamps = true, .blocks = true },
		  MEANS_BLOCKS },
		{ "few colours", MEANS_AUTO, { .stamps = true }, MEANS_TEXT },
		{ "no colours wanted",
		  MEANS_AUTO,
		  { .stamps = true, .kitty = true, .mono = true },
		  MEANS_TEXT },
		{ "no way to send any",
		  MEANS_AUTO,
		  { .kitty = true, .blocks = true },
		  MEANS_BLOCKS },
		{ "the user knows",
		  MEANS_SIXEL,
		  { .stamps = true, .kitty = true, .mono = true },
		  MEANS_SIXEL },
		{ "the user cannot know",
		  MEANS_KITTY,
		  { .blocks = true },
		  MEANS_BLOCKS },
		{ "blocks for all", MEANS_BLOCKS, ALL, MEANS_BLOCKS },
		{ "no blocks",
		  MEANS_BLOCKS,
		  { .stamps = true, .kitty = true },
		  MEANS_TEXT },
		{ "text for all", MEANS_TEXT, ALL, MEANS_TEXT },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].what, cases[i].means,
			   means_choose(cases[i].wanted, &cases[i].can));
	expect_done(&expect);
}

static void means_have_names(void **state)
{
	enum image_means means = MEANS_TEXT;

	(void)state;
	assert_true(means_find("auto", &means));
	assert_int_equal(means, MEANS_AUTO);
	assert_true(means_find("iterm2", &means));
	assert_int_equal(means, MEANS_ITERM2);
	assert_false(means_find("", &means));
	assert_false(means_find("Kitty", &means));
	assert_true(means_are_stamped(MEANS_SIXEL));
	assert_false(means_are_stamped(MEANS_BLOCKS));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_best_is_taken),
		cmocka_unit_test(means_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
