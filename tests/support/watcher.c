/* SPDX-License-Identifier: MIT */
/*
 * Waiting for a watch with a clock that the test turns.
 */
#include "support/watcher.h"

#include <assert.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>

#include "support/folder.h"

void watcher_open(struct watcher *watcher)
{
	*watcher = (struct watcher){ .watch = watch_open(), .now = 1000000 };
}

void watcher_close(struct watcher *watcher)
{
	watch_close(watcher->watch);
}

long watcher_size(const char *path)
{
	struct stat about;

	return stat(path, &about) ? -1 : (long)about.st_size;
}

void watcher_put(const char *path, int size)
{
	char bytes[1024];

	assert(size <= (int)sizeof(bytes));
	memset(bytes, 'x', sizeof(bytes));
	folder_put(path, (struct str){ bytes, (size_t)size });
}

static void read_files(struct watcher *watcher)
{
	for (size_t i = 0; i < watcher->count; i++)
		watcher->read[i] = watcher_size(watcher->paths[i]);
}

bool watcher_set(struct watcher *watcher, const char *const *paths,
		 size_t count)
{
	assert(count <= WATCHER_PATHS_MAX);
	watcher->paths = paths;
	watcher->count = count;
	read_files(watcher);
	return watch_set(watcher->watch, paths, count);
}

bool watcher_is_up_to_date(const struct watcher *watcher)
{
	for (size_t i = 0; i < watcher->count; i++) {
		if (watcher->read[i] != watcher_size(watcher->paths[i]))
			return false;
	}
	return true;
}

bool watcher_is_called(const struct watcher *watcher)
{
	struct pollfd fd = { watch_fd(watcher->watch), POLLIN, 0 };

	return fd.fd >= 0 && poll(&fd, 1, 0) == 1;
}

static void take(struct watcher *watcher)
{
	watcher->wakes++;
	if (!watch_take(watcher->watch, watcher->now))
		return;
	watcher->told++;
	read_files(watcher);
}

int watcher_pass(struct watcher *watcher, long long ms)
{
	long long end = watcher->now + ms;
	int before = watcher->told;

	for (;;) {
		while (watcher_is_called(watcher))
			take(watcher);
		int wait = watch_timeout(watcher->watch, watcher->now);
		if (wait < 0 || watcher->now + wait > end)
			break;
		watcher->now += wait;
		take(watcher);
	}
	watcher->now = end;
	return watcher->told - before;
}
