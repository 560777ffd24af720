/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_ALBUM_H
#define PICTURE_ALBUM_H

#include "base/error.h"
#include "picture/probe.h"
#include "picture/raster.h"

/*
 * The images that a talk shows: what is known of each file, and its pixels in
 * the sizes that were wanted. Nothing here waits: pixels are not there until a
 * worker has made them.
 */
struct album;

/* An image. Its members are for reading; it lives as long as its album. */
struct picture {
	const char *path;
	int width, height; /* pixels of the file */
	bool broken;	   /* it could not be decoded */
};

/*
 * All pixels that are kept take no more bytes; what was not drawn for the
 * longest time goes.
 */
#ifndef ALBUM_BYTES_MAX
#define ALBUM_BYTES_MAX ((size_t)32 * 1024 * 1024)
#endif

struct album *album_open(void);
void album_close(struct album *album);

/*
 * The image in a file that may be read. When the file is not what it was the
 * last time, its pixels are forgotten. NULL, with the reason in *error, where
 * it is called `name`, when it cannot be shown.
 */
const struct picture *album_find(struct album *album, const char *path,
				 const char *name, struct error *error);

/*
 * The pixels of an image in a size, or NULL: they are not there yet, or never
 * will be. Valid until the next call of album_want or album_find.
 */
const struct raster *picture_raster(const struct picture *picture, int width,
				    int height);

/* Have the pixels made, if they are not there. */
void album_want(struct album *album, const struct picture *picture, int width,
		int height);

/*
 * What to wait on, -1: nothing. When it is readable, album_take says what has
 * come of it.
 */
enum album_news {
	ALBUM_NOTHING,
	ALBUM_MADE,   /* pixels are there that were not */
	ALBUM_BROKEN, /* an image cannot be drawn: album_find says so now */
};
int album_fd(const struct album *album);
enum album_news album_take(struct album *album);

#endif
