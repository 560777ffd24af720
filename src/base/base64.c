/* SPDX-License-Identifier: MIT */
/*
 * Three bytes as four letters.
 */
#include "base/base64.h"

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuv"
			      "wxyz0123456789+/";

/* Of one to three bytes. */
static void put_group(char *to, const unsigned char *bytes, size_t count)
{
	unsigned long group = (unsigned long)bytes[0] << 16;

	if (count > 1)
		group |= (unsigned long)bytes[1] << 8;
	if (count > 2)
		group |= bytes[2];
	to[0] = letters[group >> 18];
	to[1] = letters[group >> 12 & 63];
	to[2] = count > 1 ? letters[group >> 6 & 63] : '=';
	to[3] = count > 2 ? letters[group & 63] : '=';
}

void base64_put(struct buf *out, struct str bytes)
{
	const unsigned char *at = (const unsigned char *)bytes.ptr;

	buf_reserve(out, (bytes.len + 2) / 3 * 4);
	for (size_t left = bytes.len; left > 0;) {
		size_t count = left < 3 ? left : 3;
		put_group(out->ptr + out->len, at, count);
		out->len += 4;
		at += count;
		left -= count;
	}
}
