/* SPDX-License-Identifier: MIT */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A run of bytes that belongs to somebody else: never freed through here, not
 * zero-terminated, any bytes inside. Whoever keeps a str says whose memory it
 * is. An empty str may have a NULL ptr.
 */
struct str {
	const char *ptr;
	size_t len; /* bytes */
};

/* A str of a string literal, usable in static tables. */
#define STR(literal)                         \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

/* The str of a zero-terminated string, borrowed from it. */
struct str str_of(const char *text);

bool str_eq(struct str a, struct str b);
bool str_starts(struct str text, struct str prefix);

/* Equal when A-Z and a-z are taken for the same; other bytes must match. */
bool str_eq_nocase(struct str a, struct str b);

/* The text without its first `bytes` bytes, or empty when it is shorter. */
struct str str_from(struct str text, size_t bytes);

/* Without blanks (space, tab) at the front; at the back; at both ends. */
struct str str_trim_left(struct str text);
struct str str_trim_right(struct str text);
struct str str_trim(struct str text);

/* True when there is nothing but blanks (space, tab) in it. */
bool str_is_blank(struct str text);

/* How often its first byte stands at the front of the text. */
size_t str_run(struct str text);

/* The first `byte` in the text, or NULL. Works on an empty text. */
const char *str_find(struct str text, char byte);

/*
 * Take the first line off *rest and return it without its end: "\n", "\r\n"
 * or a "\r" of its own. Call it while rest->len > 0.
 */
struct str str_take_line(struct str *rest);

/*
 * Take the first word off *rest, with the blanks in front of it and behind it.
 * Empty when there is none.
 */
struct str str_take_word(struct str *rest);

/* How many lines str_take_line would take off the text. */
size_t str_count_lines(struct str text);

/* How many digits (0-9) stand at the front of the text. */
size_t str_digits(struct str text);

/* True for the bytes A-Z, a-z, 0-9 and for every byte of a non-ASCII text. */
bool str_is_word_byte(char byte);

bool str_is_blank_byte(char byte);  /* space, tab */
bool str_is_digit_byte(char byte);  /* 0-9 */
bool str_is_letter_byte(char byte); /* A-Z, a-z */
bool str_is_mark_byte(char byte);   /* ASCII's punctuation and symbols */

/* True for each of these, which are zero-terminated; never for a NUL. */
bool str_is_byte_of(char byte, const char *bytes);

/* What a hexadecimal digit stands for, in either case, or -1. */
int str_hex_digit(char byte);

/*
 * Write the str as UTF-8 of `code` to bytes[0..3] and return how many bytes
 * that took; surrogates and what is beyond U+10FFFF become U+FFFD.
 */
size_t str_encode(char bytes[4], unsigned code);

#endif
