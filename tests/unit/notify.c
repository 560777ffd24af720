/* SPDX-License-Identifier: MIT */
/*
 * What is told of files by name, in real folders. Where the system tells of
 * nothing there is nothing to test.
 */
#include "present/notify.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

#define SKIPPED 77

/* More events than that are not kept for anybody on most systems. */
#define QUEUE_MAX 100000

static bool set(struct notify *notify, const char *path)
{
	struct arena arena = { 0 };
	struct trail trail = { 0 };

	trail_add(&trail, &arena, path);
	trail_sort(&trail);
	bool told = notify_set(notify, &trail);
	arena_release(&arena); /* what is watched is a copy */
	return told;
}

static struct notify *open_on(const char *path)
{
	struct notify *notify = notify_open();

	assert_non_null(notify);
	assert_true(set(notify, path));
	return notify;
}

static bool is_readable(const struct notify *notify)
{
	struct pollfd fd = { .fd = notify_fd(notify), .events = POLLIN };

	return poll(&fd, 1, 0) == 1;
}

static void put(const char *path)
{
	folder_put(path, str_of("x"));
}

static void touch(const char *path)
{
	assert_int_equal(utimensat(AT_FDCWD, path, NULL, 0), 0);
}

static void move(const char *from, const char *to)
{
	assert_int_equal(rename(from, to), 0);
}

static void read_at(const char *path)
{
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	fgetc(file);
	fclose(file);
}

static void read_deck_file(void)
{
	read_at("deck.md");
}

static void write_deck(void)
{
	put("deck.md");
}

static void empty_deck(void)
{
	assert_int_equal(truncate("deck.md", 0), 0);
}

static void move_over(void)
{
	put("new");
	move("new", "deck.md");
}

static void move_away(void)
{
	move("deck.md", "deck.md~");
}

static void remove_deck(void)
{
	unlink("deck.md");
}

static void link_deck(void)
{
	unlink("deck.md");
	assert_int_equal(symlink("elsewhere.md", "deck.md"), 0);
}

static void chmod_deck(void)
{
	chmod("deck.md", 0600);
}

static void touch_deck(void)
{
	touch("deck.md");
}

static void write_beside(void)
{
	put(".deck.md.swp");
	put("deck.md~");
	put("4913");
	unlink("4913");
	put("deck");
	put("deck.md.x");
}

static void write_below(void)
{
	folder_add("below");
	put("below/deck.md");
}

static void do_nothing(void)
{
}

static void tells_of_names(void **state)
{
	static const struct {
		const char *name;
		void (*act)(void);
		bool want;
	} cases[] = {
		{ "written", write_deck, true },
		{ "emptied", empty_deck, true },
		{ "replaced", move_over, true },
		{ "moved away", move_away, true },
		{ "created", write_deck, true },
		{ "mode", chmod_deck, true },
		{ "touched", touch_deck, true },
		{ "removed", remove_deck, true },
		{ "link", link_deck, true },
		{ "file again", move_over, true },
		{ "read", read_deck_file, false },
		{ "others", write_beside, false },
		{ "same name elsewhere", write_below, false },
		{ "nothing", do_nothing, false },
	};
	struct expect expect = { 0 };

	(void)state;
	put("deck.md");
	struct notify *notify = open_on("deck.md");
	for (size_t i = 0; i < COUNT(cases); i++) {
		cases[i].act();
		expect_int(&expect, cases[i].name, cases[i].want,
			   notify_take(notify));
		expect_true(&expect, cases[i].name,
			    !notify_take(notify) && !is_readable(notify));
		expect_true(&expect, cases[i].name, set(notify, "deck.md"));
	}
	notify_close(notify);
	expect_done(&expect);
}

static void does_not_wake_up_for_nothing(void **state)
{
	(void)state;
	folder_add("talks");
	put("talks/deck.md");
	struct notify *notify = open_on("talks/deck.md");
	put("above.md");
	folder_add("more");
	read_at("talks/deck.md");
	assert_false(is_readable(notify));
	notify_close(notify);
}

/* Another folder, another name: what was wanted before is not told any more. */
static void forgets_what_is_not_wanted(void **state)
{
	(void)state;
	folder_add("a");
	folder_add("b");
	struct notify *notify = open_on("a/deck.md");
	assert_true(set(notify, "b/deck.md"));
	notify_take(notify); /* that a is not watched any more */
	put("a/deck.md");
	assert_false(is_readable(notify));
	put("b/deck.md");
	assert_true(notify_take(notify));
	assert_true(set(notify, "b/other.md"));
	put("b/deck.md");
	assert_false(notify_take(notify));
	put("b/other.md");
	assert_true(notify_take(notify));
	assert_true(notify_set(notify, &(struct trail){ 0 }));
	notify_take(notify);
	put("b/other.md");
	assert_false(is_readable(notify));
	notify_close(notify);
}

/* A folder that was missing comes: only what is in it counts then. */
static void follows_what_was_missing(void **state)
{
	(void)state;
	struct notify *notify = open_on("talks/deck.md");
	folder_add("talks");
	assert_true(notify_take(notify));
	assert_true(set(notify, "talks/deck.md"));
	put("talks/deck.md");
	assert_true(notify_take(notify));
	put("above.md");
	assert_false(is_readable(notify));
	notify_close(notify);
}

/* One folder by two paths, for names by one of them, and then by the other. */
static void knows_a_folder_by_two_paths(void **state)
{
	struct trail_step one[] = { { ".", NULL }, { *state, "deck.md" } };
	struct trail_step other[] = { { ".", "deck.md" }, { *state, NULL } };
	struct trail_step both[] = { { ".", "a.md" }, { *state, "b.md" } };
	struct notify *notify = notify_open();

	assert_non_null(notify);
	assert_true(notify_set(notify, &(struct trail){ one, 2 }));
	put("deck.md");
	assert_true(notify_take(notify));
	assert_true(notify_set(notify, &(struct trail){ other, 2 }));
	put("deck.md");
	assert_true(notify_take(notify));
	assert_true(notify_set(notify, &(struct trail){ both, 2 }));
	put("a.md");
	assert_true(notify_take(notify));
	put("b.md");
	assert_true(notify_take(notify));
	put("deck.md");
	assert_false(notify_take(notify));
	notify_close(notify);
}

static void finds_folders_again(void **state)
{
	(void)state;
	folder_add("top");
	folder_add("top/talks");
	put("top/talks/deck.md");
	struct notify *notify = open_on("top/talks/deck.md");

	move("top/talks", "top/away");
	assert_true(notify_take(notify));
	assert_true(set(notify, "top/talks/deck.md"));
	move("top/away", "top/talks");
	assert_true(notify_take(notify));
	assert_true(set(notify, "top/talks/deck.md"));
	put("top/talks/deck.md");
	assert_true(notify_take(notify));

	/* The folder above, and another one in its place at once. */
	folder_add("next");
	folder_add("next/talks");
	move("top", "away");
	move("next", "top");
	assert_true(notify_take(notify));
	assert_true(set(notify, "top/talks/deck.md"));
	notify_take(notify); /* that the old one is not watched any more */
	put("away/talks/deck.md");
	assert_false(is_readable(notify));
	put("top/talks/deck.md");
	assert_true(notify_take(notify));

	unlink("top/talks/deck.md");
	rmdir("top/talks");
	folder_add("top/talks");
	assert_true(notify_take(notify));
	assert_true(set(notify, "top/talks/deck.md"));
	put("top/talks/deck.md");
	assert_true(notify_take(notify));
	notify_close(notify);
}

static void says_what_cannot_be_told(void **state)
{
	struct trail_step missing[] = { { "no/such/folder", "deck.md" } };
	struct trail_step file[] = { { "deck.md", "x" } };
	struct trail_step foreign[] = { { "/proc", "version" } };
	struct trail_step good[] = { { ".", "deck.md" } };
	struct notify *notify = notify_open();

	(void)state;
	put("deck.md");
	assert_false(notify_set(notify, &(struct trail){ missing, 1 }));
	assert_false(notify_set(notify, &(struct trail){ file, 1 }));
	assert_false(notify_set(notify, &(struct trail){ foreign, 1 }));
	assert_false(notify_set(notify, &(struct trail){ foreign, 1 }));
	assert_true(notify_set(notify, &(struct trail){ good, 1 }));
	put("deck.md");
	assert_true(notify_take(notify));
	notify_close(notify);
}

/* A folder that could not be watched is tried again. */
static void tries_again(void **state)
{
	struct trail_step steps[] = { { "talks", "deck.md" } };
	struct trail trail = { steps, 1 };
	struct notify *notify = notify_open();

	(void)state;
	assert_false(notify_set(notify, &trail));
	folder_add("talks");
	assert_true(notify_set(notify, &trail));
	put("talks/deck.md");
	assert_true(notify_take(notify));
	notify_close(notify);
}

static int queue_limit(void)
{
	FILE *file = fopen("/proc/sys/fs/inotify/max_queued_events", "r");
	int limit = 0;

	if (file && fscanf(file, "%d", &limit) != 1)
		limit = 0;
	if (file)
		fclose(file);
	return limit;
}

/* Events of other files fill the queue, and the one that counts is lost. */
static void takes_a_full_queue_for_news(void **state)
{
	int limit = queue_limit();

	(void)state;
	if (limit == 0 || limit > QUEUE_MAX)
		skip();
	put("deck.md");
	put("a");
	put("b");
	struct notify *notify = open_on("deck.md");
	for (int i = 0; i <= limit / 2; i++) {
		touch("a"); /* two of the same in a row are one event */
		touch("b");
	}
	put("deck.md");
	bool any = false;
	while (is_readable(notify))
		any |= notify_take(notify);
	assert_true(any);
	assert_true(set(notify, "deck.md"));
	put("deck.md");
	assert_true(notify_take(notify));
	notify_close(notify);
}

static void has_none_when_there_is_none(void **state)
{
	struct rlimit before, none;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = (struct rlimit){ 0, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	struct notify *notify = notify_open();
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_null(notify);
	notify_close(notify);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(tells_of_names),
		IN_FOLDER(does_not_wake_up_for_nothing),
		IN_FOLDER(forgets_what_is_not_wanted),
		IN_FOLDER(follows_what_was_missing),
		IN_FOLDER(knows_a_folder_by_two_paths),
		IN_FOLDER(finds_folders_again),
		IN_FOLDER(says_what_cannot_be_told),
		IN_FOLDER(tries_again),
		IN_FOLDER(takes_a_full_queue_for_news),
		cmocka_unit_test(has_none_when_there_is_none),
	};
	struct notify *notify = notify_open();

	if (!notify)
		return SKIPPED;
	notify_close(notify);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
