/* SPDX-License-Identifier: MIT */
#ifndef TTY_PTY_H
#define TTY_PTY_H

#include <poll.h>
#include <stdbool.h>
#include <sys/types.h>
#include <termios.h>

#include "leader.h"
#include "text.h"

/*
 * A program at work on a pty, in a session of its own: bytes both ways,
 * signals, job control. What the bytes mean is the emulator's business.
 */
struct pty {
	int master;	    /* -1 once hung up */
	int orders, events; /* to and from the leader */
	pid_t leader;	    /* 0 before pty_open */
	pid_t group;	    /* of the job */
	enum job_state state;
	int status;	       /* of an exited job, as waitpid gives it */
	struct termios before; /* the modes before the program started */
};

struct pty_plan {
	int rows, cols;
	const char *dir;
	char *const *environment;
	struct str command; /* as a shell reads it; | makes a pipeline */
};

/* Start the program. Close the pty even when this fails. */
bool pty_open(struct pty *pty, const struct pty_plan *plan, struct text *error);

/* Kill every process of the session. */
void pty_close(struct pty *pty);

/* What poll should look at for the pty. */
enum { PTY_FDS = 2 };

void pty_watch(const struct pty *pty, struct pollfd *fds);

/*
 * Take in what poll found: append what the program wrote, note what became of
 * it.
 */
void pty_take(struct pty *pty, const struct pollfd *fds, struct text *output);

/* How many bytes the pty took, perhaps fewer than given; -1 if it's gone. */
ssize_t pty_write(struct pty *pty, struct str bytes);

bool pty_resize(struct pty *pty, int rows, int cols);
bool pty_signal(struct pty *pty, int signal_number);
bool pty_foreground(struct pty *pty);
void pty_hangup(struct pty *pty);

/* Set the modes of before the start, as a shell does when its job stops. */
void pty_cook(struct pty *pty);

/* Append what has become of the program: "running", "exit 1", ... */
void pty_put_state(const struct pty *pty, struct text *text);

/* Are the modes those of before? If not, append which differ. */
bool pty_is_restored(struct pty *pty, struct text *difference);

/* Signals by their names without SIG; 0 and "?" if unknown. */
int signal_find(struct str name);
const char *signal_name(int number);

#endif
