/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_TINT_H
#define MARKUP_TINT_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Read a colour as decks write it, blanks around it or not:
 *
 *   red, RebeccaPurple          a name of CSS
 *   dark_red, dark_grey...      a name of presenterm
 *   #f00, #ff0000               an alpha value behind it counts for nothing
 *   rgb(255, 0, 0), rgba(...)   0 to 255 or percent, commas or blanks
 *
 * *tint is TINT_SET | 0xRRGGBB then (see deck.h). False for anything else.
 */
bool tint_read(struct str text, int *tint);

#endif
