/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_WORKER_H
#define PICTURE_WORKER_H

#include <sys/types.h>

#include "picture/copy.h"

/*
 * Makes a copy of one image in a process of its own: nobody waits for it, and
 * a file that was made to crash a decoder crashes nothing else. All zero bytes
 * is one that does nothing.
 */
struct worker {
	pid_t process; /* 0: none */
	int fd;	       /* to wait on: readable when worker_take has to do */
	struct copy_wish wish;
	struct buf bytes; /* what has come: how many there are, then these */
};

enum worker_state {
	WORKER_BUSY,
	WORKER_DONE,
	WORKER_FAILED,
};

/*
 * Begin with the image of a file, of which `probe` says what it is. False when
 * no process is to be had. The worker must do nothing.
 */
bool worker_begin(struct worker *worker, const char *path,
		  const struct probe *probe, const struct copy_wish *wish);

/*
 * Take what it has got done, without waiting. With WORKER_DONE the copy has
 * been appended to *bytes; with that and with WORKER_FAILED it does nothing any
 * more.
 */
enum worker_state worker_take(struct worker *worker, struct buf *bytes);

/* End it, if it does anything. */
void worker_stop(struct worker *worker);

#endif
