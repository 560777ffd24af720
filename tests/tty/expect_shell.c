/* SPDX-License-Identifier: MIT */
/*
 * What scripts can expect of commands beside the terminals: one small function
 * for each question, and the table of them at the end.
 */
#include <sys/wait.h>

#include "language.h"

/* How what is there relates to what is wanted. */
static bool is_same(struct str there, struct str wanted)
{
	return str_eq(there, wanted);
}

static bool lacks(struct str there, struct str wanted)
{
	return !str_contains(there, wanted);
}

/* Of standard output, index 0, or standard error, index 1. */
static bool caught(const struct trial *trial, int index,
		   bool (*holds)(struct str, struct str),
		   const struct args *args, struct text *there)
{
	struct str text = text_str(&trial->errand.caught[index]);

	text_put_quoted(there, text);
	return holds(text, args->values[0].text);
}

static bool sh_is(struct trial *trial, const struct args *args,
		  struct text *there)
{
	return caught(trial, 0, is_same, args, there);
}

static bool sh_contains(struct trial *trial, const struct args *args,
			struct text *there)
{
	return caught(trial, 0, str_contains, args, there);
}

static bool sh_lacks(struct trial *trial, const struct args *args,
		     struct text *there)
{
	return caught(trial, 0, lacks, args, there);
}

static bool err_is(struct trial *trial, const struct args *args,
		   struct text *there)
{
	return caught(trial, 1, is_same, args, there);
}

static bool err_contains(struct trial *trial, const struct args *args,
			 struct text *there)
{
	return caught(trial, 1, str_contains, args, there);
}

static bool err_lacks(struct trial *trial, const struct args *args,
		      struct text *there)
{
	return caught(trial, 1, lacks, args, there);
}

/* Run a command, whatever its status, and look at its standard output. */
static bool prints(struct trial *trial, const struct args *args,
		   bool (*holds)(struct str, struct str), struct text *there)
{
	struct text line = { 0 };
	bool ok = sandbox_expand(&trial->sandbox, args->values[0].text, &line,
				 there) &&
		  trial_do(trial, text_chars(&line), there);

	if (ok) {
		errand_put(&trial->errand, there);
		ok = holds(text_str(&trial->errand.caught[0]),
			   args->values[1].text);
	}
	text_release(&line);
	return ok;
}

static bool prints_same(struct trial *trial, const struct args *args,
			struct text *there)
{
	return prints(trial, args, is_same, there);
}

static bool prints_part(struct trial *trial, const struct args *args,
			struct text *there)
{
	return prints(trial, args, str_contains, there);
}

static bool prints_not(struct trial *trial, const struct args *args,
		       struct text *there)
{
	return prints(trial, args, lacks, there);
}

static bool has_ended(struct trial *trial, const struct args *args,
		      struct text *there)
{
	struct errand *errand = trial_started(trial, args->values[0].text);
	bool ended = errand && errand_ended(errand);

	if (errand)
		errand_put(errand, there);
	else
		text_puts(there, "nothing of that name was started");
	return ended && WIFEXITED(errand->status) &&
	       WEXITSTATUS(errand->status) == args->values[1].a;
}

const struct form errand_forms[] = {
	{ "?sh = <string>", sh_is, true },
	{ "?sh contains <string>", sh_contains, true },
	{ "?sh lacks <string>", sh_lacks, true },
	{ "?sh <string> = <string>", prints_same, false },
	{ "?sh <string> contains <string>", prints_part, false },
	{ "?sh <string> lacks <string>", prints_not, false },
	{ "?err = <string>", err_is, true },
	{ "?err contains <string>", err_contains, true },
	{ "?err lacks <string>", err_lacks, true },
	{ "?ended <word> <int>", has_ended, false },
	{ 0 },
};
