/* SPDX-License-Identifier: MIT */
/*
 * Where libchafa was missing when deckle was built.
 */
#include "picture/sixel.h"

bool sixel_open(struct error *error)
{
	return error_set(error, "no images as sixels: deckle was built without "
				"libchafa");
}

bool sixel_make(const struct raster *raster, struct buf *out)
{
	(void)raster;
	(void)out;
	return false;
}
