/* SPDX-License-Identifier: MIT */
/*
 * Borrowed runs of bytes. Nothing here allocates, and nothing here reads
 * beyond `len`.
 */
#include "base/str.h"

#include <string.h>

static char lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

struct str str_of(const char *text)
{
	return (struct str){ text, strlen(text) };
}

bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (a.len == 0 || !memcmp(a.ptr, b.ptr, a.len));
}

bool str_starts(struct str text, struct str prefix)
{
	if (text.len < prefix.len)
		return false;
	return str_eq((struct str){ text.ptr, prefix.len }, prefix);
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++) {
		if (lower(a.ptr[i]) != lower(b.ptr[i]))
			return false;
	}
	return true;
}

struct str str_from(struct str text, size_t bytes)
{
	if (bytes >= text.len)
		return (struct str){ NULL, 0 };
	return (struct str){ text.ptr + bytes, text.len - bytes };
}

struct str str_trim_left(struct str text)
{
	while (text.len > 0 && str_is_blank_byte(text.ptr[0])) {
		text.ptr++;
		text.len--;
	}
	return text;
}

struct str str_trim_right(struct str text)
{
	while (text.len > 0 && str_is_blank_byte(text.ptr[text.len - 1]))
		text.len--;
	return text;
}

struct str str_trim(struct str text)
{
	return str_trim_right(str_trim_left(text));
}

bool str_is_blank(struct str text)
{
	return str_trim_left(text).len == 0;
}

size_t str_run(struct str text)
{
	size_t i = 0;

	while (i < text.len && text.ptr[i] == text.ptr[0])
		i++;
	return i;
}

const char *str_find(struct str text, char byte)
{
	return text.len ? memchr(text.ptr, byte, text.len) : NULL;
}

/*
 * The first "\n" or "\r" in the text, or NULL. It looks for both in windows
 * that double, so that a text with only one of the two is not searched for the
 * other to its end again and again.
 */
static const char *line_end(struct str text)
{
	size_t window = 64;

	while (text.len > 0) {
		struct str part = { text.ptr,
				    text.len < window ? text.len : window };
		const char *newline = str_find(part, '\n');
		if (newline)
			part.len = (size_t)(newline - part.ptr);
		const char *cr = str_find(part, '\r');
		if (cr || newline)
			return cr ? cr : newline;
		text = str_from(text, window);
		window *= 2;
	}
	return NULL;
}

struct str str_take_line(struct str *rest)
{
	const char *end = line_end(*rest);
	struct str line = *rest;

	if (!end) {
		*rest = (struct str){ NULL, 0 };
		return line;
	}
	line.len = (size_t)(end - line.ptr);
	bool crlf = *end == '\r' && line.len + 1 < rest->len && end[1] == '\n';
	*rest = str_from(*rest, line.len + (crlf ? 2 : 1));
	return line;
}

struct str str_take_word(struct str *rest)
{
	struct str word = str_trim_left(*rest);
	size_t len = 0;

	while (len < word.len && !str_is_blank_byte(word.ptr[len]))
		len++;
	*rest = str_trim_left(str_from(word, len));
	word.len = len;
	return word;
}

size_t str_count_lines(struct str text)
{
	size_t count = 0;

	for (; text.len > 0; count++)
		str_take_line(&text);
	return count;
}

size_t str_digits(struct str text)
{
	size_t i = 0;

	while (i < text.len && str_is_digit_byte(text.ptr[i]))
		i++;
	return i;
}

bool str_is_word_byte(char byte)
{
	return str_is_letter_byte(byte) || str_is_digit_byte(byte) ||
	       (unsigned char)byte >= 0x80;
}

bool str_is_blank_byte(char byte)
{
	return byte == ' ' || byte == '\t';
}

bool str_is_digit_byte(char byte)
{
	return byte >= '0' && byte <= '9';
}

bool str_is_letter_byte(char byte)
{
	char low = lower(byte);

	return low >= 'a' && low <= 'z';
}

bool str_is_mark_byte(char byte)
{
	return byte > ' ' && byte < 0x7f && !str_is_word_byte(byte);
}

bool str_is_byte_of(char byte, const char *bytes)
{
	return byte && strchr(bytes, byte);
}

int str_hex_digit(char byte)
{
	char low = lower(byte);

	if (str_is_digit_byte(byte))
		return byte - '0';
	return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

size_t str_encode(char bytes[4], unsigned code)
{
	if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
		code = 0xfffd;
	if (code < 0x80) {
		bytes[0] = (char)code;
		return 1;
	}
	if (code < 0x800) {
		bytes[0] = (char)(0xc0 | code >> 6);
		bytes[1] = (char)(0x80 | (code & 0x3f));
		return 2;
	}
	if (code < 0x10000) {
		bytes[0] = (char)(0xe0 | code >> 12);
		bytes[1] = (char)(0x80 | (code >> 6 & 0x3f));
		bytes[2] = (char)(0x80 | (code & 0x3f));
		return 3;
	}
	bytes[0] = (char)(0xf0 | code >> 18);
	bytes[1] = (char)(0x80 | (code >> 12 & 0x3f));
	bytes[2] = (char)(0x80 | (code >> 6 & 0x3f));
	bytes[3] = (char)(0x80 | (code & 0x3f));
	return 4;
}
