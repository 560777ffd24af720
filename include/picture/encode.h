/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_ENCODE_H
#define PICTURE_ENCODE_H

#include "base/buf.h"
#include "picture/raster.h"

/* Append pixels as a PNG file. False, when there is no memory. */
bool encode_png(const struct raster *raster, struct buf *out);

#endif
