/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_NOTIFY_H
#define PRESENT_NOTIFY_H

#include <stdbool.h>

#include "present/trail.h"

/*
 * What the system tells of changes to files, where it tells any. Folders are
 * watched, never files: most editors give a file's name to a new file.
 */
struct notify;

/* NULL where the system has nothing of the kind, or nothing left of it. */
struct notify *notify_open(void);
void notify_close(struct notify *notify); /* NULL is fine */

/* Readable when there is something to take. */
int notify_fd(const struct notify *notify);

/*
 * Watch these folders for these names, and no others. The trail is in order
 * (trail_sort); it is copied. Cheap when it is the trail that is watched.
 *
 * True when all that happens to these names will be told. False when some
 * folder cannot be watched, or is on a file system that does not tell what
 * others do to its files (network, FUSE): then the files have to be looked at
 * from time to time as well, and another call may have more luck.
 */
bool notify_set(struct notify *notify, const struct trail *trail);

/*
 * Take what has come and wait for nothing. True when something has happened to
 * one of the names, or may have: a folder was moved or removed, or there was
 * more to tell than the system keeps. Then trails may lead elsewhere: call
 * notify_set again. False when it was other files in these folders.
 */
bool notify_take(struct notify *notify);

#endif
