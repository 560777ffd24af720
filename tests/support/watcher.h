/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_WATCHER_H
#define SUPPORT_WATCHER_H

#include "present/watch.h"

/* Files that are watched at a time, at most. */
#define WATCHER_PATHS_MAX 8

/* After this long all is told that there is to tell, polled or not. */
#define WATCHER_QUIET_MS (2 * WATCH_POLL_MS + WATCH_LATE_MS)

/*
 * Somebody who waits as a watch asks for, and reads when it says so. The files
 * are real, time is not: it passes when a test says so. Of a file its size is
 * read, so give its versions different ones.
 */
struct watcher {
	struct watch *watch;
	long long now; /* ms */
	const char *const *paths;
	size_t count;
	long read[WATCHER_PATHS_MAX]; /* sizes; -1: was not there */
	int told;  /* how often there was something to read */
	int wakes; /* how often there was something to do */
};

/* Open a watch on no files yet. */
void watcher_open(struct watcher *watcher);
void watcher_close(struct watcher *watcher);

/* Read these files and watch them from then on; what watch_set says. */
bool watcher_set(struct watcher *watcher, const char *const *paths,
		 size_t count);

/* Let time pass, and do what the watch asks for; how often it told. */
int watcher_pass(struct watcher *watcher, long long ms);

/* Whether the descriptor of the watch is readable. */
bool watcher_is_called(const struct watcher *watcher);

/* Whether what was read last is what is there. */
bool watcher_is_up_to_date(const struct watcher *watcher);

/* The size of a file, or -1. */
long watcher_size(const char *path);

/* A new version of a file, of at most 1024 bytes. */
void watcher_put(const char *path, int size);

#endif
