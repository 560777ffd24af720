/* SPDX-License-Identifier: MIT */
/*
 * JSON, as far as it is written. Characters beyond ASCII stand for themselves.
 */
#include "base/json.h"

#include "base/glyph.h"

static void put_code(struct buf *out, unsigned code)
{
	char bytes[4];

	if (code == '"' || code == '\\')
		buf_printf(out, "\\%c", (int)code);
	else if (code < 0x20 || code == 0x7f)
		buf_printf(out, "\\u%04x", code);
	else
		buf_put(out, (struct str){ bytes, str_encode(bytes, code) });
}

void json_put_string(struct buf *out, struct str text)
{
	buf_put_byte(out, '"');
	while (text.len > 0) {
		size_t bytes;
		put_code(out, str_decode(text, &bytes));
		text = str_from(text, bytes);
	}
	buf_put_byte(out, '"');
}
