/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_ALBUM_H
#define PICTURE_ALBUM_H

#include "base/error.h"
#include "picture/copy.h"

/*
 * The images that a talk shows: what is known of each file, and the copies of
 * it that were wanted. Nothing here waits: a copy is not there until a worker
 * has made it.
 */
struct album;

/* An image. Its members are for reading; it lives as long as its album. */
struct picture {
	const char *path;
	int width, height; /* pixels of the file */
	bool broken;	   /* it could not be decoded */
};

/* A copy of one. */
struct copy {
	unsigned number; /* no other copy ever has it; 1 and up */
	struct str bytes;
};

/*
 * The bytes of all copies that are kept: what was not wanted for the longest
 * time goes. What is seen stays, even where that alone has more.
 */
#ifndef ALBUM_BYTES_MAX
#define ALBUM_BYTES_MAX ((size_t)32 * 1024 * 1024)
#endif

struct album *album_open(void);
void album_close(struct album *album);

/*
 * The image in a file that may be read. When the file is not what it was the
 * last time, its copies are forgotten. NULL, with the reason in *error, where
 * it is called `name`, when it cannot be shown.
 */
const struct picture *album_find(struct album *album, const char *path,
				 const char *name, struct error *error);

/*
 * A copy of an image, or NULL: it is not there yet, or never will be. Valid
 * until the next call of album_want or album_find.
 */
const struct copy *picture_copy(const struct picture *picture,
				const struct copy_wish *wish);

/*
 * What is wanted from here on is for the screen that is seen next: all that was
 * wanted before may go.
 */
void album_turn(struct album *album);

/*
 * Have a copy made, if it is not there. One that is not seen yet is made only
 * where there is room for it beside what is wanted for this screen.
 */
void album_want(struct album *album, const struct picture *picture,
		const struct copy_wish *wish, bool seen);

/*
 * What to wait on, -1: nothing. When it is readable, album_take says what has
 * come of it.
 */
enum album_news {
	ALBUM_NOTHING,
	ALBUM_MADE,   /* a copy is there that was not */
	ALBUM_BROKEN, /* an image cannot be drawn: album_find says so now */
};
int album_fd(const struct album *album);
enum album_news album_take(struct album *album);

#endif
