/* SPDX-License-Identifier: MIT */
/*
 * Sockets and their names. A name is taken, and one that is of no use removed,
 * only by who has locked the folder: between bind(2) and listen(2) a socket
 * looks as if it had been left behind.
 */
#include "remote/address.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/hash.h"
#include "remote/wire.h"

#define SUFFIX	   ".sock"
#define SHOWN_MAX  24 /* bytes of a deck's name that stand in the socket's */
#define QUEUE	   64 /* clients that may wait to be accepted */
#define LOCK_TRIES 100
#define LOCK_PAUSE (5 * 1000 * 1000) /* nanoseconds */

_Static_assert(ADDRESS_BYTES <= sizeof(((struct sockaddr_un *)0)->sun_path),
	       "every path fits a socket's address");

/* ---- the folder ---- */

/* A path that is put together here, as far as it fits. */
struct path {
	char text[ADDRESS_BYTES];
};

static bool path_put(struct path *path, struct error *error, const char *folder,
		     const char *name)
{
	const char *between = name[0] ? "/" : "";
	int bytes = snprintf(path->text, sizeof(path->text), "%s%s%s", folder,
			     between, name);

	if (bytes >= 0 && (size_t)bytes < sizeof(path->text))
		return true;
	return error_set_reason(error, folder, "too long for a socket's path");
}

static bool put_folder(struct path *folder, const char *runtime_dir,
		       struct error *error)
{
	char own[64];

	if (runtime_dir)
		return path_put(folder, error, runtime_dir, "deckle");
	snprintf(own, sizeof(own), "deckle-%ju", (uintmax_t)geteuid());
	return path_put(folder, error, "/tmp", own);
}

static bool is_private(int fd, const char *folder, struct error *error)
{
	struct stat about;

	if (fstat(fd, &about))
		return error_set_errno(error, folder);
	if (about.st_uid != geteuid())
		return error_set_reason(error, folder,
					"belongs to another user");
	if (about.st_mode & 077)
		return error_set_reason(
			error, folder, "open to others; it must have mode 700");
	return true;
}

/* A descriptor of the folder, or -1; *missing when there is none. */
static int open_folder(const char *folder, bool *missing, struct error *error)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	*missing = fd < 0 && errno == ENOENT;
	if (fd < 0) {
		bool odd = errno == ELOOP || errno == ENOTDIR;
		if (odd)
			error_set_reason(error, folder, "not a folder");
		else
			error_set_errno(error, folder);
		return -1;
	}
	if (is_private(fd, folder, error))
		return fd;
	close(fd);
	return -1;
}

static int make_folder(const char *folder, struct error *error)
{
	bool missing;

	/* An umask may take bits away that are needed. */
	if (mkdir(folder, 0700) == 0 && chmod(folder, 0700)) {
		error_set_errno(error, folder);
		return -1;
	}
	return open_folder(folder, &missing, error);
}

/* Those who hold the lock do so for a few calls, unless they were stopped. */
static bool lock_folder(int fd)
{
	struct timespec pause = { .tv_nsec = LOCK_PAUSE };

	for (int i = 0; i < LOCK_TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return true;
		nanosleep(&pause, NULL);
	}
	return false;
}

/* ---- sockets ---- */

static struct sockaddr_un name_of(const char *path)
{
	struct sockaddr_un name = { .sun_family = AF_UNIX };

	snprintf(name.sun_path, sizeof(name.sun_path), "%s", path);
	return name;
}

static int new_socket(void)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd >= 0 && !wire_set_up(fd)) {
		close(fd);
		return -1;
	}
	return fd;
}

/* 0, or errno. */
static int try_connect(int fd, const char *path)
{
	struct sockaddr_un name = name_of(path);

	return connect(fd, (const struct sockaddr *)&name, sizeof(name)) ? errno
									 : 0;
}

enum state {
	STATE_LIVE,  /* somebody listens, or it cannot be told */
	STATE_STALE, /* a socket that nobody listens to */
	STATE_OTHER, /* no socket at all: it refuses connections, too */
	STATE_FREE,  /* nothing has this name */
};

static enum state state_of(const char *path)
{
	struct stat about;
	int fd = new_socket();

	if (fd < 0)
		return STATE_LIVE;
	int reason = try_connect(fd, path);
	close(fd);
	if (reason == ENOENT)
		return STATE_FREE;
	if (reason != ECONNREFUSED || lstat(path, &about))
		return STATE_LIVE;
	return S_ISSOCK(about.st_mode) ? STATE_STALE : STATE_OTHER;
}

int address_connect(const char *path, struct error *error)
{
	if (strlen(path) >= ADDRESS_BYTES) {
		error_set_reason(error, path, "too long for a socket's path");
		return -1;
	}
	int fd = new_socket();
	int reason = fd < 0 ? errno : try_connect(fd, path);
	if (reason == 0)
		return fd;
	if (reason == EAGAIN)
		error_set_reason(error, path, "the talk does not answer");
	else
		error_set_reason(error, path, strerror(reason));
	if (fd >= 0)
		close(fd);
	return -1;
}

/* ---- taking a name ---- */

/* The deck's file name, as far as any shell takes it as it is. */
static void put_shown(char shown[SHOWN_MAX + 1], struct str deck)
{
	static const struct str nameless = STR("stdin");
	size_t bytes = 0;

	for (const char *slash; (slash = str_find(deck, '/'));)
		deck = str_from(deck, (size_t)(slash - deck.ptr) + 1);
	if (str_eq(deck, str_of("-")))
		deck = nameless;
	for (; bytes < deck.len && bytes < SHOWN_MAX; bytes++) {
		char byte = deck.ptr[bytes];
		bool plain = str_is_letter_byte(byte) ||
			     str_is_digit_byte(byte) ||
			     str_is_byte_of(byte, "-_.");
		shown[bytes] = plain && (byte != '.' || bytes > 0) ? byte : '_';
	}
	shown[bytes] = '\0';
}

static bool put_name(struct path *path, const struct path *folder,
		     struct str deck, int number, struct error *error)
{
	char shown[SHOWN_MAX + 1], name[SHOWN_MAX + 64], again[16] = "";

	put_shown(shown, deck);
	if (number > 1)
		snprintf(again, sizeof(again), "-%d", number);
	snprintf(name, sizeof(name), "%s-%016" PRIx64 "%s" SUFFIX, shown,
		 hash_put(HASH_BEGIN, deck), again);
	return path_put(path, error, folder->text, name);
}

/* Nobody can connect before listen(2), so the mode is in time. */
static bool bind_there(int fd, const char *path, struct error *error)
{
	struct sockaddr_un name = name_of(path);

	if (bind(fd, (const struct sockaddr *)&name, sizeof(name)))
		return error_set_errno(error, path);
	if (chmod(path, 0600) == 0 && listen(fd, QUEUE) == 0)
		return true;
	error_set_errno(error, path);
	unlink(path);
	return false;
}

static bool take_path(struct address *address, const struct path *path,
		      struct error *error)
{
	struct stat about;
	int fd = new_socket();

	if (fd < 0)
		return error_set_errno(error, path->text);
	if (bind_there(fd, path->text, error)) {
		memcpy(address->path, path->text, sizeof(path->text));
		address->fd = fd;
		if (stat(path->text, &about) == 0) {
			address->device = about.st_dev;
			address->inode = about.st_ino;
			return true;
		}
		error_set_errno(error, path->text);
	}
	close(fd);
	return false;
}

/* The first of its names that nobody has; the folder is locked. */
static bool take_name(struct address *address, const struct path *folder,
		      struct str deck, struct error *error)
{
	struct path path;

	for (int i = 1; i <= ADDRESS_NAMES_MAX; i++) {
		if (!put_name(&path, folder, deck, i, error))
			return false;
		enum state state = state_of(path.text);
		if (state == STATE_STALE)
			unlink(path.text);
		if (state == STATE_STALE || state == STATE_FREE)
			return take_path(address, &path, error);
	}
	return error_set(error, "%d talks show this deck already",
			 ADDRESS_NAMES_MAX);
}

bool address_listen(struct address *address, const char *runtime_dir,
		    struct str deck, struct error *error)
{
	struct path folder;

	*address = (struct address){ .fd = -1 };
	if (!put_folder(&folder, runtime_dir, error))
		return false;
	int fd = make_folder(folder.text, error);
	if (fd < 0)
		return false;
	bool ok = lock_folder(fd);
	if (ok)
		ok = take_name(address, &folder, deck, error);
	else
		error_set_reason(error, folder.text, "locked");
	close(fd); /* which unlocks it */
	return ok;
}

void address_release(struct address *address)
{
	struct stat about;

	if (address->fd < 0)
		return;
	if (lstat(address->path, &about) == 0 &&
	    about.st_dev == address->device && about.st_ino == address->inode)
		unlink(address->path);
	close(address->fd);
	address->fd = -1;
}

/* ---- finding others ---- */

static bool is_name(const char *name)
{
	size_t len = strlen(name), end = strlen(SUFFIX);

	return len > end && name[0] != '.' && !strcmp(name + len - end, SUFFIX);
}

static void add_if_live(struct address_list *list, const char *path,
			bool locked, struct arena *arena)
{
	enum state state = state_of(path);

	if (state == STATE_STALE && locked)
		unlink(path);
	if (state != STATE_LIVE)
		return;
	struct str copy =
		arena_str(arena, (struct str){ path, strlen(path) + 1 });
	list->paths[list->count++] = copy.ptr;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void read_folder(struct address_list *list, DIR *dir,
			const struct path *folder, struct arena *arena)
{
	bool locked = flock(dirfd(dir), LOCK_EX | LOCK_NB) == 0;
	struct dirent *entry;
	struct error ignored;
	struct path path;

	list->paths = arena_array(arena, const char *, ADDRESS_TALKS_MAX);
	while (list->count < ADDRESS_TALKS_MAX && (entry = readdir(dir))) {
		if (is_name(entry->d_name) &&
		    path_put(&path, &ignored, folder->text, entry->d_name))
			add_if_live(list, path.text, locked, arena);
	}
	qsort(list->paths, (size_t)list->count, sizeof(*list->paths), compare);
}

bool address_list(struct address_list *list, const char *runtime_dir,
		  struct arena *arena, struct error *error)
{
	struct path folder;
	bool missing;

	*list = (struct address_list){ 0 };
	if (!put_folder(&folder, runtime_dir, error))
		return false;
	int fd = open_folder(folder.text, &missing, error);
	if (fd < 0)
		return missing;
	DIR *dir = fdopendir(fd);
	if (!dir) {
		error_set_errno(error, folder.text);
		close(fd);
		return false;
	}
	read_folder(list, dir, &folder, arena);
	closedir(dir);
	return true;
}

bool address_list_of(struct address_list *list, const char *runtime_dir,
		     struct str deck, struct arena *arena, struct error *error)
{
	struct path folder, path;
	bool missing;

	*list = (struct address_list){ 0 };
	if (!put_folder(&folder, runtime_dir, error))
		return false;
	int fd = open_folder(folder.text, &missing, error);
	if (fd < 0)
		return missing;
	close(fd);
	list->paths = arena_array(arena, const char *, ADDRESS_NAMES_MAX);
	for (int i = 1; i <= ADDRESS_NAMES_MAX; i++) {
		if (put_name(&path, &folder, deck, i, error))
			add_if_live(list, path.text, false, arena);
	}
	return true;
}
