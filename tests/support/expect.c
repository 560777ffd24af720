/* SPDX-License-Identifier: MIT */
/*
 * Comparisons that go on after a failure, and name the case.
 */
#include "support/expect.h"

#include <stdio.h>

/* As a string of C, so that blanks and control characters are seen. */
static void put_quoted(struct buf *out, struct str text)
{
	buf_put_byte(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		if (byte == '\n')
			buf_put_text(out, "\\n");
		else if (byte < 0x20 || byte == 0x7f)
			buf_printf(out, "\\x%02x", byte);
		else
			buf_put_byte(out, (char)byte);
	}
	buf_put_byte(out, '"');
}

static void fail(struct expect *expect, const char *name, struct str said)
{
	expect->failed++;
	fprintf(stderr, "%s: %.*s\n", name, (int)said.len, said.ptr);
}

void text_difference(struct str want, struct str got, struct buf *out)
{
	for (int line = 1; want.len > 0 || got.len > 0; line++) {
		struct str x = { NULL, 0 }, y = { NULL, 0 };
		if (want.len > 0)
			x = str_take_line(&want);
		if (got.len > 0)
			y = str_take_line(&got);
		if (str_eq(x, y))
			continue;
		buf_printf(out, "line %d:\n  wanted ", line);
		put_quoted(out, x);
		buf_put_text(out, "\n  got    ");
		put_quoted(out, y);
		return;
	}
}

void expect_text(struct expect *expect, const char *name, const char *want,
		 struct str got)
{
	struct buf said = { 0 };

	expect->cases++;
	if (str_eq(str_of(want), got))
		return;
	buf_put_text(&said, "\n  wanted ");
	put_quoted(&said, str_of(want));
	buf_put_text(&said, "\n  got    ");
	put_quoted(&said, got);
	fail(expect, name, buf_str(&said));
	buf_release(&said);
}

void expect_int(struct expect *expect, const char *name, long long want,
		long long got)
{
	struct buf said = { 0 };

	expect->cases++;
	if (want == got)
		return;
	buf_printf(&said, "wanted %lld, got %lld", want, got);
	fail(expect, name, buf_str(&said));
	buf_release(&said);
}

void expect_true(struct expect *expect, const char *name, bool got)
{
	expect_int(expect, name, 1, got);
}
