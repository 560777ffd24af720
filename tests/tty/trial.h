/* SPDX-License-Identifier: MIT */
#ifndef TTY_TRIAL_H
#define TTY_TRIAL_H

#include <stdbool.h>
#include <stddef.h>

#include "errand.h"
#include "sandbox.h"
#include "terminal.h"
#include "text.h"

/*
 * One case at play: a sandbox, the terminals whose programs run in it, and the
 * commands beside them. Time passes only in the functions below, and only
 * until something arrives or they run out of patience. Whoever is waited for,
 * all terminals are read meanwhile, so that no program waits for its reader.
 */
enum {
	PATIENCE_MS = 5000, /* for an expectation to hold, unless told */
	REST_MS = 30,	    /* without a byte: the program has answered */
	CALM_MS = 100,	    /* without a byte: nothing is left to answer */
	POLL_MS = 20,	    /* between looks at what no descriptor reports */

	TRIAL_TERMINALS = 8,
	TRIAL_STARTED = 16,
};

struct trial {
	struct sandbox sandbox;
	struct terminal terminals[TRIAL_TERMINALS];
	int count;
	struct terminal *terminal; /* the one that commands are about */
	struct errand errand;	   /* the command waited for last */
	struct errand started[TRIAL_STARTED]; /* those not waited for */
	int patience_ms;
	struct text missing; /* what the case needs and isn't there */
};

/* One terminal, "main", with nothing running. Close it even on failure. */
bool trial_open(struct trial *trial, int patience_ms, struct text *error);
void trial_close(struct trial *trial);

/* Turn to a terminal by name, a new one if there is none of that name yet. */
bool trial_turn(struct trial *trial, struct str name, struct text *error);

/* Start a program on a new terminal, in place of one started before. */
bool trial_run(struct trial *trial, struct str command, struct text *error);

/*
 * Run a command beside the terminals until it ends. False if it doesn't;
 * whether it succeeded, trial->errand knows.
 */
bool trial_do(struct trial *trial, const char *command, struct text *error);

/* Start a command that goes on beside the terminals, and has a name. */
bool trial_start(struct trial *trial, struct str name, const char *command,
		 struct text *error);

/* The command of that name, or NULL. */
struct errand *trial_started(struct trial *trial, struct str name);

/* Wait for the end of a command: false when patience is over. */
bool trial_await(struct trial *trial, struct errand *errand);

/*
 * Wait up to `ms` for something to arrive and show it on the screens. True if
 * the program of the terminal at hand wrote anything.
 */
bool trial_pump(struct trial *trial, int ms);

/* Take in all that the program has written already. */
void trial_drain(struct trial *trial);

/* Take in what is there, then count bytes from 0: input comes next. */
void trial_mark(struct trial *trial);

/* Pump until nothing was written for `ms`; false if that never happens. */
bool trial_settle(struct trial *trial, int ms);

/* Type emulator.reply: one write, unless the pty is full. */
bool trial_send(struct trial *trial, struct text *error);

bool trial_resize(struct trial *trial, int rows, int cols);

/* Append all screens for a reader. */
void trial_dump(const struct trial *trial, struct text *text);

/* A clock that only goes forward. */
long long trial_now_ms(void);

#endif
