/* SPDX-License-Identifier: MIT */
/*
 * Plays test scripts against programs on a real terminal line:
 *
 *     ttytest [-k] [-v] FILE.test...
 *
 * A failure is reported with the whole screen, and ends its file, or with -k
 * its case only. -v names every case. The exit status is 0 if all passed.
 */
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "language.h"
#include "script.h"
#include "text.h"
#include "trial.h"

enum {
	POLL_MS = 20, /* between looks at what no file descriptor reports */
};

struct runner {
	bool keep_going;
	bool verbose;
	int patience_ms;
	int passed, failed;

	struct script script;
	struct trial trial;
	struct str title; /* of the case at play; NULL before the first */
	bool failing;	  /* it has failed; skip what is left of it */
	int skipped;	  /* cases of this file that weren't tried */
};

/* The line and the here-document it may have, all rows indented alike. */
static void print_source(struct str source)
{
	printf("    wanted: ");
	for (size_t i = 0; i < source.len; i++) {
		putchar(source.ptr[i]);
		if (source.ptr[i] == '\n')
			printf("            ");
	}
	putchar('\n');
}

static void print_failure(const struct runner *runner, const struct line *line,
			  const struct text *there)
{
	struct text screen = { 0 };

	printf("%s:%d: %.*s\n", runner->script.path, line->number,
	       STR_ARG(runner->title));
	print_source(line->source);
	printf("    there:  %s\n", text_chars(there));
	if (runner->title.ptr) {
		text_puts(&screen, "    program: ");
		pty_put_state(&runner->trial.pty, &screen);
		text_puts(&screen, "\n");
		emulator_dump(&runner->trial.emulator, &screen);
		printf("%s", screen.ptr);
	}
	text_release(&screen);
}

static void fail(struct runner *runner, const struct line *line,
		 const struct text *there)
{
	print_failure(runner, line, there);
	runner->failing = true;
}

/*
 * Count the case at play and clear up after it. What comes before the first
 * case is none, unless it has failed.
 */
static void end_case(struct runner *runner)
{
	if (!runner->title.ptr && !runner->failing)
		return;
	if (runner->title.ptr)
		trial_close(&runner->trial);
	if (runner->failing)
		runner->failed++;
	else
		runner->passed++;
	if (runner->verbose)
		printf("%-6s %s: %.*s\n", runner->failing ? "FAILED" : "ok",
		       runner->script.path, STR_ARG(runner->title));
	fflush(stdout);
}

static void begin_case(struct runner *runner, const struct line *line)
{
	struct text error = { 0 };

	if (runner->failing && !runner->keep_going) {
		runner->skipped++;
		return;
	}
	end_case(runner);
	runner->failing = false;
	runner->title = line->rest;
	if (!trial_open(&runner->trial, runner->patience_ms, &error))
		fail(runner, line, &error);
	text_release(&error);
}

/* Try the line until it succeeds or patience ends. */
static bool attempt(struct runner *runner, const struct form *form,
		    const struct args *args, struct text *there)
{
	long long deadline = trial_now_ms() + runner->patience_ms;

	for (;;) {
		trial_drain(&runner->trial);
		text_clear(there);
		if (form->act(&runner->trial, args, there))
			return true;
		if (form->once || trial_now_ms() >= deadline)
			return false;
		trial_pump(&runner->trial, POLL_MS);
	}
}

static void play_line(struct runner *runner, struct line *line)
{
	struct args args;
	struct text there = { 0 };
	const struct form *form;

	form = language_match(&runner->script, line, &args, &there);
	if (runner->failing)
		goto out;
	if (form && !runner->title.ptr)
		text_puts(&there, "a command before the first case");
	if (!form || !runner->title.ptr ||
	    !attempt(runner, form, &args, &there))
		fail(runner, line, &there);
out:
	text_release(&there);
}

static void play_file(struct runner *runner, const char *path)
{
	struct text error = { 0 };
	struct line line;

	runner->title = (struct str){ 0 };
	runner->failing = false;
	runner->skipped = 0;
	if (!script_open(&runner->script, path, &error)) {
		printf("%s\n", text_chars(&error));
		runner->failing = true;
	}
	while (script_next(&runner->script, &line)) {
		if (line.word.ptr[0] == '!')
			begin_case(runner, &line);
		else
			play_line(runner, &line);
	}
	end_case(runner);
	if (runner->skipped > 0)
		printf("%s: %d more not tried\n", path, runner->skipped);
	script_close(&runner->script);
	text_release(&error);
}

static int patience(void)
{
	const char *seconds = getenv("TTYTEST_TIMEOUT");
	double value = seconds ? atof(seconds) : 0;

	if (value <= 0 || value > 3600)
		return PATIENCE_MS;
	return (int)(value * 1000);
}

int main(int argc, char **argv)
{
	struct runner runner = { .patience_ms = patience() };
	int option;

	while ((option = getopt(argc, argv, "kv")) != -1) {
		if (option == 'k')
			runner.keep_going = true;
		else if (option == 'v')
			runner.verbose = true;
		else
			return 2;
	}
	if (optind == argc) {
		fputs("usage: ttytest [-k] [-v] FILE.test...\n", stderr);
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	for (int i = optind; i < argc; i++)
		play_file(&runner, argv[i]);
	printf("%d passed, %d failed\n", runner.passed, runner.failed);
	return runner.failed > 0;
}
