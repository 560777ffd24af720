/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_SIGNALS_H
#define PRESENT_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/*
 * Signals arrive only while the program waits: they are blocked everywhere
 * else, so no function is ever interrupted half way. Fatal signals give the
 * terminal back and then take their course. What was ignored before (nohup)
 * stays ignored.
 */
struct signals {
	sigset_t while_waiting; /* the mask for pselect */
	sigset_t before;	/* the mask that was found */
};

void signals_open(struct signals *signals);
void signals_close(struct signals *signals);

/* True once for every arrival of SIGWINCH, SIGTSTP, SIGCONT or SIGCHLD. */
bool signals_take(int number);

/* The signal that asks the program to end (SIGTERM, SIGHUP, ...), or 0. */
int signals_ending(void);

/*
 * Stop the whole job as Ctrl-Z does in a shell; returns when it is continued,
 * at once where there is nobody to continue it.
 */
void signals_stop(struct signals *signals);

/*
 * While another program of this job has the terminal, its signals are for that
 * program: SIGINT and SIGQUIT end nothing here, SIGTSTP stops this process
 * along with the rest of the job, and SIGCONT is not noted. SIGWINCH, SIGCHLD
 * and what else asks to end are noted as ever. Lend before the program starts;
 * regain when it has ended.
 */
void signals_lend(void);
void signals_regain(void);

/* End the process by a signal, so that its parent can tell. */
void signals_die(int number);

#endif
