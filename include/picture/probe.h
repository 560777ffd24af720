/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_PROBE_H
#define PICTURE_PROBE_H

#include <stdbool.h>

#include "base/error.h"

/*
 * What the first bytes of an image file say of it. Nothing is decoded, so it
 * takes no time, however large the image is.
 */
enum picture_format {
	PICTURE_PNG,
	PICTURE_JPEG,
	PICTURE_GIF,
	PICTURE_WEBP,
};

struct probe {
	enum picture_format format;
	int width, height; /* pixels as they are seen: 1 and up */

	/* How the pixels of the file have to be turned for that, as Exif
	   counts: 1, upright, to 8. */
	int orientation;
};

/*
 * The limits for what is decoded. A photograph of 60 megapixels is within
 * them; what is beyond would need a gigabyte of memory, or seconds.
 */
#define PICTURE_BYTES_MAX  ((size_t)64 * 1024 * 1024)
#define PICTURE_PIXELS_MAX (64 * 1024 * 1024)

/*
 * Look at an open file. False, with the reason in *error, where the file is
 * called `name`, when it is no image that can be shown: of no format that is
 * known, damaged, or beyond the limits.
 */
bool probe_file(int fd, const char *name, struct probe *probe,
		struct error *error);

#endif
