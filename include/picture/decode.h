/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_DECODE_H
#define PICTURE_DECODE_H

#include "base/str.h"
#include "picture/probe.h"
#include "picture/raster.h"

/*
 * Decode the bytes of an image file, which probe_file has found to be within
 * the limits; of one that moves the first frame. False when it is damaged, or
 * when its library is missing; what there is to free is in *raster otherwise.
 *
 * It may take seconds, and what it calls was written by others: call it where
 * nobody waits and where a crash does no harm.
 */
bool decode_image(struct str bytes, enum picture_format format,
		  struct raster *raster);

#endif
