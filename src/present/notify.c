/* SPDX-License-Identifier: MIT */
/*
 * What Linux tells of changes to files: inotify, and statfs to see whether it
 * can be believed.
 */
#include "present/notify.h"

#include <errno.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/die.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* What happens to a folder as a whole, and what happens to files in it. */
#define OF_FOLDER ((uint32_t)(IN_ONLYDIR | IN_MOVE_SELF | IN_DELETE_SELF))
#define OF_FILES                                                          \
	((uint32_t)(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | \
		    IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB))

/* Many events at once, and some more calls for those that keep coming. */
#define EVENT_BYTES 16384
#define READS_MAX   64

/*
 * File systems that only this machine writes to, so that it knows of all
 * changes. The numbers are what statfs(2) calls f_type.
 */
static const unsigned long local[] = {
	0xef53,	    /* ext2, ext3, ext4 */
	0x9123683e, /* btrfs */
	0x58465342, /* xfs */
	0xf2f52010, /* f2fs */
	0x2fc12fc1, /* zfs */
	0xca451a4e, /* bcachefs */
	0x52654973, /* reiserfs */
	0x3153464a, /* jfs */
	0x3434,	    /* nilfs2 */
	0x01021994, /* tmpfs */
	0x858458f6, /* ramfs */
	0x794c7630, /* overlayfs */
	0xf15f,	    /* ecryptfs */
	0x4d44,	    /* vfat */
	0x2011bab0, /* exfat */
	0x7366746e, /* ntfs3 */
	0x482b,	    /* hfsplus */
	0x9660,	    /* iso9660 */
	0x15013346, /* udf */
	0x73717368, /* squashfs */
};

struct folder {
	const struct trail_step *steps; /* those in it */
	size_t count;
	int wd; /* what events call it; -1: not watched */
};

struct notify {
	int fd;
	struct arena arena; /* what follows, but for the flags */
	struct trail trail;
	struct folder *folders;
	size_t count;
	bool told; /* what the last notify_set said */
	bool lost; /* some folders are not what they were */
};

struct notify *notify_open(void)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	if (fd < 0)
		return NULL;
	struct notify *notify = calloc(1, sizeof(*notify));
	if (!notify)
		die("out of memory");
	notify->fd = fd;
	return notify;
}

void notify_close(struct notify *notify)
{
	if (!notify)
		return;
	close(notify->fd);
	arena_release(&notify->arena);
	free(notify);
}

int notify_fd(const struct notify *notify)
{
	return notify->fd;
}

/* ---- what is watched ---- */

/* The steps of a folder stand together. */
static void find_folders(struct notify *notify)
{
	const struct trail *trail = &notify->trail;

	notify->folders =
		arena_array(&notify->arena, struct folder, trail->count);
	for (size_t i = 0; i < trail->count; i++) {
		const struct trail_step *step = &trail->steps[i];
		if (i == 0 || strcmp(step[-1].folder, step->folder))
			notify->folders[notify->count++] =
				(struct folder){ .steps = step, .wd = -1 };
		notify->folders[notify->count - 1].count++;
	}
}

/* Names come behind the step that has none. */
static bool has_names(const struct folder *folder)
{
	return folder->steps[folder->count - 1].name != NULL;
}

static bool is_local(const char *path)
{
	struct statfs about;

	if (statfs(path, &about))
		return false;
	for (size_t i = 0; i < COUNT(local); i++) {
		if (((unsigned long)about.f_type & 0xffffffff) == local[i])
			return true;
	}
	return false;
}

static bool is_watched(const struct notify *notify, int wd, bool for_names)
{
	for (size_t i = 0; i < notify->count; i++) {
		const struct folder *folder = &notify->folders[i];
		if (folder->wd == wd && (!for_names || has_names(folder)))
			return true;
	}
	return false;
}

static bool watch_names(struct notify *notify, struct folder *folder)
{
	const char *path = folder->steps->folder;

	folder->wd = inotify_add_watch(notify->fd, path, OF_FOLDER | OF_FILES);
	return folder->wd >= 0 && is_local(path);
}

/*
 * A folder goes by several paths, and is still watched in one way only: never
 * take away what one of the others wants.
 */
static bool watch_alone(struct notify *notify, struct folder *folder)
{
	const char *path = folder->steps->folder;
	int wd = inotify_add_watch(notify->fd, path, OF_FOLDER | IN_MASK_ADD);

	if (wd >= 0 && !is_watched(notify, wd, true))
		wd = inotify_add_watch(notify->fd, path, OF_FOLDER);
	folder->wd = wd;
	return wd >= 0;
}

static bool watch_folders(struct notify *notify)
{
	bool told = true;

	for (size_t i = 0; i < notify->count; i++) {
		struct folder *folder = &notify->folders[i];
		if (has_names(folder) && !watch_names(notify, folder))
			told = false;
	}
	for (size_t i = 0; i < notify->count; i++) {
		struct folder *folder = &notify->folders[i];
		if (!has_names(folder) && !watch_alone(notify, folder))
			told = false;
	}
	return told;
}

bool notify_set(struct notify *notify, const struct trail *trail)
{
	struct notify before = *notify;

	if (notify->told && !notify->lost && trail_eq(&notify->trail, trail))
		return true;
	*notify = (struct notify){ .fd = before.fd };
	notify->trail = trail_copy(&notify->arena, trail);
	find_folders(notify);
	notify->told = watch_folders(notify);
	for (size_t i = 0; i < before.count; i++) {
		int wd = before.folders[i].wd;
		if (wd >= 0 && !is_watched(notify, wd, false))
			inotify_rm_watch(notify->fd, wd);
	}
	arena_release(&before.arena);
	return notify->told;
}

/* ---- what is told ---- */

static bool has_name(const struct folder *folder, const char *name)
{
	for (size_t i = 0; i < folder->count; i++) {
		const char *wanted = folder->steps[i].name;
		if (wanted && !strcmp(wanted, name))
			return true;
	}
	return false;
}

/* An event without a name is one of the folder itself. */
static bool take_event(struct notify *notify, const struct inotify_event *event)
{
	bool any = (event->mask & IN_Q_OVERFLOW) != 0;
	bool itself = event->len == 0;

	for (size_t i = 0; i < notify->count && !any; i++) {
		const struct folder *folder = &notify->folders[i];
		any = folder->wd == event->wd &&
		      (itself || has_name(folder, event->name));
	}
	if (any && itself)
		notify->lost = true;
	return any;
}

static bool take_events(struct notify *notify, const char *bytes, size_t len)
{
	const struct inotify_event *event;
	bool any = false;

	for (const char *at = bytes; at < bytes + len;
	     at += sizeof(*event) + event->len) {
		event = (const void *)at;
		any |= take_event(notify, event);
	}
	return any;
}

bool notify_take(struct notify *notify)
{
	alignas(struct inotify_event) char bytes[EVENT_BYTES];
	bool any = false;

	for (int i = 0; i < READS_MAX; i++) {
		ssize_t len = read(notify->fd, bytes, sizeof(bytes));
		if (len < 0 && errno == EINTR)
			continue;
		if (len <= 0)
			break;
		any |= take_events(notify, bytes, (size_t)len);
	}
	return any;
}
