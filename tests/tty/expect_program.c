/* SPDX-License-Identifier: MIT */
/*
 * What scripts can expect of the program and what it leaves behind: one small
 * function for each question, and the table of them at the end. Questions that
 * only time can answer wait themselves, and are asked once.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "language.h"
#include "proc.h"

static bool is_job(const struct pty *pty, enum job_state state,
		   struct text *there)
{
	pty_put_state(pty, there);
	return pty->leader > 0 && pty->state == state;
}

static bool exit_status(struct trial *trial, const struct args *args,
			struct text *there)
{
	int status = trial->terminal->pty.status;

	return is_job(&trial->terminal->pty, JOB_EXITED, there) &&
	       WIFEXITED(status) && WEXITSTATUS(status) == args->values[0].a;
}

static bool exit_signal(struct trial *trial, const struct args *args,
			struct text *there)
{
	int status = trial->terminal->pty.status;

	return is_job(&trial->terminal->pty, JOB_EXITED, there) &&
	       WIFSIGNALED(status) && WTERMSIG(status) == args->values[0].a;
}

static bool is_stopped(struct trial *trial, const struct args *args,
		       struct text *there)
{
	(void)args;
	return is_job(&trial->terminal->pty, JOB_STOPPED, there);
}

static bool is_running(struct trial *trial, const struct args *args,
		       struct text *there)
{
	(void)args;
	return is_job(&trial->terminal->pty, JOB_RUNNING, there);
}

static bool termios_restored(struct trial *trial, const struct args *args,
			     struct text *there)
{
	(void)args;
	return pty_is_restored(&trial->terminal->pty, there);
}

/* The last of the output, enough to see what went on. */
static void put_output(const struct trial *trial, struct text *there)
{
	struct str tail = text_str(&trial->terminal->output);
	size_t most = 400;

	if (tail.len > most) {
		tail.ptr += tail.len - most;
		tail.len = most;
		text_puts(there, "... ");
	}
	text_put_quoted(there, tail);
}

static bool output_contains(struct trial *trial, const struct args *args,
			    struct text *there)
{
	put_output(trial, there);
	return str_contains(text_str(&trial->terminal->output),
			    args->values[0].text);
}

/* What was written stays written, so this waits for the last of it. */
static bool output_lacks(struct trial *trial, const struct args *args,
			 struct text *there)
{
	if (!trial_settle(trial, REST_MS)) {
		text_puts(there, "no end of output");
		return false;
	}
	put_output(trial, there);
	return !str_contains(text_str(&trial->terminal->output),
			     args->values[0].text);
}

static bool read_path(const char *path, struct text *content,
		      struct text *there)
{
	FILE *file = fopen(path, "r");
	char chunk[4096];
	size_t len;

	if (!file) {
		text_printf(there, "%s: %s", path, strerror(errno));
		return false;
	}
	while ((len = fread(chunk, 1, sizeof(chunk), file)) > 0)
		text_put(content, (struct str){ chunk, len });
	fclose(file);
	text_put_quoted(there, text_str(content));
	return true;
}

static bool get_file(struct trial *trial, const struct args *args,
		     struct text *content, struct text *there)
{
	struct text path = { 0 };
	bool ok = sandbox_path(&trial->sandbox, args->values[0].text, &path,
			       there) &&
		  read_path(path.ptr, content, there);

	text_release(&path);
	return ok;
}

static bool file_is(struct trial *trial, const struct args *args,
		    struct text *there)
{
	struct text content = { 0 };
	bool holds = get_file(trial, args, &content, there) &&
		     str_eq(text_str(&content), args->values[1].text);

	text_release(&content);
	return holds;
}

static bool file_contains(struct trial *trial, const struct args *args,
			  struct text *there)
{
	struct text content = { 0 };
	bool holds = get_file(trial, args, &content, there) &&
		     str_contains(text_str(&content), args->values[1].text);

	text_release(&content);
	return holds;
}

static bool file_lacks(struct trial *trial, const struct args *args,
		       struct text *there)
{
	struct text content = { 0 };
	bool holds = get_file(trial, args, &content, there) &&
		     !str_contains(text_str(&content), args->values[1].text);

	text_release(&content);
	return holds;
}

static bool bytes_below(struct trial *trial, const struct args *args,
			struct text *there)
{
	if (!trial_settle(trial, REST_MS))
		text_puts(there, "no end of output, so far ");
	text_printf(there, "%zu", trial->terminal->bytes);
	return (long long)trial->terminal->bytes < args->values[0].a;
}

/* Wait for the end of drawing, or say that there is none. */
static bool calms(struct trial *trial, struct text *there)
{
	if (trial_settle(trial, CALM_MS))
		return true;
	text_puts(there, "no end of output");
	return false;
}

/* Nothing is written for so long; if something is, say what. */
static bool stays_quiet(struct trial *trial, int ms, struct text *there)
{
	long long until = trial_now_ms() + ms;

	for (;;) {
		long long left = until - trial_now_ms();

		if (left <= 0)
			return true;
		if (trial_pump(trial, (int)left)) {
			put_output(trial, there);
			return false;
		}
	}
}

static bool quiet_for(struct trial *trial, const struct args *args,
		      struct text *there)
{
	return calms(trial, there) &&
	       stays_quiet(trial, args->values[0].a, there);
}

/* Where nobody counts, the case can't be played. */
static bool idle_for(struct trial *trial, const struct args *args,
		     struct text *there)
{
	const struct pty *pty = &trial->terminal->pty;
	long long before, after;

	if (!is_job(pty, JOB_RUNNING, there) || !calms(trial, there))
		return false;
	if (!proc_switches(pty->group, &before)) {
		text_puts(&trial->missing, " /proc/PID/status");
		return true;
	}
	text_clear(there);
	if (!stays_quiet(trial, args->values[0].a, there))
		return false;
	if (!proc_switches(pty->group, &after))
		after = before + 1;
	text_printf(there, "%lld wake-ups", after - before);
	return after == before;
}

const struct form program_forms[] = {
	{ "?exit <int>", exit_status, false },
	{ "?exit signal <signal>", exit_signal, false },
	{ "?stopped", is_stopped, false },
	{ "?running", is_running, false },
	{ "?termios restored", termios_restored, false },
	{ "?output contains <string>", output_contains, false },
	{ "?output lacks <string>", output_lacks, true },
	{ "?file <path> = <string>", file_is, false },
	{ "?file <path> contains <string>", file_contains, false },
	{ "?file <path> lacks <string>", file_lacks, false },
	{ "?bytes < <int>", bytes_below, true },
	{ "?quiet <int>", quiet_for, true },
	{ "?idle <int>", idle_for, false },
	{ 0 },
};
