/* SPDX-License-Identifier: MIT */
#ifndef DECK_IMAGES_H
#define DECK_IMAGES_H

#include "deck/deck.h"

/*
 * Append a remark for each image on the slide whose file is not there. Only
 * relative paths are looked for, from the folder of the deck on, or of the
 * included file that names the image. Addresses and absolute paths are left
 * alone.
 */
void images_find_missing(const struct deck *deck, struct slide *slide,
			 struct arena *arena);

/*
 * The paths at which the images of the slide are looked for, as they can be
 * opened, whether there is a file or not and whether the deck may read it: an
 * array of the returned count, which may be 0. Those of "file:///a.png" and of
 * absolute paths are among them. The same path can be in it twice. All is the
 * arena's.
 */
int images_list(const struct deck *deck, const struct slide *slide,
		struct arena *arena, const char ***paths);

/* The same for one image. */
int images_of_link(const struct deck *deck, const struct link *link,
		   struct arena *arena, const char ***paths);

#endif
