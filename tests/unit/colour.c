/* SPDX-License-Identifier: MIT */
/*
 * The nearest colours.
 */
#include "layout/colour.h"

#include <math.h>

#include "base/contrast.h"
#include "support/unit.h"

static struct colour_table table;

static void finds_the_nearest(void **state)
{
	static const struct {
		const char *name;
		int rgb, many, few, some; /* with 256, 8 and 16 */
	} cases[] = {
		{ "black", 0x000000, 16, 0, 0 },
		{ "white", 0xffffff, 231, 7, 15 },
		{ "a colour of the cube", 0xff8700, 208, 3, 9 },
		{ "near to one", 0xfe8803, 208, 3, 9 },
		{ "a grey", 0x8a8a8a, 245, 7, 8 },
		{ "a dark grey", 0x303030, 236, 0, 8 },
		{ "near to a grey", 0x8b898a, 245, 7, 8 },
		{ "red", 0xff0000, 196, 1, 9 },
		{ "green", 0x00ff00, 46, 2, 10 },
		{ "yellow", 0xffff00, 226, 3, 11 },
		{ "blue", 0x0000ff, 21, 4, 4 },
		{ "magenta", 0xff00ff, 201, 5, 13 },
		{ "cyan", 0x00ffff, 51, 6, 14 },
		{ "dark red", 0x8b0000, 88, 1, 1 },
		{ "dark green", 0x006400, 22, 2, 2 },
		{ "navy", 0x000080, 18, 4, 4 },
		{ "purple", 0x800080, 90, 5, 5 },
		{ "bits above the colour", 0x1ff0000, 196, 1, 9 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		expect_int(&expect, cases[i].name, cases[i].many,
			   colour_nearest(&table, PALETTE_256, cases[i].rgb));
		expect_int(&expect, cases[i].name, cases[i].few,
			   colour_nearest(&table, PALETTE_8, cases[i].rgb));
		expect_int(&expect, cases[i].name, cases[i].some,
			   colour_nearest(&table, PALETTE_16, cases[i].rgb));
	}
	expect_done(&expect);
}

static void stays_in_the_palette(void **state)
{
	(void)state;
	for (int rgb = 0; rgb <= 0xffffff; rgb += 0x010f1d) {
		assert_in_range(colour_nearest(&table, PALETTE_256, rgb), 16,
				255);
		assert_in_range(colour_nearest(&table, PALETTE_16, rgb), 0, 15);
		assert_in_range(colour_nearest(&table, PALETTE_8, rgb), 0, 7);
	}
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
	assert_int_equal(colour_readable_on(PALETTE_16, 4), 15);
	assert_int_equal(colour_readable_on(PALETTE_16, 11), 0);
	assert_int_equal(colour_readable_on_rgb(0xf0f0f0), 0);
	assert_int_equal(colour_readable_on_rgb(0x102030), 0xffffff);
	for (int i = 0; i < 16; i++)
		assert_int_not_equal(colour_readable_on(PALETTE_16, i), i);
	for (int i = 0; i < 8; i++)
		assert_int_not_equal(colour_readable_on(PALETTE_8, i), i);
	for (int i = 16; i < 256; i++)
		assert_int_not_equal(colour_readable_on(PALETTE_256, i), i);
}

/* Of a hue that others can tell, in degrees around the colours. */
static double hue_of(int rgb)
{
	double red = rgb >> 16 & 0xff, green = rgb >> 8 & 0xff,
	       blue = rgb & 0xff;

	return atan2(sqrt(3) * (green - blue), 2 * red - green - blue) * 180 /
	       acos(-1);
}

static void moves_what_cannot_be_read(void **state)
{
	static const struct {
		const char *name;
		int rgb, ground;
		bool kept, lighter;
	} cases[] = {
		{ "blue on grey", 0x0000ee, 0x3a3a3a, false, true },
		{ "dark red on black", 0x5f0000, 0x000000, false, true },
		{ "yellow on white", 0xcdcd00, 0xffffff, false, false },
		{ "cyan on paper", 0x00cdcd, 0xf0eee0, false, false },
		{ "grey on grey", 0x777777, 0x7f7f7f, false, false },
		{ "red on itself", 0xcd0000, 0xcd0000, false, true },
		{ "white on black", 0xffffff, 0x000000, true, true },
		{ "enough of it", 0xff0000, 0xffffff, true, false },
		{ "bits above the colour", 0x1ff0000, 0x1ffffff, true, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int rgb = cases[i].rgb & 0xffffff;
		int got = colour_legible_on_rgb(cases[i].rgb, cases[i].ground);
		double is = contrast_of(got, cases[i].ground);
		expect_int(&expect, cases[i].name, cases[i].kept, got == rgb);
		if (cases[i].kept)
			continue;
		/* Hardly more than it takes, and the hue is about the same. */
		expect_true(&expect, cases[i].name,
			    is >= CONTRAST_GOOD && is < CONTRAST_GOOD + 0.3);
		expect_int(&expect, cases[i].name, cases[i].lighter,
			   contrast_of(got, 0) > contrast_of(rgb, 0));
		expect_true(&expect, cases[i].name,
			    fabs(hue_of(got) - hue_of(rgb)) < 25);
	}
	expect_done(&expect);
}

/* Any colour on any ground, the same at the second time. */
static void all_can_be_read(void **state)
{
	(void)state;
	for (int ground = 0; ground <= 0xffffff; ground += 0x091d33) {
		for (int rgb = 0; rgb <= 0xffffff; rgb += 0x152b3f) {
			int got = colour_legible_on_rgb(rgb, ground);
			assert_in_range(got, 0, 0xffffff);
			assert_true(contrast_of(got, ground) >= CONTRAST_MIN);
			assert_int_equal(colour_legible_on_rgb(got, ground),
					 got);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_nearest),
		cmocka_unit_test(stays_in_the_palette),
		cmocka_unit_test(contrasts),
		cmocka_unit_test(moves_what_cannot_be_read),
		cmocka_unit_test(all_can_be_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
