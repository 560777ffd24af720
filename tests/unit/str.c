/* SPDX-License-Identifier: MIT */
/*
 * Runs of bytes: comparing, trimming, taking lines.
 */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/unit.h"

static void compares(void **state)
{
	static const struct {
		const char *name, *a, *b;
		bool eq, starts, eq_nocase;
	} cases[] = {
		{ "empty", "", "", true, true, true },
		{ "same", "abc", "abc", true, true, true },
		{ "case", "aBc", "AbC", false, false, true },
		{ "longer", "abcd", "abc", false, true, false },
		{ "shorter", "ab", "abc", false, false, false },
		{ "empty prefix", "abc", "", false, true, false },
		{ "not a letter", "[", "{", false, false, false },
		{ "not ASCII", "\xc3\x84", "\xc3\xa4", false, false, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str a = str_of(cases[i].a), b = str_of(cases[i].b);
		expect_int(&expect, cases[i].name, cases[i].eq, str_eq(a, b));
		expect_int(&expect, cases[i].name, cases[i].starts,
			   str_starts(a, b));
		expect_int(&expect, cases[i].name, cases[i].eq_nocase,
			   str_eq_nocase(a, b));
	}
	expect_true(&expect, "NULL is empty",
		    str_eq((struct str){ NULL, 0 }, BYTES("")));
	expect_done(&expect);
}

static void trims(void **state)
{
	static const struct {
		const char *name, *text, *left, *right, *both;
	} cases[] = {
		{ "empty", "", "", "", "" },
		{ "nothing to do", "a b", "a b", "a b", "a b" },
		{ "both ends", " \ta \t", "a \t", " \ta", "a" },
		{ "only blanks", " \t ", "", "", "" },
		{ "line ends stay", "\na\r", "\na\r", "\na\r", "\na\r" },
		{ "no-break spaces stay", "\xc2\xa0", "\xc2\xa0", "\xc2\xa0",
		  "\xc2\xa0" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str text = str_of(cases[i].text);
		expect_text(&expect, cases[i].name, cases[i].left,
			    str_trim_left(text));
		expect_text(&expect, cases[i].name, cases[i].right,
			    str_trim_right(text));
		expect_text(&expect, cases[i].name, cases[i].both,
			    str_trim(text));
		expect_int(&expect, cases[i].name, cases[i].both[0] == '\0',
			   str_is_blank(text));
	}
	expect_done(&expect);
}

static void cuts(void **state)
{
	struct str text = BYTES("abc"), none = { NULL, 0 };

	(void)state;
	assert_true(str_eq(str_from(text, 0), text));
	assert_true(str_eq(str_from(text, 2), BYTES("c")));
	assert_int_equal(str_from(text, 3).len, 0);
	assert_int_equal(str_from(text, 99).len, 0);
	assert_int_equal(str_from(none, 0).len, 0);
	assert_ptr_equal(str_find(text, 'b'), text.ptr + 1);
	assert_null(str_find(text, 'x'));
	assert_null(str_find(none, 'x'));
	assert_non_null(str_find(BYTES("a\0b"), 'b'));
}

/* Every line in <>, what str_take_line has to make of a text. */
static void takes_lines(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want;
	} cases[] = {
		{ "no end", STR("a"), "<a>" },
		{ "newline", STR("a\nb"), "<a><b>" },
		{ "last newline", STR("a\n"), "<a>" },
		{ "carriage return", STR("a\rb\r"), "<a><b>" },
		{ "both", STR("a\r\nb\r\n"), "<a><b>" },
		{ "mixed", STR("a\rb\nc\r\nd"), "<a><b><c><d>" },
		{ "empty lines", STR("\n\n"), "<><>" },
		{ "empty lines, \\r\\n", STR("\r\n\r\n"), "<><>" },
		{ "empty lines, \\r", STR("\r\r"), "<><>" },
		{ "\\n\\r is two", STR("a\n\rb"), "<a><><b>" },
		{ "\\r at the very end", STR("a\n\r"), "<a><>" },
		{ "NUL is no end", STR("a\0b\nc"), "<a\0b><c>" },
		{ "other line ends stay", STR("a\v\f\xc2\x85z"),
		  "<a\v\f\xc2\x85z>" },
		{ "beyond the first window",
		  STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		      "aa"
		      "aaaaa\r\nb"),
		  "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		  "aaaaa><b>" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str rest = cases[i].text;
		struct buf got = { 0 };
		int lines = 0;
		for (; rest.len > 0; lines++) {
			buf_put_byte(&got, '<');
			buf_put(&got, str_take_line(&rest));
			buf_put_byte(&got, '>');
		}
		expect_int(&expect, cases[i].name, lines,
			   (int)str_count_lines(cases[i].text));
		if (memchr(cases[i].text.ptr, '\0', cases[i].text.len))
			expect_true(&expect, cases[i].name,
				    str_eq(buf_str(&got), BYTES("<a\0b><c>")));
		else
			expect_text(&expect, cases[i].name, cases[i].want,
				    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* A line end at every place around the windows that line_end looks through. */
static void takes_lines_of_any_length(void **state)
{
	enum { LONGEST = 700 };
	char text[LONGEST + 3];

	(void)state;
	for (size_t len = 0; len <= LONGEST; len++) {
		static const char *const ends[] = { "\n", "\r", "\r\n" };
		for (size_t i = 0; i < COUNT(ends); i++) {
			size_t end = strlen(ends[i]);
			memset(text, 'x', sizeof(text));
			memcpy(text + len, ends[i], end);
			struct str rest = { text, len + end + 1 };
			if (rest.len > sizeof(text))
				continue;
			assert_int_equal(str_take_line(&rest).len, len);
			assert_int_equal(rest.len, 1);
		}
	}
}

static size_t count_lines(struct str text)
{
	size_t lines = 0;

	for (; text.len > 0; lines++)
		str_take_line(&text);
	return lines;
}

/* No text makes finding lines quadratic: 2 MB of any one byte are quick. */
static void takes_lines_fast(void **state)
{
	enum { BYTES = 2 * 1024 * 1024 };
	static const char bytes[] = { '\r', '\n', 'x' };
	char *text = malloc(BYTES);

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < sizeof(bytes); i++) {
		memset(text, bytes[i], BYTES);
		clock_t begin = clock();
		size_t want = bytes[i] == 'x' ? 1 : BYTES;
		assert_int_equal(count_lines((struct str){ text, BYTES }),
				 want);
		assert_true(clock() - begin < 20 * CLOCKS_PER_SEC);
	}
	free(text);
}

static void encodes(void **state)
{
	static const struct {
		const char *name;
		unsigned code;
		struct str want;
	} cases[] = {
		{ "NUL", 0, STR("\0") },
		{ "a", 'a', STR("a") },
		{ "last of 1", 0x7f, STR("\x7f") },
		{ "first of 2", 0x80, STR("\xc2\x80") },
		{ "last of 2", 0x7ff, STR("\xdf\xbf") },
		{ "first of 3", 0x800, STR("\xe0\xa0\x80") },
		{ "last of 3", 0xffff, STR("\xef\xbf\xbf") },
		{ "first of 4", 0x10000, STR("\xf0\x90\x80\x80") },
		{ "last of all", 0x10ffff, STR("\xf4\x8f\xbf\xbf") },
		{ "beyond", 0x110000, STR("\xef\xbf\xbd") },
		{ "surrogate", 0xd800, STR("\xef\xbf\xbd") },
		{ "surrogate", 0xdfff, STR("\xef\xbf\xbd") },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char bytes[4];
		struct str got = { bytes, str_encode(bytes, cases[i].code) };
		expect_true(&expect, cases[i].name, str_eq(got, cases[i].want));
	}
	expect_done(&expect);
}

static void knows_word_bytes(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		bool want = (byte >= 'a' && byte <= 'z') ||
			    (byte >= 'A' && byte <= 'Z') ||
			    (byte >= '0' && byte <= '9') || byte >= 0x80;
		assert_int_equal(str_is_word_byte((char)byte), want);
	}
}

/* All bytes of each kind, in order. */
static void tells_bytes_apart(void **state)
{
	static const struct {
		const char *name;
		bool (*is)(char byte);
		const char *want;
	} cases[] = {
		{ "blanks", str_is_blank_byte, "\t " },
		{ "digits", str_is_digit_byte, "0123456789" },
		{ "letters", str_is_letter_byte,
		  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" },
		{ "marks", str_is_mark_byte,
		  "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		for (int byte = 0; byte < 0x100; byte++) {
			if (cases[i].is((char)byte))
				buf_put_byte(&got, (char)byte);
		}
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_true(&expect, "one of", str_is_byte_of(']', "[]"));
	expect_true(&expect, "none of", !str_is_byte_of('x', "[]"));
	expect_true(&expect, "NUL is none", !str_is_byte_of('\0', "[]"));
	expect_done(&expect);
}

static void reads_digits(void **state)
{
	static const char hex[] = "0123456789abcdef", upper[] = "ABCDEF";

	(void)state;
	for (int i = 0; i < 16; i++)
		assert_int_equal(str_hex_digit(hex[i]), i);
	for (int i = 0; i < 6; i++)
		assert_int_equal(str_hex_digit(upper[i]), 10 + i);
	assert_int_equal(str_hex_digit('g'), -1);
	assert_int_equal(str_hex_digit('\0'), -1);
	assert_int_equal(str_digits(BYTES("12a3")), 2);
	assert_int_equal(str_digits(BYTES("a1")), 0);
	assert_int_equal(str_digits(BYTES("123")), 3);
	assert_int_equal(str_digits((struct str){ NULL, 0 }), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(compares),
		cmocka_unit_test(trims),
		cmocka_unit_test(cuts),
		cmocka_unit_test(takes_lines),
		cmocka_unit_test(tells_bytes_apart),
		cmocka_unit_test(reads_digits),
		cmocka_unit_test(takes_lines_of_any_length),
		cmocka_unit_test(takes_lines_fast),
		cmocka_unit_test(encodes),
		cmocka_unit_test(knows_word_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
