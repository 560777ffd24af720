/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_DECODE_H
#define PICTURE_DECODE_H

#include "base/str.h"
#include "picture/probe.h"
#include "picture/raster.h"

/* What decodes images of a format. */
struct decoder {
	enum picture_format format;
	unsigned char *(*webp)(const unsigned char *bytes, size_t len,
			       int *width, int *height);
};

/* Get it ready. False when its library is missing. */
bool decode_open(struct decoder *decoder, enum picture_format format);

/*
 * Decode the bytes of an image file, which probe_file has found to be within
 * the limits; of one that moves the first frame. False when it is damaged;
 * else what there is to free is in *raster.
 *
 * It may take seconds, and what it calls was written by others, who have been
 * found not to be safe from files that were made to harm: call it where nobody
 * waits and where a crash does none. It needs nothing of the system but memory.
 */
bool decode_image(const struct decoder *decoder, struct str bytes,
		  struct raster *raster);

#endif
