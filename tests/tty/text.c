/* SPDX-License-Identifier: MIT */
/*
 * Growing bytes. Every allocation goes through text_reserve, which is also
 * the only place that can run out of memory.
 */
#include "text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct str str_of(const char *chars)
{
	return (struct str){ chars, strlen(chars) };
}

bool str_eq(struct str a, struct str b)
{
	return a.len == b.len &&
	       (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

bool str_is(struct str s, const char *chars)
{
	return str_eq(s, str_of(chars));
}

bool str_contains(struct str all, struct str part)
{
	if (part.len == 0)
		return true;
	while (all.len >= part.len) {
		size_t starts = all.len - part.len + 1;
		const char *hit = memchr(all.ptr, part.ptr[0], starts);

		if (!hit)
			return false;
		if (memcmp(hit, part.ptr, part.len) == 0)
			return true;
		all.len -= (size_t)(hit - all.ptr) + 1;
		all.ptr = hit + 1;
	}
	return false;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

struct str str_trim(struct str s)
{
	while (s.len > 0 && is_blank(s.ptr[0])) {
		s.ptr++;
		s.len--;
	}
	while (s.len > 0 && is_blank(s.ptr[s.len - 1]))
		s.len--;
	return s;
}

bool str_number(struct str s, int *number)
{
	char digits[12];
	char *end;
	long value;

	if (s.len == 0 || s.len >= sizeof(digits) - 2 || is_blank(s.ptr[0]))
		return false;
	memcpy(digits, s.ptr, s.len);
	digits[s.len] = '\0';
	value = strtol(digits, &end, 10);
	*number = (int)value;
	return end == digits + s.len;
}

static void text_reserve(struct text *text, size_t more)
{
	size_t room = text->room ? text->room : 64;

	while (room < text->len + more + 1)
		room *= 2;
	if (room == text->room)
		return;
	text->ptr = realloc(text->ptr, room);
	if (!text->ptr) {
		fputs("ttytest: out of memory\n", stderr);
		abort();
	}
	text->room = room;
}

void text_release(struct text *text)
{
	free(text->ptr);
	*text = (struct text){ 0 };
}

void text_clear(struct text *text)
{
	text_truncate(text, 0);
}

struct str text_str(const struct text *text)
{
	return (struct str){ text_chars(text), text->len };
}

const char *text_chars(const struct text *text)
{
	return text->ptr ? text->ptr : "";
}

void text_put(struct text *text, struct str s)
{
	text_reserve(text, s.len);
	if (s.len > 0)
		memcpy(text->ptr + text->len, s.ptr, s.len);
	text->len += s.len;
	text->ptr[text->len] = '\0';
}

void text_puts(struct text *text, const char *chars)
{
	text_put(text, str_of(chars));
}

void text_put_byte(struct text *text, char byte)
{
	text_put(text, (struct str){ &byte, 1 });
}

void text_printf(struct text *text, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	assert(len >= 0);

	text_reserve(text, (size_t)len);
	va_start(args, format);
	vsnprintf(text->ptr + text->len, (size_t)len + 1, format, args);
	va_end(args);
	text->len += (size_t)len;
}

void text_put_rune(struct text *text, uint32_t rune)
{
	static const unsigned char lead[] = { 0x00, 0xc0, 0xe0, 0xf0 };
	char bytes[4];
	int tail;

	if (rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
		rune = 0xfffd;
	tail = rune < 0x80 ? 0 : rune < 0x800 ? 1 : rune < 0x10000 ? 2 : 3;
	for (int i = tail; i > 0; i--) {
		bytes[i] = (char)(0x80 | (rune & 0x3f));
		rune >>= 6;
	}
	bytes[0] = (char)(lead[tail] | rune);
	text_put(text, (struct str){ bytes, (size_t)tail + 1 });
}

void text_put_quoted(struct text *text, struct str s)
{
	text_put_byte(text, '"');
	for (size_t i = 0; i < s.len; i++) {
		unsigned char byte = (unsigned char)s.ptr[i];

		if (byte == '"' || byte == '\\')
			text_printf(text, "\\%c", byte);
		else if (byte == '\n')
			text_puts(text, "\\n");
		else if (byte == '\033')
			text_puts(text, "\\e");
		else if (byte < 0x20 || byte == 0x7f)
			text_printf(text, "\\x%02x", byte);
		else
			text_put_byte(text, s.ptr[i]);
	}
	text_put_byte(text, '"');
}

void text_keep_tail(struct text *text, size_t keep)
{
	if (text->len <= keep)
		return;
	memmove(text->ptr, text->ptr + text->len - keep, keep);
	text_truncate(text, keep);
}

void text_truncate(struct text *text, size_t keep)
{
	if (keep >= text->len)
		return;
	text->len = keep;
	text->ptr[keep] = '\0';
}
