/* SPDX-License-Identifier: MIT */
/*
 * Which files a deck may name, and which it may read.
 */
#include "source/include.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

/*
 *     secret.md
 *     talks/deck.md      line 2 is that of parts/a.md
 *     talks/other.md
 *     talks/parts/a.md, b c.md, empty, fifo, link, out, up
 *     talks-2/near.md
 *     common/s.md, deep/t.md
 */
static int enter(void **state)
{
	if (folder_enter(state))
		return -1;
	folder_add("talks");
	folder_add("talks/parts");
	folder_add("talks-2");
	folder_add("common");
	folder_add("common/deep");
	folder_put("secret.md", BYTES("secret"));
	folder_put("talks/other.md", BYTES("other"));
	folder_put("talks/parts/a.md", BYTES("of a\n"));
	folder_put("talks/parts/b c.md", BYTES("of b c\0\xff"));
	folder_put("talks/parts/empty", BYTES(""));
	folder_put("talks-2/near.md", BYTES("near"));
	folder_put("common/s.md", BYTES("common"));
	folder_put("common/deep/t.md", BYTES("deep"));
	return mkfifo("talks/parts/fifo", 0600) ||
	       symlink("../other.md", "talks/parts/link") ||
	       symlink("../../secret.md", "talks/parts/out") ||
	       symlink("../..", "talks/parts/up") ||
	       symlink("loop", "talks/loop");
}

static const char *const allowed[] = { "no-such-folder", "common" };

static void init(struct deck *deck, const char *path, int allowed_count)
{
	struct deck_options options = { .dialect = DIALECT_MDP,
					.path = path,
					.allowed = allowed,
					.allowed_count = allowed_count };
	struct buf source = { 0 };

	buf_put_text(&source, "one\n<!-- include: parts/a.md -->\nthree\n");
	read_deck(deck, &source, &options);
}

struct read_case {
	int line; /* 1: of the deck, 2: of parts/a.md */
	const char *path, *want;
};

static void expect_reads(struct expect *expect, const struct deck *deck,
			 const struct read_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str path = str_of(cases[i].path), text;
		struct arena arena = { 0 };
		struct error error = { "" };
		bool ok = include_read(deck, cases[i].line, path, &arena, &text,
				       &error);
		expect_text(expect, cases[i].path, cases[i].want,
			    ok ? text : str_of(error.text));
		arena_release(&arena);
	}
}

static void reads_what_is_near(void **state)
{
	static const struct read_case cases[] = {
		{ 1, "other.md", "other" },
		{ 1, "./other.md", "other" },
		{ 1, "././/other.md", "other" },
		{ 1, "parts/a.md", "of a\n" },
		{ 2, "a.md", "of a\n" },
		{ 2, "../other.md", "other" },
		{ 1, "parts/../other.md", "other" },
		{ 3, "other.md", "other" },
		{ 1, "parts/empty", "" },
		{ 2, "link", "other" },
		{ 2, "up/talks/other.md", "other" },
	};
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, "talks/deck.md", 0);
	expect_reads(&expect, &deck, cases, COUNT(cases));
	deck_release(&deck);
	expect_done(&expect);
}

static void reads_any_bytes(void **state)
{
	struct arena arena = { 0 };
	struct error error;
	struct deck deck;
	struct str text;

	(void)state;
	init(&deck, "talks/deck.md", 0);
	assert_true(
		include_read(&deck, 2, BYTES("b c.md"), &arena, &text, &error));
	assert_true(str_eq(text, BYTES("of b c\0\xff")));
	arena_release(&arena);
	deck_release(&deck);
}

static void refuses_the_rest(void **state)
{
	static const struct read_case cases[] = {
		{ 1, "a.md", "a.md: No such file or directory" },
		{ 2, "other.md", "other.md: No such file or directory" },
		{ 1, "", ": not a regular file" },
		{ 1, "other.md/", "other.md/: Not a directory" },
		{ 1, "../secret.md",
		  "../secret.md: outside the deck's folder" },
		{ 2, "../../secret.md",
		  "../../secret.md: outside the deck's folder" },
		{ 2, "out", "out: outside the deck's folder" },
		{ 2, "up/secret.md",
		  "up/secret.md: outside the deck's folder" },
		{ 1, "../talks-2/near.md",
		  "../talks-2/near.md: outside the deck's folder" },
		{ 1, "../common/s.md",
		  "../common/s.md: outside the deck's folder" },
		{ 1, "/etc/passwd", "/etc/passwd: outside the deck's folder" },
		{ 1, "/dev/zero", "/dev/zero: outside the deck's folder" },
		{ 1, "..", "..: outside the deck's folder" },
		{ 1, ".", ".: not a regular file" },
		{ 1, "parts", "parts: not a regular file" },
		{ 2, "fifo", "fifo: not a regular file" },
	};
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, "talks/deck.md", 0);
	expect_reads(&expect, &deck, cases, COUNT(cases));
	deck_release(&deck);
	expect_done(&expect);
}

static void refuses_what_is_large(void **state)
{
	struct arena arena = { 0 };
	struct error error;
	struct deck deck;
	struct str text;

	(void)state;
	folder_put("talks/large", BYTES(""));
	init(&deck, "talks/deck.md", 0);
	assert_int_equal(truncate("talks/large", (off_t)INCLUDE_READ_MAX), 0);
	assert_true(
		include_read(&deck, 1, BYTES("large"), &arena, &text, &error));
	assert_int_equal(text.len, INCLUDE_READ_MAX);
	assert_int_equal(truncate("talks/large", (off_t)INCLUDE_READ_MAX + 1),
			 0);
	assert_false(
		include_read(&deck, 1, BYTES("large"), &arena, &text, &error));
	assert_string_equal(error.text, "large: too large");
	arena_release(&arena);
	deck_release(&deck);
}

static void reads_allowed_folders(void **state)
{
	static const struct read_case cases[] = {
		{ 1, "../common/s.md", "common" },
		{ 1, "../common/deep/t.md", "deep" },
		{ 2, "../other.md", "other" },
		{ 1, "../secret.md",
		  "../secret.md: outside the deck's folder" },
		{ 1, "../common/../secret.md",
		  "../common/../secret.md: outside the deck's folder" },
	};
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, "talks/deck.md", (int)COUNT(allowed));
	expect_reads(&expect, &deck, cases, COUNT(cases));
	deck_release(&deck);
	expect_done(&expect);
}

/* The deck's folder is that of its name, as the author sees it. */
static void knows_the_folder_of_any_path(void **state)
{
	static const struct {
		const char *deck, *path, *want;
	} cases[] = {
		{ "deck.md", "talks/other.md", "other" },
		{ "-", "talks/other.md", "other" },
		{ "./deck.md", "secret.md", "secret" },
		{ "talks//deck.md", "other.md", "other" },
		{ "talks/parts/../deck.md", "other.md", "other" },
		{ "talks/parts/up/talks/deck.md", "other.md", "other" },
		{ "/deck.md", "/etc/hostname-that-is-none",
		  "/etc/hostname-that-is-none: No such file or directory" },
		{ "gone/deck.md", "other.md",
		  "other.md: No such file or directory" },
		{ NULL, "secret.md", "no files are read for this deck" },
	};
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct read_case read = { 1, cases[i].path, cases[i].want };
		init(&deck, cases[i].deck, 0);
		expect_reads(&expect, &deck, &read, 1);
		deck_release(&deck);
	}
	expect_done(&expect);
}

/* Everything is below the root folder. */
static void reads_from_the_root(void **state)
{
	struct expect expect = { 0 };
	struct buf path = { 0 };
	struct deck deck;

	init(&deck, "/deck.md", 0);
	buf_printf(&path, "%s/secret.md", (const char *)*state);
	buf_put_byte(&path, '\0');
	struct read_case read = { 1, path.ptr, "secret" };
	expect_reads(&expect, &deck, &read, 1);
	deck_release(&deck);
	buf_release(&path);
	expect_done(&expect);
}

static void long_paths_keep_the_reason(void **state)
{
	struct arena arena = { 0 };
	struct buf path = { 0 };
	struct error error;
	struct deck deck;
	struct str text;

	(void)state;
	init(&deck, "talks/deck.md", 0);
	buf_repeat(&path, 'x', 100000);
	assert_false(
		include_read(&deck, 1, buf_str(&path), &arena, &text, &error));
	assert_non_null(strstr(error.text, "x: File name too long"));
	buf_clear(&path);
	for (int i = 0; i < 300; i++)
		buf_put_text(&path, "../");
	buf_put_text(&path, "etc/passwd");
	assert_false(
		include_read(&deck, 1, buf_str(&path), &arena, &text, &error));
	assert_non_null(
		strstr(error.text, "passwd: outside the deck's folder"));
	buf_release(&path);
	arena_release(&arena);
	deck_release(&deck);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_what_is_near),    TEST(reads_any_bytes),
		TEST(refuses_the_rest),	     TEST(refuses_what_is_large),
		TEST(reads_allowed_folders), TEST(knows_the_folder_of_any_path),
		TEST(reads_from_the_root),   TEST(long_paths_keep_the_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
