/* SPDX-License-Identifier: MIT */
/*
 * Files: errors that name them, writes that are whole or not at all.
 */
#include "base/file.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/unit.h"

/* Each test has an empty folder of its own, and stands in it. */
static int enter_folder(void **state)
{
	char *folder = strdup("/tmp/deckle-file-XXXXXX");

	*state = folder;
	return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
	char *folder = *state;
	DIR *dir = opendir(".");
	struct dirent *entry;

	chmod(".", 0700);
	while (dir && (entry = readdir(dir))) {
		if (remove(entry->d_name))
			continue;
	}
	if (dir)
		closedir(dir);
	int status = chdir("/");
	rmdir(folder);
	free(folder);
	return status;
}

static int files_here(void)
{
	DIR *dir = opendir(".");
	int count = 0;

	for (struct dirent *entry; (entry = readdir(dir));)
		count += strcmp(entry->d_name, ".") &&
			 strcmp(entry->d_name, "..");
	closedir(dir);
	return count;
}

static void expect_content(const char *path, struct str want)
{
	struct buf got = { 0 };
	struct error error;

	assert_true(file_read(path, &got, &error));
	assert_true(str_eq(buf_str(&got), want));
	buf_release(&got);
}

static mode_t mode_of(const char *path)
{
	struct stat about;

	assert_int_equal(stat(path, &about), 0);
	return about.st_mode & 07777;
}

static void reads_what_was_written(void **state)
{
	struct error error;
	struct buf large = { 0 };

	(void)state;
	buf_repeat(&large, 'x', 300000);
	assert_true(file_write("a", BYTES("one\0two\n"), &error));
	expect_content("a", BYTES("one\0two\n"));
	assert_true(file_write("a", buf_str(&large), &error));
	expect_content("a", buf_str(&large));
	assert_true(file_write("a", BYTES(""), &error));
	expect_content("a", BYTES(""));
	assert_int_equal(files_here(), 1);
	buf_release(&large);
}

static void read_appends(void **state)
{
	struct error error;
	struct buf bytes = { 0 };

	(void)state;
	assert_true(file_write("a", BYTES("two"), &error));
	buf_put_text(&bytes, "one ");
	assert_true(file_read("a", &bytes, &error));
	assert_true(str_eq(buf_str(&bytes), BYTES("one two")));
	buf_release(&bytes);
}

static void read_errors_name_the_file(void **state)
{
	struct expect expect = { 0 };
	struct error error = { "" };
	struct buf bytes = { 0 };

	(void)state;
	expect_true(&expect, "missing", !file_read("none.md", &bytes, &error));
	expect_text(&expect, "missing", "none.md: No such file or directory",
		    str_of(error.text));
	expect_true(&expect, "folder", !file_read(".", &bytes, &error));
	expect_text(&expect, "folder", ".: Is a directory", str_of(error.text));
	expect_true(&expect, "not a folder",
		    file_write("a", BYTES(""), &error) &&
			    !file_read("a/b", &bytes, &error));
	expect_text(&expect, "not a folder", "a/b: Not a directory",
		    str_of(error.text));
	if (geteuid() != 0) {
		chmod("a", 0);
		expect_true(&expect, "not ours",
			    !file_read("a", &bytes, &error));
		expect_text(&expect, "not ours", "a: Permission denied",
			    str_of(error.text));
	}
	expect_int(&expect, "nothing was read", 0, (long long)bytes.len);
	buf_release(&bytes);
	expect_done(&expect);
}

/* 3 GiB that take no room on the disk. */
static void refuses_what_is_too_large(void **state)
{
	struct error error = { "" };
	struct buf bytes = { 0 };
	FILE *file = fopen("big", "w");

	(void)state;
	assert_non_null(file);
	int status = ftruncate(fileno(file), (off_t)3 << 30);
	fclose(file);
	if (status)
		skip();
	assert_false(file_read("big", &bytes, &error));
	assert_string_equal(error.text, "big: larger than 2 GiB");
	buf_release(&bytes);
}

static void reads_pipes(void **state)
{
	int ends[2], before = dup(STDIN_FILENO);
	struct buf bytes = { 0 };
	struct error error;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	assert_true(file_put(ends[1], "pipe", BYTES("through"), &error));
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	assert_true(file_read("-", &bytes, &error));
	dup2(before, STDIN_FILENO);
	close(before);
	assert_true(str_eq(buf_str(&bytes), BYTES("through")));
	buf_release(&bytes);
}

struct regular_case {
	const char *path;
	size_t limit;
	const char *want; /* the text, or the error */
};

static void expect_regular(struct expect *expect,
			   const struct regular_case *test)
{
	struct error error = { "" };
	struct buf bytes = { 0 };

	buf_put_text(&bytes, "before ");
	bool ok = file_read_regular(test->path, "name", test->limit, &bytes,
				    &error);
	struct str got = str_from(buf_str(&bytes), 7);
	expect_true(expect, "none of it or all", ok || got.len == 0);
	expect_text(expect, test->path, test->want,
		    ok ? got : str_of(error.text));
	buf_release(&bytes);
}

static void reads_regular_files_only(void **state)
{
	static const struct regular_case cases[] = {
		{ "a", 100, "text" },
		{ "a", 4, "text" },
		{ "a", 3, "name: too large" },
		{ "empty", 0, "" },
		{ "link", 4, "text" },
		{ "none", 4, "name: No such file or directory" },
		{ "a/b", 4, "name: Not a directory" },
		{ ".", 4, "name: not a regular file" },
		{ "fifo", 4, "name: not a regular file" },
		{ "/dev/zero", 4, "name: not a regular file" },
		{ "-", 4, "name: No such file or directory" },
		/* It says that it is empty, and is not. */
		{ "/proc/self/status", 4, "name: too large" },
	};
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	assert_true(file_write("a", BYTES("text"), &error));
	assert_true(file_write("empty", BYTES(""), &error));
	assert_int_equal(symlink("a", "link"), 0);
	assert_int_equal(mkfifo("fifo", 0600), 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		if (access("/proc/self/status", R_OK) == 0 ||
		    cases[i].path[0] != '/')
			expect_regular(&expect, &cases[i]);
	}
	expect_done(&expect);
}

static void write_keeps_the_mode(void **state)
{
	static const mode_t modes[] = { 0600, 0640, 0755, 0444 };
	struct error error;

	(void)state;
	for (size_t i = 0; i < COUNT(modes); i++) {
		assert_true(file_write("a", BYTES("old"), &error));
		chmod("a", modes[i]);
		assert_true(file_write("a", BYTES("new"), &error));
		assert_int_equal(mode_of("a"), modes[i]);
		expect_content("a", BYTES("new"));
		chmod("a", 0600);
	}
}

static void write_obeys_the_umask(void **state)
{
	struct error error;
	mode_t before = umask(027);

	(void)state;
	assert_true(file_write("a", BYTES("x"), &error));
	assert_int_equal(mode_of("a"), 0640);
	assert_int_equal(umask(before), 027);
}

static void failed_write_keeps_the_old(void **state)
{
	struct error error = { "" };

	(void)state;
	assert_false(file_write("none/a", BYTES("new"), &error));
	assert_string_equal(error.text, "none/a: No such file or directory");
	assert_false(file_write(".", BYTES("new"), &error));
	assert_string_equal(error.text, ".: Is a directory");
	if (geteuid() == 0)
		return;
	assert_true(file_write("a", BYTES("old"), &error));
	chmod(".", 0500);
	assert_false(file_write("a", BYTES("new"), &error));
	assert_string_equal(error.text, "a: Permission denied");
	chmod(".", 0700);
	expect_content("a", BYTES("old"));
	assert_int_equal(files_here(), 1);
}

/* The disk is full in the middle of the write, as root sees it, too. */
static void cut_write_keeps_the_old(void **state)
{
	struct error error = { "" };
	struct buf large = { 0 };
	struct rlimit before, tight;

	(void)state;
	buf_repeat(&large, 'x', 100000);
	assert_true(file_write("a", BYTES("old"), &error));
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = before;
	tight.rlim_cur = 1000;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	bool ok = file_write("a", buf_str(&large), &error);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_false(ok);
	assert_string_equal(error.text, "a: File too large");
	expect_content("a", BYTES("old"));
	assert_int_equal(files_here(), 1);
	buf_release(&large);
}

static void writes_through_devices(void **state)
{
	struct error error = { "" };

	(void)state;
	assert_true(file_write("/dev/null", BYTES("x"), &error));
	assert_false(file_write("/dev/full", BYTES("x"), &error));
	assert_string_equal(error.text, "/dev/full: No space left on device");
}

/* A link to a file still leads to it, and the file has the new content. */
static void write_follows_links(void **state)
{
	struct error error;
	struct stat about;

	(void)state;
	assert_true(file_write("a", BYTES("old"), &error));
	assert_int_equal(symlink("a", "link"), 0);
	assert_true(file_write("link", BYTES("new"), &error));
	assert_int_equal(lstat("link", &about), 0);
	assert_true(S_ISLNK(about.st_mode));
	expect_content("a", BYTES("new"));
}

#define FILE_TEST(test) \
	cmocka_unit_test_setup_teardown(test, enter_folder, leave_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(reads_what_was_written),
		FILE_TEST(read_appends),
		FILE_TEST(read_errors_name_the_file),
		FILE_TEST(refuses_what_is_too_large),
		FILE_TEST(reads_pipes),
		FILE_TEST(reads_regular_files_only),
		FILE_TEST(write_keeps_the_mode),
		FILE_TEST(write_obeys_the_umask),
		FILE_TEST(failed_write_keeps_the_old),
		FILE_TEST(cut_write_keeps_the_old),
		FILE_TEST(writes_through_devices),
		FILE_TEST(write_follows_links),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
