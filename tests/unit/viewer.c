/* SPDX-License-Identifier: MIT */
/*
 * A talk that is followed: lines come in, a show moves.
 */
#include "present/viewer.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remote/control.h"
#include "support/folder.h"
#include "support/unit.h"

/* Slide 2 has steps; slide 3 has pages on a small screen. */
static const char deck[] = "%dialect: mdp\n\none\n\n---\n\n" /* to line 6 */
			   "a\n^\nb\n^\nc\n\n---\n\n"	     /* to 14 */
			   "1\n2\n3\n4\n5\n6\n7\n8\n9\n\n---\n\n" /* to 26 */
			   "last\n";

struct seat {
	struct present_options options;
	struct show show;
	struct viewer viewer;
	int line; /* what the viewer reads is written here */
	long long now;
};

static void open_seat(struct seat *seat, const char *from)
{
	struct error error;

	*seat = (struct seat){ .options = { .path = "deck.md",
					    .deck.path = "deck.md",
					    .follow = true,
					    .from = from },
			       .line = -1,
			       .now = 5000 };
	folder_put("deck.md", str_of(deck));
	assert_true(show_open(&seat->show, &seat->options, &error));
	show_begin(&seat->show, (struct size){ 8, 60 });
}

/* Read from a FIFO that the test writes to. */
static void begin(struct seat *seat)
{
	struct error error;

	open_seat(seat, "fifo");
	assert_int_equal(mkfifo("fifo", 0600), 0);
	assert_true(viewer_open(&seat->viewer, &seat->show, seat->now, &error));
	seat->line = open("fifo", O_WRONLY);
	assert_true(seat->line >= 0);
}

static void end(struct seat *seat)
{
	if (seat->line >= 0)
		close(seat->line);
	viewer_close(&seat->viewer);
	show_close(&seat->show);
}

static void say(struct seat *seat, const char *text)
{
	assert_int_equal(write(seat->line, text, strlen(text)), strlen(text));
	viewer_take(&seat->viewer, true, seat->now);
}

/* The talk is at a step of a slide, on a page that begins with a line. */
static void move(struct seat *seat, int slide, int step, int line)
{
	char text[128];

	snprintf(text, sizeof(text),
		 "{\"deck\":\"/d.md\",\"file\":\"/d.md\",\"slide\":%d,"
		 "\"step\":%d,\"line\":%d}\n",
		 slide, step, line);
	say(seat, text);
}

static void press(struct seat *seat, enum action action)
{
	viewer_stay(&seat->viewer);
	enum effect effect = talk_apply(&seat->show.talk, action, 0, seat->now);
	show_prepare(&seat->show);
	if (effect == EFFECT_FOLLOW)
		viewer_follow(&seat->viewer);
	viewer_look(&seat->viewer);
}

static void expect_at(const struct seat *seat, int slide, int view)
{
	assert_int_equal(seat->show.talk.slide, slide);
	assert_int_equal(seat->show.talk.view, view);
}

static void expect_hint(const struct seat *seat, const char *want)
{
	assert_string_equal(seat->show.hint, want);
}

static void goes_where_the_talk_is(void **state)
{
	struct seat seat;

	(void)state;
	begin(&seat);
	expect_at(&seat, 1, 0);
	move(&seat, 2, 1, 7);
	expect_at(&seat, 2, 0);
	move(&seat, 2, 3, 7);
	expect_at(&seat, 2, 2);
	/* Slides and steps that this deck does not have. */
	move(&seat, 99, 1, 0);
	expect_at(&seat, 4, 0);
	move(&seat, 2, 99, 7);
	expect_at(&seat, 2, 2);
	/* Only the newest of what came together; what is no status is none. */
	say(&seat, "{\"slide\":1}\nnoise\n{\"slide\":2,\"step\":2}\n{}\n[\n");
	expect_at(&seat, 2, 1);
	expect_hint(&seat, "");
	end(&seat);
}

static void finds_the_page(void **state)
{
	struct seat seat;

	(void)state;
	begin(&seat);
	move(&seat, 3, 1, 15);
	expect_at(&seat, 3, 0);
	int views = seat.show.talk.views;
	assert_true(views >= 2);
	move(&seat, 3, 1, 23);
	expect_at(&seat, 3, views - 1);
	/* A screen with room for all, and back. */
	show_resize(&seat.show, (struct size){ 40, 60 });
	show_prepare(&seat.show);
	viewer_stay(&seat.viewer);
	expect_at(&seat, 3, 0);
	show_resize(&seat.show, (struct size){ 8, 60 });
	show_prepare(&seat.show);
	viewer_stay(&seat.viewer);
	expect_at(&seat, 3, views - 1);
	/* A line of some other file: the page is not known. */
	say(&seat, "{\"deck\":\"/d.md\",\"file\":\"/x.md\",\"line\":23,"
		   "\"slide\":2,\"step\":1}\n");
	expect_at(&seat, 2, 0);
	end(&seat);
}

static void looks_around_until_told_to_follow(void **state)
{
	struct seat seat;

	(void)state;
	begin(&seat);
	/* A key counts as well before anything was heard. */
	press(&seat, ACTION_NEXT);
	expect_at(&seat, 2, 0);
	expect_hint(&seat, "waiting for the talk: f follows");
	move(&seat, 4, 1, 27);
	expect_at(&seat, 2, 0);
	expect_hint(&seat, "the talk is at 4: f follows");
	press(&seat, ACTION_FOLLOW);
	expect_at(&seat, 4, 0);
	press(&seat, ACTION_FIRST);
	expect_at(&seat, 1, 0);
	expect_hint(&seat, "the talk is at 4: f follows");
	move(&seat, 2, 2, 7);
	expect_at(&seat, 1, 0);
	expect_hint(&seat, "the talk is at 2: f follows");
	press(&seat, ACTION_FOLLOW);
	expect_at(&seat, 2, 1);
	expect_hint(&seat, "");
	move(&seat, 2, 3, 7);
	expect_at(&seat, 2, 2);
	/* A key that goes nowhere is no looking around. */
	press(&seat, ACTION_HELP);
	move(&seat, 4, 1, 27);
	expect_at(&seat, 4, 0);
	assert_true(seat.show.talk.help);
	end(&seat);
}

static void is_blank_with_the_talk(void **state)
{
	struct seat seat;

	(void)state;
	begin(&seat);
	say(&seat, "{\"slide\":2,\"step\":1,\"blank\":true}\n");
	assert_true(seat.show.talk.blank);
	say(&seat, "{\"slide\":2,\"step\":1,\"blank\":false}\n");
	assert_false(seat.show.talk.blank);
	/* Not while looking around. */
	press(&seat, ACTION_LAST);
	say(&seat, "{\"slide\":2,\"step\":1,\"blank\":true}\n");
	assert_false(seat.show.talk.blank);
	end(&seat);
}

static void says_that_it_is_over(void **state)
{
	struct seat seat;

	(void)state;
	begin(&seat);
	move(&seat, 2, 2, 7);
	say(&seat,
	    "{\"event\":\"end\",\"slide\":2,\"step\":2,\"over\":true}\n");
	expect_at(&seat, 2, 1);
	expect_hint(&seat, "the talk is over");
	/* Another one begins. */
	move(&seat, 1, 1, 3);
	expect_at(&seat, 1, 0);
	expect_hint(&seat, "");
	close(seat.line);
	seat.line = -1;
	viewer_take(&seat.viewer, true, seat.now);
	expect_hint(&seat, "no more news of the talk");
	assert_int_equal(viewer_fd(&seat.viewer), -1);
	assert_int_equal(viewer_timeout(&seat.viewer, seat.now), -1);
	end(&seat);
}

static void needs_what_it_reads(void **state)
{
	struct error error;
	struct seat seat;

	(void)state;
	open_seat(&seat, "nowhere");
	assert_false(viewer_open(&seat.viewer, &seat.show, seat.now, &error));
	assert_string_equal(error.text, "nowhere: No such file or directory");
	end(&seat);
}

/* The loop of a talk on the other side, until it has answered all. */
static void serve(struct control *control, const struct talk_status *status)
{
	for (int i = 0; i < 4; i++) {
		struct timeval at_once = { 0 };
		fd_set readable, writable;
		struct request request;
		FD_ZERO(&readable);
		FD_ZERO(&writable);
		int count = control_prepare(control, &readable, &writable);
		assert_true(select(count, &readable, &writable, NULL,
				   &at_once) >= 0);
		control_serve(control, &readable, &writable);
		while (control_next(control, &request))
			control_answer(control, status);
	}
	control_publish(control, status);
}

static void finds_the_talk_of_its_deck(void **state)
{
	struct talk_status status = { .slide = 2, .step = 2 };
	struct seat seat;
	struct error error;

	(void)state;
	open_seat(&seat, NULL);
	folder_add("run");
	assert_int_equal(chmod("run", 0700), 0);
	char *dir = realpath("run", NULL);
	seat.options.runtime_dir = dir;
	assert_true(viewer_open(&seat.viewer, &seat.show, seat.now, &error));
	expect_hint(&seat, "waiting for the talk");
	assert_int_equal(viewer_fd(&seat.viewer), -1);
	assert_int_equal(viewer_timeout(&seat.viewer, seat.now),
			 VIEWER_RETRY_MS);

	struct control *other = control_open(dir, str_of("/other.md"), &error);
	struct control *control = control_open(dir, seat.show.path, &error);
	assert_non_null(other);
	assert_non_null(control);
	viewer_take(&seat.viewer, true, seat.now);
	expect_hint(&seat, "waiting for the talk");
	seat.now += VIEWER_RETRY_MS;
	viewer_take(&seat.viewer, true, seat.now);
	expect_hint(&seat, "");
	assert_int_equal(viewer_timeout(&seat.viewer, seat.now), -1);
	serve(control, &status);
	viewer_take(&seat.viewer, true, seat.now);
	expect_at(&seat, 2, 1);
	status.slide = 4;
	serve(control, &status);
	viewer_take(&seat.viewer, true, seat.now);
	expect_at(&seat, 4, 0);

	/* The talk is gone, and comes again. */
	control_close(control);
	viewer_take(&seat.viewer, true, seat.now);
	viewer_take(&seat.viewer, true, seat.now);
	expect_hint(&seat, "waiting for the talk");
	expect_at(&seat, 4, 0);
	control = control_open(dir, seat.show.path, &error);
	assert_non_null(control);
	seat.now += VIEWER_RETRY_MS;
	viewer_take(&seat.viewer, true, seat.now);
	status.slide = 1;
	serve(control, &status);
	viewer_take(&seat.viewer, true, seat.now);
	expect_at(&seat, 1, 0);
	control_close(control);
	control_close(other);
	free(dir);
	end(&seat);
}

static void nothing_is_followed_without_opening(void **state)
{
	struct viewer viewer = { 0 };

	(void)state;
	viewer_stay(&viewer);
	viewer_look(&viewer);
	viewer_follow(&viewer);
	viewer_close(&viewer);
	assert_int_equal(viewer_fd(&viewer), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(goes_where_the_talk_is,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(finds_the_page, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(
			looks_around_until_told_to_follow, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(is_blank_with_the_talk,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(says_that_it_is_over,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(needs_what_it_reads,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(finds_the_talk_of_its_deck,
						folder_enter, folder_leave),
		cmocka_unit_test(nothing_is_followed_without_opening),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
