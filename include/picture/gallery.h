/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_GALLERY_H
#define PICTURE_GALLERY_H

#include "base/error.h"
#include "picture/probe.h"
#include "picture/raster.h"

/*
 * The images that a talk shows: what is known of each file, and its pixels in
 * the sizes that were wanted. Nothing here waits: pixels are not there until a
 * worker has made them.
 */
struct gallery;

/* An image. Its members are for reading; it lives as long as its gallery. */
struct picture {
	const char *path;
	enum picture_format format;
	int width, height; /* pixels of the file */
	bool broken;	   /* it could not be decoded */
};

/*
 * All pixels that are kept take no more bytes; what was not drawn for the
 * longest time goes.
 */
#ifndef GALLERY_BYTES_MAX
#define GALLERY_BYTES_MAX ((size_t)32 * 1024 * 1024)
#endif

struct gallery *gallery_open(void);
void gallery_close(struct gallery *gallery);

/*
 * The image in a file that may be read. When the file is not what it was the
 * last time, its pixels are forgotten. NULL, with the reason in *error, where
 * it is called `name`, when it cannot be shown.
 */
const struct picture *gallery_find(struct gallery *gallery, const char *path,
				   const char *name, struct error *error);

/*
 * The pixels of an image in a size, or NULL: they are not there yet, or never
 * will be. Valid until the next call of gallery_want or gallery_find.
 */
const struct raster *picture_raster(const struct picture *picture, int width,
				    int height);

/* Have the pixels made, if they are not there. */
void gallery_want(struct gallery *gallery, const struct picture *picture,
		  int width, int height);

/*
 * What to wait on, -1: nothing. When it is readable, gallery_take returns true
 * if something looks different now.
 */
int gallery_fd(const struct gallery *gallery);
bool gallery_take(struct gallery *gallery);

#endif
