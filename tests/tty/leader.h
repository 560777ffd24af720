/* SPDX-License-Identifier: MIT */
#ifndef TTY_LEADER_H
#define TTY_LEADER_H

#include <sys/types.h>

/*
 * The leader stands between the driver and the program as a shell with job
 * control does. A program that led its session itself, or had no parent in it,
 * couldn't be suspended: the kernel drops the stop signals of such groups.
 *
 *     driver ──orders──> leader ──forks──> job: one process, or a pipeline,
 *            <─events───                   in a process group of its own
 */
enum {
	JOB_PROCESSES = 8 /* in a pipeline; more is no test of a terminal */
};

enum job_state {
	JOB_RUNNING,
	JOB_STOPPED,
	JOB_EXITED,
};

/* Sent when the job has started, and whenever its state changes. */
struct job_event {
	enum job_state state;
	int status; /* of the last process, as waitpid gives it */
	pid_t group;
};

enum leader_order {
	ORDER_FOREGROUND = 'F', /* continue the job, give it the terminal */
};

struct leader_plan {
	const char *tty;
	const char *dir; /* the job's working directory */
	char *const *environment;
	char *const *commands; /* one for each process, for sh -c */
	int count;
	int orders; /* read bytes of enum leader_order; at the end, kill */
	int events; /* write struct job_event */
};

/* Be the leader, in a process just forked; returns only if it can't. */
void leader_run(const struct leader_plan *plan);

#endif
