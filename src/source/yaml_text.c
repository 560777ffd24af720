/* SPDX-License-Identifier: MIT */
/*
 * The grammar of front matter below its nesting. Anything at all may stand in
 * the texts: what is no escape stays as it is.
 */
#include "source/yaml_text.h"

#include <string.h>

#define KEY_BYTES_MAX 64 /* what is longer is no key */
#define TAB_COLUMNS   4

static bool is_colour(struct str text)
{
	size_t digits = 0;

	while (digits + 1 < text.len &&
	       str_hex_digit(text.ptr[digits + 1]) >= 0)
		digits++;
	if (digits + 1 < text.len && !strchr(" \t,]}", text.ptr[digits + 1]))
		return false;
	return digits == 3 || digits == 4 || digits == 6 || digits == 8;
}

bool yaml_is_comment(struct str text)
{
	return text.len > 0 && text.ptr[0] == '#' && !is_colour(text);
}

struct str yaml_trim(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '#' &&
		    (i == 0 ? yaml_is_comment(text)
			    : str_is_blank_byte(text.ptr[i - 1]))) {
			text.len = i;
			break;
		}
	}
	return str_trim(text);
}

/* The bytes to go on by inside of quotes; the end of them clears `quote`. */
static size_t scan_quoted(struct yaml_scan *scan, struct str rest)
{
	char byte = rest.ptr[0];
	char next = rest.len > 1 ? rest.ptr[1] : '\0';

	if (scan->quote == '"' && byte == '\\' && next)
		return 2;
	if (scan->quote == '\'' && byte == '\'' && next == '\'')
		return 2;
	if (byte == scan->quote)
		scan->quote = '\0';
	return 1;
}

static void scan_plain(struct yaml_scan *scan, char byte)
{
	if (strchr("[{", byte))
		scan->depth++;
	else if (strchr("]}", byte))
		scan->depth--;
	else if (strchr("\"'", byte) && scan->anywhere)
		scan->quote = byte;
	if (!str_is_blank_byte(byte))
		scan->anywhere = strchr("[{,:", byte);
}

size_t yaml_scan(struct yaml_scan *scan, struct str piece)
{
	size_t i = 0;

	if (!scan->began)
		scan->anywhere = scan->began = true;
	while (i < piece.len) {
		bool blank_before =
			i == 0 || str_is_blank_byte(piece.ptr[i - 1]);
		if (scan->quote) {
			i += scan_quoted(scan, str_from(piece, i));
		} else if (!piece.ptr[i]) {
			i++;
		} else if (blank_before &&
			   yaml_is_comment(str_from(piece, i))) {
			return 0;
		} else {
			scan_plain(scan, piece.ptr[i++]);
		}
		if (!scan->quote && scan->depth <= 0)
			return i;
	}
	return 0;
}

/* The bytes of the blanks and line ends at the begin of the text. */
static size_t gap_bytes(struct str text, size_t *ends)
{
	size_t i = 0;

	*ends = 0;
	for (; i < text.len &&
	       (str_is_blank_byte(text.ptr[i]) || text.ptr[i] == '\n');
	     i++)
		*ends += text.ptr[i] == '\n';
	return i;
}

/* Blanks are kept, line ends folded: one is a blank, more are one less. */
static size_t fold_gap(struct str text, struct buf *out)
{
	size_t ends, bytes = gap_bytes(text, &ends);

	if (ends == 0)
		buf_put(out, (struct str){ text.ptr, bytes });
	else if (ends == 1)
		buf_put_byte(out, ' ');
	else
		buf_repeat(out, '\n', ends - 1);
	return bytes;
}

void yaml_fold(struct str text, struct buf *out)
{
	size_t bytes;

	for (; text.len > 0; text = str_from(text, bytes)) {
		bytes = fold_gap(text, out);
		if (bytes > 0)
			continue;
		buf_put_byte(out, text.ptr[0]);
		bytes = 1;
	}
}

static const struct {
	char letter;
	const char *means;
} escapes[] = {
	{ 'n', "\n" },	 { 't', "\t" }, { '"', "\"" },	   { '\\', "\\" },
	{ '/', "/" },	 { ' ', " " },	{ '_', "\u00a0" }, { 'r', "\r" },
	{ 'e', "\x1b" }, { 'a', "\a" }, { 'b', "\b" },	   { 'v', "\v" },
	{ 'f', "\f" },	 { 'N', " " },	{ 'L', " " },	   { 'P', " " },
};

/* "x1b", "u2019", "U0001f600": the bytes that took, or 0. */
static size_t put_code(struct str text, struct buf *out)
{
	size_t digits = text.ptr[0] == 'x' ? 2 : text.ptr[0] == 'u' ? 4 : 8;
	unsigned code = 0;
	char bytes[4];

	if (!strchr("xuU", text.ptr[0]) || text.len <= digits)
		return 0;
	for (size_t i = 1; i <= digits; i++) {
		int digit = str_hex_digit(text.ptr[i]);
		if (digit < 0)
			return 0;
		code = code << 4 | (unsigned)digit;
	}
	buf_put(out, (struct str){ bytes, str_encode(bytes, code) });
	return digits + 1;
}

/* What stands behind a backslash; the bytes that took. */
static size_t put_escape(struct str text, struct buf *out)
{
	if (text.ptr[0] == '\n') {
		size_t i = 1;
		while (i < text.len && str_is_blank_byte(text.ptr[i]))
			i++;
		return i;
	}
	for (size_t i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++) {
		if (escapes[i].letter == text.ptr[0]) {
			buf_put_text(out, escapes[i].means);
			return 1;
		}
	}
	size_t bytes = text.ptr[0] ? put_code(text, out) : 0;
	if (bytes == 0)
		buf_put_byte(out, '\\');
	return bytes;
}

void yaml_unquote(struct str text, struct buf *out)
{
	char quote = text.ptr[0];
	size_t bytes;

	text = (struct str){ text.ptr + 1, text.len > 1 ? text.len - 2 : 0 };
	for (; text.len > 0; text = str_from(text, bytes)) {
		char byte = text.ptr[0];
		bytes = fold_gap(text, out);
		if (bytes > 0)
			continue;
		if (quote == '"' && byte == '\\' && text.len > 1) {
			bytes = 1 + put_escape(str_from(text, 1), out);
		} else {
			buf_put_byte(out, byte);
			bytes = byte == '\'' && quote == '\'' ? 2 : 1;
		}
	}
}

struct yaml_line yaml_take_line(struct str *rest, int number)
{
	struct yaml_line line = { .text = str_take_line(rest),
				  .number = number };

	line.body = str_trim_left(line.text);
	for (const char *at = line.text.ptr; at < line.body.ptr; at++)
		line.indent += *at == '\t'
				       ? TAB_COLUMNS - line.indent % TAB_COLUMNS
				       : 1;
	return line;
}

bool yaml_is_item(struct str body)
{
	return body.len > 0 && body.ptr[0] == '-' &&
	       (body.len == 1 || body.ptr[1] == ' ' || body.ptr[1] == '\t');
}

static bool is_key_byte(char byte)
{
	return str_is_word_byte(byte) || str_is_byte_of(byte, "_-.");
}

/* Less usual, but nothing else in YAML. */
static bool is_odd_key_byte(char byte)
{
	return str_is_byte_of(byte, " /$@+()");
}

static size_t key_bytes(struct str body, bool odd)
{
	size_t i = 0;

	if (body.len > 1 && (body.ptr[0] == '"' || body.ptr[0] == '\'')) {
		for (i = 1; i < body.len && i <= KEY_BYTES_MAX; i++) {
			if (body.ptr[i] == body.ptr[0])
				return i + 1;
		}
		return 0;
	}
	while (i < body.len && i <= KEY_BYTES_MAX &&
	       (is_key_byte(body.ptr[i]) ||
		(odd && i > 0 && is_odd_key_byte(body.ptr[i]))))
		i++;
	return i;
}

bool yaml_take_key(struct str body, bool odd, struct str *key,
		   struct str *value)
{
	size_t bytes = key_bytes(body, odd);
	struct str rest = str_trim_left(str_from(body, bytes));

	*key = str_trim_right((struct str){ body.ptr, bytes });
	if (key->len == 0 || key->len > KEY_BYTES_MAX || rest.len == 0 ||
	    rest.ptr[0] != ':')
		return false;
	*value = str_trim_left(str_from(rest, 1));
	if (key->ptr[0] == '"' || key->ptr[0] == '\'')
		*key = (struct str){ key->ptr + 1, key->len - 2 };
	return key->len > 0 &&
	       (rest.len == 1 || rest.ptr[1] == ' ' || rest.ptr[1] == '\t');
}
