/* SPDX-License-Identifier: MIT */
/*
 * Sixels, where there is something that makes them.
 */
#include "picture/sixel.h"

#include <string.h>

#include "support/unit.h"

#define SIDE 6 /* pixels: one row of sixels */

static unsigned char pixels[SIDE * SIDE * RASTER_PIXEL_BYTES];

static void fill(int cols, int opacity)
{
	memset(pixels, 0, sizeof(pixels));
	for (int i = 0; i < SIDE * SIDE; i++) {
		unsigned char *pixel = &pixels[i * RASTER_PIXEL_BYTES];
		pixel[0] = 0xff;
		pixel[3] = i % SIDE < cols ? (unsigned char)opacity : 0;
	}
}

/* What is drawn last, without the number of its colour. */
static struct str last_colour(const struct buf *out)
{
	struct str rest = buf_str(out);
	const char *mark;

	while ((mark = str_find(rest, '#')))
		rest = str_from(rest, (size_t)(mark - rest.ptr) + 1);
	return str_from(rest, str_digits(rest));
}

/* "~" is six pixels below each other, "?" none. */
static void draws_what_is_opaque(void **state)
{
	static const struct {
		const char *name;
		int cols, opacity;
		const char *want;
	} cases[] = {
		{ "all of it", 6, 0xff, "!6~-" },
		{ "a half", 3, 0xff, "~~~-" },
		{ "what is nearly opaque", 6, 0xc0, "!6~-" },
		{ "what is hardly there", 6, 0x20, "!6?-" },
	};
	static const struct str size = STR("\"1;1;6;6#");
	const struct raster raster = { SIDE, SIDE, pixels };
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	if (!sixel_open(&error))
		skip();
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		fill(cases[i].cols, cases[i].opacity);
		assert_true(sixel_make(&raster, &out));
		assert_true(str_starts(buf_str(&out), size));
		expect_text(&expect, cases[i].name, cases[i].want,
			    last_colour(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

static void says_what_is_missing(void **state)
{
	const struct raster raster = { SIDE, SIDE, pixels };
	struct buf out = { 0 };
	struct error error;

	(void)state;
	if (sixel_open(&error))
		skip();
	assert_non_null(strstr(error.text, "libchafa"));
	assert_false(sixel_make(&raster, &out));
	assert_int_equal(out.len, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_what_is_opaque),
		cmocka_unit_test(says_what_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
