/* SPDX-License-Identifier: MIT */
#ifndef APP_GALLERY_H
#define APP_GALLERY_H

#include "base/buf.h"

/* Append the themes that are built in: name, ground and description. */
void gallery_put_list(struct buf *out);

/*
 * Append a deck with a slide for each of them, in their order, that shows what
 * a theme gives a look to.
 */
void gallery_put_deck(struct buf *out);

#endif
