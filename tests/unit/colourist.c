/* SPDX-License-Identifier: MIT */
/*
 * What the user's highlighter is asked, in which order, and how often. It is a
 * script here that keeps a list of what it was asked.
 */
#include "present/colourist.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "present/filter.h"
#include "support/folder.h"
#include "support/unit.h"

#define NOW 1000

/* Asked for a language, it says so and colours all "x". */
#define SCRIPT                                                   \
	"#!/bin/sh\nread -r first\necho \"$1 $first\" >>asked\n" \
	"case $first in fail*) exit 1;; esac\n"                  \
	"{ printf '%s\\n' \"$first\"; cat; } | sed 's/x/\033[31m&\033[m/g'\n"

static int set_up(void **state)
{
	int status = folder_enter(state);

	folder_put("paint", str_of(SCRIPT));
	return status;
}

static const struct ansi *want(struct colourist *colourist, int slide,
			       const char *language, const char *code)
{
	struct listing listing = { slide, str_of(language), str_of(code) };

	return colourist_want(colourist, &listing);
}

static void wait_for_any(const struct colourist *colourist)
{
	struct pollfd output = { colourist_fd(colourist), POLLIN, 0 };
	siginfo_t info;

	if (output.fd >= 0)
		poll(&output, 1, -1);
	else
		waitid(P_ALL, 0, &info, WEXITED | WNOWAIT);
}

/* Let it work on all that is wanted; returns the first failure, or "". */
static const char *work(struct colourist *colourist, int slide,
			struct error *failure)
{
	enum colourist_news news;
	struct error error;

	failure->text[0] = '\0';
	do {
		news = colourist_take(colourist, slide, NOW, &error);
		if (news == COLOURIST_FAILURE)
			*failure = error;
		if (news == COLOURIST_NOTHING &&
		    colourist_timeout(colourist, NOW) >= 0)
			wait_for_any(colourist);
	} while (news != COLOURIST_NOTHING ||
		 colourist_timeout(colourist, NOW) >= 0);
	return failure->text;
}

static void expect_asked(struct expect *expect, const char *name,
			 const char *text)
{
	struct buf got = { 0 };
	struct error ignored;

	file_read("asked", &got, &ignored);
	expect_text(expect, name, text, buf_str(&got));
	buf_release(&got);
	unlink("asked");
}

static void is_asked_about_languages(void **state)
{
	static const struct {
		const char *command, *language, *asked;
	} cases[] = {
		{ "sh paint {language}", "c", "c x\n" },
		{ "sh paint {language}", "c++", "c++ x\n" },
		{ "sh paint {language}", "objective-c_2.0",
		  "objective-c_2.0 x\n" },
		{ "sh paint -{language}-{language}-", "c#", "-c#-c#- x\n" },
		{ "sh paint '{language}'", "C", "C x\n" },
		{ "sh paint", "rust", " x\n" },
		{ "sh paint {lang}", "c", "{lang} x\n" },
		{ "c: sh paint {language}", "c", "c x\n" },
		{ "c, rust ,py: sh paint {language}", "rust", "rust x\n" },
		{ "c,rust,py:\tsh paint {language}", "Python3", "Python3 x\n" },
		{ "c,rust,py: sh paint {language}", "go", "" },
		{ "brainfuck: sh paint {language}", "BrainFuck",
		  "BrainFuck x\n" },
		{ "brainfuck: sh paint {language}", "cobol", "" },
		/* Not a list of languages. */
		{ "sh paint a: b", "c", "a: x\n" },
		{ "sh paint c:d", "c", "c:d x\n" },
		{ ": c; sh paint y", "c", "y x\n" },
		/* Nothing that a shell would understand. */
		{ "sh paint {language}", "", "" },
		{ "sh paint {language}", "$(touch evil)", "" },
		{ "sh paint {language}", "c;touch evil", "" },
		{ "sh paint {language}", "c'", "" },
		{ "sh paint {language}", "../c", "" },
		{ "sh paint {language}", "-c", "" },
		{ "sh paint {language}", "#c", "" },
		{ "sh paint {language}", "{language}", "" },
		{ "sh paint {language}", "c\xc3\xa9", "" },
		{ "sh paint {language}", "c c", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct colourist *colourist = colourist_open(cases[i].command);
		struct error error;
		want(colourist, 1, cases[i].language, "x\n");
		expect_text(&expect, cases[i].command, "",
			    str_of(work(colourist, 1, &error)));
		expect_asked(&expect, cases[i].language, cases[i].asked);
		colourist_close(colourist);
	}
	assert_int_equal(access("evil", F_OK), -1);
	expect_done(&expect);
}

static void answers_when_it_has_been_asked(void **state)
{
	struct colourist *colourist = colourist_open("sh paint {language}");
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	assert_null(want(colourist, 1, "c", "a x\n"));
	assert_null(want(colourist, 1, "c", "a x\n"));
	assert_int_equal(colourist_fd(colourist), -1);
	work(colourist, 1, &error);
	const struct ansi *ansi = want(colourist, 1, "c", "a x\n");
	assert_non_null(ansi);
	assert_int_equal(ansi->count, 1);
	assert_int_equal(ansi->runs[0].begin, 2);
	assert_int_equal(ansi->runs[0].look.text, 1);
	assert_null(want(colourist, 1, "rust", "a x\n"));
	assert_null(want(colourist, 1, "c", "a x\n\n"));
	work(colourist, 1, &error);
	assert_non_null(want(colourist, 2, "c", "a x\n"));
	expect_asked(&expect, "each once", "c a x\nrust a x\nc a x\n");
	colourist_close(colourist);
	expect_done(&expect);
}

static void goes_by_what_is_shown(void **state)
{
	struct colourist *colourist = colourist_open("sh paint");
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	for (int slide = 1; slide <= 6; slide++) {
		char code[] = "0a\n";
		code[0] = (char)('0' + slide);
		want(colourist, slide, "c", code);
		code[1] = 'b';
		want(colourist, slide, "c", code);
	}
	work(colourist, 4, &error);
	expect_asked(&expect, "the nearest first",
		     " 4a\n 4b\n 5a\n 5b\n 3a\n 3b\n 6a\n 6b\n 2a\n 2b\n 1a\n"
		     " 1b\n");
	colourist_close(colourist);
	expect_done(&expect);
}

/* Let it work until the colours of some code are there. */
static void work_on(struct colourist *colourist, int slide, const char *code)
{
	struct error error;

	while (!want(colourist, slide, "c", code)) {
		assert_int_not_equal(colourist_take(colourist, slide, NOW,
						    &error),
				     COLOURIST_FAILURE);
		if (!want(colourist, slide, "c", code))
			wait_for_any(colourist);
	}
}

static void gives_way_to_what_is_shown(void **state)
{
	struct colourist *colourist = colourist_open(
		"read -r a; [ \"$a\" = 3 ] && exec sleep 1000; echo \"$a\"");
	struct error error;

	(void)state;
	want(colourist, 3, "c", "3\n");
	want(colourist, 4, "c", "4\n");
	want(colourist, 4, "c", "4 too\n");
	want(colourist, 5, "c", "5\n");
	/* It is for the slide that is shown, then for one that is near. */
	colourist_take(colourist, 3, NOW, &error);
	assert_int_equal(colourist_timeout(colourist, NOW), FILTER_MS);
	colourist_take(colourist, 3, NOW + 9, &error);
	assert_int_equal(colourist_timeout(colourist, NOW + 9), FILTER_MS - 9);
	colourist_take(colourist, 2, NOW + 9, &error);
	assert_int_equal(colourist_timeout(colourist, NOW + 9), FILTER_MS - 9);
	work_on(colourist, 4, "4\n");
	work_on(colourist, 4, "4 too\n");
	work_on(colourist, 5, "5\n");
	/* Nothing is left but what had to give way, with all of its time. */
	assert_int_equal(colourist_take(colourist, 5, NOW + 20, &error),
			 COLOURIST_NOTHING);
	assert_int_equal(colourist_timeout(colourist, NOW + 20), FILTER_MS);
	assert_int_equal(colourist_take(colourist, 5, NOW + 20 + FILTER_MS,
					&error),
			 COLOURIST_FAILURE);
	assert_null(want(colourist, 3, "c", "3\n"));
	colourist_close(colourist);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

static void forgets_what_is_wanted(void **state)
{
	struct colourist *colourist = colourist_open("sh paint");
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	want(colourist, 1, "c", "1\n");
	assert_int_equal(colourist_take(colourist, 1, NOW, &error),
			 COLOURIST_NOTHING);
	assert_int_equal(colourist_timeout(colourist, NOW), FILTER_MS);
	want(colourist, 2, "c", "2\n");
	colourist_forget(colourist);
	want(colourist, 3, "c", "3\n");
	work(colourist, 1, &error);
	colourist_forget(colourist);
	assert_non_null(want(colourist, 1, "c", "1\n"));
	assert_non_null(want(colourist, 3, "c", "3\n"));
	expect_asked(&expect, "what runs goes on", " 1\n 3\n");
	colourist_close(colourist);
	expect_done(&expect);
}

static void says_the_first_failure(void **state)
{
	struct colourist *colourist = colourist_open("sh paint");
	struct expect expect = { 0 };
	struct error error;

	(void)state;
	want(colourist, 1, "c", "fail 1\n");
	want(colourist, 1, "c", "x 2\n");
	assert_string_equal(work(colourist, 1, &error),
			    "sh: ended with status 1");
	want(colourist, 1, "c", "fail 3\n");
	want(colourist, 1, "c", "x 4\n");
	assert_string_equal(work(colourist, 1, &error), "");
	assert_null(want(colourist, 1, "c", "fail 1\n"));
	assert_null(want(colourist, 1, "c", "fail 3\n"));
	assert_non_null(want(colourist, 1, "c", "x 2\n"));
	assert_non_null(want(colourist, 1, "c", "x 4\n"));
	assert_string_equal(work(colourist, 1, &error), "");
	expect_asked(&expect, "none twice", " fail 1\n x 2\n fail 3\n x 4\n");
	colourist_close(colourist);
	expect_done(&expect);
}

static void refuses_other_text(void **state)
{
	struct colourist *colourist = colourist_open("tr a b");
	struct error error;

	(void)state;
	want(colourist, 1, "c", "a\n");
	assert_string_equal(work(colourist, 1, &error), "tr: changes the code");
	assert_null(want(colourist, 1, "c", "a\n"));
	colourist_close(colourist);
}

static void gives_up(void **state)
{
	struct colourist *colourist = colourist_open("sleep 1000");
	struct error error;

	(void)state;
	want(colourist, 1, "c", "a\n");
	colourist_take(colourist, 1, NOW, &error);
	assert_int_equal(colourist_take(colourist, 1, NOW + FILTER_MS - 1,
					&error),
			 COLOURIST_NOTHING);
	assert_int_equal(colourist_take(colourist, 1, NOW + FILTER_MS, &error),
			 COLOURIST_FAILURE);
	assert_string_equal(error.text, "sleep: takes too long");
	assert_int_equal(colourist_timeout(colourist, NOW), -1);
	want(colourist, 1, "c", "b\n");
	colourist_take(colourist, 1, NOW, &error);
	colourist_close(colourist); /* which ends it */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
}

/* Two such pieces are more than is kept. */
#define LARGE 3000

static void put_large(struct buf *code, char byte)
{
	buf_clear(code);
	buf_repeat(code, byte, LARGE);
	buf_put_byte(code, '\n');
	buf_put_byte(code, '\0');
}

static void keeps_what_was_wanted_last(void **state)
{
	struct colourist *colourist = colourist_open("cat");
	struct buf codes[2] = { 0 };
	struct error error;

	(void)state;
	for (int i = 0; i < 2; i++)
		put_large(&codes[i], (char)('a' + i));
	want(colourist, 1, "c", "small\n");
	want(colourist, 1, "c", codes[0].ptr);
	work(colourist, 1, &error);
	assert_non_null(want(colourist, 1, "c", codes[0].ptr));
	assert_non_null(want(colourist, 1, "c", "small\n"));
	want(colourist, 2, "c", codes[1].ptr);
	want(colourist, 2, "c", "another\n");
	work(colourist, 1, &error);
	assert_non_null(want(colourist, 1, "c", codes[1].ptr));
	assert_non_null(want(colourist, 1, "c", "small\n"));
	assert_null(want(colourist, 1, "c", codes[0].ptr));
	for (int i = 0; i < 2; i++)
		buf_release(&codes[i]);
	colourist_close(colourist);
}

static void is_not_shown_too_much(void **state)
{
	struct colourist *colourist = colourist_open("cat");
	struct buf code = { 0 };
	struct error error;

	(void)state;
	buf_repeat(&code, '\n', COLOURIST_CODE_MAX + 1);
	buf_put_byte(&code, '\0');
	assert_null(want(colourist, 1, "c", code.ptr));
	colourist_take(colourist, 1, NOW, &error);
	assert_int_equal(colourist_timeout(colourist, NOW), -1);
	assert_null(want(colourist, 1, "c", code.ptr + 1));
	colourist_take(colourist, 1, NOW, &error);
	assert_int_equal(colourist_timeout(colourist, NOW), FILTER_MS);
	buf_release(&code);
	colourist_close(colourist);
}

static void may_be_none(void **state)
{
	static const char *const commands[] = { NULL, "", " \t" };
	struct error error;

	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++)
		assert_null(colourist_open(commands[i]));
	assert_null(want(NULL, 1, "c", "x\n"));
	colourist_forget(NULL);
	assert_int_equal(colourist_fd(NULL), -1);
	assert_int_equal(colourist_timeout(NULL, NOW), -1);
	assert_int_equal(colourist_take(NULL, 1, NOW, &error),
			 COLOURIST_NOTHING);
	colourist_close(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_asked_about_languages),
		cmocka_unit_test(answers_when_it_has_been_asked),
		cmocka_unit_test(goes_by_what_is_shown),
		cmocka_unit_test(gives_way_to_what_is_shown),
		cmocka_unit_test(forgets_what_is_wanted),
		cmocka_unit_test(says_the_first_failure),
		cmocka_unit_test(refuses_other_text),
		cmocka_unit_test(gives_up),
		cmocka_unit_test(keeps_what_was_wanted_last),
		cmocka_unit_test(is_not_shown_too_much),
		cmocka_unit_test(may_be_none),
	};

	return cmocka_run_group_tests(tests, set_up, folder_leave);
}
