/* SPDX-License-Identifier: MIT */
/*
 * Images that are made while nobody waits.
 */
#include "picture/gallery.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "support/folder.h"
#include "support/unit.h"

/* Longer than any machine takes. */
#define DEADLINE_MS 60000

static void copy_picture(const char *name, const char *to)
{
	struct buf path = { 0 }, bytes = { 0 };
	struct error error;

	buf_printf(&path, "%s/%s", PICTURES, name);
	buf_put_byte(&path, '\0');
	assert_true(file_read(path.ptr, &bytes, &error));
	folder_put(to, buf_str(&bytes));
	buf_release(&path);
	buf_release(&bytes);
}

static const struct picture *find(struct gallery *gallery, const char *path)
{
	struct error error;

	return gallery_find(gallery, path, path, &error);
}

/* Until all that was wanted is made. */
static void wait_for_all(struct gallery *gallery)
{
	struct pollfd wait = { .events = POLLIN };

	while ((wait.fd = gallery_fd(gallery)) >= 0) {
		assert_int_equal(poll(&wait, 1, DEADLINE_MS), 1);
		gallery_take(gallery);
	}
}

static void makes_what_is_wanted(void **state)
{
	struct gallery *gallery = gallery_open();

	(void)state;
	copy_picture("quarters.png", "a.png");
	copy_picture("lossy.webp", "b.webp");
	const struct picture *a = find(gallery, "a.png");
	const struct picture *b = find(gallery, "b.webp");
	assert_int_equal(a->width, 40);
	assert_int_equal(b->height, 20);
	assert_int_equal(gallery_fd(gallery), -1);
	assert_false(gallery_take(gallery));
	gallery_want(gallery, a, 2, 2);
	gallery_want(gallery, a, 10, 6);
	gallery_want(gallery, b, 2, 2);
	assert_null(picture_raster(a, 2, 2));
	wait_for_all(gallery);
	const struct raster *raster = picture_raster(a, 2, 2);
	assert_non_null(raster);
	assert_memory_equal(raster->bytes,
			    "\xff\0\0\xff\0\xff\0\xff"
			    "\0\0\xff\xff\xff\xff\0\xff",
			    16);
	assert_non_null(picture_raster(a, 10, 6));
	assert_non_null(picture_raster(b, 2, 2));
	assert_null(picture_raster(b, 10, 6));
	assert_ptr_equal(find(gallery, "a.png"), a);
	assert_non_null(picture_raster(a, 2, 2));
	gallery_close(gallery);
}

static void forgets_a_file_that_changes(void **state)
{
	struct gallery *gallery = gallery_open();

	(void)state;
	copy_picture("quarters.png", "a.png");
	const struct picture *a = find(gallery, "a.png");
	gallery_want(gallery, a, 2, 2);
	wait_for_all(gallery);
	gallery_want(gallery, a, 3, 3);
	copy_picture("holes.png", "b.png");
	assert_int_equal(rename("b.png", "a.png"), 0);
	assert_ptr_equal(find(gallery, "a.png"), a);
	assert_null(picture_raster(a, 2, 2));
	assert_int_equal(gallery_fd(gallery), -1);
	gallery_want(gallery, a, 2, 2);
	wait_for_all(gallery);
	assert_int_equal(picture_raster(a, 2, 2)->bytes[11], 0);
	gallery_close(gallery);
}

static void tells_what_cannot_be_decoded(void **state)
{
	struct gallery *gallery = gallery_open();
	struct error error;

	(void)state;
	folder_put("a.png", BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
				  "\0\0\0\7\0\0\0\7"));
	const struct picture *a = find(gallery, "a.png");
	gallery_want(gallery, a, 2, 2);
	wait_for_all(gallery);
	assert_true(a->broken);
	assert_null(picture_raster(a, 2, 2));
	gallery_want(gallery, a, 2, 2);
	assert_int_equal(gallery_fd(gallery), -1);
	assert_null(gallery_find(gallery, "a.png", "x", &error));
	assert_string_equal(error.text, "x: a damaged image");
	copy_picture("quarters.png", "a.png");
	assert_non_null(find(gallery, "a.png"));
	assert_false(a->broken);
	gallery_close(gallery);
}

static void opens_no_devices(void **state)
{
	struct gallery *gallery = gallery_open();
	struct error error;

	(void)state;
	assert_int_equal(mkfifo("fifo.png", 0600), 0);
	assert_null(gallery_find(gallery, "fifo.png", "x", &error));
	assert_string_equal(error.text, "x: not a regular file");
	assert_null(gallery_find(gallery, "nothing.png", "x", &error));
	assert_string_equal(error.text, "x: No such file or directory");
	folder_put("text.png", BYTES("text"));
	assert_null(gallery_find(gallery, "text.png", "x", &error));
	assert_string_equal(error.text, "x: not PNG, JPEG, GIF or WebP");
	gallery_close(gallery);
}

/* This test is built with room for 1024 bytes: for 256 pixels. */
static void keeps_what_was_wanted_last(void **state)
{
	struct gallery *gallery = gallery_open();

	(void)state;
	copy_picture("quarters.png", "a.png");
	const struct picture *a = find(gallery, "a.png");
	gallery_want(gallery, a, 10, 8);
	gallery_want(gallery, a, 10, 9);
	wait_for_all(gallery);
	gallery_want(gallery, a, 10, 8);
	gallery_want(gallery, a, 10, 10);
	wait_for_all(gallery);
	assert_non_null(picture_raster(a, 10, 8));
	assert_null(picture_raster(a, 10, 9));
	assert_non_null(picture_raster(a, 10, 10));
	gallery_want(gallery, a, 100, 100);
	wait_for_all(gallery);
	assert_null(picture_raster(a, 10, 10));
	assert_non_null(picture_raster(a, 100, 100));
	gallery_close(gallery);
}

/* Nothing is left of what is being made, and nobody waits for it. */
static void ends_in_the_middle(void **state)
{
	struct gallery *gallery = gallery_open();

	(void)state;
	copy_picture("quarters.png", "a.png");
	gallery_want(gallery, find(gallery, "a.png"), 2, 2);
	gallery_close(gallery);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(makes_what_is_wanted),
		IN_FOLDER(forgets_a_file_that_changes),
		IN_FOLDER(tells_what_cannot_be_decoded),
		IN_FOLDER(opens_no_devices),
		IN_FOLDER(keeps_what_was_wanted_last),
		IN_FOLDER(ends_in_the_middle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
