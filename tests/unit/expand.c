/* SPDX-License-Identifier: MIT */
/*
 * Included files: their text, whose lines they are, and what is refused.
 */
#include "source/expand.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

static const struct {
	const char *path;
	struct str text;
} files[] = {
	{ "deck.md", STR("on the disk\n") },
	{ "a.md", STR("in a\n") },
	{ "a b.md", STR("in a b\n") },
	{ "two.md", STR("one\ntwo\n") },
	{ "open.md", STR("no end") },
	{ "empty.md", STR("") },
	{ "blank.md", STR("\n\n") },
	{ "crlf.md", STR("one\r\ntwo\r\n") },
	{ "cr.md", STR("one\rtwo\r") },
	{ "nul.md", STR("nul\0") },
	{ "bom.md", STR("\xef\xbb\xbfin bom\n") },
	{ "only-bom.md", STR("\xef\xbb\xbf") },
	{ "rule.md", STR("---\n\n# a slide\n") },
	{ "fence.md", STR("```\nopen\n") },
	{ "part/b.md", STR("in b\n<!-- include: c/c.md -->\nb again") },
	{ "part/c/c.md", STR("in c\n<!-- include: ../d.md -->") },
	{ "part/d.md", STR("in d\n<!-- include: no.md -->\n") },
	{ "self.md", STR("me\n<!-- include: self.md -->\n") },
	{ "ping.md", STR("ping\n<!-- include: part/pong.md -->\n") },
	{ "part/pong.md", STR("pong\n<!-- include: ../ping.md -->\n") },
	{ "again.md", STR("<!-- include: deck.md -->\n") },
	{ "first.md", STR("<!-- include: a.md -->\nlast\n") },
};

static int enter(void **state)
{
	if (folder_enter(state))
		return -1;
	folder_add("part");
	folder_add("part/c");
	for (size_t i = 0; i < COUNT(files); i++)
		folder_put(files[i].path, files[i].text);
	return mkfifo("fifo", 0600) || symlink("/etc/passwd", "passwd");
}

static void init(struct deck *deck, struct str source, const char *path)
{
	struct deck_options options = { .dialect = DIALECT_MDP, .path = path };
	struct buf bytes = { 0 };

	buf_put(&bytes, source);
	read_deck(deck, &bytes, &options);
}

/* Each line with where it came from, then what is odd. */
static void put_deck(const struct deck *deck, struct buf *out)
{
	struct str rest = buf_str(&deck->source);
	const struct remark *remark;

	for (int line = 1; rest.len > 0; line++) {
		struct str text = str_take_line(&rest);
		struct origin origin = deck_origin(deck, line);
		buf_printf(out, "%s:%d|", origin.path ? origin.path : "",
			   origin.line);
		buf_put(out, text);
		buf_put_byte(out, '\n');
	}
	for (remark = deck->remarks.first; remark; remark = remark->next) {
		buf_printf(out, "%d:%d ", remark->line, remark->col);
		remark_put(remark, out);
		buf_put_byte(out, '\n');
	}
}

struct expand_case {
	const char *name;
	struct str source;
	const char *want;
};

static void expect_expanded(const struct expand_case *cases, size_t count)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct buf got = { 0 };
		struct deck deck;
		init(&deck, cases[i].source, "deck.md");
		put_deck(&deck, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		deck_release(&deck);
	}
	expect_done(&expect);
}

static void puts_the_text(void **state)
{
	static const struct expand_case cases[] = {
		{ "nothing to do", STR("a: b\ninclude\n:"),
		  ":1|a: b\n:2|include\n:3|:\n" },
		{ "between lines", STR("x\n<!-- include: two.md -->\ny\nz\n"),
		  ":1|x\ntwo.md:1|one\ntwo.md:2|two\n:3|y\n:4|z\n" },
		{ "all there is", STR("<!-- include: a.md -->"),
		  "a.md:1|in a\n" },
		{ "without blanks", STR("<!--include:a.md-->\n"),
		  "a.md:1|in a\n" },
		{ "with blanks", STR("   <!--  include:   a.md  -->  \t\nx"),
		  "a.md:1|in a\n:2|x\n" },
		{ "over lines", STR("<!--\ninclude: a.md\n-->\nx"),
		  "a.md:1|in a\n:4|x\n" },
		{ "quoted", STR("<!-- include: 'a b.md' -->\n"),
		  "a b.md:1|in a b\n" },
		{ "./", STR("<!-- include: ./a.md -->\n"), "a.md:1|in a\n" },
		{ "twice",
		  STR("<!-- include: a.md -->\n<!-- include: a.md -->\nx"),
		  "a.md:1|in a\na.md:1|in a\n:3|x\n" },
		{ "nested", STR("x\n<!-- include: part/b.md -->\ny\n"),
		  ":1|x\n"
		  "part/b.md:1|in b\n"
		  "part/c/c.md:1|in c\n"
		  "part/c/../d.md:1|in d\n"
		  "part/c/../d.md:2|<!-- include: no.md -->\n"
		  "part/b.md:3|b again\n"
		  ":3|y\n"
		  "5:1 cannot be included 'no.md: No such file or "
		  "directory'\n" },
		{ "nested at once", STR("<!-- include: first.md -->\nx"),
		  "a.md:1|in a\nfirst.md:2|last\n:2|x\n" },
		{ "below a byte order mark",
		  STR("\xef\xbb\xbf<!-- include: a.md -->\nx"),
		  "a.md:1|\xef\xbb\xbfin a\n:2|x\n" },
	};

	(void)state;
	expect_expanded(cases, COUNT(cases));
}

static void ends_lines(void **state)
{
	static const struct expand_case cases[] = {
		{ "no line end", STR("<!-- include: open.md -->\nx"),
		  "open.md:1|no end\n:2|x\n" },
		{ "no line end at the end", STR("x\n<!-- include: open.md -->"),
		  ":1|x\nopen.md:1|no end\n" },
		{ "nothing", STR("x\n<!-- include: empty.md -->\ny"),
		  ":1|x\nempty.md:1|\n:3|y\n" },
		{ "blank lines", STR("x\n<!-- include: blank.md -->\ny"),
		  ":1|x\nblank.md:1|\nblank.md:2|\n:3|y\n" },
		{ "CRLF in the deck",
		  STR("x\r\n<!-- include: two.md -->\r\ny\r\n"),
		  ":1|x\ntwo.md:1|one\ntwo.md:2|two\n:3|y\n" },
		{ "CRLF in the file", STR("x\n<!-- include: crlf.md -->\ny\n"),
		  ":1|x\ncrlf.md:1|one\ncrlf.md:2|two\n:3|y\n" },
		{ "CR in the file", STR("<!-- include: cr.md -->\n\ny\n"),
		  "cr.md:1|one\ncr.md:2|two\n:2|\n:3|y\n" },
		{ "CR in the deck", STR("x\r<!-- include: blank.md -->\r\ry"),
		  ":1|x\nblank.md:1|\nblank.md:2|\n:3|\n:4|y\n" },
		{ "CR, then nothing", STR("x\r<!-- include: empty.md -->\r\ny"),
		  ":1|x\nempty.md:1|\n:3|y\n" },
	};

	(void)state;
	expect_expanded(cases, COUNT(cases));
}

/* A NUL ends neither a line nor a path. */
static void takes_nul_for_a_byte(void **state)
{
	static const struct str file = STR("<!-- include: nul.md -->\n"),
				path = STR("<!-- include: a.md\0b -->\n");
	struct deck deck;

	(void)state;
	init(&deck, file, "deck.md");
	assert_true(str_eq(buf_str(&deck.source), BYTES("nul\0\n")));
	deck_release(&deck);
	init(&deck, path, "deck.md");
	assert_true(str_eq(buf_str(&deck.source), path));
	assert_int_equal(deck.remarks.first->kind, REMARK_ARGUMENT);
	deck_release(&deck);
}

static void leaves_other_comments(void **state)
{
	static const struct expand_case cases[] = {
		{ "in a fence", STR("```\n<!-- include: a.md -->\n```\n"),
		  ":1|```\n:2|<!-- include: a.md -->\n:3|```\n" },
		{ "behind a fence",
		  STR("~~~~ x\n~~~\n~~~~\n<!-- include: a.md -->\n"),
		  ":1|~~~~ x\n:2|~~~\n:3|~~~~\na.md:1|in a\n" },
		{ "in a fence of an item",
		  STR("1. ```c\n   ```\n<!-- include: a.md -->\n```\n```\n"),
		  ":1|1. ```c\n:2|   ```\na.md:1|in a\n:4|```\n:5|```\n" },
		{ "behind a fence that is left open",
		  STR("```\nx\n\n---\n\n<!-- include: a.md -->\n"),
		  ":1|```\n:2|x\n:3|\n:4|---\n:5|\na.md:1|in a\n" },
		{ "before another fence",
		  STR("```\n\n<!-- include: a.md -->\n``` c\nx\n```\n"),
		  ":1|```\n:2|\na.md:1|in a\n:4|``` c\n:5|x\n:6|```\n" },
		{ "a fence of the file is its own",
		  STR("<!-- include: fence.md -->\n<!-- include: a.md -->\n"),
		  "fence.md:1|```\nfence.md:2|open\na.md:1|in a\n" },
		{ "as code", STR("    <!-- include: a.md -->\n"),
		  ":1|    <!-- include: a.md -->\n" },
		{ "in a line", STR("x <!-- include: a.md -->\n"),
		  ":1|x <!-- include: a.md -->\n" },
		{ "before text", STR("<!-- include: a.md --> x\n"),
		  ":1|<!-- include: a.md --> x\n"
		  "1:1 cannot be included 'a.md: not alone on its line'\n" },
		{ "in a comment",
		  STR("<!--\n<!-- include: a.md -->\n<!-- include: a.md -->"),
		  ":1|<!--\n:2|<!-- include: a.md -->\na.md:1|in a\n" },
		{ "not closed", STR("<!-- include: a.md\n\nx"),
		  ":1|<!-- include: a.md\n:2|\n:3|x\n" },
		{ "behind one that is not closed",
		  STR("<!-- include: a.md -->\n<!-- x\n<!-- include: a.md"),
		  "a.md:1|in a\n:2|<!-- x\n:3|<!-- include: a.md\n" },
		{ "another directive", STR("<!-- pause -->\n<!--include:-->\n"),
		  ":1|<!-- pause -->\n:2|<!--include:-->\n"
		  "2:1 not an argument for 'include'\n" },
		{ "two lines", STR(" <!-- include: a.md\nb.md -->\n"),
		  ":1| <!-- include: a.md\n:2|b.md -->\n"
		  "1:2 not an argument for 'include'\n" },
		{ "a CR", STR("<!-- include: a.md\rb.md -->\n"),
		  ":1|<!-- include: a.md\n:2|b.md -->\n"
		  "1:1 not an argument for 'include'\n" },
	};

	(void)state;
	expect_expanded(cases, COUNT(cases));
}

static void says_what_is_refused(void **state)
{
	static const struct {
		const char *path, *reason;
	} cases[] = {
		{ "no.md", "No such file or directory" },
		{ "../x.md", "No such file or directory" },
		{ "/etc/passwd", "outside the deck's folder" },
		{ "passwd", "outside the deck's folder" },
		{ "..", "outside the deck's folder" },
		{ "part", "not a regular file" },
		{ "fifo", "not a regular file" },
		{ "deck.md", "includes itself" },
		{ "./part/../deck.md", "includes itself" },
		{ "https://example.org/x.md", "No such file or directory" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf source = { 0 }, want = { 0 }, got = { 0 };
		struct deck deck;
		buf_printf(&source, "x\n <!-- include: %s -->\ny\n",
			   cases[i].path);
		buf_printf(&want,
			   ":1|x\n:2| <!-- include: %s -->\n:3|y\n"
			   "2:2 cannot be included '%s: %s'\n",
			   cases[i].path, cases[i].path, cases[i].reason);
		buf_put_byte(&want, '\0');
		init(&deck, buf_str(&source), "deck.md");
		put_deck(&deck, &got);
		expect_text(&expect, cases[i].path, want.ptr, buf_str(&got));
		deck_release(&deck);
		buf_release(&source);
		buf_release(&want);
		buf_release(&got);
	}
	expect_done(&expect);
}

static void refuses_cycles(void **state)
{
	static const struct expand_case cases[] = {
		{ "itself", STR("<!-- include: self.md -->\nx"),
		  "self.md:1|me\nself.md:2|<!-- include: self.md -->\n:2|x\n"
		  "2:1 cannot be included 'self.md: includes itself'\n" },
		{ "each other", STR("<!-- include: ping.md -->\nx"),
		  "ping.md:1|ping\npart/pong.md:1|pong\n"
		  "part/pong.md:2|<!-- include: ../ping.md -->\n:2|x\n"
		  "3:1 cannot be included '../ping.md: includes itself'\n" },
		{ "the deck", STR("<!-- include: again.md -->\nx"),
		  "again.md:1|<!-- include: deck.md -->\n:2|x\n"
		  "1:1 cannot be included 'deck.md: includes itself'\n" },
	};

	(void)state;
	expect_expanded(cases, COUNT(cases));
}

/* Each file of a chain includes the next one as often as is said. */
static void put_chain(int files_count, int times)
{
	for (int i = 1; i <= files_count; i++) {
		struct buf text = { 0 };
		char path[32];
		for (int n = 0; n < times; n++)
			buf_printf(&text, "<!-- include: %d.md -->\n", i + 1);
		snprintf(path, sizeof(path), "%d.md", i);
		folder_put(path, buf_str(&text));
		buf_release(&text);
	}
}

static void refuses_what_is_too_deep(void **state)
{
	static const struct expand_case cases[] = {
		{ "as deep as it goes", STR("<!-- include: 2.md -->\nx"),
		  "17.md:1|bottom\n:2|x\n" },
		{ "deeper", STR("<!-- include: 1.md -->\nx"),
		  "16.md:1|<!-- include: 17.md -->\n:2|x\n"
		  "1:1 cannot be included '17.md: too deep'\n" },
	};

	(void)state;
	put_chain(EXPAND_DEPTH_MAX, 1);
	folder_put("17.md", BYTES("bottom\n"));
	expect_expanded(cases, COUNT(cases));
}

static int remarks_with(const struct deck *deck, const char *end)
{
	struct buf text = { 0 };
	int count = 0;

	for (const struct remark *remark = deck->remarks.first; remark;
	     remark = remark->next) {
		buf_clear(&text);
		buf_put(&text, remark->detail);
		buf_put_byte(&text, '\0');
		count += strstr(text.ptr, end) != NULL;
	}
	buf_release(&text);
	return count;
}

/* 10^12 includes are asked for. */
static void ends_a_bomb_of_files(void **state)
{
	struct deck deck;

	(void)state;
	put_chain(12, 10);
	folder_put("13.md", BYTES("x\n"));
	init(&deck, BYTES("<!-- include: 1.md -->\nlast\n"), "deck.md");
	assert_int_equal(deck.file_count, EXPAND_COUNT_MAX);
	assert_int_equal(remarks_with(&deck, ": too many"), 1);
	assert_true(
		str_eq((struct str){ deck.source.ptr + deck.source.len - 5, 5 },
		       BYTES("last\n")));
	deck_release(&deck);
}

static void ends_a_bomb_of_bytes(void **state)
{
	struct buf large = { 0 };
	struct deck deck;

	(void)state;
	put_chain(3, 10);
	buf_repeat(&large, 'x', 1024 * 1024 - 1);
	buf_put_byte(&large, '\n');
	folder_put("4.md", buf_str(&large));
	init(&deck, BYTES("<!-- include: 1.md -->\n"), "deck.md");
	assert_true(deck.source.len <= EXPAND_BYTES_MAX + 100000);
	assert_true(deck.source.len > EXPAND_BYTES_MAX - 2 * large.len);
	assert_true(remarks_with(&deck, "4.md: too large") > 0);
	deck_release(&deck);
	buf_release(&large);
}

static void drops_what_is_no_text(void **state)
{
	static const struct expand_case cases[] = {
		{ "byte order mark", STR("x\n<!-- include: bom.md -->\n"),
		  ":1|x\nbom.md:1|in bom\n" },
		{ "only that", STR("x\n<!-- include: only-bom.md -->\ny\n"),
		  ":1|x\nonly-bom.md:1|\n:3|y\n" },
		{ "but no slide break", STR("x\n<!-- include: rule.md -->\n"),
		  ":1|x\nrule.md:1|---\nrule.md:2|\nrule.md:3|# a slide\n" },
	};

	(void)state;
	expect_expanded(cases, COUNT(cases));
}

static void drops_front_matter(void **state)
{
	static const struct expand_case cases[] = {
		{ "front matter", STR("x\n<!-- include: front.md -->\ny\n"),
		  ":1|x\nfront.md:4|in front\n:3|y\n"
		  "2:1 cannot be included 'front.md: its front matter'\n" },
		{ "only that", STR("x\n<!-- include: only-front.md -->\ny\n"),
		  ":1|x\nonly-front.md:4|\n:3|y\n"
		  "2:1 cannot be included 'only-front.md: its front "
		  "matter'\n" },
	};

	(void)state;
	folder_put("front.md", BYTES("\xef\xbb\xbf---\ntitle: x\n---\n"
				     "in front\n"));
	folder_put("only-front.md", BYTES("---\ntitle: x\n---\n"));
	expect_expanded(cases, COUNT(cases));
}

static void obeys_the_prefix(void **state)
{
	static const struct str source =
		STR("---\noptions:\n  command_prefix: \"cmd:\"\n---\n"
		    "<!-- include: no.md -->\n<!-- cmd:include: a.md -->\n");
	struct buf got = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, source, "deck.md");
	put_deck(&deck, &got);
	buf_put_byte(&got, '\0');
	assert_non_null(strstr(got.ptr, ":5|<!-- include: no.md -->\n"
					"a.md:1|in a\n"));
	assert_int_equal(remarks_with(&deck, "no.md"), 0);
	buf_release(&got);
	deck_release(&deck);
}

static void reads_nothing_without_a_path(void **state)
{
	static const struct str source =
		STR("<!-- include: a.md -->\n<!-- include: no.md -->\n");
	struct deck deck;

	(void)state;
	init(&deck, source, NULL);
	assert_true(str_eq(buf_str(&deck.source), source));
	assert_null(deck.remarks.first);
	assert_int_equal(deck.file_count, 0);
	deck_release(&deck);
	init(&deck, source, "-");
	assert_int_equal(deck.file_count, 2);
	assert_string_equal(deck.files[0], "a.md");
	assert_string_equal(deck.files[1], "no.md");
	deck_release(&deck);
}

/* What was read before plays no part in it. */
static void reads_again(void **state)
{
	struct deck deck;

	(void)state;
	for (int i = 0; i < 2; i++) {
		init(&deck, BYTES("<!-- include: a.md -->\n"), "deck.md");
		assert_true(str_eq(buf_str(&deck.source),
				   i ? BYTES("new\n") : BYTES("in a\n")));
		deck_release(&deck);
		folder_put("a.md", BYTES("new\n"));
	}
}

/* Slides and their remarks count lines of all the text. */
static void slides_are_of_the_text(void **state)
{
	struct arena arena = { 0 };
	struct deck deck;

	(void)state;
	folder_put("s.md", BYTES("a\n\n---\n\n\x01\n"));
	init(&deck, BYTES("%title: T\n\nx\n<!-- include: s.md -->\n\n---\ny\n"),
	     "deck.md");
	assert_int_equal(deck.slide_count, 3);
	struct slide *slide = read_slide(&deck, 2, &arena);
	struct origin origin = deck_origin(&deck, slide->line);
	assert_string_equal(origin.path, "s.md");
	assert_int_equal(origin.line, 4);
	origin = deck_origin(&deck, slide->remarks.first->line);
	assert_string_equal(origin.path, "s.md");
	assert_int_equal(origin.line, 5);
	slide = read_slide(&deck, 3, &arena);
	origin = deck_origin(&deck, slide->line);
	assert_null(origin.path);
	assert_int_equal(origin.line, 7);
	arena_release(&arena);
	deck_release(&deck);
}

enum { RANDOM_FILES = 4, RANDOM_DECKS = 500 };

static unsigned next_random(unsigned *state)
{
	*state = *state * 1103515245u + 12345u;
	return *state >> 16;
}

static void put_random(struct buf *out, unsigned *state)
{
	static const char *const pieces[] = {
		"x",
		" ",
		"\n",
		"\r",
		"\r\n",
		"```\n",
		"~~~ c\n",
		"<!--",
		"-->",
		"\xef\xbb\xbf",
		"\n<!-- include: 0.md -->\n",
		"\n<!-- include: 1.md -->\n",
		"\r<!-- include: 2.md -->\r",
		"\r\n<!-- include: 3.md --> \r\n",
		"<!-- include: no.md -->",
		"<!-- include: 3.md -->",
	};

	for (unsigned n = next_random(state) % 12; n > 0; n--)
		buf_put_text(out, pieces[next_random(state) % COUNT(pieces)]);
}

/* Line `number` of a file, without a mark; empty when it has none. */
static struct str line_of(struct str text, int number)
{
	static const struct str mark = STR("\xef\xbb\xbf"), none = { NULL, 0 };
	struct str line = none;

	for (int i = 0; i < number; i++) {
		if (text.len == 0)
			return none;
		line = str_take_line(&text);
	}
	bool marked = number == 1 && str_starts(line, mark);
	return marked ? str_from(line, mark.len) : line;
}

/* Every line is the one that its origin says. */
static void check_lines(const struct deck *deck, const struct buf *texts)
{
	struct str rest = buf_str(&deck->source);

	for (int line = 1; rest.len > 0; line++) {
		struct origin origin = deck_origin(deck, line);
		struct str text = buf_str(&texts[RANDOM_FILES]);
		if (origin.path)
			text = buf_str(&texts[origin.path[0] - '0']);
		struct str got = str_take_line(&rest);
		if (line == 1)
			got = line_of(got, 1);
		assert_true(str_eq(got, line_of(text, origin.line)));
	}
}

static void lines_are_those_of_their_files(void **state)
{
	unsigned random = 1;
	int includes = 0;

	(void)state;
	for (int i = 0; i < RANDOM_DECKS; i++) {
		struct buf texts[RANDOM_FILES + 1] = { 0 };
		char path[] = "0.md";
		struct deck deck;
		for (int n = 0; n <= RANDOM_FILES; n++) {
			put_random(&texts[n], &random);
			path[0] = (char)('0' + n);
			folder_put(path, buf_str(&texts[n]));
		}
		init(&deck, buf_str(&texts[RANDOM_FILES]), "4.md");
		check_lines(&deck, texts);
		includes += deck.file_count;
		deck_release(&deck);
		for (int n = 0; n <= RANDOM_FILES; n++)
			buf_release(&texts[n]);
	}
	assert_true(includes > RANDOM_DECKS);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(puts_the_text),
		TEST(ends_lines),
		TEST(takes_nul_for_a_byte),
		TEST(leaves_other_comments),
		TEST(says_what_is_refused),
		TEST(refuses_cycles),
		TEST(refuses_what_is_too_deep),
		TEST(ends_a_bomb_of_files),
		TEST(ends_a_bomb_of_bytes),
		TEST(drops_what_is_no_text),
		TEST(drops_front_matter),
		TEST(obeys_the_prefix),
		TEST(reads_nothing_without_a_path),
		TEST(reads_again),
		TEST(slides_are_of_the_text),
		TEST(lines_are_those_of_their_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
