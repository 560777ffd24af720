/* SPDX-License-Identifier: MIT */
/*
 * The nearest colours.
 */
#include "layout/colour.h"

#include "support/unit.h"

static void finds_the_nearest(void **state)
{
	static const struct {
		const char *name;
		int rgb, many, few;
	} cases[] = {
		{ "black", 0x000000, 16, 0 },
		{ "white", 0xffffff, 231, 7 },
		{ "a colour of the cube", 0xff8700, 208, 3 },
		{ "near to one", 0xfe8803, 208, 3 },
		{ "a grey", 0x8a8a8a, 245, 7 },
		{ "a dark grey", 0x303030, 236, 0 },
		{ "near to a grey", 0x8b898a, 245, 7 },
		{ "red", 0xff0000, 196, 1 },
		{ "green", 0x00ff00, 46, 2 },
		{ "yellow", 0xffff00, 226, 3 },
		{ "blue", 0x0000ff, 21, 4 },
		{ "magenta", 0xff00ff, 201, 5 },
		{ "cyan", 0x00ffff, 51, 6 },
		{ "dark red", 0x8b0000, 88, 1 },
		{ "dark green", 0x006400, 22, 2 },
		{ "navy", 0x000080, 18, 4 },
		{ "purple", 0x800080, 90, 5 },
		{ "bits above the colour", 0x1ff0000, 196, 1 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		expect_int(&expect, cases[i].name, cases[i].many,
			   colour_nearest(PALETTE_256, cases[i].rgb));
		expect_int(&expect, cases[i].name, cases[i].few,
			   colour_nearest(PALETTE_8, cases[i].rgb));
	}
	expect_done(&expect);
}

static void stays_in_the_palette(void **state)
{
	(void)state;
	for (int rgb = 0; rgb <= 0xffffff; rgb += 0x010f1d) {
		assert_in_range(colour_nearest(PALETTE_256, rgb), 16, 255);
		assert_in_range(colour_nearest(PALETTE_8, rgb), 0, 7);
	}
}

static void finds_what_is_near(void **state)
{
	static const struct {
		const char *name;
		int rgb, want;
	} cases[] = {
		{ "black", 0x000000, 16 },
		{ "white", 0xffffff, 231 },
		{ "a grey", 0x8a8a8a, 245 },
		{ "a dark grey", 0x303030, 236 },
		{ "nearly black", 0x010101, 16 },
		{ "red", 0xff0000, 196 },
		{ "half of red", 0x800000, 88 },
		{ "a blue", 0x5f87ff, 69 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].name, cases[i].want,
			   colour_near(cases[i].rgb));
	/* What is a colour of the palette is that, and nothing else. */
	for (int i = 16; i < 256; i++)
		expect_int(&expect, "its own", colour_rgb(i),
			   colour_rgb(colour_near(colour_rgb(i))));
	expect_done(&expect);
}

static void contrasts(void **state)
{
	(void)state;
	assert_int_equal(colour_readable_on(PALETTE_256, 16), 231);
	assert_int_equal(colour_readable_on(PALETTE_256, 231), 16);
	assert_int_equal(colour_readable_on(PALETTE_256, 226), 16);
	assert_int_equal(colour_readable_on(PALETTE_256, 18), 231);
	assert_int_equal(colour_readable_on(PALETTE_8, 4), 7);
	assert_int_equal(colour_readable_on(PALETTE_8, 3), 0);
	for (int i = 0; i < 8; i++)
		assert_int_not_equal(colour_readable_on(PALETTE_8, i), i);
	for (int i = 16; i < 256; i++)
		assert_int_not_equal(colour_readable_on(PALETTE_256, i), i);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_nearest),
		cmocka_unit_test(stays_in_the_palette),
		cmocka_unit_test(finds_what_is_near),
		cmocka_unit_test(contrasts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
