/* SPDX-License-Identifier: MIT */
/*
 * Blocks of HTML in pieces.
 */
#include "slide/html.h"

#include "base/buf.h"
#include "support/unit.h"

static void takes_pieces(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "<p>one</p>\n", "0<<p>one</p>>" },
		{ "<!-- a -->\n", "0(a)" },
		{ "<!-- a --> b\n", "0(a) 0<b>" },
		{ "<p>a <!-- b --> c</p>\n", "0<<p>a> 0(b) 0<c</p>>" },
		{ "<pre>\na\n\nb\n</pre>\n", "0<<pre>\na> 3<b\n</pre>>" },
		{ "<div>\n", "" },
		{ "</div>\n<br>\n<br/>\n", "0+2" },
		{ "<hr>\n", "0<<hr>>" },
		{ "<img src=a>\n", "0<<img src=a>>" },
		{ "<style>\na\n\n</style>\n<b>x</b>\n", "4<<b>x</b>>" },
		{ "<div><script>x</script>y</div>\n", "0<y</div>>" },
		{ "<script>\nx\n", "" },
		{ "<a <b <c\n", "0<<a <b <c>" },
		{ "", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct html html = { .rest = str_of(cases[i].text) };
		struct html_piece piece;
		struct buf got = { 0 };
		while (html_take(&html, &piece)) {
			if (got.len > 0)
				buf_put_byte(&got, ' ');
			buf_printf(&got, "%d", piece.line);
			if (piece.kind == HTML_BREAKS)
				buf_printf(&got, "+%d", piece.breaks);
			else
				buf_printf(&got,
					   piece.kind == HTML_COMMENT
						   ? "(%.*s)"
						   : "<%.*s>",
					   (int)piece.text.len, piece.text.ptr);
		}
		expect_text(&expect, cases[i].text, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
