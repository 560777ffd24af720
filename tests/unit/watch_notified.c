/* SPDX-License-Identifier: MIT */
/*
 * A watch that is told by the test: what happens between two of its calls to
 * the system, and what happens when there is not enough of it.
 */
#include "present/notify.h"

#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"
#include "support/watcher.h"

/* What stands here instead of the module. */
struct notify {
	bool told;   /* what notify_set says */
	bool news;   /* what notify_take says */
	int turns;   /* how often notify_set turns the link before */
	int sets;    /* how often it was called */
	bool writes; /* whether it writes the deck before */
};

/* A module has no argument to reach it by. */
static struct notify fake;

struct notify *notify_open(void)
{
	fake = (struct notify){ .told = true };
	return &fake;
}

void notify_close(struct notify *notify)
{
	(void)notify;
}

int notify_fd(const struct notify *notify)
{
	(void)notify;
	return STDIN_FILENO;
}

/* "link" leads to the folder 0 or 1, and to the other one after a turn. */
static void turn_link(int n)
{
	unlink("link");
	assert_int_equal(symlink(n % 2 ? "1" : "0", "link"), 0);
}

bool notify_set(struct notify *notify, const struct trail *trail)
{
	(void)trail;
	if (notify->sets++ < notify->turns)
		turn_link(notify->sets);
	if (notify->writes)
		watcher_put("deck.md", 9);
	return notify->told;
}

bool notify_take(struct notify *notify)
{
	bool news = notify->news;

	notify->news = false;
	return news;
}

static void make_files(void)
{
	folder_add("0");
	folder_add("1");
	turn_link(0);
	watcher_put("0/deck.md", 1);
	watcher_put("1/deck.md", 2);
	watcher_put("deck.md", 3);
}

/* Folders that turn up while others are watched are watched as well. */
static void follows_what_turns(void **state)
{
	static const struct {
		const char *name;
		int turns, sets;
		bool polled;
	} cases[] = {
		{ "still", 0, 1, false },
		{ "once", 1, 2, false },
		{ "twice", 2, 3, false },
		{ "for ever", 1000, 4, true },
	};
	static const char *const paths[] = { "link/deck.md" };
	struct expect expect = { 0 };

	(void)state;
	make_files();
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct watch *watch = watch_open();
		turn_link(0);
		fake.turns = cases[i].turns;
		watch_set(watch, paths, 1);
		expect_int(&expect, cases[i].name, cases[i].sets, fake.sets);
		expect_int(&expect, cases[i].name, cases[i].polled,
			   watch_timeout(watch, 0) >= 0);
		watch_close(watch);
	}
	expect_done(&expect);
}

/* What is written while watching begins is told or seen, never neither. */
static void looks_after_watching(void **state)
{
	static const char *const paths[] = { "deck.md" };
	struct watch *watch = watch_open();

	(void)state;
	make_files();
	fake.writes = true;
	assert_true(watch_set(watch, paths, 1));
	fake.writes = false;
	fake.news = true;
	assert_false(watch_take(watch, 1000));
	assert_false(watch_take(watch, 1000 + WATCH_SETTLE_MS));
	watch_close(watch);
}

/* Folders that could not be watched are tried again with every look. */
static void stops_polling(void **state)
{
	static const char *const paths[] = { "deck.md" };
	struct watch *watch = watch_open();

	(void)state;
	make_files();
	fake.told = false;
	watch_set(watch, paths, 1);
	assert_int_equal(watch_timeout(watch, 1000), 0);
	assert_false(watch_take(watch, 1000));
	assert_int_equal(watch_timeout(watch, 1000), WATCH_POLL_MS);
	fake.told = true;
	assert_false(watch_take(watch, 1000 + WATCH_POLL_MS - 1));
	assert_int_equal(watch_timeout(watch, 1000 + WATCH_POLL_MS - 1), 1);
	assert_false(watch_take(watch, 1000 + WATCH_POLL_MS));
	assert_int_equal(watch_timeout(watch, 1000 + WATCH_POLL_MS), -1);
	watch_close(watch);
}

/* Files that are polled do not take longer when there are news of them. */
static void takes_news_of_polled_files(void **state)
{
	static const char *const paths[] = { "deck.md" };
	struct watch *watch = watch_open();

	(void)state;
	make_files();
	fake.told = false;
	watch_set(watch, paths, 1);
	assert_false(watch_take(watch, 1000));
	watcher_put("deck.md", 4);
	fake.news = true;
	assert_false(watch_take(watch, 1100));
	assert_int_equal(watch_timeout(watch, 1100), WATCH_SETTLE_MS);
	assert_true(watch_take(watch, 1100 + WATCH_SETTLE_MS));
	watch_close(watch);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(follows_what_turns),
		IN_FOLDER(looks_after_watching),
		IN_FOLDER(stops_polling),
		IN_FOLDER(takes_news_of_polled_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
