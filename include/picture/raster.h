/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_RASTER_H
#define PICTURE_RASTER_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Pixels in rows from top to bottom: red, green, blue and how opaque they are,
 * a byte each. Whoever has one frees its bytes.
 */
#define RASTER_PIXEL_BYTES 4

struct raster {
	int width, height;
	unsigned char *bytes;
};

/* How many bytes its pixels take. */
size_t raster_bytes(int width, int height);

/*
 * The same in another size, each pixel the average of what it stands for; what
 * is transparent has no colour. NULL bytes when there is no memory.
 */
struct raster raster_scale(const struct raster *from, int width, int height);

/*
 * The same turned to stand upright, by the orientation that Exif gives it: from
 * 5 on its width becomes its height. NULL bytes when there is no memory.
 */
struct raster raster_turn(const struct raster *from, int orientation);

#endif
