/* SPDX-License-Identifier: MIT */
#ifndef TTY_TERMINAL_H
#define TTY_TERMINAL_H

#include <poll.h>
#include <stdbool.h>
#include <stddef.h>

#include "emulator.h"
#include "pty.h"
#include "text.h"

/*
 * One terminal of a case: a program on a pty, and the emulator that shows what
 * it draws. Nothing here waits.
 */
enum { TERMINAL_NAME = 32 };

struct terminal {
	char name[TERMINAL_NAME];
	struct emulator emulator;
	struct pty pty;
	int rows, cols;	    /* for the next program */
	struct text output; /* the last that the program wrote */
	size_t bytes;	    /* written since the trial's last mark */
};

/* The size is 24x80 and nothing runs. Names that are too long are cut. */
void terminal_open(struct terminal *terminal, struct str name);
void terminal_close(struct terminal *terminal);

/* Start a program as planned, but for the size, in place of one before. */
bool terminal_run(struct terminal *terminal, const struct pty_plan *plan,
		  struct text *error);

/* What poll should look at for the terminal: PTY_FDS of them. */
void terminal_watch(const struct terminal *terminal, struct pollfd *fds);

/*
 * Take in what poll found, show it on the screen, and send back what a
 * terminal answers. True if the program wrote anything.
 */
bool terminal_take(struct terminal *terminal, const struct pollfd *fds);

/* Append the state of the program and the screen, for a reader. */
void terminal_dump(const struct terminal *terminal, const char *name,
		   struct text *text);

#endif
