/* SPDX-License-Identifier: MIT */
/*
 * Where the system tells nothing: there is no notify to be had, so that files
 * are looked at instead.
 */
#include "present/notify.h"

struct notify *notify_open(void)
{
	return NULL;
}

void notify_close(struct notify *notify)
{
	(void)notify;
}

int notify_fd(const struct notify *notify)
{
	(void)notify;
	return -1;
}

bool notify_set(struct notify *notify, const struct trail *trail)
{
	(void)notify, (void)trail;
	return false;
}

bool notify_take(struct notify *notify)
{
	(void)notify;
	return false;
}
