/* SPDX-License-Identifier: MIT */
/*
 * The decoders of others. stb_image is a part of this file; libwebp is loaded
 * when the first WebP image comes, because a talk without one should not wait
 * for it at its start.
 */
#include "picture/decode.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>

/*
 * No decoder needs more at once than two copies of the largest image, but
 * files are made that unpack to any size.
 */
#define ALLOC_BYTES_MAX ((size_t)PICTURE_PIXELS_MAX * RASTER_PIXEL_BYTES * 2)

static void *limited_realloc(void *old, size_t bytes)
{
	return bytes <= ALLOC_BYTES_MAX ? realloc(old, bytes) : NULL;
}

#define STBI_MALLOC(bytes)	 limited_realloc(NULL, bytes)
#define STBI_REALLOC(old, bytes) limited_realloc(old, bytes)
#define STBI_FREE(old)		 free(old)
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_GIF
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
/*
 * It declares a function that it does not have, and gcc does not see what it
 * does with its contexts. Both are found at the end of the file.
 */
#pragma GCC diagnostic ignored "-Wunused-function"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <stb/stb_image.h>

#define WEBP_LIBRARY "libwebp.so.7"

static bool decode_stb(struct str bytes, struct raster *raster)
{
	int channels;

	raster->bytes = stbi_load_from_memory((const unsigned char *)bytes.ptr,
					      (int)bytes.len, &raster->width,
					      &raster->height, &channels,
					      RASTER_PIXEL_BYTES);
	return raster->bytes != NULL;
}

bool decode_open(struct decoder *decoder, enum picture_format format)
{
	*decoder = (struct decoder){ .format = format };
	if (format != PICTURE_WEBP)
		return true;
	/* It stays loaded: what is decoded afterwards is in it. */
	void *library = dlopen(WEBP_LIBRARY, RTLD_NOW | RTLD_LOCAL);
	/* ISO C has no way to make a function of what dlsym returns. */
	if (library)
		*(void **)&decoder->webp = dlsym(library, "WebPDecodeRGBA");
	return decoder->webp != NULL;
}

bool decode_image(const struct decoder *decoder, struct str bytes,
		  struct raster *raster)
{
	*raster = (struct raster){ 0 };
	if (bytes.len > INT_MAX)
		return false;
	if (decoder->format != PICTURE_WEBP)
		return decode_stb(bytes, raster);
	raster->bytes =
		decoder->webp((const unsigned char *)bytes.ptr, bytes.len,
			      &raster->width, &raster->height);
	return raster->bytes != NULL;
}
