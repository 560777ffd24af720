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
 *     :scale 50%                 remark, as its users have it
 *     a cat|40x20, a cat|40      kyma: cells
 *     a cat|300x200, a cat|300   Obsidian: pixels, from a width of 100 on
 *
 * Sets width, height and background of the link; what is not said, or makes no
 * sense, stays as it is.
 */
void length_read_alt(struct link *link, struct str alt);
#define LENGTH_SCALE ":scale " /* in front of remark's */

/* lookatme's: a text of nothing but the rows that it has. False otherwise. */
bool length_read_rows(struct link *link, struct str alt);

/* Slidev's classes: "w-40 h-1/2", "w-full", "w-[300px]". */
void length_read_classes(struct link *link, struct str classes);

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
