/* SPDX-License-Identifier: MIT */
/*
 * Pixels in other sizes.
 */
#include "picture/raster.h"

#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

/* Pixels of one row, red only, in hexadecimal; "--" is transparent. */
static void put_reds(const struct raster *raster, struct buf *out)
{
	for (int i = 0; i < raster->width * raster->height; i++) {
		const unsigned char *pixel =
			raster->bytes + RASTER_PIXEL_BYTES * i;
		if (i > 0)
			buf_put_byte(out, i % raster->width ? ' ' : '/');
		if (pixel[3] < 128)
			buf_put_text(out, "--");
		else
			buf_printf(out, "%02x", pixel[0]);
	}
}

#define PIXEL(red) red, 9, 9, 255
#define NO_PIXEL   200, 200, 200, 0
#define HALF_A_ONE 16, 16, 16, 128

static void scales_by_areas(void **state)
{
	static unsigned char pixels[] = {
		PIXEL(0),   PIXEL(64), PIXEL(128), PIXEL(192),
		PIXEL(255), NO_PIXEL,  NO_PIXEL,   HALF_A_ONE,
	};
	static const struct {
		const char *name;
		int width, height, to_width, to_height;
		const char *want;
	} cases[] = {
		{ "the same", 4, 1, 4, 1, "00 40 80 c0" },
		{ "half as wide", 4, 1, 2, 1, "20 a0" },
		{ "one", 4, 1, 1, 1, "60" },
		{ "uneven", 4, 1, 3, 1, "10 60 b0" },
		{ "wider", 2, 1, 4, 1, "00 00 40 40" },
		{ "unevenly wider", 2, 1, 3, 1, "00 20 40" },
		{ "higher", 1, 2, 1, 3, "00/20/40" },
		{ "without what is transparent", 8, 1, 4, 1, "20 a0 ff --" },
		{ "down", 4, 2, 4, 1, "80 40 80 85" },
		{ "much larger", 1, 1, 2, 2, "00 00/00 00" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct raster from = { cases[i].width, cases[i].height,
				       pixels };
		struct raster to = raster_scale(&from, cases[i].to_width,
						cases[i].to_height);
		struct buf out = { 0 };
		put_reds(&to, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
		free(to.bytes);
	}
	expect_done(&expect);
}

static void keeps_what_is_even(void **state)
{
	struct raster from = { 97, 61, malloc(raster_bytes(97, 61)) };

	(void)state;
	memset(from.bytes, 255, raster_bytes(97, 61));
	for (int width = 1; width < 200; width += 7) {
		struct raster to = raster_scale(&from, width, width / 3 + 1);
		for (size_t i = 0; i < raster_bytes(width, width / 3 + 1); i++)
			assert_int_equal(to.bytes[i], 255);
		free(to.bytes);
	}
	free(from.bytes);
}

static void turns_upright(void **state)
{
	static unsigned char pixels[] = {
		PIXEL(1), PIXEL(2), PIXEL(3), PIXEL(4), PIXEL(5), PIXEL(6),
	};
	static const char *const wants[] = {
		"01 02 03/04 05 06", "03 02 01/06 05 04", "06 05 04/03 02 01",
		"04 05 06/01 02 03", "01 04/02 05/03 06", "04 01/05 02/06 03",
		"06 03/05 02/04 01", "03 06/02 05/01 04",
	};
	struct raster from = { 3, 2, pixels };
	struct expect expect = { 0 };

	(void)state;
	for (int i = 0; i < (int)COUNT(wants); i++) {
		struct raster to = raster_turn(&from, i + 1);
		struct buf out = { 0 };
		put_reds(&to, &out);
		expect_text(&expect, wants[i], wants[i], buf_str(&out));
		buf_release(&out);
		free(to.bytes);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scales_by_areas),
		cmocka_unit_test(keeps_what_is_even),
		cmocka_unit_test(turns_upright),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
