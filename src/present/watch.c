/* SPDX-License-Identifier: MIT */
/*
 * When a save is over. Whatever stirs the files begins a wait for quiet; then
 * they are looked at, and what they look like is compared with what the caller
 * was told last.
 */
#include "present/watch.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/die.h"
#include "present/notify.h"

/* How often trails are followed again that change while they are followed. */
#define TRACES_MAX 4

/* What tells a file from another one, and from an older one. */
struct signature {
	bool there;
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec written, changed;
};

struct file {
	const char *path;
	struct signature known; /* as the caller was told */
	struct signature seen;	/* as it looked last */
};

struct watch {
	struct notify *notify; /* NULL: there is none */
	struct arena arena;    /* the files and their paths */
	struct file *files;
	size_t count;

	bool polled;	   /* not all that happens is told */
	long long poll_at; /* when to look again, ms; only if polled */

	bool stirred;	 /* something has happened, ... */
	long long first; /* ... at first then, ... */
	long long last;	 /* ... and at last then, ms */
	bool gone;	 /* a file was gone or empty at the last look */
	bool again;	 /* what was told last was told too early */
};

struct watch *watch_open(void)
{
	struct watch *watch = calloc(1, sizeof(*watch));

	if (!watch)
		die("out of memory");
	watch->notify = notify_open();
	return watch;
}

void watch_close(struct watch *watch)
{
	if (!watch)
		return;
	notify_close(watch->notify);
	arena_release(&watch->arena);
	free(watch);
}

int watch_fd(const struct watch *watch)
{
	return watch->notify ? notify_fd(watch->notify) : -1;
}

/* ---- what files look like ---- */

static struct signature signature_of(const char *path)
{
	struct stat about;

	if (stat(path, &about))
		return (struct signature){ .there = false };
	return (struct signature){ .there = true,
				   .device = about.st_dev,
				   .inode = about.st_ino,
				   .size = about.st_size,
				   .written = about.st_mtim,
				   .changed = about.st_ctim };
}

static bool same_time(struct timespec a, struct timespec b)
{
	return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same(const struct signature *a, const struct signature *b)
{
	if (!a->there || !b->there)
		return a->there == b->there;
	return a->device == b->device && a->inode == b->inode &&
	       a->size == b->size && same_time(a->written, b->written) &&
	       same_time(a->changed, b->changed);
}

/* Nothing there, or nothing in it; `size` is 0 for what is not there. */
static bool is_gone(const struct file *file)
{
	return file->known.size > 0 && file->seen.size == 0;
}

/* Look at all files; true when some do not look as they did last time. */
static bool look(struct watch *watch)
{
	bool changed = false;

	watch->gone = false;
	for (size_t i = 0; i < watch->count; i++) {
		struct file *file = &watch->files[i];
		struct signature now = signature_of(file->path);
		changed |= !same(&file->seen, &now);
		file->seen = now;
		watch->gone |= is_gone(file);
	}
	return changed;
}

/* ---- which files, and who tells of them ---- */

static struct trail trail_of(const struct watch *watch, struct arena *arena)
{
	struct trail trail = { 0 };

	for (size_t i = 0; i < watch->count; i++)
		trail_add(&trail, arena, watch->files[i].path);
	trail_sort(&trail);
	return trail;
}

/*
 * A link or a folder may be replaced after its trail was followed and before
 * it is watched. It has not been if the trail is the same afterwards.
 */
static bool set_notify(const struct watch *watch, struct arena *arena)
{
	struct trail trail = trail_of(watch, arena);

	for (int i = 0; i < TRACES_MAX; i++) {
		if (!notify_set(watch->notify, &trail))
			return false;
		struct trail again = trail_of(watch, arena);
		if (trail_eq(&trail, &again))
			return true;
		trail = again;
	}
	return false;
}

static void trace(struct watch *watch)
{
	struct arena arena = { 0 };
	bool told = watch->count == 0 ||
		    (watch->notify && set_notify(watch, &arena));

	watch->polled = !told;
	arena_release(&arena);
}

static bool same_paths(const struct watch *watch, const char *const *paths,
		       size_t count)
{
	bool same = watch->count == count;

	for (size_t i = 0; same && i < count; i++)
		same = !strcmp(watch->files[i].path, paths[i]);
	return same;
}

static const struct file *find(const struct watch *watch, const char *path)
{
	for (size_t i = 0; i < watch->count; i++) {
		if (!strcmp(watch->files[i].path, path))
			return &watch->files[i];
	}
	return NULL;
}

static struct file *copy_files(const struct watch *before, struct arena *arena,
			       const char *const *paths, size_t count)
{
	struct file *files = arena_array(arena, struct file, count);

	for (size_t i = 0; i < count; i++) {
		const struct file *old = find(before, paths[i]);
		size_t size = strlen(paths[i]) + 1;
		if (old)
			files[i] = *old;
		files[i].path =
			memcpy(arena_alloc(arena, size), paths[i], size);
	}
	return files;
}

bool watch_set(struct watch *watch, const char *const *paths, size_t count)
{
	struct watch before = *watch;
	bool any = false;

	if (same_paths(watch, paths, count))
		return false;
	watch->arena = (struct arena){ 0 };
	watch->files = copy_files(&before, &watch->arena, paths, count);
	watch->count = count;
	/* First have changes told, then look: there is no time in between. */
	trace(watch);
	for (size_t i = 0; i < count; i++) {
		struct file *file = &watch->files[i];
		if (find(&before, file->path))
			continue;
		file->known = file->seen = signature_of(file->path);
		any = true;
	}
	arena_release(&before.arena);
	return any;
}

/* ---- when a save is over ---- */

static void stir(struct watch *watch, long long now)
{
	if (!watch->stirred)
		watch->first = now;
	watch->stirred = true;
	watch->last = now;
}

static long long settled_at(const struct watch *watch)
{
	long long quiet = watch->gone ? WATCH_GONE_MS : WATCH_SETTLE_MS;
	long long late = watch->first + WATCH_LATE_MS;

	return watch->last + quiet < late ? watch->last + quiet : late;
}

int watch_timeout(const struct watch *watch, long long now)
{
	long long at = watch->stirred ? settled_at(watch) : watch->poll_at;

	if (!watch->stirred && !watch->polled)
		return -1;
	return at > now ? (int)(at - now) : 0;
}

/*
 * In the middle of a save a file may be written to again without looking any
 * different: times have steps of some ms. So the end of that save is told even
 * if nothing seems to have changed since.
 */
static bool tell(struct watch *watch, long long now)
{
	bool middle = now - watch->last < WATCH_SETTLE_MS;
	bool changed = watch->again;

	for (size_t i = 0; i < watch->count; i++) {
		struct file *file = &watch->files[i];
		changed |= !same(&file->known, &file->seen);
		file->known = file->seen;
	}
	watch->stirred = false;
	watch->again = middle && changed;
	if (watch->again)
		stir(watch, now);
	return changed;
}

static void take_news(struct watch *watch, long long now)
{
	if (!watch->notify || !notify_take(watch->notify))
		return;
	trace(watch);
	stir(watch, now);
	watch->gone = false; /* as it was before the news */
	if (watch->polled)
		look(watch);
}

static void poll_files(struct watch *watch, long long now)
{
	if (!watch->polled || now < watch->poll_at)
		return;
	watch->poll_at = now + WATCH_POLL_MS;
	trace(watch);
	if (look(watch))
		stir(watch, now);
}

bool watch_take(struct watch *watch, long long now)
{
	take_news(watch, now);
	poll_files(watch, now);
	if (!watch->stirred || now < settled_at(watch))
		return false;
	/* Nobody tells that a folder is removed as long as someone is in it. */
	trace(watch);
	/* Where nobody tells, looking is what finds that it is not over. */
	if (look(watch) && watch->polled)
		stir(watch, now);
	return now >= settled_at(watch) && tell(watch, now);
}
