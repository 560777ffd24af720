/* SPDX-License-Identifier: MIT */
/*
 * The encoder of others: stb_image_write is a part of this file.
 */
#include "picture/encode.h"

#define STBI_WRITE_NO_STDIO
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
/* It has encoders of other formats as well. */
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image_write.h>

static void take(void *context, void *bytes, int len)
{
	buf_put(context, (struct str){ bytes, (size_t)len });
}

bool encode_png(const struct raster *raster, struct buf *out)
{
	return stbi_write_png_to_func(take, out, raster->width, raster->height,
				      RASTER_PIXEL_BYTES, raster->bytes,
				      raster->width * RASTER_PIXEL_BYTES) != 0;
}
