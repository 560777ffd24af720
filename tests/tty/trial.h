/* SPDX-License-Identifier: MIT */
#ifndef TTY_TRIAL_H
#define TTY_TRIAL_H

#include <stdbool.h>
#include <stddef.h>

#include "emulator.h"
#include "pty.h"
#include "sandbox.h"
#include "text.h"

/*
 * One case at play: a sandbox, a program on a pty in it, and the emulator that
 * shows what the program draws. Time passes only in the functions below, and
 * only until something arrives or they run out of patience.
 */
enum {
	PATIENCE_MS = 5000, /* for an expectation to hold, unless told */
	REST_MS = 30,	    /* without a byte: the program has answered */
	CALM_MS = 100,	    /* without a byte: nothing is left to answer */
};

struct trial {
	struct sandbox sandbox;
	struct emulator emulator;
	struct pty pty;
	int rows, cols; /* for the next program */
	int patience_ms;
	struct text output; /* the last that the program wrote */
	size_t bytes;	    /* written since trial_mark */
};

/* The size is 24x80 and nothing runs. Close the trial even on failure. */
bool trial_open(struct trial *trial, int patience_ms, struct text *error);
void trial_close(struct trial *trial);

/* Start a program on a new terminal, in place of one started before. */
bool trial_run(struct trial *trial, struct str command, struct text *error);

/*
 * Wait up to `ms` for something to arrive and show it on the screen. True if
 * the program wrote anything.
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

/* A clock that only goes forward. */
long long trial_now_ms(void);

#endif
