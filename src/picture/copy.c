/* SPDX-License-Identifier: MIT */
/*
 * From a file to a copy: decoded, scaled, turned upright when it is small, and
 * put into the form that is wanted.
 */
#include "picture/copy.h"

#include <stdlib.h>

#include "picture/encode.h"
#include "picture/sixel.h"

/* Release it, and have what it was made into; false when that failed. */
static bool replace(struct raster *raster, struct raster by)
{
	free(raster->bytes);
	*raster = by;
	return raster->bytes != NULL;
}

/* As large as the wish, upright. */
static bool adapt(struct raster *raster, int orientation, int width, int height)
{
	bool on_side = orientation >= 5;

	return replace(raster, raster_scale(raster, on_side ? height : width,
					    on_side ? width : height)) &&
	       replace(raster, raster_turn(raster, orientation));
}

static bool is_its_own(struct str bytes, const struct probe *probe,
		       const struct copy_wish *wish)
{
	return wish->kind == COPY_PNG && probe->format == PICTURE_PNG &&
	       probe->orientation == 1 &&
	       bytes.len <= raster_bytes(wish->width, wish->height);
}

/* A sixel is there or not: libchafa would mix what is half there with black. */
static void make_solid(struct raster *raster)
{
	size_t bytes = raster_bytes(raster->width, raster->height);

	for (size_t i = RASTER_PIXEL_BYTES - 1; i < bytes;
	     i += RASTER_PIXEL_BYTES)
		raster->bytes[i] = raster->bytes[i] < 0x80 ? 0 : 0xff;
}

static bool put_raster(struct raster *raster, enum copy_kind kind,
		       struct buf *out)
{
	switch (kind) {
	case COPY_PNG:
		return encode_png(raster, out);
	case COPY_SIXELS:
		make_solid(raster);
		return sixel_make(raster, out);
	default:
		buf_put(out, (struct str){ (const char *)raster->bytes,
					   raster_bytes(raster->width,
							raster->height) });
		return true;
	}
}

bool copy_make(const struct decoder *decoder, struct str bytes,
	       const struct probe *probe, const struct copy_wish *wish,
	       struct buf *out)
{
	int width = wish->width, height = wish->height;
	struct raster raster;

	if (!decode_image(decoder, bytes, &raster))
		return false;
	if (is_its_own(bytes, probe, wish)) {
		free(raster.bytes);
		buf_put(out, bytes);
		return true;
	}
	if (wish->kind == COPY_PNG &&
	    (width > probe->width || height > probe->height)) {
		width = probe->width;
		height = probe->height;
	}
	bool ok = adapt(&raster, probe->orientation, width, height) &&
		  put_raster(&raster, wish->kind, out);
	free(raster.bytes);
	return ok;
}

bool copy_is_sound(const struct copy_wish *wish, struct str bytes)
{
	if (wish->kind == COPY_PIXELS)
		return bytes.len == raster_bytes(wish->width, wish->height);
	for (size_t i = 0; wish->kind == COPY_SIXELS && i < bytes.len; i++) {
		if (bytes.ptr[i] < ' ' || bytes.ptr[i] > '~')
			return false;
	}
	return bytes.len > 0;
}
