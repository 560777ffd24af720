/* SPDX-License-Identifier: MIT */
/*
 * The commands that run beside the terminals, and what a case needs to be
 * there: one small function for each, and the table of them at the end.
 */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "language.h"

/* Run it to its end, and see that it ends with that status. */
static bool run_to(struct trial *trial, struct str command, int status,
		   struct text *there)
{
	const struct errand *errand = &trial->errand;
	struct text line = { 0 };
	bool ok = sandbox_expand(&trial->sandbox, command, &line, there);

	trial_mark(trial);
	if (ok && trial_do(trial, text_chars(&line), there)) {
		errand_put(errand, there);
		ok = WIFEXITED(errand->status) &&
		     WEXITSTATUS(errand->status) == status;
	} else {
		ok = false;
	}
	text_release(&line);
	return ok;
}

static bool do_sh(struct trial *trial, const struct args *args,
		  struct text *there)
{
	return run_to(trial, args->values[0].text, 0, there);
}

static bool do_shfail(struct trial *trial, const struct args *args,
		      struct text *there)
{
	return run_to(trial, args->values[1].text, args->values[0].a, there);
}

static bool do_start(struct trial *trial, const struct args *args,
		     struct text *there)
{
	struct text line = { 0 };
	bool ok = sandbox_expand(&trial->sandbox, args->values[1].text, &line,
				 there);

	trial_mark(trial);
	ok = ok &&
	     trial_start(trial, args->values[0].text, text_chars(&line), there);
	text_release(&line);
	return ok;
}

/* End what was started, and wait for that. */
static bool end_started(struct trial *trial, struct str name, int signal_number,
			struct text *there)
{
	struct errand *errand = trial_started(trial, name);

	if (!errand || errand_ended(errand)) {
		text_puts(there, "nothing of that name runs");
		return false;
	}
	trial_mark(trial);
	errand_signal(errand, signal_number);
	if (trial_await(trial, errand))
		return true;
	text_puts(there, "it still runs");
	return false;
}

static bool do_stop(struct trial *trial, const struct args *args,
		    struct text *there)
{
	return end_started(trial, args->values[0].text, SIGTERM, there);
}

static bool do_kill(struct trial *trial, const struct args *args,
		    struct text *there)
{
	return end_started(trial, args->values[0].text, SIGKILL, there);
}

/* Is there such a program in one of the folders that a PATH names? */
static bool is_on_path(const char *folders, struct str program)
{
	struct text path = { 0 };
	bool found = false;

	while (!found && *folders) {
		size_t len = strcspn(folders, ":");

		text_clear(&path);
		text_put(&path, (struct str){ folders, len });
		text_puts(&path, "/");
		text_put(&path, program);
		found = access(path.ptr, X_OK) == 0;
		folders += len + (folders[len] == ':');
	}
	text_release(&path);
	return found;
}

/* What isn't there is no failure here: who plays the case sees to it. */
static bool do_need(struct trial *trial, const struct args *args,
		    struct text *there)
{
	const char *folders = sandbox_get(&trial->sandbox, "PATH");

	(void)there;
	for (int i = 0; i < args->count; i++) {
		struct str program = args->values[i].text;

		if (folders && is_on_path(folders, program))
			continue;
		text_printf(&trial->missing, " %.*s", STR_ARG(program));
	}
	return true;
}

const struct form shell_forms[] = {
	{ "SH <rest>", do_sh, true },
	{ "SHFAIL <int> <rest>", do_shfail, true },
	{ "START <word> <rest>", do_start, true },
	{ "STOP <word>", do_stop, true },
	{ "KILL <word>", do_kill, true },
	{ "NEED <word>...", do_need, true },
	{ 0 },
};
