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

/* An image in one size. */
struct copy {
	struct copy *next;
	struct raster raster;	 /* without bytes until it is made */
	unsigned long long used; /* when it was wanted last, by a count */
};

struct holding {
	struct picture picture; /* first: a picture is its holding */
	struct holding *next;
	struct stat about; /* the file, as it was looked at */
	struct probe probe;
	struct copy *copies;
};

struct album {
	struct holding *holdings;
	unsigned long long wants; /* so far */
	struct worker worker;
	struct holding *busy; /* with which image; NULL: it does nothing */
	struct copy *making;  /* of that image */
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

static void forget_copies(struct album *album, struct holding *holding)
{
	if (album->busy == holding) {
		worker_stop(&album->worker);
		album->busy = NULL;
	}
	while (holding->copies) {
		struct copy *copy = holding->copies;
		holding->copies = copy->next;
		free(copy->raster.bytes);
		free(copy);
	}
}

void album_close(struct album *album)
{
	while (album->holdings) {
		struct holding *holding = album->holdings;
		album->holdings = holding->next;
		forget_copies(album, holding);
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
		forget_copies(album, holding);
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

static struct copy *find_copy(const struct holding *holding, int width,
			      int height)
{
	struct copy *copy = holding->copies;

	while (copy &&
	       (copy->raster.width != width || copy->raster.height != height))
		copy = copy->next;
	return copy;
}

const struct raster *picture_raster(const struct picture *picture, int width,
				    int height)
{
	const struct holding *holding = (const struct holding *)picture;
	const struct copy *copy = find_copy(holding, width, height);

	return copy && copy->raster.bytes ? &copy->raster : NULL;
}

/* The copy that was wanted first and is not made. */
static struct copy *find_unmade(struct album *album, struct holding **holding)
{
	struct copy *found = NULL;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct copy *copy = at->copies; copy; copy = copy->next) {
			if (copy->raster.bytes || at->picture.broken ||
			    (found && found->used < copy->used))
				continue;
			found = copy;
			*holding = at;
		}
	}
	return found;
}

static void begin_next(struct album *album)
{
	struct holding *holding = NULL;
	struct copy *copy;

	if (album->busy || !(copy = find_unmade(album, &holding)))
		return;
	if (!worker_begin(&album->worker, holding->picture.path,
			  &holding->probe, copy->raster.width,
			  copy->raster.height))
		return;
	album->busy = holding;
	album->making = copy;
}

static size_t bytes_kept(const struct album *album)
{
	size_t bytes = 0;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct copy *copy = at->copies; copy; copy = copy->next)
			bytes += raster_bytes(copy->raster.width,
					      copy->raster.height);
	}
	return bytes;
}

/* The link to the copy that was not wanted for the longest time. */
static struct copy **find_oldest(const struct album *album)
{
	struct copy **oldest = NULL;

	for (struct holding *at = album->holdings; at; at = at->next) {
		for (struct copy **link = &at->copies; *link;
		     link = &(*link)->next) {
			bool busy = album->busy && *link == album->making;
			if (!busy &&
			    (!oldest || (*link)->used < (*oldest)->used))
				oldest = link;
		}
	}
	return oldest;
}

static void make_room(struct album *album, size_t bytes)
{
	struct copy **oldest;

	while (bytes_kept(album) + bytes > ALBUM_BYTES_MAX &&
	       (oldest = find_oldest(album))) {
		struct copy *copy = *oldest;
		*oldest = copy->next;
		free(copy->raster.bytes);
		free(copy);
	}
}

void album_want(struct album *album, const struct picture *picture, int width,
		int height)
{
	struct holding *holding = find_path(album, picture->path);
	struct copy *copy = find_copy(holding, width, height);

	if (!copy) {
		make_room(album, raster_bytes(width, height));
		copy = allocate(sizeof(*copy));
		copy->raster.width = width;
		copy->raster.height = height;
		copy->next = holding->copies;
		holding->copies = copy;
	}
	copy->used = ++album->wants;
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
	enum worker_state state =
		worker_take(&album->worker, &album->making->raster);
	if (state == WORKER_BUSY)
		return ALBUM_NOTHING;
	if (state == WORKER_FAILED)
		album->busy->picture.broken = true;
	album->busy = NULL;
	begin_next(album);
	return state == WORKER_DONE ? ALBUM_MADE : ALBUM_BROKEN;
}
