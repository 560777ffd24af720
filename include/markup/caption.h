/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_CAPTION_H
#define MARKUP_CAPTION_H

#include "base/str.h"

/*
 * What is shown for an image: its alternative text without what presenters
 * write into that about sizes and places, or else the name of its file.
 *
 *     "a cat" of cat.png            a cat
 *     "" of img/cat.png             cat.png
 *     "image:width:50%,a cat"       a cat       presenterm's attributes
 *     "bg left:40% blur:2px"        cat.png     nothing but words of Marp
 *     "w:50% a cat"                 a cat       a size in front
 *     "a cat|40x20"                 a cat       kyma's size
 *     ":scale 50%" of cat.png       cat.png     remark's
 *
 * Borrowed from one of the two; empty only when both are.
 */
struct str caption_of_image(struct str alt, struct str target);

#endif
