/* SPDX-License-Identifier: MIT */
/*
 * Columns: what code_width says is what the C library says and what ncurses
 * advances by, but for a list of exceptions with their reasons.
 */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "base/glyph.h"
#include "support/unit.h"

/* ncurses names macros like functions; cmocka and the rest come before it. */
#include <ncurses.h>

/*
 * Where deckle and the C library may differ. A range that no longer differs
 * anywhere fails the test, so that the list does not outlive its reasons.
 */
struct exception {
	unsigned first, last;
	const char *reason;
};

static const struct exception exceptions[] = {
	{ 0xad, 0xad,
	  "soft hyphen: libc gives it a column; deckle never draws it" },
};

static bool is_exception(unsigned code, bool used[])
{
	for (size_t i = 0; i < COUNT(exceptions); i++) {
		if (code >= exceptions[i].first && code <= exceptions[i].last) {
			used[i] = true;
			return true;
		}
	}
	return false;
}

static void agrees_with_libc(void **state)
{
	bool used[COUNT(exceptions)] = { false };
	int differing = 0;

	(void)state;
	for (unsigned code = 0; code < 0x110000; code++) {
		int libc = wcwidth((wchar_t)code), ours = code_width(code);
		/* -1: not printable there, so nothing to agree about. */
		if (libc == ours || libc < 0 || is_exception(code, used))
			continue;
		fprintf(stderr, "U+%04X: libc %d, deckle %d\n", code, libc,
			ours);
		differing++;
	}
	for (size_t i = 0; i < COUNT(exceptions); i++) {
		if (!used[i])
			fprintf(stderr, "no exception any more: %s\n",
				exceptions[i].reason);
		assert_true(used[i]);
	}
	assert_int_equal(differing, 0);
}

/* A terminal that nobody looks at. */
static SCREEN *open_terminal(FILE **out, FILE **in)
{
	*out = fopen("/dev/null", "w");
	*in = fopen("/dev/null", "r");
	return newterm("xterm", *out, *in);
}

/* The columns by which a glyph moves the cursor, sent as screen.c sends it. */
static int advance_of(WINDOW *pad, struct str glyph)
{
	unsigned codes[8];
	wchar_t wide[8] = { 0 };
	int count = glyph_codes(glyph, codes, 5), used = 0;

	werase(pad);
	wmove(pad, 0, 0);
	for (int i = 0; i <= count; i++) {
		bool begins = i < count && wcwidth((wchar_t)codes[i]) > 0;
		if (used > 0 && (begins || i == count)) {
			cchar_t cell;
			setcchar(&cell, wide, 0, 0, NULL);
			if (wadd_wch(pad, &cell) == ERR)
				return -1;
			memset(wide, 0, sizeof(wide));
			used = 0;
		}
		if (i < count)
			wide[used++] = (wchar_t)codes[i];
	}
	return getcurx(pad);
}

static void agrees_with_ncurses(void **state)
{
	static const char *const glyphs[] = {
		"a",
		"ä",
		"日",
		"한",
		"Ａ",
		"ｱ",
		"…",
		"─",
		"😀",
		"✅",
		"🇩🇪",
		"🇩",
		"👍🏽",
		"❤️",
		"⚠️",
		"8️⃣",
		"👨‍👩‍👧",
		"🏳️‍🌈",
		"e\xcc\x81",
		"日\xcc\x81",
		"\xef\xbf\xbd",
		"␛",
		"\xc2\xa0",
		"e\xcc\x81\xcc\x82\xcc\x83\xcc\x84",
		"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab",
		"㉈",
		"䷀",
		"\xee\x82\xb0",
		"\xe0\xa4\xb9\xe0\xa4\xbf",
		"ก็",
	};
	FILE *out, *in;
	SCREEN *screen = open_terminal(&out, &in);
	struct expect expect = { 0 };

	(void)state;
	if (!screen)
		skip();
	WINDOW *pad = newpad(1, 20);
	for (size_t i = 0; i < COUNT(glyphs); i++) {
		struct str rest = str_of(glyphs[i]);
		struct glyph glyph;
		assert_true(glyph_next(&rest, &glyph));
		expect_int(&expect, glyphs[i], 0, (long long)rest.len);
		expect_int(&expect, glyphs[i], advance_of(pad, glyph.text),
			   glyph.width);
	}
	delwin(pad);
	endwin();
	delscreen(screen);
	fclose(out);
	fclose(in);
	expect_done(&expect);
}

/* Every code point alone moves the cursor by the width of its glyph. */
static void advances_for_all_of_unicode(void **state)
{
	FILE *out, *in;
	SCREEN *screen = open_terminal(&out, &in);
	bool used[COUNT(exceptions)];
	int differing = 0;

	(void)state;
	if (!screen)
		skip();
	WINDOW *pad = newpad(1, 20);
	for (unsigned code = 0x20; code < 0x110000; code++) {
		char bytes[4];
		struct str text = { bytes, str_encode(bytes, code) };
		struct glyph glyph;
		bool drawn =
			wcwidth((wchar_t)code) > 0 && glyph_next(&text, &glyph);
		if (!drawn || is_exception(code, used))
			continue;
		int cols = advance_of(pad, glyph.text);
		if (cols == glyph.width)
			continue;
		fprintf(stderr, "U+%04X: ncurses %d, deckle %d\n", code, cols,
			glyph.width);
		differing++;
	}
	delwin(pad);
	endwin();
	delscreen(screen);
	fclose(out);
	fclose(in);
	assert_int_equal(differing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(agrees_with_libc),
		cmocka_unit_test(agrees_with_ncurses),
		cmocka_unit_test(advances_for_all_of_unicode),
	};

	if (!setlocale(LC_CTYPE, "C.UTF-8")) {
		puts("skipped: there is no locale C.UTF-8");
		return 77;
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
