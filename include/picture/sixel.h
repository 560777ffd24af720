/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_SIXEL_H
#define PICTURE_SIXEL_H

#include "base/buf.h"
#include "base/error.h"
#include "picture/raster.h"

/*
 * Pixels as sixels, six rows of them in a character: what terminals draw that
 * descend from DEC's. libchafa makes them, where deckle was built with it.
 */

/*
 * Load the library, for good. False, with the reason in *error, when there is
 * none; later calls say the same.
 */
bool sixel_open(struct error *error);

/*
 * Append pixels as sixels, without what begins and ends a string of them. What
 * is transparent stays as it was on the screen. False when there is no library.
 */
bool sixel_make(const struct raster *raster, struct buf *out);

#endif
