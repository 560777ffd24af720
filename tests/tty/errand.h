/* SPDX-License-Identifier: MIT */
#ifndef TTY_ERRAND_H
#define TTY_ERRAND_H

#include <poll.h>
#include <stdbool.h>
#include <sys/types.h>

#include "text.h"

/*
 * A shell command that runs beside the terminals: in a session of its own,
 * with nothing to read. What it writes is caught, or goes to a file. Nothing
 * here waits.
 */
enum {
	ERRAND_FDS = 2,
	ERRAND_NAME = 32,
};

struct errand {
	char name[ERRAND_NAME]; /* "" if it has none */
	pid_t pid;		/* 0 before the start, and once it has ended */
	int status;		/* as waitpid gives it, once it has ended */
	int fds[ERRAND_FDS];	/* the pipes of standard output and error */
	struct text caught[ERRAND_FDS];
};

struct errand_plan {
	const char *dir;
	char *const *environment;
	const char *command; /* for sh -c */
	const char *output;  /* the file to write; NULL to catch it */
};

/* Zeroed memory is an errand that wasn't started. */
bool errand_start(struct errand *errand, const struct errand_plan *plan,
		  struct text *error);

/*
 * Has it ended? Then all that is left of its session is killed, and the last
 * of what it wrote is caught.
 */
bool errand_ended(struct errand *errand);

/* Send a signal to all of it, if it hasn't ended. */
void errand_signal(struct errand *errand, int signal_number);

/* Kill it if it still runs, and let go of what was caught. */
void errand_close(struct errand *errand);

/* What poll should look at for it: ERRAND_FDS of them. */
void errand_watch(const struct errand *errand, struct pollfd *fds);
void errand_take(struct errand *errand, const struct pollfd *fds);

/* False once nobody can write to its pipes any more: it ends any moment. */
bool errand_is_open(const struct errand *errand);

/* Append what has become of it, as "exit 1", and what was caught. */
void errand_put(const struct errand *errand, struct text *text);

#endif
