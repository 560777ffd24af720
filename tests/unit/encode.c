/* SPDX-License-Identifier: MIT */
/*
 * Pixels as a PNG file, and back.
 */
#include "picture/encode.h"

#include <stdlib.h>

#include "picture/decode.h"
#include "support/unit.h"

/* Opaque, half so, and not at all. */
static unsigned char pixels[] = {
	0xff, 0x80, 0x00, 0xff, 0x12, 0x34, 0x56, 0x80, 0x00, 0x00, 0x00, 0x00,
	0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0x02, 0x03, 0x04,
};

static void keeps_every_pixel(void **state)
{
	static const struct str signature = STR("\x89PNG\r\n\x1a\n");
	const struct raster raster = { 3, 2, pixels };
	struct decoder decoder;
	struct raster decoded;
	struct buf out = { 0 };

	(void)state;
	buf_put_text(&out, "before");
	assert_true(encode_png(&raster, &out));
	struct str file = str_from(buf_str(&out), 6);
	assert_true(str_starts(file, signature));
	assert_true(decode_open(&decoder, PICTURE_PNG));
	assert_true(decode_image(&decoder, file, &decoded));
	assert_int_equal(decoded.width, 3);
	assert_int_equal(decoded.height, 2);
	assert_memory_equal(decoded.bytes, pixels, sizeof(pixels));
	free(decoded.bytes);
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keeps_every_pixel),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
