/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_COPY_H
#define PICTURE_COPY_H

#include "base/buf.h"
#include "picture/decode.h"

/* What is made of an image for a screen that is to show it. */
enum copy_kind {
	COPY_PIXELS, /* the bytes of a raster */
	COPY_PNG,    /* a PNG file, for a terminal that scales it itself */
	COPY_SIXELS, /* what stands between DCS q and ST */
};

struct copy_wish {
	enum copy_kind kind;
	int width, height; /* pixels, 1 and up */
};

/*
 * No copy has more bytes: four for each pixel of the largest screens there
 * are. Screens of that many pixels take seconds for a frame anyway.
 */
#define COPY_BYTES_MAX ((size_t)64 * 1024 * 1024)

/*
 * Make one from the bytes of an image file, of which `probe` says what it is.
 * A PNG file that is not larger than the pixels that are wanted is its own
 * copy; no copy that is a PNG file has more pixels than the image. False when
 * the file is damaged. All that decode_image says of time and harm holds here
 * too.
 */
bool copy_make(const struct decoder *decoder, struct str bytes,
	       const struct probe *probe, const struct copy_wish *wish,
	       struct buf *out);

/*
 * Whether bytes can be what was wanted, whoever made them: as many as the
 * pixels have; sixels are printable ASCII and nothing else.
 */
bool copy_is_sound(const struct copy_wish *wish, struct str bytes);

#endif
