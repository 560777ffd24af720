/* SPDX-License-Identifier: MIT */
/*
 * Plays test scripts against programs on a real terminal line:
 *
 *     ttytest [-k] [-v] FILE.test...
 *
 * A failure is reported with the whole screen, and ends its file, or with -k
 * its case only. -v names every case. The exit status is 0 if none failed, 77
 * if all were skipped.
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
	STATUS_FAILED = 1,
	STATUS_MISUSED = 2,
	STATUS_SKIPPED = 77, /* as test drivers know it */
};

struct runner {
	bool keep_going;
	bool verbose;
	bool strict; /* a case that can't be played is a failure */
	int patience_ms;
	int passed, failed, skipped;

	struct script script;
	struct trial trial;
	struct str title; /* of the case at play; NULL before the first */
	bool failing;	  /* it has failed; skip what is left of it */
	bool skipping;	  /* it can't be played; likewise */
	int untried;	  /* cases of this file that weren't tried */
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
		trial_dump(&runner->trial, &screen);
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

/* The case needs what isn't there. */
static void skip(struct runner *runner, const struct line *line)
{
	const char *missing = runner->trial.missing.ptr + 1;
	struct text there = { 0 };

	if (runner->strict) {
		text_printf(&there, "no %s, required in CI", missing);
		fail(runner, line, &there);
	} else {
		printf("%s:%d: %.*s: skipped, there is no %s\n",
		       runner->script.path, line->number,
		       STR_ARG(runner->title), missing);
		runner->skipping = true;
	}
	text_release(&there);
}

static const char *count_case(struct runner *runner)
{
	if (runner->failing) {
		runner->failed++;
		return "FAILED";
	}
	if (runner->skipping) {
		runner->skipped++;
		return "skipped";
	}
	runner->passed++;
	return "ok";
}

/*
 * Count the case at play and clear up after it. What comes before the first
 * case is none, unless it has failed.
 */
static void end_case(struct runner *runner)
{
	const char *result;

	if (!runner->title.ptr && !runner->failing)
		return;
	if (runner->title.ptr)
		trial_close(&runner->trial);
	result = count_case(runner);
	if (runner->verbose)
		printf("%-6s %s: %.*s\n", result, runner->script.path,
		       STR_ARG(runner->title));
	fflush(stdout);
}

static void begin_case(struct runner *runner, const struct line *line)
{
	struct text error = { 0 };

	if (runner->failing && !runner->keep_going) {
		runner->untried++;
		return;
	}
	end_case(runner);
	runner->failing = false;
	runner->skipping = false;
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
	if (runner->failing || (runner->skipping && form))
		goto out;
	if (form && !runner->title.ptr)
		text_puts(&there, "a command before the first case");
	if (!form || !runner->title.ptr ||
	    !attempt(runner, form, &args, &there))
		fail(runner, line, &there);
	else if (runner->trial.missing.len > 0)
		skip(runner, line);
out:
	text_release(&there);
}

static void play_file(struct runner *runner, const char *path)
{
	struct text error = { 0 };
	struct line line;

	runner->title = (struct str){ 0 };
	runner->failing = false;
	runner->skipping = false;
	runner->untried = 0;
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
	if (runner->untried > 0)
		printf("%s: %d more not tried\n", path, runner->untried);
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

/* Whoever tests for others must have all that is needed for it. */
static bool is_strict(void)
{
	const char *ci = getenv("CI");

	return ci && *ci;
}

/* The last line, and the exit status. */
static int conclude(const struct runner *runner)
{
	printf("%d passed, %d failed", runner->passed, runner->failed);
	if (runner->skipped > 0)
		printf(", %d skipped", runner->skipped);
	putchar('\n');
	if (runner->failed > 0)
		return STATUS_FAILED;
	if (runner->skipped > 0 && runner->passed == 0)
		return STATUS_SKIPPED;
	return 0;
}

int main(int argc, char **argv)
{
	struct runner runner = {
		.patience_ms = patience(),
		.strict = is_strict(),
	};
	int option;

	while ((option = getopt(argc, argv, "kv")) != -1) {
		if (option == 'k')
			runner.keep_going = true;
		else if (option == 'v')
			runner.verbose = true;
		else
			return STATUS_MISUSED;
	}
	if (optind == argc) {
		fputs("usage: ttytest [-k] [-v] FILE.test...\n", stderr);
		return STATUS_MISUSED;
	}
	signal(SIGPIPE, SIG_IGN);
	for (int i = optind; i < argc; i++)
		play_file(&runner, argv[i]);
	return conclude(&runner);
}
