/* SPDX-License-Identifier: MIT */
/*
 * Sets of descriptors that know how large they are.
 */
#include "present/waits.h"

void waits_clear(struct waits *waits)
{
	*waits = (struct waits){ .timeout = -1 };
	FD_ZERO(&waits->readable);
	FD_ZERO(&waits->writable);
}

static void add(struct waits *waits, fd_set *set, int fd)
{
	if (fd < 0)
		return;
	FD_SET(fd, set);
	if (fd >= waits->count)
		waits->count = fd + 1;
}

void waits_read(struct waits *waits, int fd)
{
	add(waits, &waits->readable, fd);
}

void waits_write(struct waits *waits, int fd)
{
	add(waits, &waits->writable, fd);
}

void waits_at_most(struct waits *waits, int timeout)
{
	if (timeout >= 0 && (waits->timeout < 0 || timeout < waits->timeout))
		waits->timeout = timeout;
}
