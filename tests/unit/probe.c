/* SPDX-License-Identifier: MIT */
/*
 * What the headers of image files say.
 */
#include "picture/probe.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

static void put_probe(const char *path, struct buf *out)
{
	struct probe probe;
	struct error error;
	int fd = open(path, O_RDONLY);

	assert_true(fd >= 0);
	bool ok = probe_file(fd, "x", &probe, &error);
	if (ok)
		buf_printf(out, "%d %dx%d", probe.format, probe.width,
			   probe.height);
	if (ok && probe.orientation != 1)
		buf_printf(out, " turned %d", probe.orientation);
	if (!ok)
		buf_put_text(out, error.text);
	close(fd);
}

static void looks_at_all_formats(void **state)
{
	static const struct {
		const char *name, *want;
	} cases[] = {
		{ "quarters.png", "0 40x20" },
		{ "holes.png", "0 40x20" },
		{ "quarters.jpg", "1 40x20" },
		{ "quarters.gif", "2 40x20" },
		{ "progressive.jpg", "1 40x20" },
		{ "moving.gif", "2 40x20" },
		{ "lossy.webp", "3 40x20" },
		{ "holes.webp", "3 40x20" },
		{ "lossless.webp", "3 40x20" },
		{ "turned.jpg", "1 20x40 turned 6" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf path = { 0 }, out = { 0 };
		buf_printf(&path, "%s/%s", PICTURES, cases[i].name);
		buf_put_byte(&path, '\0');
		put_probe(path.ptr, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&path);
		buf_release(&out);
	}
	expect_done(&expect);
}

#define PNG   "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define NONE  "x: not PNG, JPEG, GIF or WebP"
#define HARM  "x: a damaged image"
#define LARGE "x: too many pixels"

static void refuses_what_is_no_image(void **state)
{
	static const struct {
		const char *name;
		struct str bytes;
		const char *want;
	} cases[] = {
		{ "empty", STR(""), NONE },
		{ "text", STR("# A title\n\nnot an image at all"), NONE },
		{ "half a mark", STR("\x89PN"), NONE },
		{ "svg", STR("<svg xmlns='http://www.w3.org/2000/svg'/>"),
		  NONE },
		{ "no header", STR("\x89PNG\r\n\x1a\n\0\0\0\rIDAT"), NONE },
		{ "cut", STR(PNG), HARM },
		{ "no width", STR(PNG "\0\0\0\0\0\0\0\1"), HARM },
		{ "negative", STR(PNG "\x80\0\0\1\0\0\0\1"), HARM },
		{ "one pixel", STR(PNG "\0\0\0\1\0\0\0\1"), "0 1x1" },
		{ "large", STR(PNG "\0\0\x20\0\0\0\x20\1"), LARGE },
		{ "largest", STR(PNG "\0\0\x20\0\0\0\x20\0"), "0 8192x8192" },
		{ "huge", STR(PNG "\x7f\xff\xff\xff\x7f\xff\xff\xff"), LARGE },
		{ "gif", STR("GIF89a\x01\x02\x03\x04"), "2 513x1027" },
		{ "flat gif", STR("GIF89a\x01\x02\0\0"), HARM },
		{ "jpeg",
		  STR("\xff\xd8\xff\xe0\0\4xx\xff\xff\xc2\0\x11\x8"
		      "\0\2\0\3"),
		  "1 3x2" },
		{ "exif that is cut",
		  STR("\xff\xd8\xff\xe1\0\x10"
		      "Exif\0\0II*\0"
		      "\xff\xff\xff\xff"),
		  HARM },
		{ "exif without an end",
		  STR("\xff\xd8\xff\xe1\0\x18"
		      "Exif\0\0MM\0*"
		      "\0\0\0\x8\xff\xff\1\x12\0\3"),
		  HARM },
		{ "jpeg without size", STR("\xff\xd8\xff\xe0\0\4xx\xff\xd9"),
		  HARM },
		{ "jpeg that goes nowhere",
		  STR("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0"), HARM },
		{ "webp of an unknown kind", STR("RIFF\0\0\0\0WEBPVP9 "),
		  HARM },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		folder_put("file", cases[i].bytes);
		put_probe("file", &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

static void refuses_large_files(void **state)
{
	struct buf out = { 0 };

	(void)state;
	folder_put("file", BYTES(PNG "\0\0\0\1\0\0\0\1"));
	assert_int_equal(truncate("file", (off_t)PICTURE_BYTES_MAX + 1), 0);
	put_probe("file", &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "x: too large");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looks_at_all_formats),
		cmocka_unit_test_setup_teardown(refuses_what_is_no_image,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(refuses_large_files,
						folder_enter, folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
