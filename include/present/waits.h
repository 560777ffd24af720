/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_WAITS_H
#define PRESENT_WAITS_H

#include <sys/select.h>

/* What is waited for at once, and then what of it has come. */
struct waits {
	fd_set readable, writable;
	int count;   /* one more than the highest descriptor */
	int timeout; /* ms; -1: none */
};

/* Nothing, for ever. */
void waits_clear(struct waits *waits);

/* A descriptor that can be read from, or written to; -1 is none. */
void waits_read(struct waits *waits, int fd);
void waits_write(struct waits *waits, int fd);

/* No longer than some ms; -1: as long as it takes. */
void waits_at_most(struct waits *waits, int timeout);

#endif
