/* SPDX-License-Identifier: MIT */
#ifndef TTY_TEXT_H
#define TTY_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Bytes, borrowed and owned.
 *
 * A struct str only points: whoever made it says whose memory it is. It may
 * hold any bytes, zero included, and isn't terminated.
 *
 * A struct text owns what it holds and grows. Zeroed memory is an empty text.
 * Once something was put, ptr[len] is a zero that len doesn't count. Memory
 * that runs out ends the program, so nothing here can fail.
 */
struct str {
	const char *ptr;
	size_t len;
};

struct text {
	char *ptr;
	size_t len;
	size_t room; /* bytes allocated */
};

/* For the arguments of "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).ptr

struct str str_of(const char *chars);
bool str_eq(struct str a, struct str b);
bool str_is(struct str s, const char *chars);
bool str_contains(struct str all, struct str part);

/* Without the blanks (space, tab, carriage return) at both ends. */
struct str str_trim(struct str s);

/* All of s as one decimal number; false if it is anything else. */
bool str_number(struct str s, int *number);

void text_release(struct text *text);
void text_clear(struct text *text);
struct str text_str(const struct text *text);

/* The text as a C string, "" when nothing was put yet. */
const char *text_chars(const struct text *text);

void text_put(struct text *text, struct str s);
void text_puts(struct text *text, const char *chars);
void text_put_byte(struct text *text, char byte);
void text_printf(struct text *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* One code point as UTF-8; one that doesn't exist becomes U+FFFD. */
void text_put_rune(struct text *text, uint32_t rune);

/* In double quotes, escaped as in a script: what a message shows. */
void text_put_quoted(struct text *text, struct str s);

/* Keep only the last `keep` bytes. */
void text_keep_tail(struct text *text, size_t keep);

/* Keep only the first `keep` bytes. */
void text_truncate(struct text *text, size_t keep);

#endif
