/* SPDX-License-Identifier: MIT */
/*
 * The follower's end: the newest of what has come, from whatever it comes.
 */
#include "remote/feed.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remote/control.h"
#include "support/folder.h"
#include "support/unit.h"

static void put(int fd, struct str text)
{
	assert_int_equal(write(fd, text.ptr, text.len), text.len);
}

#define PUT(fd, literal) put(fd, BYTES(literal))

/* What comes back, as a word or a number of a slide. */
static void expect_taken(struct feed *feed, const char *want)
{
	struct expect expect = { 0 };
	struct talk_status status;
	struct buf got = { 0 };
	enum feed_event event = feed_take(feed, &status);

	if (event == FEED_NOTHING)
		buf_put_text(&got, "nothing");
	else if (event == FEED_CLOSED)
		buf_put_text(&got, "closed");
	else
		buf_printf(&got, "%d %.*s%s", status.slide,
			   (int)status.heading.len, status.heading.ptr,
			   status.over ? "over" : "");
	expect_text(&expect, "taken", want, buf_str(&got));
	buf_release(&got);
	expect_done(&expect);
}

static struct feed *must_open(const char *path)
{
	struct error error = { "" };
	struct feed *feed = feed_open_file(path, &error);

	if (!feed)
		fail_msg("%s", error.text);
	return feed;
}

/* A FIFO, and both of its ends. */
static struct feed *open_fifo(int *fd)
{
	assert_int_equal(mkfifo("fifo", 0600), 0);
	struct feed *feed = must_open("fifo");
	*fd = open("fifo", O_WRONLY);
	assert_true(*fd >= 0);
	return feed;
}

static void takes_the_newest(void **state)
{
	int fd;
	struct feed *feed = open_fifo(&fd);

	(void)state;
	expect_taken(feed, "nothing");
	PUT(fd, "{\"slide\":1,\"heading\":\"a\"}\n");
	expect_taken(feed, "1 a");
	expect_taken(feed, "nothing");
	PUT(fd, "{\"slide\":2}\n{\"slide\":3}\n{\"slide\":4,\"heading\":\"b\"}"
		"\nhello\n\n{}\n");
	expect_taken(feed, "4 b");
	PUT(fd, "{\"slide\":5}\n{\"slide\":");
	expect_taken(feed, "5 ");
	PUT(fd, "6}");
	expect_taken(feed, "nothing");
	PUT(fd, "\n");
	expect_taken(feed, "6 ");
	close(fd);
	expect_taken(feed, "closed");
	expect_taken(feed, "closed");
	feed_close(feed);
}

static void passes_over_what_is_no_status(void **state)
{
	int fd;
	struct feed *feed = open_fifo(&fd);

	(void)state;
	PUT(fd, "\n\0\n\xff\n[[[[\n{\"slide\":0}\n"
		"{\"ok\":false,\"error\":\"x\",\"slide\":3}\n");
	expect_taken(feed, "nothing");
	PUT(fd, "{\"event\":\"end\",\"slide\":3,\"over\":true}\n");
	expect_taken(feed, "3 over");
	close(fd);
	feed_close(feed);
}

/* The last line counts, with its end or without. */
static void reads_files(void **state)
{
	(void)state;
	folder_put("lines", BYTES("{\"slide\":1}\n{\"slide\":2}\n"));
	folder_put("cut", BYTES("{\"slide\":1}\n{\"slide\":2}"));
	folder_put("half", BYTES("{\"slide\":1}\n{\"slide\":"));
	folder_put("empty", BYTES(""));

	struct feed *feed = must_open("lines");
	expect_taken(feed, "2 ");
	expect_taken(feed, "closed");
	feed_close(feed);
	feed = must_open("cut");
	expect_taken(feed, "2 ");
	expect_taken(feed, "closed");
	feed_close(feed);
	feed = must_open("half");
	expect_taken(feed, "1 ");
	expect_taken(feed, "closed");
	feed_close(feed);
	feed = must_open("empty");
	expect_taken(feed, "closed");
	feed_close(feed);
	feed = must_open("/dev/null");
	expect_taken(feed, "closed");
	feed_close(feed);
}

static void passes_over_long_lines(void **state)
{
	struct buf text = { 0 };
	struct talk_status status;

	(void)state;
	buf_put_text(&text, "{\"slide\":1}\n{\"slide\":2,\"notes\":\"");
	buf_repeat(&text, 'x', FEED_LINE_MAX);
	buf_put_text(&text, "\"}\n{\"slide\":3,\"notes\":\"");
	buf_repeat(&text, 'x', FEED_LINE_MAX - 100);
	buf_put_text(&text, "\"}\n");
	folder_put("long", buf_str(&text));
	struct feed *feed = must_open("long");
	int takes = 0, last = 0;
	for (enum feed_event event = FEED_NOTHING; event != FEED_CLOSED;) {
		event = feed_take(feed, &status);
		if (event == FEED_STATUS)
			last = last * 10 + status.slide;
		assert_true(++takes < 100);
	}
	/* Nobody is kept waiting until all of it is read. */
	assert_true(takes > 4);
	assert_int_equal(last, 13);
	feed_close(feed);
	buf_release(&text);
}

static void reads_standard_input(void **state)
{
	int before = dup(STDIN_FILENO), ends[2];

	(void)state;
	assert_int_equal(pipe(ends), 0);
	dup2(ends[0], STDIN_FILENO);
	int flags = fcntl(STDIN_FILENO, F_GETFL);
	struct feed *feed = must_open("-");
	assert_int_equal(feed_fd(feed), STDIN_FILENO);
	expect_taken(feed, "nothing");
	PUT(ends[1], "{\"slide\":7}\n");
	expect_taken(feed, "7 ");
	close(ends[1]);
	expect_taken(feed, "closed");
	feed_close(feed);
	assert_int_equal(fcntl(STDIN_FILENO, F_GETFL), flags);
	close(ends[0]);
	dup2(before, STDIN_FILENO);
	close(before);
}

static void expect_refused(const char *path, const char *want)
{
	struct error error = { "" };

	assert_null(feed_open_file(path, &error));
	assert_string_equal(error.text, want);
}

static void refuses_what_has_no_lines(void **state)
{
	(void)state;
	folder_add("folder");
	expect_refused("folder", "folder: Is a directory");
	expect_refused("gone", "gone: No such file or directory");
}

static void refuses_terminals(void **state)
{
	struct buf want = { 0 };
	int fd = posix_openpt(O_RDWR | O_NOCTTY);

	(void)state;
	assert_true(fd >= 0 && grantpt(fd) == 0 && unlockpt(fd) == 0);
	buf_printf(&want, "%s: a terminal%c", ptsname(fd), '\0');
	expect_refused(ptsname(fd), want.ptr);
	buf_release(&want);
	close(fd);
}

/* ---- a talk's socket ---- */

static void turn(struct control *control, const struct talk_status *status)
{
	struct timeval none = { 0 };
	struct request request;
	fd_set readable, writable;

	FD_ZERO(&readable);
	FD_ZERO(&writable);
	int end = control_prepare(control, &readable, &writable);
	assert_true(select(end, &readable, &writable, NULL, &none) >= 0);
	control_serve(control, &readable, &writable);
	while (control_next(control, &request))
		control_answer(control, status);
	control_publish(control, status);
}

static void follows_a_talk(void **state)
{
	static const struct str deck = STR("/a.md");
	struct talk_status status = { .slide = 1, .slides = 9 };
	struct error error = { "" };
	struct control *control = control_open(*state, deck, &error);

	assert_non_null(control);
	struct feed *feed = feed_open_talk(control_path(control), &error);
	assert_non_null(feed);
	expect_taken(feed, "nothing");
	turn(control, &status);
	turn(control, &status);
	expect_taken(feed, "1 ");
	status.slide = 2;
	turn(control, &status);
	status.slide = 3;
	turn(control, &status);
	expect_taken(feed, "3 ");
	expect_taken(feed, "nothing");
	status.over = true;
	turn(control, &status);
	control_close(control);
	expect_taken(feed, "3 over");
	expect_taken(feed, "closed");
	feed_close(feed);
	feed_close(NULL);
}

static void says_that_nobody_talks(void **state)
{
	struct error error = { "" };

	(void)state;
	assert_null(feed_open_talk("gone.sock", &error));
	assert_string_equal(error.text, "gone.sock: No such file or directory");
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(takes_the_newest),
		TEST(passes_over_what_is_no_status),
		TEST(reads_files),
		TEST(passes_over_long_lines),
		TEST(reads_standard_input),
		TEST(refuses_what_has_no_lines),
		TEST(refuses_terminals),
		TEST(follows_a_talk),
		TEST(says_that_nobody_talks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
