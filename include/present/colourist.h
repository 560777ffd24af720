/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_COLOURIST_H
#define PRESENT_COLOURIST_H

#include "base/error.h"
#include "code/ansi.h"

/*
 * The user's own highlighter: a command for the shell that reads code and
 * writes it with the colours of a terminal. It comes from the user alone, never
 * from a deck.
 *
 *     bat -pf -l {language}
 *     c, rust: pygmentize -l {language} -f terminal256
 *
 * {language} is replaced by what stands behind the fence. Names and a colon in
 * front say which languages it is for, any of their names will do; else it is
 * for all. Code without a language is not shown to it, nor code in one whose
 * name could mean anything to a shell.
 *
 * Nothing here waits: colours are not there until the command has ended. One
 * runs at a time, for the slide that is nearest to the one that is shown. Where
 * that one has to wait for another slide's, it is ended with all that it has
 * started, and runs again later.
 */
struct colourist;

/* Code of more bytes is not shown to the command. */
#define COLOURIST_CODE_MAX ((size_t)64 * 1024)

/*
 * All code and colours that are kept take no more bytes; what was not wanted
 * for the longest time goes.
 */
#ifndef COLOURIST_BYTES_MAX
#define COLOURIST_BYTES_MAX ((size_t)4 * 1024 * 1024)
#endif

/* The command is borrowed. NULL, and one that is blank: NULL comes back, with
   which all else here does nothing. */
struct colourist *colourist_open(const char *command);
void colourist_close(struct colourist *colourist);

/* Code on a slide: lines, and the name of their language. */
struct listing {
	int slide;
	struct str language, code;
};

/*
 * The colours of some code, or NULL: they are not there yet, but wanted from
 * now on, or never will be. Valid until the next call.
 */
const struct ansi *colourist_want(struct colourist *colourist,
				  const struct listing *listing);

/* Nothing is wanted any more that is not there yet. */
void colourist_forget(struct colourist *colourist);

/* As filter_fd and filter_timeout have it, of the command that runs. */
int colourist_fd(const struct colourist *colourist);
int colourist_timeout(const struct colourist *colourist, long long now);

/*
 * Take what has come and, when nothing has, begin with what is wanted near a
 * slide. The first failure is told, with the reason in *error; the colours that
 * it was about never come.
 */
enum colourist_news {
	COLOURIST_NOTHING,
	COLOURIST_COLOURS, /* are there that were not */
	COLOURIST_FAILURE,
};
enum colourist_news colourist_take(struct colourist *colourist, int slide,
				   long long now, struct error *error);

#endif
