/* SPDX-License-Identifier: MIT */
/*
 * Image files as pixels.
 */
#include "picture/decode.h"

#include <stdlib.h>

#include "base/file.h"
#include "support/unit.h"

static void read_picture(const char *name, struct buf *bytes)
{
	struct buf path = { 0 };
	struct error error;

	buf_printf(&path, "%s/%s", PICTURES, name);
	buf_put_byte(&path, '\0');
	assert_true(file_read(path.ptr, bytes, &error));
	buf_release(&path);
}

/* The letter of a colour that is nearly one of these. */
static char letter_of(const unsigned char *pixel)
{
	static const char letters[] = "kbgcrmyw";
	int bits = 0;

	for (int i = 0; i < 3; i++)
		bits = bits * 2 + (pixel[i] > 128);
	return pixel[3] < 128 ? '-' : letters[bits];
}

/* The middle of each quarter. */
static void put_quarters(const struct raster *raster, struct buf *out)
{
	for (int i = 0; i < 4; i++) {
		int x = raster->width / 4 * (1 + 2 * (i % 2));
		int y = raster->height / 4 * (1 + 2 * (i / 2));
		buf_put_byte(out, letter_of(raster->bytes +
					    raster_bytes(raster->width, y) +
					    raster_bytes(x, 1)));
	}
}

static bool decode(struct str bytes, enum picture_format format,
		   struct raster *raster)
{
	struct decoder decoder;

	assert_true(decode_open(&decoder, format));
	return decode_image(&decoder, bytes, raster);
}

static const struct {
	const char *name;
	enum picture_format format;
	const char *want;
} pictures[] = {
	{ "quarters.png", PICTURE_PNG, "rgby" },
	{ "quarters.jpg", PICTURE_JPEG, "rgby" },
	{ "progressive.jpg", PICTURE_JPEG, "rgby" },
	{ "quarters.gif", PICTURE_GIF, "rgby" },
	{ "moving.gif", PICTURE_GIF, "rgby" },
	{ "lossy.webp", PICTURE_WEBP, "rgby" },
	{ "lossless.webp", PICTURE_WEBP, "rgby" },
	{ "holes.png", PICTURE_PNG, "rg-y" },
	{ "holes.webp", PICTURE_WEBP, "rg-y" },
};

static void decodes_all_formats(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(pictures); i++) {
		struct buf bytes = { 0 }, out = { 0 };
		struct raster raster;
		read_picture(pictures[i].name, &bytes);
		if (decode(buf_str(&bytes), pictures[i].format, &raster))
			put_quarters(&raster, &out);
		expect_text(&expect, pictures[i].name, pictures[i].want,
			    buf_str(&out));
		free(raster.bytes);
		buf_release(&bytes);
		buf_release(&out);
	}
	expect_done(&expect);
}

/* Whatever comes of it, nothing is read that is not there. */
static void survives_what_is_cut(void **state)
{
	int decoded = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(pictures); i++) {
		struct buf bytes = { 0 };
		struct raster raster;
		read_picture(pictures[i].name, &bytes);
		for (size_t len = 0; len < bytes.len; len++) {
			char *part = malloc(len + 1);
			for (size_t k = 0; k < len; k++)
				part[k] = bytes.ptr[k];
			decoded += decode((struct str){ part, len },
					  pictures[i].format, &raster);
			free(raster.bytes);
			free(part);
		}
		buf_release(&bytes);
	}
	assert_true(decoded > 0); /* some of the last bytes do not matter */
}

static void refuses_other_formats(void **state)
{
	struct buf bytes = { 0 };
	struct raster raster;

	(void)state;
	read_picture("quarters.png", &bytes);
	assert_false(decode(buf_str(&bytes), PICTURE_WEBP, &raster));
	assert_null(raster.bytes);
	assert_false(decode(BYTES("P6 1 1 255 abc"), PICTURE_PNG, &raster));
	buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decodes_all_formats),
		cmocka_unit_test(survives_what_is_cut),
		cmocka_unit_test(refuses_other_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
