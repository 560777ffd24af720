/* SPDX-License-Identifier: MIT */
#ifndef TTY_PROC_H
#define TTY_PROC_H

#include <stdbool.h>
#include <sys/types.h>

/* What can be told of processes only by looking at every one there is. */

/* Kill all of a session but the process that leads it. */
void proc_kill_session(pid_t session);

/*
 * How often the threads of a process group have come to run, as the kernel
 * counts their context switches. False if it doesn't say so, which only Linux
 * does, or if there is no such group.
 */
bool proc_switches(pid_t group, long long *count);

#endif
