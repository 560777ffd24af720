/* SPDX-License-Identifier: MIT */
#ifndef APP_IMAGES_H
#define APP_IMAGES_H

#include "deck/deck.h"

/*
 * Append a remark for each image on the slide whose file is not there. Only
 * relative paths are looked for, from the folder of the deck on, or of the
 * included file that names the image. Addresses and absolute paths are left
 * alone.
 */
void images_find_missing(const struct deck *deck, struct slide *slide,
			 struct arena *arena);

#endif
