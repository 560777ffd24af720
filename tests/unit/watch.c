/* SPDX-License-Identifier: MIT */
/*
 * When a watch tells, and of which files. Compiled twice: with what the system
 * tells, and without.
 */
#include "present/watch.h"

#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"
#include "support/watcher.h"

#ifndef POLLED
#define POLLED 0
#endif

/* How late it may be that something has happened. */
#define SLACK_MS (POLLED ? WATCH_POLL_MS : 2)

static const char *const two[] = { "deck.md", "a.md" };

static void watch_deck(struct watcher *watcher)
{
	watcher_open(watcher);
	watcher_put("deck.md", 1);
	assert_true(watcher_set(watcher, two, 1));
	assert_int_equal(watcher_pass(watcher, WATCHER_QUIET_MS), 0);
}

static void write_over(int n)
{
	watcher_put("deck.md", n);
}

static void replace(int n)
{
	watcher_put("new", n);
	assert_int_equal(rename("new", "deck.md"), 0);
}

static void remove_file(int n)
{
	(void)n;
	unlink("deck.md");
}

static void empty(int n)
{
	(void)n;
	assert_int_equal(truncate("deck.md", 0), 0);
}

/* Whether the watch is told of all that happens, and sleeps meanwhile. */
static bool is_idle(const struct watcher *watcher)
{
	int timeout = watch_timeout(watcher->watch, watcher->now);

	if (POLLED)
		return timeout > 0 && timeout <= WATCH_POLL_MS;
	return timeout == -1 && !watcher_is_called(watcher);
}

/* ---- when ---- */

/* From a save to the time it is told, ms; asks only for times. */
static long long time_to_tell(struct watcher *watcher)
{
	long long begun = watcher->now;

	for (int told = watcher->told; told == watcher->told;) {
		assert_true(watcher->now - begun < WATCHER_QUIET_MS);
		watcher_pass(watcher, 1);
	}
	return watcher->now - begun;
}

static void tells_when_it_is_quiet(void **state)
{
	static const struct {
		const char *name;
		void (*act)(int n);
		int ms;
	} cases[] = {
		{ "written", write_over, WATCH_SETTLE_MS },
		{ "replaced", replace, WATCH_SETTLE_MS },
		{ "emptied", empty, WATCH_GONE_MS },
		{ "written again", write_over, WATCH_SETTLE_MS },
		{ "gone", remove_file, WATCH_GONE_MS },
		{ "back", write_over, WATCH_SETTLE_MS },
	};
	struct expect expect = { 0 };
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	for (size_t i = 0; i < COUNT(cases); i++) {
		cases[i].act(10 + (int)i);
		long long ms = time_to_tell(&watcher);
		expect_true(&expect, cases[i].name,
			    ms >= cases[i].ms && ms <= cases[i].ms + SLACK_MS);
	}
	watcher_close(&watcher);
	expect_done(&expect);
}

/* What comes back soon is told soon. */
static void does_not_wait_for_what_is_back(void **state)
{
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	empty(0);
	assert_int_equal(watcher_pass(&watcher, WATCH_SETTLE_MS + 10), 0);
	write_over(2);
	assert_in_range(time_to_tell(&watcher), WATCH_SETTLE_MS,
			WATCH_SETTLE_MS + SLACK_MS);
	watcher_close(&watcher);
}

/* Saves without pause are told now and then, and the last one in the end. */
static void tells_in_the_middle_of_a_storm(void **state)
{
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	for (int i = 0; i < 1000; i++) {
		write_over(10 + i % 1000);
		watcher_pass(&watcher, 5);
	}
	assert_in_range(watcher.told, 4, 5000 / WATCH_LATE_MS);
	watcher_pass(&watcher, WATCHER_QUIET_MS);
	assert_true(watcher_is_up_to_date(&watcher));
	assert_true(is_idle(&watcher));
	watcher_close(&watcher);
}

/*
 * A save that was told before it was over is told again, even if it looks the
 * same: who knows what was written in the same step of the file's time.
 */
static void tells_the_end_of_a_storm(void **state)
{
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	for (int i = 0; watcher.told == 0 && i < 1000; i++) {
		write_over(10 + i);
		watcher_pass(&watcher, 5);
	}
	assert_int_equal(watcher.told, 1);
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 1);
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 0);
	watcher_close(&watcher);
}

/* A thousand saves, and nobody looks before they are over. */
static void tells_of_a_burst_once(void **state)
{
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	for (int i = 0; i < 1000; i++)
		replace(10 + i);
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 1);
	assert_true(watcher_is_up_to_date(&watcher));
	watcher_close(&watcher);
}

static void sleeps_when_idle(void **state)
{
	struct watcher watcher;

	(void)state;
	watch_deck(&watcher);
	watcher.wakes = 0;
	for (int i = 0; i < 60; i++)
		watcher_pass(&watcher, 1000);
	assert_int_equal(watcher.wakes, POLLED ? 60000 / WATCH_POLL_MS : 0);
	assert_int_equal(watch_fd(watcher.watch) < 0, POLLED);
	watcher_close(&watcher);
}

/* It does not matter when, or how often, it is asked. */
static void may_be_asked_at_any_time(void **state)
{
	struct watcher watcher;
	int told = 0;

	(void)state;
	watch_deck(&watcher);
	write_over(10);
	for (int i = 0; i < WATCHER_QUIET_MS; i++) {
		told += watch_take(watcher.watch, watcher.now);
		told += watch_take(watcher.watch, watcher.now);
		watcher.now++;
	}
	assert_int_equal(told, 1);
	watcher_close(&watcher);
}

/* ---- which files ---- */

static void says_when_to_read_again(void **state)
{
	static const char *const turned[] = { "a.md", "deck.md" };
	static const char *const three[] = { "deck.md", "b.md", "a.md" };
	struct watch *watch = watch_open();

	(void)state;
	watcher_put("deck.md", 1);
	assert_false(watch_set(watch, NULL, 0));
	assert_true(watch_set(watch, two, 1));
	assert_false(watch_set(watch, two, 1));
	assert_true(watch_set(watch, two, 2));
	assert_false(watch_set(watch, two, 2));
	assert_false(watch_set(watch, turned, 2));
	assert_false(watch_set(watch, two, 1));
	assert_true(watch_set(watch, three, 3));
	assert_false(watch_set(watch, NULL, 0));
	assert_int_equal(watch_timeout(watch, 0), -1);
	watch_close(watch);
	watch_close(NULL);
}

/* What changes while the caller reads and sets is told afterwards. */
static void keeps_what_it_knows(void **state)
{
	struct watcher watcher = { .watch = watch_open(), .now = 5000 };

	(void)state;
	watcher_put("deck.md", 1);
	watcher_put("a.md", 2);
	watch_set(watcher.watch, two, 1);
	watcher_put("deck.md", 3);
	assert_true(watch_set(watcher.watch, two, 2));
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 1);
	watcher_put("a.md", 4);
	assert_false(watch_set(watcher.watch, two, 1));
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 0);
	watcher_put("a.md", 5);
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 0);
	watcher_close(&watcher);
}

/* A folder that cannot be trusted has all files looked at, and only then. */
static void polls_where_nobody_tells(void **state)
{
	static const char *const files[] = { "deck.md", "/proc/none.md" };
	struct watcher watcher = { .watch = watch_open(), .now = 5000 };

	(void)state;
	watcher_put("deck.md", 1);
	watch_set(watcher.watch, files, 2);
	watcher_pass(&watcher, WATCHER_QUIET_MS);
	assert_in_range(watch_timeout(watcher.watch, watcher.now), 0,
			WATCH_POLL_MS);
	watcher_put("deck.md", 2);
	if (!POLLED)
		assert_in_range(time_to_tell(&watcher), WATCH_SETTLE_MS,
				WATCH_SETTLE_MS + 2);
	watcher_pass(&watcher, WATCHER_QUIET_MS);
	assert_int_equal(watcher.told, 1);
	watch_set(watcher.watch, files, 1);
	watcher_pass(&watcher, 1); /* that the folder is not watched any more */
	assert_true(is_idle(&watcher));
	watcher_close(&watcher);
}

/* No descriptor left for what the system tells: looking works all the same. */
static void works_without_notify(void **state)
{
	static const char *const file[] = { "deck.md" };
	struct watcher watcher = { .now = 5000 };
	struct rlimit before, none;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = (struct rlimit){ 0, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	watcher.watch = watch_open();
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(watch_fd(watcher.watch), -1);
	watcher_put("deck.md", 1);
	assert_true(watch_set(watcher.watch, file, 1));
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 0);
	watcher_put("deck.md", 2);
	assert_int_equal(watcher_pass(&watcher, WATCHER_QUIET_MS), 1);
	watcher_close(&watcher);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(tells_when_it_is_quiet),
		IN_FOLDER(does_not_wait_for_what_is_back),
		IN_FOLDER(tells_in_the_middle_of_a_storm),
		IN_FOLDER(tells_the_end_of_a_storm),
		IN_FOLDER(tells_of_a_burst_once),
		IN_FOLDER(sleeps_when_idle),
		IN_FOLDER(may_be_asked_at_any_time),
		IN_FOLDER(says_when_to_read_again),
		IN_FOLDER(keeps_what_it_knows),
		IN_FOLDER(polls_where_nobody_tells),
		IN_FOLDER(works_without_notify),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
