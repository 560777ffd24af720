/* SPDX-License-Identifier: MIT */
/*
 * The user's editor: what it is called with, and how it ends. The editors here
 * are scripts of the shell.
 */
#include "present/editor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "support/folder.h"
#include "support/unit.h"

static const struct {
	const char *editor, *path;
	int line;
	const char *want;
} commands[] = {
	/* The forms of editors. */
	{ "vi", "a.md", 12, "vi +12 'a.md'" },
	{ "vim", "a.md", 12, "vim +12 'a.md'" },
	{ "nvim", "a.md", 12, "nvim +12 'a.md'" },
	{ "emacs", "a.md", 12, "emacs +12 'a.md'" },
	{ "nano", "a.md", 12, "nano +12 'a.md'" },
	{ "kak", "a.md", 12, "kak +12 'a.md'" },
	{ "micro", "a.md", 12, "micro +12 'a.md'" },
	{ "gedit", "a.md", 12, "gedit +12 'a.md'" },
	{ "editor", "a.md", 12, "editor +12 'a.md'" },
	{ "code", "a.md", 12, "code --goto 'a.md':12" },
	{ "codium", "a.md", 12, "codium --goto 'a.md':12" },
	{ "subl", "a.md", 12, "subl 'a.md':12" },
	{ "hx", "a.md", 12, "hx 'a.md':12" },
	{ "zed", "a.md", 12, "zed 'a.md':12" },
	{ "kate", "a.md", 12, "kate --line 12 'a.md'" },
	{ "mate", "a.md", 12, "mate --line 12 'a.md'" },
	{ "idea", "a.md", 12, "idea --line 12 'a.md'" },
	{ "ed", "a.md", 12, "ed 'a.md'" },
	{ "mine", "a.md", 12, "mine 'a.md'" },
	{ "", "a.md", 12, " 'a.md'" },
	/* The program is the first word, as the shell reads it. */
	{ "/usr/bin/vim.nox", "a.md", 3, "/usr/bin/vim.nox +3 'a.md'" },
	{ "~/bin/nvim", "a.md", 3, "~/bin/nvim +3 'a.md'" },
	{ "code --wait", "a.md", 3, "code --wait --goto 'a.md':3" },
	{ "emacsclient -t", "a.md", 3, "emacsclient -t +3 'a.md'" },
	{ "\tvim\t-R", "a.md", 3, "\tvim\t-R +3 'a.md'" },
	{ "'/opt/my tools/subl' -w", "a.md", 3,
	  "'/opt/my tools/subl' -w 'a.md':3" },
	{ "\"/opt/my tools/subl\"", "a.md", 3,
	  "\"/opt/my tools/subl\" 'a.md':3" },
	{ "/opt/my\\ tools/subl", "a.md", 3, "/opt/my\\ tools/subl 'a.md':3" },
	{ "mine vim", "a.md", 3, "mine vim 'a.md'" },
	{ "vi m", "a.md", 3, "vi m +3 'a.md'" },
	{ "gvim -f", "a.md", 3, "gvim -f +3 'a.md'" },
	{ "vimmer", "a.md", 3, "vimmer 'a.md'" },
	{ "im", "a.md", 3, "im 'a.md'" },
	/* The user's own form. */
	{ "mine {file} -n{line}", "a.md", 7, "mine 'a.md' -n7" },
	{ "vim {file}", "a.md", 7, "vim 'a.md'" },
	{ "mine {line}:{line} {file}{file}", "a.md", 7,
	  "mine 7:7 'a.md''a.md'" },
	{ "mine '{file}:{line}'", "a b.md", 7, "mine '''a b.md'':7'" },
	{ "mine \"{file}:{line}\"", "$(x).md", 7, "mine \"\"'$(x).md'\":7\"" },
	{ "mine \\\"{file}", "a.md", 7, "mine \\\"'a.md'" },
	{ "mine '\\' {file}", "a.md", 7, "mine '\\' 'a.md'" },
	{ "mine \"\\\"{file}\"", "a.md", 7, "mine \"\\\"\"'a.md'\"\"" },
	{ "mine {file} {column}", "a.md", 7, "mine 'a.md' {column}" },
	/* Any path is one argument, and no option. */
	{ "vi", "it's a talk.md", 1, "vi +1 'it'\\''s a talk.md'" },
	{ "vi", "-x.md", 1, "vi +1 './-x.md'" },
	{ "vi", "+x.md", 1, "vi +1 './+x.md'" },
	{ "vi", "/tmp/-x.md", 1, "vi +1 '/tmp/-x.md'" },
	{ "vi", "$HOME `id` \\ \n\xff", 1, "vi +1 '$HOME `id` \\ \n\xff'" },
	{ "vi", "{line}", 1, "vi +1 '{line}'" },
	/* Lines. */
	{ "vi", "a.md", 0, "vi +1 'a.md'" },
	{ "vi", "a.md", -1, "vi +1 'a.md'" },
	{ "vi", "a.md", 2147483647, "vi +2147483647 'a.md'" },
};

static void writes_commands(void **state)
{
	struct expect expect = { 0 };
	struct buf got = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++) {
		buf_clear(&got);
		editor_command(&got, commands[i].editor, commands[i].path,
			       commands[i].line);
		expect_text(&expect, commands[i].editor, commands[i].want,
			    buf_str(&got));
	}
	buf_release(&got);
	expect_done(&expect);
}

/* Wait for the signal that says so, as a talk does; return the status. */
static int wait_for(pid_t process, const struct signals *signals)
{
	struct timespec limit = { 30, 0 };
	int status;

	while (!editor_reap(process, &status)) {
		int count = pselect(0, NULL, NULL, NULL, &limit,
				    &signals->while_waiting);
		assert_int_equal(count, -1);
		assert_int_equal(errno, EINTR);
		assert_true(signals_take(SIGCHLD));
	}
	return status;
}

/* Run a script in place of the editor. */
static int run(const char *script, int terminal)
{
	struct signals signals;
	struct error error;

	signals_open(&signals);
	signals_lend();
	pid_t process = editor_start(script, terminal, &signals, &error);
	assert_true(process > 0);
	int status = wait_for(process, &signals);
	signals_regain();
	signals_close(&signals);
	return status;
}

static void expect_file(const char *path, const char *want)
{
	struct buf got = { 0 };
	struct error error;

	assert_true(file_read(path, &got, &error));
	buf_put_byte(&got, '\0');
	assert_string_equal(got.ptr, want);
	buf_release(&got);
}

/* What is quoted arrives at the program as it was. */
static void passes_any_path(void **state)
{
	static const char *const paths[] = {
		"a.md",	    "it's a talk.md",
		"-x.md",    "$HOME `id` \\",
		"a\nb.md",  "\xff\x01\t",
		"\"{file}", "*.md",
		"{line} #", "+1",
		"~",	    ";&|<>",
	};
	static const char *const editors[] = {
		"./mine {file}",
		"./mine '{file}'",
		"./mine \"{file}\"",
		"./mine",
	};
	struct expect expect = { 0 };

	(void)state;
	folder_put("mine", BYTES("#!/bin/sh\nprintf %s \"$1\" >got\n"));
	assert_int_equal(chmod("mine", 0700), 0);
	for (size_t i = 0; i < COUNT(paths) * COUNT(editors); i++) {
		struct buf command = { 0 }, got = { 0 };
		struct error error;
		const char *path = paths[i / COUNT(editors)];
		bool marked = path[0] == '-' || path[0] == '+';
		editor_command(&command, editors[i % COUNT(editors)], path, 1);
		buf_put_byte(&command, '\0');
		expect_int(&expect, path, 0, run(command.ptr, STDIN_FILENO));
		expect_true(&expect, path, file_read("got", &got, &error));
		expect_text(&expect, path, path,
			    str_from(buf_str(&got), marked ? 2 : 0));
		buf_release(&command);
		buf_release(&got);
	}
	expect_done(&expect);
}

static void gives_the_terminal(void **state)
{
	(void)state;
	folder_put("in", BYTES("typed\n"));
	int terminal = open("in", O_RDONLY | O_CLOEXEC);
	assert_int_equal(run("read line && echo \"$line\" >out", terminal), 0);
	close(terminal);
	expect_file("out", "typed\n");
}

/*
 * Signals that are blocked or handled here are not in the editor. What it
 * would ignore or block it would survive.
 */
static void gives_the_signals_back(void **state)
{
	static const struct {
		const char *script;
		int number;
	} signals[] = {
		{ "kill -INT $$", SIGINT },   { "kill -QUIT $$", SIGQUIT },
		{ "kill -TERM $$", SIGTERM }, { "kill -HUP $$", SIGHUP },
		{ "kill -SEGV $$", SIGSEGV },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(signals); i++) {
		int status = run(signals[i].script, STDIN_FILENO);
		expect_true(&expect, signals[i].script, WIFSIGNALED(status));
		expect_int(&expect, signals[i].script, signals[i].number,
			   WTERMSIG(status));
	}
	expect_done(&expect);
}

/* The mask that was there is the editor's, too. */
static void keeps_the_mask(void **state)
{
	sigset_t set, before;

	(void)state;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, &before);
	assert_int_equal(run("kill -USR1 $$", STDIN_FILENO), 0);
	sigprocmask(SIG_SETMASK, &before, NULL);
	int status = run("kill -USR1 $$", STDIN_FILENO);
	assert_true(WIFSIGNALED(status));
}

/* The end of an editor is seen even where such ends were ignored. */
static void sees_ends_that_were_ignored(void **state)
{
	(void)state;
	signal(SIGCHLD, SIG_IGN);
	int status = run("exit 3", STDIN_FILENO);
	signal(SIGCHLD, SIG_DFL);
	assert_int_equal(WEXITSTATUS(status), 3);
}

static void does_not_wait(void **state)
{
	struct signals signals;
	struct error error;
	int ends[2], status;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	signals_open(&signals);
	pid_t process = editor_start("read line", ends[0], &signals, &error);
	assert_false(editor_reap(process, &status));
	close(ends[0]);
	close(ends[1]);
	status = wait_for(process, &signals);
	signals_close(&signals);
	assert_true(WIFEXITED(status));
}

/* Let what is pending arrive. */
static void let_in(const struct signals *signals)
{
	struct timespec at_once = { 0, 0 };

	pselect(0, NULL, NULL, NULL, &at_once, &signals->while_waiting);
}

static void lends_the_keys(void **state)
{
	struct signals signals;
	struct sigaction action;

	(void)state;
	signals_open(&signals);
	signals_lend();
	raise(SIGINT);
	raise(SIGQUIT);
	raise(SIGCONT);
	raise(SIGWINCH);
	let_in(&signals);
	assert_int_equal(signals_ending(), 0);
	assert_false(signals_take(SIGCONT));
	assert_true(signals_take(SIGWINCH));
	sigaction(SIGTSTP, NULL, &action);
	assert_true(action.sa_handler == SIG_DFL);
	raise(SIGTERM);
	let_in(&signals);
	assert_int_equal(signals_ending(), SIGTERM);
	assert_true(signals_take(SIGTERM));
	signals_regain();
	raise(SIGTSTP);
	let_in(&signals);
	assert_true(signals_take(SIGTSTP));
	raise(SIGCONT);
	raise(SIGINT);
	let_in(&signals);
	assert_true(signals_take(SIGCONT));
	assert_int_equal(signals_ending(), SIGINT);
	assert_true(signals_take(SIGINT));
	signals_close(&signals);
}

static void cannot_start_without_a_terminal(void **state)
{
	struct signals signals;
	struct error error;

	(void)state;
	signals_open(&signals);
	pid_t process = editor_start("exit 0", 1000, &signals, &error);
	signals_close(&signals);
	assert_int_equal(process, -1);
	assert_string_equal(error.text, "/bin/sh: Bad file descriptor");
}

/* With words, print the command for them: EDITOR PATH LINE. */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_commands),
		cmocka_unit_test(passes_any_path),
		cmocka_unit_test(gives_the_terminal),
		cmocka_unit_test(gives_the_signals_back),
		cmocka_unit_test(keeps_the_mask),
		cmocka_unit_test(sees_ends_that_were_ignored),
		cmocka_unit_test(does_not_wait),
		cmocka_unit_test(lends_the_keys),
		cmocka_unit_test(cannot_start_without_a_terminal),
	};
	struct buf command = { 0 };

	if (argc != 4)
		return cmocka_run_group_tests(tests, folder_enter,
					      folder_leave);
	editor_command(&command, argv[1], argv[2], atoi(argv[3]));
	printf("%.*s", (int)command.len, command.ptr);
	buf_release(&command);
	return 0;
}
