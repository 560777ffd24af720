/* SPDX-License-Identifier: MIT */
/*
 * Pixels on terminals of 256 colours: what stays flat, and what a pattern of
 * colours makes of the others.
 */
#include "layout/dither.h"

#include "layout/colour.h"
#include "support/unit.h"

#define SIDE 8

static const struct str both = STR("▀"), lower = STR("▄"), blank = STR(" ");

static struct cell pixels(struct str glyph, int text, int ground)
{
	return (struct cell){ .glyph = glyph,
			      .width = 1,
			      .style = { .role = ROLE_IMAGE,
					 .tint = { text, ground } } };
}

/* A cell that is like none beside it. */
static struct cell dither(struct cell cell, int row, int col)
{
	struct cell cells[SIDE] = { 0 };

	cells[col] = cell;
	return dither_cell(cells, SIDE, (struct pos){ row, col });
}

static bool is_same(const struct cell *a, const struct cell *b)
{
	return style_is_same(a->style, b->style) && str_eq(a->glyph, b->glyph);
}

static void leaves_colours_that_there_are(void **state)
{
	(void)state;
	for (int colour = 16; colour < 256; colour++) {
		int tint = TINT_SET | colour_rgb(colour);
		struct cell solid = pixels(blank, 0, tint);
		struct cell upper = pixels(both, tint, 0);
		for (int at = 0; at < SIDE * SIDE; at++) {
			int row = at / SIDE, col = at % SIDE;
			struct cell got = dither(solid, row, col);
			assert_true(is_same(&got, &solid));
			got = dither(upper, row, col);
			assert_true(is_same(&got, &upper));
		}
	}
}

static int channel(int rgb, int i)
{
	return rgb >> 8 * i & 0xff;
}

/* The squares of what a block of a colour is off, times its pixels squared. */
static long long error_of_block(int rgb)
{
	long long sums[3] = { 0 }, error = 0;
	int pixel_count = SIDE * SIDE * 2;

	for (int at = 0; at < SIDE * SIDE; at++) {
		struct cell cell = dither(pixels(blank, 0, TINT_SET | rgb),
					  at / SIDE, at % SIDE);
		struct tint tint = cell.style.tint;
		for (int i = 0; i < 3; i++)
			sums[i] +=
				channel(tint.ground, i) +
				channel(tint.text ? tint.text : tint.ground, i);
	}
	for (int i = 0; i < 3; i++) {
		long long by = sums[i] - channel(rgb, i) * pixel_count;
		error += by * by;
	}
	return error;
}

static void mixes_what_there_is_not(void **state)
{
	static const int colours[] = { 0x336699, 0x203050, 0x305020, 0xc08060,
				       0x7090d0, 0xf0e0b0, 0x806040 };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(colours); i++) {
		int near = colour_rgb(colour_near(colours[i]));
		long long flat = 0;
		for (int k = 0; k < 3; k++) {
			long long by =
				channel(near, k) - channel(colours[i], k);
			flat += by * by * SIDE * SIDE * 2 * SIDE * SIDE * 2;
		}
		expect_true(&expect, "less than half as far off",
			    error_of_block(colours[i]) * 4 < flat);
	}
	expect_done(&expect);
}

static void leaves_what_is_flat(void **state)
{
	struct cell cells[SIDE];
	int tint = TINT_SET | 0x336699;
	int near = TINT_SET | colour_rgb(colour_near(0x336699));

	(void)state;
	for (int i = 0; i < SIDE; i++)
		cells[i] = pixels(blank, 0, tint);
	for (int at = 0; at < SIDE * SIDE; at++) {
		struct cell got =
			dither_cell(cells, SIDE,
				    (struct pos){ at / SIDE, at % SIDE });
		assert_true(str_eq(got.glyph, blank));
		assert_int_equal(got.style.tint.text, 0);
		assert_int_equal(got.style.tint.ground, near);
	}
}

/* What has no colour gets none, neither half a cell nor the frame before it. */
static void leaves_what_is_transparent(void **state)
{
	static const struct str border = STR("│");
	struct cell frame = pixels(border, 0, 0);
	int tint = TINT_SET | 0x336699;

	(void)state;
	for (int at = 0; at < SIDE * SIDE; at++) {
		int row = at / SIDE, col = at % SIDE;
		struct cell got = dither(pixels(lower, tint, 0), row, col);
		assert_true(str_eq(got.glyph, lower));
		assert_int_equal(got.style.tint.ground, 0);
		assert_true(got.style.tint.text & TINT_SET);
		got = dither(pixels(both, tint, 0), row, col);
		assert_true(str_eq(got.glyph, both));
		assert_int_equal(got.style.tint.ground, 0);
		got = dither(frame, row, col);
		assert_true(is_same(&got, &frame));
	}
}

/* The lower half of a cell is the next row of the pattern. */
static void goes_on_from_half_to_half(void **state)
{
	int tint = TINT_SET | 0x336699;
	int differ = 0;

	(void)state;
	for (int at = 0; at < SIDE * SIDE; at++) {
		int row = at / SIDE, col = at % SIDE;
		struct cell solid = dither(pixels(blank, 0, tint), row, col);
		struct cell top = dither(pixels(both, tint, 0), row, col);
		struct cell low = dither(pixels(lower, tint, 0), row, col);
		struct tint got = solid.style.tint;
		assert_int_equal(low.style.tint.text, got.ground);
		assert_int_equal(top.style.tint.text,
				 got.text ? got.text : got.ground);
		assert_true(str_eq(solid.glyph, got.text ? both : blank));
		differ += got.text != 0;
	}
	assert_true(differ > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_colours_that_there_are),
		cmocka_unit_test(mixes_what_there_is_not),
		cmocka_unit_test(leaves_what_is_flat),
		cmocka_unit_test(leaves_what_is_transparent),
		cmocka_unit_test(goes_on_from_half_to_half),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
