/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_MUTE_H
#define SLIDE_MUTE_H

#include <stddef.h>

/*
 * libcmark reads what is inside of lines whenever it reads blocks, and some
 * lines cost it the square of their length. Where only blocks are asked for,
 * markup inside of lines is muted before, and restored in what comes back:
 *
 *     * a [b](c) *d*          * a \x03b](c) \x01d\x01
 *
 * Byte for byte, so that columns stay true. Definitions of links are muted as
 * well: libcmark would drop them. The document is clean: it has no control
 * characters but line feeds.
 */
void mute_markup(char *document, size_t len);

/* Each muted byte as it was. */
void mute_restore(char *bytes, size_t len);

#endif
