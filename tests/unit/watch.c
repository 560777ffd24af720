/* SPDX-License-Identifier: MIT */
/*
 * Saves of all styles, each told once. Files are real, time is not: the test
 * waits exactly as the watch asks for, by turning its own clock. Compiled
 * twice: with what the system tells, and without.
 */
#include "present/watch.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

#ifndef POLLED
#define POLLED 0
#endif

/* After this long all is told that there is to tell, polled or not. */
#define QUIET_MS (2 * WATCH_POLL_MS + WATCH_LATE_MS)

static const char *const paths[] = {
	"deck.md",	      /* a file */
	"parts/include.md",   /* in another folder */
	"link.md",	      /* -> store/v1.md */
	"chain.md",	      /* -> parts/chain.md -> ../store/v1.md */
	"current/deck.md",    /* current -> release-1 */
	"top/talks/deck.md",  /* in folders that move */
	"later/deep/pic.png", /* not there yet */
};

#define PATHS COUNT(paths)

/* A watch, its clock, and what a caller that obeys it has read. */
struct rig {
	struct watch *watch;
	long long now;
	long read[PATHS]; /* sizes; -1: was not there */
	int told, wakes;
};

static long size_of(const char *path)
{
	struct stat about;

	return stat(path, &about) ? -1 : (long)about.st_size;
}

static void read_files(struct rig *rig)
{
	for (size_t i = 0; i < PATHS; i++)
		rig->read[i] = size_of(paths[i]);
}

static bool is_up_to_date(const struct rig *rig)
{
	for (size_t i = 0; i < PATHS; i++) {
		if (rig->read[i] != size_of(paths[i]))
			return false;
	}
	return true;
}

static bool is_readable(const struct rig *rig)
{
	struct pollfd fd = { watch_fd(rig->watch), POLLIN, 0 };

	return fd.fd >= 0 && poll(&fd, 1, 0) == 1;
}

static void take(struct rig *rig)
{
	rig->wakes++;
	if (!watch_take(rig->watch, rig->now))
		return;
	rig->told++;
	read_files(rig);
}

/* Let time pass, and do what the watch asks for; how often it told. */
static int pass(struct rig *rig, long long ms)
{
	long long end = rig->now + ms;
	int before = rig->told;

	for (;;) {
		while (is_readable(rig))
			take(rig);
		int wait = watch_timeout(rig->watch, rig->now);
		if (wait < 0 || rig->now + wait > end)
			break;
		rig->now += wait;
		take(rig);
	}
	rig->now = end;
	return rig->told - before;
}

/* `size` bytes, so that no two versions of a file have the same size. */
static void put(const char *path, int size)
{
	char bytes[1024];

	memset(bytes, 'x', sizeof(bytes));
	assert_true(size <= (int)sizeof(bytes));
	folder_put(path, (struct str){ bytes, (size_t)size });
}

static void move(const char *from, const char *to)
{
	assert_int_equal(rename(from, to), 0);
}

static void link_to(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

static void begin(struct rig *rig)
{
	*rig = (struct rig){ .watch = watch_open(), .now = 1000000 };
	folder_add("parts");
	folder_add("store");
	folder_add("release-1");
	folder_add("release-2");
	folder_add("top");
	folder_add("top/talks");
	put("deck.md", 1);
	put("parts/include.md", 2);
	put("store/v1.md", 3);
	put("store/v2.md", 4);
	put("release-1/deck.md", 5);
	put("release-2/deck.md", 6);
	put("top/talks/deck.md", 7);
	link_to("store/v1.md", "link.md");
	link_to("parts/chain.md", "chain.md");
	link_to("../store/v1.md", "parts/chain.md");
	link_to("release-1", "current");
	assert_true(watch_set(rig->watch, paths, PATHS));
	read_files(rig);
	assert_int_equal(pass(rig, QUIET_MS), 0);
}

static void end(struct rig *rig)
{
	watch_close(rig->watch);
}

/* ---- what editors and tools do; `n` is the new file's size ---- */

static void write_over(int n)
{
	put("deck.md", n);
}

static void write_beside(int n)
{
	put("deck.md.new", n);
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
		put("now", 1);
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
	put(".deck.md.swp", n);
	put("4913", n);
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
	assert_int_equal(truncate("deck.md", size_of("deck.md") + 1), 0);
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
	put("other.md", n);
	put(".deck.md.swp", n);
	put("store/v3.md", n);
	put("top/other.md", n);
}

static void write_include(int n)
{
	put("parts/include.md", n);
}

static void write_all(int n)
{
	write_over(n);
	write_include(n);
	put("store/v1.md", n);
}

static void write_target(int n)
{
	put("store/v1.md", n);
}

static void replace_target(int n)
{
	put("store/new", n);
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
	put("release-2/deck.md", n);
}

static void write_old_release(int n)
{
	put("release-1/deck.md", n);
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
	put("top/talks/deck.md", n);
}

static void replace_folder(int n)
{
	unlink("top/talks/deck.md");
	rmdir("top/talks");
	folder_add("top/talks");
	write_in_top(n);
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
	put("later/deep/pic.png", n);
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
	{ "twice", { { write_over, QUIET_MS }, { write_over, 0 } }, 2 },
	{ "gone", { { remove_file, 0 } }, 1 },
	{ "back", { { write_over, 0 } }, 1 },
	{ "long gone", { { remove_file, QUIET_MS }, { write_over, 0 } }, 2 },
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
	{ "a folder comes", { { make_first_folder, 0 } }, 0 },
	{ "one in it", { { make_second_folder, 0 } }, 0 },
	{ "the file in it", { { make_picture, 0 } }, 1 },
	{ "all removed", { { remove_picture, 0 } }, 1 },
	{ "all at once", { { make_picture_at_once, 0 } }, 1 },
};

/* Whether the watch is told of all that happens, and sleeps meanwhile. */
static bool is_idle(const struct rig *rig)
{
	int timeout = watch_timeout(rig->watch, rig->now);

	if (POLLED)
		return timeout > 0 && timeout <= WATCH_POLL_MS;
	return timeout == -1 && !is_readable(rig);
}

static int do_save(struct rig *rig, const struct save *save, int *size)
{
	int told = 0;

	for (size_t i = 0; i < COUNT(save->steps); i++) {
		if (save->steps[i].act) {
			save->steps[i].act(++*size);
			told += pass(rig, save->steps[i].ms);
		}
	}
	return told + pass(rig, QUIET_MS);
}

static void tells_of_each_save_once(void **state)
{
	struct expect expect = { 0 };
	struct rig rig;
	int size = 10;

	(void)state;
	begin(&rig);
	for (size_t i = 0; i < COUNT(saves); i++) {
		const char *name = saves[i].name;
		int told = do_save(&rig, &saves[i], &size);
		expect_int(&expect, name, saves[i].told, told);
		expect_true(&expect, name, is_up_to_date(&rig));
		expect_true(&expect, name, is_idle(&rig));
	}
	end(&rig);
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
	struct rig rig;

	(void)state;
	begin(&rig);
	write_over(8);
	for (int i = 0; i < 800; i++) {
		random = random * 1103515245u + 12345u;
		if (random >> 16 & 1 && size_of("deck.md") < 0)
			write_over(10 + i % 1000);
		else if (size_of("deck.md") >= 0)
			acts[(random >> 17) % COUNT(acts)](10 + i % 1000);
		pass(&rig, (random >> 24) % 120);
		if (i % 16 > 0)
			continue;
		pass(&rig, QUIET_MS);
		assert_true(is_up_to_date(&rig));
		assert_true(is_idle(&rig));
	}
	assert_true(rig.told > 40);
	end(&rig);
}

/* ---- when ---- */

/* From a save to the time it is told, ms; asks only for times. */
static long long time_to_tell(struct rig *rig)
{
	long long begun = rig->now;

	for (int told = rig->told; told == rig->told;) {
		assert_true(rig->now - begun < QUIET_MS);
		pass(rig, 1);
	}
	return rig->now - begun;
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
	struct rig rig;

	(void)state;
	begin(&rig);
	for (size_t i = 0; i < COUNT(cases); i++) {
		cases[i].act(10 + (int)i);
		long long ms = time_to_tell(&rig);
		int slack = POLLED ? WATCH_POLL_MS : 2;
		expect_true(&expect, cases[i].name,
			    ms >= cases[i].ms && ms <= cases[i].ms + slack);
	}
	end(&rig);
	expect_done(&expect);
}

/* Saves without pause are told now and then, and the last one in the end. */
static void tells_in_the_middle_of_a_storm(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig);
	for (int i = 0; i < 1000; i++) {
		write_over(10 + i % 1000);
		pass(&rig, 5);
	}
	assert_in_range(rig.told, 4, 5000 / WATCH_LATE_MS);
	pass(&rig, QUIET_MS);
	assert_true(is_up_to_date(&rig));
	assert_true(is_idle(&rig));
	end(&rig);
}

/*
 * A save that was told before it was over is told again, even if it looks the
 * same: who knows what was written in the same step of the file's time.
 */
static void tells_the_end_of_a_storm(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig);
	for (int i = 0; rig.told == 0 && i < 1000; i++) {
		write_over(10 + i);
		pass(&rig, 5);
	}
	assert_int_equal(rig.told, 1);
	assert_int_equal(pass(&rig, QUIET_MS), 1);
	assert_int_equal(pass(&rig, QUIET_MS), 0);
	end(&rig);
}

/* A thousand saves, and nobody looks before they are over. */
static void tells_of_a_burst_once(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig);
	for (int i = 0; i < 1000; i++)
		replace(10 + i);
	assert_int_equal(pass(&rig, QUIET_MS), 1);
	assert_true(is_up_to_date(&rig));
	end(&rig);
}

static void sleeps_when_idle(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig);
	rig.wakes = 0;
	for (int i = 0; i < 60; i++)
		pass(&rig, 1000);
	assert_int_equal(rig.wakes, POLLED ? 60000 / WATCH_POLL_MS : 0);
	assert_int_equal(watch_fd(rig.watch) < 0, POLLED);
	end(&rig);
}

/* It does not matter when, or how often, it is asked. */
static void may_be_asked_at_any_time(void **state)
{
	struct rig rig;
	int told = 0;

	(void)state;
	begin(&rig);
	write_over(10);
	for (int i = 0; i < QUIET_MS; i++) {
		told += watch_take(rig.watch, rig.now);
		told += watch_take(rig.watch, rig.now);
		rig.now++;
	}
	assert_int_equal(told, 1);
	end(&rig);
}

/* ---- which files ---- */

static void says_when_to_read_again(void **state)
{
	static const char *const two[] = { "deck.md", "a.md" };
	static const char *const turned[] = { "a.md", "deck.md" };
	static const char *const three[] = { "deck.md", "b.md", "a.md" };
	struct watch *watch = watch_open();

	(void)state;
	put("deck.md", 1);
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
	static const char *const two[] = { "deck.md", "a.md" };
	struct rig rig = { .watch = watch_open(), .now = 5000 };

	(void)state;
	put("deck.md", 1);
	put("a.md", 2);
	watch_set(rig.watch, two, 1);
	put("deck.md", 3);
	assert_true(watch_set(rig.watch, two, 2));
	assert_int_equal(pass(&rig, QUIET_MS), 1);
	put("a.md", 4);
	assert_false(watch_set(rig.watch, two, 1));
	assert_int_equal(pass(&rig, QUIET_MS), 0);
	put("a.md", 5);
	assert_int_equal(pass(&rig, QUIET_MS), 0);
	end(&rig);
}

/* A folder that cannot be trusted has all files looked at, and only then. */
static void polls_where_nobody_tells(void **state)
{
	static const char *const files[] = { "deck.md", "/proc/none.md" };
	struct rig rig = { .watch = watch_open(), .now = 5000 };

	(void)state;
	put("deck.md", 1);
	watch_set(rig.watch, files, 2);
	pass(&rig, QUIET_MS);
	assert_in_range(watch_timeout(rig.watch, rig.now), 0, WATCH_POLL_MS);
	put("deck.md", 2);
	if (!POLLED)
		assert_in_range(time_to_tell(&rig), WATCH_SETTLE_MS,
				WATCH_SETTLE_MS + 2);
	pass(&rig, QUIET_MS);
	assert_int_equal(rig.told, 1);
	watch_set(rig.watch, files, 1);
	pass(&rig, 1); /* that the folder is not watched any more */
	assert_true(is_idle(&rig));
	end(&rig);
}

/* No descriptor left for what the system tells: looking works all the same. */
static void works_without_notify(void **state)
{
	static const char *const file[] = { "deck.md" };
	struct rig rig = { .now = 5000 };
	struct rlimit before, none;

	(void)state;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
	none = (struct rlimit){ 0, before.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &none), 0);
	rig.watch = watch_open();
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	assert_int_equal(watch_fd(rig.watch), -1);
	put("deck.md", 1);
	assert_true(watch_set(rig.watch, file, 1));
	assert_int_equal(pass(&rig, QUIET_MS), 0);
	put("deck.md", 2);
	assert_int_equal(pass(&rig, QUIET_MS), 1);
	end(&rig);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(tells_of_each_save_once),
		IN_FOLDER(misses_no_change),
		IN_FOLDER(tells_when_it_is_quiet),
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
