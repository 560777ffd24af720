/* SPDX-License-Identifier: MIT */
/*
 * Text through commands, with a clock that does what it is told.
 */
#include "present/filter.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

#define NOW 1000

/* Wait for its end, at a time. */
static enum filter_state finish(struct filter *filter, long long now,
				struct error *error)
{
	enum filter_state state;

	while ((state = filter_take(filter, now, error)) == FILTER_BUSY) {
		struct pollfd output = { filter_fd(filter), POLLIN, 0 };
		siginfo_t info;
		if (output.fd >= 0)
			poll(&output, 1, -1);
		else
			waitid(P_PID, (id_t)filter->process, &info,
			       WEXITED | WNOWAIT);
	}
	return state;
}

static void expect_filter(struct expect *expect, const char *command,
			  const char *text, const char *want)
{
	struct filter filter = { 0 };
	struct error error;

	if (filter_begin(&filter, command, str_of(text), NOW, &error) &&
	    finish(&filter, NOW, &error) == FILTER_DONE)
		expect_text(expect, command, want, buf_str(&filter.text));
	else
		expect_text(expect, command, want, str_of(error.text));
	expect_int(expect, command, 0, filter.process);
	expect_int(expect, command, -1, filter_fd(&filter));
	filter_stop(&filter);
}

static void gives_what_a_command_makes(void **state)
{
	static const struct {
		const char *command, *text, *want;
	} cases[] = {
		{ "cat", "a\nb\n", "a\nb\n" },
		{ "cat", "", "" },
		{ "tr a-z A-Z", "abc", "ABC" },
		{ "cat /dev/stdin", "abc", "abc" },
		{ "cat; echo b", "a", "ab\n" },
		{ "true", "not read", "" },
		{ "echo well >&2; cat", "a", "a" },
		{ "exec >&-; exit 0", "", "" },
		{ "exit 3", "", "exit: ended with status 3" },
		{ "sh -c 'echo no good >&2; exit 3'", "", "sh: no good" },
		{ "sh -c 'echo; exit 3'", "", "sh: ended with status 3" },
		{ "./none -x", "", "./none: not found" },
		{ "kill -KILL $$", "", "kill: ended by signal 9" },
		/* It has no terminal, and signals as at a prompt. */
		{ "true </dev/tty && echo one || echo none", "", "none\n" },
		{ "kill -TERM $$; echo on", "", "kill: ended by signal 15" },
	};
	struct expect expect = { 0 };
	sigset_t blocked, before;

	(void)state;
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGTERM);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_filter(&expect, cases[i].command, cases[i].text,
			      cases[i].want);
	sigprocmask(SIG_SETMASK, &before, NULL);
	expect_done(&expect);
}

static void takes_more_than_a_pipe_holds(void **state)
{
	struct filter filter = { 0 };
	struct buf text = { 0 };
	struct error error;

	(void)state;
	buf_repeat(&text, 'x', 500000);
	assert_true(filter_begin(&filter, "cat", buf_str(&text), NOW, &error));
	assert_int_equal(finish(&filter, NOW, &error), FILTER_DONE);
	assert_true(str_eq(buf_str(&filter.text), buf_str(&text)));
	filter_stop(&filter);
	buf_release(&text);
}

static void is_used_again(void **state)
{
	struct filter filter = { 0 };
	struct error error;

	(void)state;
	for (int i = 0; i < 3; i++) {
		assert_true(filter_begin(&filter, "cat",
					 (struct str)STR("again"), NOW,
					 &error));
		assert_int_equal(finish(&filter, NOW, &error), FILTER_DONE);
		assert_int_equal(filter.text.len, 5);
	}
	filter_stop(&filter);
	filter_stop(&filter);
}

static void has_limits(void **state)
{
	struct filter filter = { 0 };
	struct error error;

	(void)state;
	assert_int_equal(filter_timeout(&filter, NOW), -1);
	assert_int_equal(filter_take(&filter, NOW, &error), FILTER_BUSY);
	assert_true(filter_begin(&filter, "sleep 1000", (struct str){ 0 }, NOW,
				 &error));
	assert_int_equal(filter_timeout(&filter, NOW + 500), FILTER_MS - 500);
	assert_int_equal(filter_take(&filter, NOW + FILTER_MS - 1, &error),
			 FILTER_BUSY);
	assert_int_equal(filter_timeout(&filter, NOW + FILTER_MS + 1), 0);
	assert_int_equal(filter_take(&filter, NOW + FILTER_MS, &error),
			 FILTER_FAILED);
	assert_string_equal(error.text, "sleep: takes too long");
	assert_true(
		filter_begin(&filter, "yes", (struct str){ 0 }, NOW, &error));
	assert_int_equal(finish(&filter, NOW, &error), FILTER_FAILED);
	assert_string_equal(error.text, "yes: writes too much");
	assert_int_equal(filter_timeout(&filter, NOW), -1);
	filter_stop(&filter);
}

/* Whoever has the writing end still runs: its other end would not be ended. */
static void wait_for_end_of(int reader)
{
	struct pollfd end = { reader, POLLIN, 0 };
	char byte;

	assert_int_equal(poll(&end, 1, 10000), 1);
	assert_int_equal(read(reader, &byte, 1), 0);
	close(reader);
}

/* A FIFO that all of a command has open, and a reader of it. */
static int open_lifeline(void)
{
	unlink("life");
	assert_int_equal(mkfifo("life", 0600), 0);
	return open("life", O_RDONLY | O_NONBLOCK);
}

/* What is started has opened it when it has written to its output. */
static void wait_for_output(const struct filter *filter)
{
	struct pollfd output = { filter_fd(filter), POLLIN, 0 };

	assert_int_equal(poll(&output, 1, 10000), 1);
}

static void ends_all_that_was_started(void **state)
{
	static const char *const commands[] = {
		"exec 9>life; echo up; sleep 1000 | sleep 1000; exit 0",
		"exec 9>life; (trap '' TERM HUP; sleep 1000) & echo up; exit 0",
	};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct filter filter = { 0 };
		struct error error;
		siginfo_t info;
		int life = open_lifeline();
		assert_true(filter_begin(&filter, commands[i > 0],
					 (struct str){ 0 }, NOW, &error));
		wait_for_output(&filter);
		if (i == 1) {
			waitid(P_PID, (id_t)filter.process, &info,
			       WEXITED | WNOWAIT);
			assert_int_equal(filter_take(&filter, NOW, &error),
					 FILTER_DONE);
		}
		filter_stop(&filter);
		wait_for_end_of(life);
	}
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void hands_no_files_on(void **state)
{
	struct filter filter = { 0 };
	struct error error;
	int file = open("own", O_RDWR | O_CREAT, 0600);

	(void)state;
	assert_true(file >= 0);
	assert_true(filter_begin(&filter,
				 "for i in 3 4 5 6 7 8 9; do (: <&$i) "
				 "2>/dev/null && echo $i; done; exit 0",
				 (struct str){ 0 }, NOW, &error));
	assert_int_equal(finish(&filter, NOW, &error), FILTER_DONE);
	assert_int_equal(filter.text.len, 0);
	filter_stop(&filter);
	close(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_what_a_command_makes),
		cmocka_unit_test(takes_more_than_a_pipe_holds),
		cmocka_unit_test(is_used_again),
		cmocka_unit_test(has_limits),
		cmocka_unit_test(ends_all_that_was_started),
		cmocka_unit_test(hands_no_files_on),
	};

	return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
