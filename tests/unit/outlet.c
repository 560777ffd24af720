/* SPDX-License-Identifier: MIT */
/*
 * Images on their way to somebody who takes his time.
 */
#include "backend/outlet.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include "support/unit.h"

/* More than a pipe holds. */
static char image[1024 * 1024];

static struct stamps stamps_of(struct stamp *stamp)
{
	*stamp = (struct stamp){ .copy = { 1, { image, sizeof(image) } },
				 .size = { 5, 20 } };
	return (struct stamps){ stamp, 1 };
}

/* All that can be read, and how much that is. */
static size_t drain(int fd)
{
	static char bytes[1024 * 1024];
	size_t total = 0;
	ssize_t got;

	while ((got = read(fd, bytes, sizeof(bytes))) > 0)
		total += (size_t)got;
	return total;
}

static void sends_what_is_taken(void **state)
{
	struct graphics graphics = { .means = MEANS_KITTY, .paced = true };
	struct outlet outlet;
	struct stamp stamp;
	struct stamps stamps = stamps_of(&stamp);
	int ends[2], asked = 0;
	size_t sent = 0;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	outlet.fd = ends[1];
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	graphics_stamp(&graphics, &stamps);
	while (graphics_pending(&graphics).len > 0) {
		asked += outlet_send(&outlet, &graphics);
		sent += drain(ends[0]);
		graphics_answered(&graphics);
	}
	assert_int_equal(asked, sizeof(image) / GRAPHICS_PIECE);
	assert_true(sent > sizeof(image) / 3 * 4);
	assert_true(graphics_shows(&graphics, &stamps));
	outlet_close(&outlet);
	close(ends[0]);
	graphics_release(&graphics);
}

static void gives_up_on_who_is_gone(void **state)
{
	struct graphics graphics = { .means = MEANS_SIXEL };
	struct outlet outlet;
	struct stamp stamp;
	struct stamps stamps = stamps_of(&stamp);
	int ends[2];

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	outlet.fd = ends[1];
	close(ends[0]);
	graphics_stamp(&graphics, &stamps);
	assert_int_equal(outlet_send(&outlet, &graphics), 0);
	assert_int_equal(outlet.fd, -1);
	graphics_release(&graphics);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sends_what_is_taken),
		cmocka_unit_test(gives_up_on_who_is_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
