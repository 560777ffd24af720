/* SPDX-License-Identifier: MIT */
/*
 * Saves of all styles, each told once. Compiled twice: with what the system
 * tells, and without.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"
#include "support/watcher.h"

#ifndef POLLED
#define POLLED 0
#endif

static const char *const paths[] = {
	"deck.md",	      /* a file */
	"parts/include.md",   /* in another folder */
	"link.md",	      /* -> store/v1.md */
	"chain.md",	      /* -> parts/chain.md -> ../store/v1.md */
	"current/deck.md",    /* current -> release-1 */
	"top/talks/deck.md",  /* in folders that move */
	"later/deep/pic.png", /* not there yet */
};

#define HELD_FD 100 /* a descriptor that nobody else has */

static void move(const char *from, const char *to)
{
	assert_int_equal(rename(from, to), 0);
}

static void link_to(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

static void make_files(struct watcher *watcher)
{
	watcher_open(watcher);
	folder_add("parts");
	folder_add("store");
	folder_add("release-1");
	folder_add("release-2");
	folder_add("top");
	folder_add("top/talks");
	watcher_put("deck.md", 1);
	watcher_put("parts/include.md", 2);
	watcher_put("store/v1.md", 3);
	watcher_put("store/v2.md", 4);
	watcher_put("release-1/deck.md", 5);
	watcher_put("release-2/deck.md", 6);
	watcher_put("top/talks/deck.md", 7);
	link_to("store/v1.md", "link.md");
	link_to("parts/chain.md", "chain.md");
	link_to("../store/v1.md", "parts/chain.md");
	link_to("release-1", "current");
	assert_true(watcher_set(watcher, paths, COUNT(paths)));
	assert_int_equal(watcher_pass(watcher, WATCHER_QUIET_MS), 0);
}

/* ---- what editors and tools do; `n` is the new file's size ---- */

static void write_over(int n)
{
	watcher_put("deck.md", n);
}

static void write_beside(int n)
{
	watcher_put("deck.md.new", n);
}

static void move_over(int n)
{
	(void)n;
	move("deck.md.new", "deck.md");
}

static void replace(int n)
{
	write_beside(n);
	move_over(n);
}

static void move_away(int n)
{
	(void)n;
	move("deck.md", "deck.md~");
}

/*
 * Times have steps: go on when a change to the deck's inode gets another time
 * than it has.
 */
static void wait_for_step(const char *path)
{
	struct stat about, now;

	assert_int_equal(stat(path, &about), 0);
	do {
		watcher_put("now", 1);
		assert_int_equal(stat("now", &now), 0);
	} while (now.st_ctim.tv_sec == about.st_ctim.tv_sec &&
		 now.st_ctim.tv_nsec == about.st_ctim.tv_nsec);
}

static void move_back(int n)
{
	(void)n;
	wait_for_step("deck.md~");
	move("deck.md~", "deck.md");
}

static void back_up_and_write(int n)
{
	watcher_put(".deck.md.swp", n);
	watcher_put("4913", n);
	unlink("4913");
	move_away(n);
	write_over(n);
	chmod("deck.md", 0600);
	unlink("deck.md~");
}

static void remove_file(int n)
{
	(void)n;
	unlink("deck.md");
}

static void remove_and_write(int n)
{
	remove_file(n);
	write_over(n);
}

static void empty(int n)
{
	(void)n;
	assert_int_equal(truncate("deck.md", 0), 0);
}

static void append(int n)
{
	(void)n;
	assert_int_equal(truncate("deck.md", watcher_size("deck.md") + 1), 0);
}

static void change_mode(int n)
{
	(void)n;
	wait_for_step("deck.md");
	chmod("deck.md", 0600);
}

static void open_and_close(int n)
{
	(void)n;
	int fd = open("deck.md", O_RDWR);
	assert_true(fd >= 0);
	close(fd);
}

static void write_others(int n)
{
	watcher_put("other.md", n);
	watcher_put(".deck.md.swp", n);
	watcher_put("store/v3.md", n);
	watcher_put("top/other.md", n);
}

static void write_include(int n)
{
	watcher_put("parts/include.md", n);
}

static void write_all(int n)
{
	write_over(n);
	write_include(n);
	watcher_put("store/v1.md", n);
}

static void write_target(int n)
{
	watcher_put("store/v1.md", n);
}

static void replace_target(int n)
{
	watcher_put("store/new", n);
	move("store/new", "store/v1.md");
}

static void turn_link(int n)
{
	(void)n;
	link_to("store/v2.md", "new");
	move("new", "link.md");
}

static void turn_link_back(int n)
{
	(void)n;
	unlink("link.md");
	link_to("store/v1.md", "link.md");
}

static void turn_middle_link(int n)
{
	(void)n;
	link_to("../store/v2.md", "parts/new");
	move("parts/new", "parts/chain.md");
}

static void turn_folder_link(int n)
{
	(void)n;
	link_to("release-2", "new");
	move("new", "current");
}

static void write_release(int n)
{
	watcher_put("release-2/deck.md", n);
}

static void write_old_release(int n)
{
	watcher_put("release-1/deck.md", n);
}

static void move_folder_away(int n)
{
	(void)n;
	move("top/talks", "top/away");
}

static void move_folder_back(int n)
{
	(void)n;
	move("top/away", "top/talks");
}

static void move_top_away(int n)
{
	(void)n;
	move("top", "away");
}

static void move_top_back(int n)
{
	(void)n;
	move("away", "top");
}

static void write_in_top(int n)
{
	watcher_put("top/talks/deck.md", n);
}

static void replace_folder(int n)
{
	unlink("top/talks/deck.md");
	rmdir("top/talks");
	folder_add("top/talks");
	write_in_top(n);
}

/* Somebody is in the folder, as a shell is. */
static void remove_in_held_folder(int n)
{
	(void)n;
	int fd = open("top/talks", O_RDONLY | O_DIRECTORY);
	assert_true(fd >= 0 && dup2(fd, HELD_FD) == HELD_FD);
	close(fd);
	unlink("top/talks/deck.md");
}

static void remove_held_folder(int n)
{
	(void)n;
	assert_int_equal(rmdir("top/talks"), 0);
}

static void make_folder_again(int n)
{
	folder_add("top/talks");
	write_in_top(n);
}

static void let_go(int n)
{
	(void)n;
	close(HELD_FD);
}

static void make_first_folder(int n)
{
	(void)n;
	folder_add("later");
}

static void make_second_folder(int n)
{
	(void)n;
	folder_add("later/deep");
}

static void make_picture(int n)
{
	watcher_put("later/deep/pic.png", n);
}

static void make_picture_at_once(int n)
{
	make_first_folder(n);
	make_second_folder(n);
	make_picture(n);
}

static void remove_picture(int n)
{
	(void)n;
	unlink("later/deep/pic.png");
	rmdir("later/deep");
	rmdir("later");
}

static void do_nothing(int n)
{
	(void)n;
}

/* What is done, and how long it takes until the next thing is, in ms. */
struct step {
	void (*act)(int n);
	int ms;
};

/* What is done one after the other, and how often it is told. */
struct save {
	const char *name;
	struct step steps[5];
	int told;
};

/* Each from where the one before has left the files. */
static const struct save saves[] = {
	{ "written over", { { write_over, 0 } }, 1 },
	{ "replaced", { { replace, 0 } }, 1 },
	{ "replaced late", { { write_beside, 300 }, { move_over, 0 } }, 1 },
	{ "backup, then written", { { back_up_and_write, 0 } }, 1 },
	{ "backup, slowly",
	  { { move_away, 120 }, { write_over, 20 }, { change_mode, 0 } },
	  1 },
	{ "removed, then written", { { remove_and_write, 0 } }, 1 },
	{ "written late", { { remove_file, 150 }, { write_over, 0 } }, 1 },
	{ "emptied first", { { empty, 150 }, { write_over, 0 } }, 1 },
	{ "in pieces",
	  { { empty, 40 }, { append, 40 }, { append, 40 }, { append, 0 } },
	  1 },
	{ "twice", { { write_over, WATCHER_QUIET_MS }, { write_over, 0 } }, 2 },
	{ "gone", { { remove_file, 0 } }, 1 },
	{ "back", { { write_over, 0 } }, 1 },
	{ "long gone",
	  { { remove_file, WATCHER_QUIET_MS }, { write_over, 0 } },
	  2 },
	{ "away and back", { { move_away, 10 }, { move_back, 0 } }, 1 },
	{ "mode", { { change_mode, 0 } }, 1 },
	{ "opened", { { open_and_close, 0 } }, 0 },
	{ "other files", { { write_others, 0 } }, 0 },
	{ "nothing", { { do_nothing, 0 } }, 0 },
	{ "include", { { write_include, 0 } }, 1 },
	{ "several", { { write_all, 0 } }, 1 },
	{ "target written", { { write_target, 0 } }, 1 },
	{ "target replaced", { { replace_target, 0 } }, 1 },
	{ "link turned", { { turn_link, 0 } }, 1 },
	{ "link turned back", { { turn_link_back, 0 } }, 1 },
	{ "written behind it", { { write_target, 0 } }, 1 },
	{ "middle link turned", { { turn_middle_link, 0 } }, 1 },
	{ "folder link turned", { { turn_folder_link, 0 } }, 1 },
	{ "behind a folder link", { { write_release, 0 } }, 1 },
	{ "where it led before", { { write_old_release, 0 } }, 0 },
	{ "folder away", { { move_folder_away, 0 } }, 1 },
	{ "folder back", { { move_folder_back, 0 } }, 1 },
	{ "in the folder", { { write_in_top, 0 } }, 1 },
	{ "folder replaced", { { replace_folder, 0 } }, 1 },
	{ "in the new folder", { { write_in_top, 0 } }, 1 },
	{ "above away", { { move_top_away, 0 } }, 1 },
	{ "above back", { { move_top_back, 0 } }, 1 },
	{ "briefly away", { { move_top_away, 20 }, { move_top_back, 0 } }, 0 },
	{ "still there", { { write_in_top, 0 } }, 1 },
	{ "held folder",
	  { { remove_in_held_folder, 10 }, { remove_held_folder, 0 } },
	  1 },
	{ "made again", { { make_folder_again, 0 } }, 1 },
	{ "let go", { { let_go, 0 } }, 0 },
	{ "in that folder", { { write_in_top, 0 } }, 1 },
	{ "a folder comes", { { make_first_folder, 0 } }, 0 },
	{ "one in it", { { make_second_folder, 0 } }, 0 },
	{ "the file in it", { { make_picture, 0 } }, 1 },
	{ "all removed", { { remove_picture, 0 } }, 1 },
	{ "all at once", { { make_picture_at_once, 0 } }, 1 },
};

/* Whether the watch is told of all that happens, and sleeps meanwhile. */
static bool is_idle(const struct watcher *watcher)
{
	int timeout = watch_timeout(watcher->watch, watcher->now);

	if (POLLED)
		return timeout > 0 && timeout <= WATCH_POLL_MS;
	return timeout == -1 && !watcher_is_called(watcher);
}

static int do_save(struct watcher *watcher, const struct save *save, int *size)
{
	int told = watcher_pass(watcher, *size * 37 % WATCH_POLL_MS);

	for (size_t i = 0; i < COUNT(save->steps); i++) {
		if (save->steps[i].act) {
			save->steps[i].act(++*size);
			told += watcher_pass(watcher, save->steps[i].ms);
		}
	}
	return told + watcher_pass(watcher, WATCHER_QUIET_MS);
}

static void tells_of_each_save_once(void **state)
{
	struct expect expect = { 0 };
	struct watcher watcher;
	int size = 10;

	(void)state;
	make_files(&watcher);
	for (size_t i = 0; i < COUNT(saves); i++) {
		const char *name = saves[i].name;
		int told = do_save(&watcher, &saves[i], &size);
		expect_int(&expect, name, saves[i].told, told);
		expect_true(&expect, name, watcher_is_up_to_date(&watcher));
		expect_true(&expect, name, is_idle(&watcher));
	}
	watcher_close(&watcher);
	expect_done(&expect);
}

/* Things done at random: whatever is read last is what is there. */
static void misses_no_change(void **state)
{
	static void (*const acts[])(int n) = {
		write_over,	replace,       remove_file,    empty,
		write_include,	write_target,  replace_target, turn_link,
		turn_link_back, write_release, write_in_top,   write_others,
	};
	unsigned random = 1;
	struct watcher watcher;

	(void)state;
	make_files(&watcher);
	write_over(8);
	for (int i = 0; i < 800; i++) {
		random = random * 1103515245u + 12345u;
		if (random >> 16 & 1 && watcher_size("deck.md") < 0)
			write_over(10 + i % 1000);
		else if (watcher_size("deck.md") >= 0)
			acts[(random >> 17) % COUNT(acts)](10 + i % 1000);
		watcher_pass(&watcher, (random >> 24) % 120);
		if (i % 16 > 0)
			continue;
		watcher_pass(&watcher, WATCHER_QUIET_MS);
		assert_true(watcher_is_up_to_date(&watcher));
		assert_true(is_idle(&watcher));
	}
	assert_true(watcher.told > 40);
	watcher_close(&watcher);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(tells_of_each_save_once),
		IN_FOLDER(misses_no_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
