/* SPDX-License-Identifier: MIT */
/*
 * Copies of images, in the forms that screens take.
 */
#include "picture/copy.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "picture/encode.h"
#include "picture/sixel.h"
#include "support/unit.h"

/* A file as an image: what is known of it, and its bytes. */
struct sample {
	struct probe probe;
	struct decoder decoder;
	struct buf bytes;
};

static void read_sample(const char *name, struct probe probe,
			struct sample *sample)
{
	struct buf path = { 0 };
	struct error error;

	*sample = (struct sample){ .probe = probe };
	buf_printf(&path, "%s/%s", PICTURES, name);
	buf_put_byte(&path, '\0');
	assert_true(file_read(path.ptr, &sample->bytes, &error));
	assert_true(decode_open(&sample->decoder, probe.format));
	buf_release(&path);
}

static const struct probe png = { PICTURE_PNG, 40, 20, 1 };
static const struct probe jpeg = { PICTURE_JPEG, 40, 20, 1 };

static bool make(const struct sample *sample, struct copy_wish wish,
		 struct buf *out)
{
	bool ok = copy_make(&sample->decoder, buf_str(&sample->bytes),
			    &sample->probe, &wish, out);

	return ok && copy_is_sound(&wish, buf_str(out));
}

static struct raster decoded(const struct buf *file)
{
	struct decoder decoder;
	struct raster raster;

	assert_true(decode_open(&decoder, PICTURE_PNG));
	assert_true(decode_image(&decoder, buf_str(file), &raster));
	return raster;
}

static void pixels_are_as_wanted(void **state)
{
	struct buf out = { 0 };
	struct sample sample;

	(void)state;
	read_sample("quarters.png", png, &sample);
	assert_true(
		make(&sample, (struct copy_wish){ COPY_PIXELS, 2, 2 }, &out));
	assert_int_equal(out.len, 16);
	assert_memory_equal(out.ptr,
			    "\xff\0\0\xff\0\xff\0\xff"
			    "\0\0\xff\xff\xff\xff\0\xff",
			    16);
	buf_release(&out);
	buf_release(&sample.bytes);
}

/* It is sent as it is, whatever its place. */
static void a_small_png_is_its_own_copy(void **state)
{
	struct buf out = { 0 };
	struct sample sample;

	(void)state;
	read_sample("quarters.png", png, &sample);
	assert_true(
		make(&sample, (struct copy_wish){ COPY_PNG, 800, 400 }, &out));
	assert_true(str_eq(buf_str(&out), buf_str(&sample.bytes)));
	buf_release(&out);
	buf_release(&sample.bytes);
}

/* A file of more bytes than the pixels of its place is made smaller. */
static void a_large_png_is_scaled(void **state)
{
	struct buf out = { 0 };
	struct sample sample;

	(void)state;
	read_sample("quarters.png", png, &sample);
	assert_true(make(&sample, (struct copy_wish){ COPY_PNG, 6, 3 }, &out));
	struct raster raster = decoded(&out);
	assert_int_equal(raster.width, 6);
	assert_int_equal(raster.height, 3);
	assert_memory_equal(raster.bytes, "\xff\0\0\xff", 4);
	free(raster.bytes);
	buf_release(&out);
	buf_release(&sample.bytes);
}

/* The terminal makes it larger: that takes fewer bytes. */
static void others_become_png_but_not_larger(void **state)
{
	struct buf out = { 0 };
	struct sample sample;

	(void)state;
	read_sample("quarters.jpg", jpeg, &sample);
	assert_true(
		make(&sample, (struct copy_wish){ COPY_PNG, 800, 400 }, &out));
	struct raster raster = decoded(&out);
	assert_int_equal(raster.width, 40);
	assert_int_equal(raster.height, 20);
	free(raster.bytes);
	buf_release(&out);
	buf_release(&sample.bytes);
}

/* Nobody is sent a file that a decoder does not take. */
static void a_damaged_png_is_none(void **state)
{
	struct buf out = { 0 };
	struct sample sample;

	(void)state;
	read_sample("quarters.png", png, &sample);
	sample.bytes.len = 60;
	assert_false(
		make(&sample, (struct copy_wish){ COPY_PNG, 800, 400 }, &out));
	buf_release(&out);
	buf_release(&sample.bytes);
}

static void sixels_are_as_large_as_wanted(void **state)
{
	static const struct str size = STR("\"1;1;60;30#");
	struct buf out = { 0 };
	struct sample sample;
	struct error error;

	(void)state;
	read_sample("quarters.png", png, &sample);
	bool ok =
		make(&sample, (struct copy_wish){ COPY_SIXELS, 60, 30 }, &out);
	assert_int_equal(ok, sixel_open(&error));
	if (ok)
		assert_true(str_starts(buf_str(&out), size));
	else
		assert_non_null(strstr(error.text, "libchafa"));
	buf_release(&out);
	buf_release(&sample.bytes);
}

/* Edges that are half there have the colour of what they are edges of. */
static void sixels_are_solid(void **state)
{
	static const struct str red = STR("\"1;1;6;6#0;2;100;0;0#");
	static unsigned char pixels[6 * 6 * RASTER_PIXEL_BYTES];
	const struct raster raster = { 6, 6, pixels };
	struct sample sample = { .probe = { PICTURE_PNG, 6, 6, 1 } };
	struct buf out = { 0 };
	struct error error;

	(void)state;
	if (!sixel_open(&error))
		skip();
	for (size_t i = 0; i < sizeof(pixels); i += RASTER_PIXEL_BYTES) {
		pixels[i] = 0xff;
		pixels[i + 3] = 0xa0;
	}
	assert_true(encode_png(&raster, &sample.bytes));
	assert_true(decode_open(&sample.decoder, PICTURE_PNG));
	assert_true(
		make(&sample, (struct copy_wish){ COPY_SIXELS, 6, 6 }, &out));
	assert_true(str_starts(buf_str(&out), red));
	buf_release(&out);
	buf_release(&sample.bytes);
}

static void unsound_copies_are_known(void **state)
{
	static const struct {
		enum copy_kind kind;
		struct str bytes;
		bool sound;
	} cases[] = {
		{ COPY_PIXELS, STR("12345678"), true },
		{ COPY_PIXELS, STR("1234567"), false },
		{ COPY_PIXELS, STR("123456789"), false },
		{ COPY_PIXELS, STR(""), false },
		{ COPY_PNG, STR("\x89PNG\r\n"), true },
		{ COPY_PNG, STR(""), false },
		{ COPY_SIXELS, STR("\"1;1;2;1#0;2;0;0;0~~"), true },
		{ COPY_SIXELS, STR("~\033[2J"), false },
		{ COPY_SIXELS, STR("~\n~"), false },
		{ COPY_SIXELS, STR("~\x9c"), false },
		{ COPY_SIXELS, STR("~\x7f"), false },
		{ COPY_SIXELS, STR(""), false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct copy_wish wish = { cases[i].kind, 2, 1 };
		expect_int(&expect, cases[i].bytes.ptr, cases[i].sound,
			   copy_is_sound(&wish, cases[i].bytes));
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pixels_are_as_wanted),
		cmocka_unit_test(a_small_png_is_its_own_copy),
		cmocka_unit_test(a_large_png_is_scaled),
		cmocka_unit_test(others_become_png_but_not_larger),
		cmocka_unit_test(a_damaged_png_is_none),
		cmocka_unit_test(sixels_are_as_large_as_wanted),
		cmocka_unit_test(sixels_are_solid),
		cmocka_unit_test(unsound_copies_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
