/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_LENGTH_H
#define MARKUP_LENGTH_H

#include "deck/deck.h"

/*
 * How large an image is meant to be, as presenters write it into its
 * alternative text.
 *
 *     image:width:50%,a cat      presenterm
 *     w:300px h:2in              Marp
 *     a cat|40x20, a cat|40      kyma: cells
 *
 * Sets width, height and background of the link; what is not said, or makes no
 * sense, stays as it is.
 */
void length_read_alt(struct link *link, struct str alt);

/*
 * A length of HTML, CSS or pandoc: "50%", "300", "300px", "4cm". LENGTH_NONE
 * for anything else, as for "auto".
 */
struct length length_read(struct str length);

/*
 * Whether a word says how large an image is, "w:50%", so that it is no part of
 * what it shows.
 */
bool length_is_word(struct str word);

#endif
