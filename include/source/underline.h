/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_UNDERLINE_H
#define SOURCE_UNDERLINE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Dashes directly below a text make a heading of it. True when a slide break
 * was likely meant: they are much shorter than the text, and that does not
 * read like a heading.
 *
 *     The end of a sentence,          Headers
 *     and of its paragraph.           ---          not odd
 *     ---                odd
 *
 * `text` is the line above without its markers, `more_lines` tells whether
 * text stands directly above that one, too.
 */
bool underline_is_odd(struct str text, struct str dashes, bool more_lines);

#endif
