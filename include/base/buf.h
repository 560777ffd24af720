/* SPDX-License-Identifier: MIT */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

#include "base/str.h"

/*
 * Bytes that grow. All zero bytes is an empty buf; release it when done.
 * Running out of memory dies.
 */
struct buf {
	char *ptr;
	size_t len;  /* bytes in use */
	size_t room; /* bytes allocated */
};

void buf_init(struct buf *buf);
void buf_release(struct buf *buf); /* frees the bytes; empty and usable after */
void buf_clear(struct buf *buf);   /* no bytes in use, the room is kept */

/* Room for at least `bytes` more, so that ptr + len may be written to. */
void buf_reserve(struct buf *buf, size_t bytes);

void buf_put(struct buf *buf, struct str text);
void buf_put_byte(struct buf *buf, char byte);
void buf_put_text(struct buf *buf, const char *text); /* zero-terminated */
void buf_repeat(struct buf *buf, char byte, size_t count);
void buf_printf(struct buf *buf, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What is in it, borrowed until the next change. */
struct str buf_str(const struct buf *buf);

#endif
