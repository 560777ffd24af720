/* SPDX-License-Identifier: MIT */
#ifndef TTY_LANGUAGE_H
#define TTY_LANGUAGE_H

#include <stdbool.h>

#include "script.h"
#include "text.h"
#include "trial.h"

/*
 * What a line may look like is data: a pattern, and what to do with a line of
 * that form. A pattern's words stand for themselves, but for the first that is
 * in <>, which stands for an argument; "..." lets the last one repeat.
 *
 *     ?cell <pos> attrs = <attrs>       RESIZE <size>...
 *
 * <rest> comes last, and takes the line as it is. language.c lists the kinds of
 * argument. A line whose arguments don't parse isn't of that form, so an action
 * never meets a malformed one.
 */
struct value {
	struct str text; /* <word>, <string>, <colour>, <key>, <rest> */
	int a, b;	 /* numbers; row and column; rows and columns */
	unsigned attrs;	 /* <attrs> */
	bool is_key;	 /* a <key> given by name, not as a string */
	int repeat;	 /* for <key> */
};

struct args {
	struct value values[LINE_TOKENS];
	int count;
};

struct form {
	const char *pattern;

	/*
	 * Do it, or see whether it holds; if not, say in `there` what is
	 * the case instead.
	 */
	bool (*act)(struct trial *trial, const struct args *args,
		    struct text *there);

	bool once; /* don't try again until it succeeds */
};

/* Each table ends with a form without pattern. */
extern const struct form command_forms[]; /* commands.c */
extern const struct form shell_forms[];	  /* commands_shell.c */
extern const struct form screen_forms[];  /* expect_screen.c */
extern const struct form program_forms[]; /* expect_program.c */
extern const struct form errand_forms[];  /* expect_shell.c */

/*
 * The form that a line has, and its arguments; NULL, with the reason in
 * `error`, if it has none. Takes here-documents off the script.
 */
const struct form *language_match(struct script *script, struct line *line,
				  struct args *args, struct text *error);

#endif
