/* SPDX-License-Identifier: MIT */
/*
 * One worker at a time makes what was wanted first. There are few images and
 * few sizes of each, so lists will do.
 */
#include "picture/album.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "picture/worker.h"

/* A copy of an image, made or wanted. */
struct print {
	struct print *next;
	struct copy_wish wish;
	struct buf bytes;	 /* none until it is made */
	struct copy copy;	 /* of these */
	unsigned long long used; /* when it was wanted last, by a count */
};

struct holding {
	struct picture picture; /* first: a picture is its holding */
	struct holding *next;
	struct stat about; /* the file, as it was looked at */
	struct probe probe;
	struct print *prints;
};

struct album {
	struct holding *holdings;
	unsigned long long wants; /* so far */
	unsigned long long turn;  /* of them before this screen's */
	unsigned made;		  /* copies so far */
	struct worker worker;
	struct holding *busy; /* with which image; NULL: it does nothing */
	struct print *making; /* of that image */
};

static void *allocate(size_t bytes)
{
	void *memory = calloc(1, bytes);

	if (!memory)
		die("out of memory");
	return memory;
}

struct album *album_open(void)
{
	return allocate(sizeof(struct album));
}

static void forget_print(struct print **link)
{
	struct print *print = *link;

	*link = print->next;
	buf_release(&print->bytes);
	free(print);
}

static void forget_prints(struct album *album, struct holding *holding)
{
	if (album->busy == holding) {
		worker_stop(&album->worker);
		album->busy = NULL;
	}
	while (holding->prints)
		forget_print(&holding->prints);
}

void album_close(struct album *album)
{
	while (album->holdings) {
		struct holding *holding = album->holdings;
		album->holdings = holding->next;
		forget_prints(album, holding);
		free((char *)holding->picture.path);
		free(holding);
	}
	free(album);
}

/* ---- files ---- */

static bool is_same_file(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino &&
	       a->st_size == b->st_size &&
	       a->st_mtim.tv_sec == b->st_mtim.tv_sec &&
	       a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

static struct holding *find_path(struct album *album, const char *path)
{
	struct holding *holding = album->holdings;

	while (holding && strcmp(holding->picture.path, path) != 0)
		holding = holding->next;
	return holding;
}

static struct holding *add_path(struct album *album, const char *path)
{
	struct holding *holding = allocate(sizeof(*holding));

	holding->picture.path = strdup(path);
	if (!holding->picture.path)
		die("out of memory");
	holding->next = album->holdings;
	album->holdings = holding;
	return holding;
}

static bool look_at(const char *path, const char *name, struct stat *about,
		    struct probe *probe, struct error *error)
{
	/* Opening alone makes some devices do something. */
	if (stat(path, about))
		return error_set_errno(error, name);
	if (!S_ISREG(about->st_mode))
		return error_set_reason(error, name, "not a regular file");
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0)
		return error_set_errno(error, name);
	bool ok = fstat(fd, about) == 0 && probe_file(fd, name, probe, error);
	close(fd);
	return ok;
}

const struct picture *album_find(struct album *album, const char *path,
				 const char *name, struct error *error)
{
	struct holding *holding = find_path(album, path);
	struct probe probe;
	struct stat about;

	if (!look_at(path, name, &about, &probe, error))
		return NULL;
	if (!holding)
		holding = add_path(album, path);
	if (!is_same_file(&holding->about, &about)) {
		forget_prints(album, holding);
		holding->about = about;
		holding->picture.broken = false;
		holding->probe = probe;
		holding->picture.width = probe.width;
		holding->picture.height = probe.height;
	}
	if (!holding->picture.broken)
		return &holding->picture;
	error_set_reason(error, name, "a damaged image");
	return NULL;
}

/* ---- copies ---- */

static bool is_same_wish(const struct copy_wish *a, const struct copy_wish *b)
{
	return a->kind == b->kind && a->width == b->width &&
	       a->height == b->height;
}

static struct print *find_print(const struct holding *holding,
				const struct copy_wish *wish)
{
	struct print *print = holding->prints;

	while (print && !is_same_wish(&print->wish, wish))
		print = print->next;
	return print;
}

const struct copy *picture_copy(const struct picture *picture,
				const struct copy_wish *wish)
{
	const struct holding *holding = (const struct holding *)picture;
	const struct print *print = find_print(holding, wish);

	return print && print->copy.number ? &print->copy : NULL;
}

/* The print that was wanted first and is not made. */
static struct print *find_unmade(struct album *album, struct holding **holding)
{
	struct print *found = NULL;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct print *print = at->prints; print;
		     print = print->next) {
			if (print->copy.number || at->picture.broken ||
			    (found && found->used < print->used))
				continue;
			found = print;
			*holding = at;
		}
	}
	return found;
}

static void begin_next(struct album *album)
{
	struct holding *holding = NULL;
	struct print *print;

	if (album->busy || !(print = find_unmade(album, &holding)))
		return;
	if (!worker_begin(&album->worker, holding->picture.path,
			  &holding->probe, &print->wish))
		return;
	album->busy = holding;
	album->making = print;
}

/* What it takes, or is expected to take: seldom more. */
static size_t bytes_of(const struct print *print)
{
	return print->copy.number
		       ? print->bytes.len
		       : raster_bytes(print->wish.width, print->wish.height);
}

static size_t bytes_kept(const struct album *album)
{
	size_t bytes = 0;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct print *print = at->prints; print;
		     print = print->next)
			bytes += bytes_of(print);
	}
	return bytes;
}

/* The link to the print that was not wanted for the longest time, if it was
   not wanted for this screen. */
static struct print **find_oldest(const struct album *album)
{
	struct print **oldest = NULL;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct print **link = &at->prints; *link;
		     link = &(*link)->next) {
			bool busy = album->busy && *link == album->making;
			if (!busy && (*link)->used <= album->turn &&
			    (!oldest || (*link)->used < (*oldest)->used))
				oldest = link;
		}
	}
	return oldest;
}

/* False when there is none to be made. */
static bool make_room(struct album *album, size_t bytes)
{
	struct print **oldest;

	while (bytes_kept(album) + bytes > ALBUM_BYTES_MAX) {
		oldest = find_oldest(album);
		if (!oldest)
			return false;
		forget_print(oldest);
	}
	return true;
}

void album_turn(struct album *album)
{
	album->turn = album->wants;
}

void album_want(struct album *album, const struct picture *picture,
		const struct copy_wish *wish, bool seen)
{
	struct holding *holding = find_path(album, picture->path);
	struct print *print = find_print(holding, wish);

	if (!print) {
		size_t bytes = raster_bytes(wish->width, wish->height);
		if (!make_room(album, bytes) && !seen)
			return;
		print = allocate(sizeof(*print));
		print->wish = *wish;
		print->next = holding->prints;
		holding->prints = print;
	}
	print->used = ++album->wants;
	begin_next(album);
}

int album_fd(const struct album *album)
{
	return album->busy ? album->worker.fd : -1;
}

enum album_news album_take(struct album *album)
{
	if (!album->busy)
		return ALBUM_NOTHING;
	struct print *print = album->making;
	enum worker_state state = worker_take(&album->worker, &print->bytes);
	if (state == WORKER_BUSY)
		return ALBUM_NOTHING;
	if (state == WORKER_DONE)
		print->copy =
			(struct copy){ ++album->made, buf_str(&print->bytes) };
	else
		album->busy->picture.broken = true;
	album->busy = NULL;
	begin_next(album);
	return state == WORKER_DONE ? ALBUM_MADE : ALBUM_BROKEN;
}
