/* SPDX-License-Identifier: MIT */
/*
 * Images that are made while nobody waits.
 */
#include "picture/album.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

/* Longer than any machine takes. */
#define DEADLINE_MS 60000

static const struct picture *find(struct album *album, const char *path)
{
	struct error error;

	return album_find(album, path, path, &error);
}

static void want(struct album *album, const struct picture *picture, int width,
		 int height)
{
	album_want(album, picture,
		   &(struct copy_wish){ COPY_PIXELS, width, height }, true);
}

static const unsigned char *pixels_of(const struct picture *picture, int width,
				      int height)
{
	struct copy_wish wish = { COPY_PIXELS, width, height };
	const struct copy *copy = picture_copy(picture, &wish);

	return copy ? (const unsigned char *)copy->bytes.ptr : NULL;
}

/* Until all that was wanted is made. */
static void wait_for_all(struct album *album)
{
	struct pollfd wait = { .events = POLLIN };

	while ((wait.fd = album_fd(album)) >= 0) {
		assert_int_equal(poll(&wait, 1, DEADLINE_MS), 1);
		album_take(album);
	}
}

static void makes_what_is_wanted(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	folder_copy(PICTURES "/lossy.webp", "b.webp");
	const struct picture *a = find(album, "a.png");
	const struct picture *b = find(album, "b.webp");
	assert_int_equal(a->width, 40);
	assert_int_equal(b->height, 20);
	assert_int_equal(album_fd(album), -1);
	assert_int_equal(album_take(album), ALBUM_NOTHING);
	want(album, a, 2, 2);
	want(album, a, 10, 6);
	want(album, b, 2, 2);
	assert_null(pixels_of(a, 2, 2));
	wait_for_all(album);
	assert_non_null(pixels_of(a, 2, 2));
	assert_memory_equal(pixels_of(a, 2, 2),
			    "\xff\0\0\xff\0\xff\0\xff"
			    "\0\0\xff\xff\xff\xff\0\xff",
			    16);
	assert_non_null(pixels_of(a, 10, 6));
	assert_non_null(pixels_of(b, 2, 2));
	assert_null(pixels_of(b, 10, 6));
	assert_ptr_equal(find(album, "a.png"), a);
	assert_non_null(pixels_of(a, 2, 2));
	album_close(album);
}

/* A camera that was held on its side says so: red is on top on the right. */
static void turns_what_lies_on_its_side(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/turned.jpg", "a.jpg");
	const struct picture *a = find(album, "a.jpg");
	assert_int_equal(a->width, 20);
	assert_int_equal(a->height, 40);
	want(album, a, 2, 4);
	wait_for_all(album);
	const unsigned char *pixels = pixels_of(a, 2, 4);
	assert_true(pixels[4] > 200 && pixels[5] < 50 && pixels[6] < 50);
	assert_true(pixels[0] < 50 && pixels[1] < 50 && pixels[2] > 200);
	album_close(album);
}

static void forgets_a_file_that_changes(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	const struct picture *a = find(album, "a.png");
	want(album, a, 2, 2);
	wait_for_all(album);
	want(album, a, 3, 3);
	folder_copy(PICTURES "/holes.png", "b.png");
	assert_int_equal(rename("b.png", "a.png"), 0);
	assert_ptr_equal(find(album, "a.png"), a);
	assert_null(pixels_of(a, 2, 2));
	assert_int_equal(album_fd(album), -1);
	want(album, a, 2, 2);
	wait_for_all(album);
	assert_int_equal(pixels_of(a, 2, 2)[11], 0);
	album_close(album);
}

static void tells_what_cannot_be_decoded(void **state)
{
	struct album *album = album_open();
	struct error error;

	(void)state;
	folder_put("a.png", BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
				  "\0\0\0\7\0\0\0\7"));
	const struct picture *a = find(album, "a.png");
	want(album, a, 2, 2);
	wait_for_all(album);
	assert_true(a->broken);
	assert_null(pixels_of(a, 2, 2));
	want(album, a, 2, 2);
	assert_int_equal(album_fd(album), -1);
	assert_null(album_find(album, "a.png", "x", &error));
	assert_string_equal(error.text, "x: a damaged image");
	folder_copy(PICTURES "/quarters.png", "a.png");
	assert_non_null(find(album, "a.png"));
	assert_false(a->broken);
	album_close(album);
}

/* It makes stb_image read what is not there. */
static void survives_what_was_made_to_harm(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/harmful.jpg", "a.jpg");
	folder_copy(PICTURES "/quarters.png", "b.png");
	const struct picture *b = find(album, "b.png");
	want(album, find(album, "a.jpg"), 2, 2);
	want(album, b, 2, 2);
	wait_for_all(album);
	assert_non_null(pixels_of(b, 2, 2));
	album_close(album);
}

static void opens_no_devices(void **state)
{
	struct album *album = album_open();
	struct error error;

	(void)state;
	assert_int_equal(mkfifo("fifo.png", 0600), 0);
	assert_null(album_find(album, "fifo.png", "x", &error));
	assert_string_equal(error.text, "x: not a regular file");
	assert_null(album_find(album, "nothing.png", "x", &error));
	assert_string_equal(error.text, "x: No such file or directory");
	folder_put("text.png", BYTES("text"));
	assert_null(album_find(album, "text.png", "x", &error));
	assert_string_equal(error.text, "x: not PNG, JPEG, GIF or WebP");
	album_close(album);
}

/* This test is built with room for 1024 bytes: for 256 pixels. */
static void keeps_what_was_seen_last(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	const struct picture *a = find(album, "a.png");
	want(album, a, 10, 8);
	want(album, a, 10, 9);
	wait_for_all(album);
	album_turn(album);
	want(album, a, 10, 8);
	want(album, a, 10, 10);
	wait_for_all(album);
	assert_non_null(pixels_of(a, 10, 8));
	assert_null(pixels_of(a, 10, 9));
	assert_non_null(pixels_of(a, 10, 10));
	album_turn(album);
	want(album, a, 100, 100);
	wait_for_all(album);
	assert_null(pixels_of(a, 10, 10));
	assert_non_null(pixels_of(a, 100, 100));
	album_close(album);
}

/* What would push each other out would be made for ever. */
static void makes_all_that_is_seen(void **state)
{
	struct copy_wish ahead = { COPY_PIXELS, 10, 30 };
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	const struct picture *a = find(album, "a.png");
	want(album, a, 10, 20);
	want(album, a, 20, 10);
	album_want(album, a, &ahead, false);
	wait_for_all(album);
	assert_non_null(pixels_of(a, 10, 20));
	assert_non_null(pixels_of(a, 20, 10));
	assert_null(picture_copy(a, &ahead));
	album_close(album);
}

static void numbers_copies(void **state)
{
	struct copy_wish pixels = { COPY_PIXELS, 2, 2 };
	struct copy_wish png = { COPY_PNG, 2, 2 };
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	const struct picture *a = find(album, "a.png");
	album_want(album, a, &pixels, true);
	album_want(album, a, &png, true);
	wait_for_all(album);
	assert_int_equal(picture_copy(a, &pixels)->number, 1);
	assert_int_equal(picture_copy(a, &png)->number, 2);
	assert_memory_equal(picture_copy(a, &png)->bytes.ptr, "\x89PNG", 4);
	album_close(album);
}

/* Nothing is left of what is being made, and nobody waits for it. */
static void ends_in_the_middle(void **state)
{
	struct album *album = album_open();

	(void)state;
	folder_copy(PICTURES "/quarters.png", "a.png");
	want(album, find(album, "a.png"), 2, 2);
	album_close(album);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(makes_what_is_wanted),
		IN_FOLDER(turns_what_lies_on_its_side),
		IN_FOLDER(forgets_a_file_that_changes),
		IN_FOLDER(tells_what_cannot_be_decoded),
		IN_FOLDER(survives_what_was_made_to_harm),
		IN_FOLDER(opens_no_devices),
		IN_FOLDER(keeps_what_was_seen_last),
		IN_FOLDER(makes_all_that_is_seen),
		IN_FOLDER(numbers_copies),
		IN_FOLDER(ends_in_the_middle),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
