/* SPDX-License-Identifier: MIT */
/*
 * Growable bytes: room doubles, so that putting n bytes costs O(n).
 */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

void buf_init(struct buf *buf)
{
	*buf = (struct buf){ 0 };
}

void buf_release(struct buf *buf)
{
	free(buf->ptr);
	buf_init(buf);
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
}

void buf_reserve(struct buf *buf, size_t bytes)
{
	if (bytes <= buf->room - buf->len)
		return;
	if (bytes > SIZE_MAX / 2 - buf->len)
		die("out of memory");

	size_t room = buf->room ? buf->room * 2 : 256;
	if (room < buf->len + bytes)
		room = buf->len + bytes;
	buf->ptr = realloc(buf->ptr, room);
	if (!buf->ptr)
		die("out of memory");
	buf->room = room;
}

void buf_put(struct buf *buf, struct str text)
{
	if (text.len == 0)
		return;
	buf_reserve(buf, text.len);
	memcpy(buf->ptr + buf->len, text.ptr, text.len);
	buf->len += text.len;
}

void buf_put_byte(struct buf *buf, char byte)
{
	buf_reserve(buf, 1);
	buf->ptr[buf->len++] = byte;
}

void buf_put_text(struct buf *buf, const char *text)
{
	buf_put(buf, str_of(text));
}

void buf_repeat(struct buf *buf, char byte, size_t count)
{
	if (count == 0)
		return;
	buf_reserve(buf, count);
	memset(buf->ptr + buf->len, byte, count);
	buf->len += count;
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (bytes < 0)
		die("cannot format %s", format);
	buf_reserve(buf, (size_t)bytes + 1);
	vsnprintf(buf->ptr + buf->len, (size_t)bytes + 1, format, again);
	va_end(again);
	buf->len += (size_t)bytes;
}

struct str buf_str(const struct buf *buf)
{
	return (struct str){ buf->ptr, buf->len };
}
