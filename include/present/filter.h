/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_FILTER_H
#define PRESENT_FILTER_H

#include <sys/types.h>

#include "base/buf.h"
#include "base/error.h"

/*
 * A text that is sent through a command of the user's. The command has no
 * terminal, and does not get more time, or more room for what it writes, than
 * is worth waiting for; nobody waits meanwhile. All zero bytes is one that does
 * nothing.
 */
struct filter {
	pid_t process;	/* 0: none */
	int output;	/* what it writes; -1: nothing more */
	int complaints; /* what it writes to standard error */
	long long until;
	struct buf command;
	struct buf text; /* what it has written */
};

#define FILTER_MS 2000

/* Code that fills a slide has some kilobytes, its colours ten times as many. */
#define FILTER_BYTES_MAX ((size_t)1024 * 1024)

enum filter_state {
	FILTER_BUSY,
	FILTER_DONE,
	FILTER_FAILED,
};

/*
 * Run a command in the shell with the text as its standard input; `now` is ms
 * of any clock that does not jump. False, with the reason in *error, when that
 * cannot be. The filter must do nothing.
 */
bool filter_begin(struct filter *filter, const char *command, struct str text,
		  long long now, struct error *error);

/* Readable when filter_take has to do, as it has after SIGCHLD; -1: only that
   and the time say so. */
int filter_fd(const struct filter *filter);

/* In how many ms filter_take wants to be called; -1: it does nothing. */
int filter_timeout(const struct filter *filter, long long now);

/*
 * See how far it is, without waiting. With FILTER_DONE filter->text is what
 * the command has written, until the next begin or stop; FILTER_FAILED has the
 * reason in *error. The command and all that it has started have ended then.
 */
enum filter_state filter_take(struct filter *filter, long long now,
			      struct error *error);

/* End it, if it does anything, and free what there is. */
void filter_stop(struct filter *filter);

#endif
