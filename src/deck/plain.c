/* SPDX-License-Identifier: MIT */
/*
 * Marks that open wait in a stack until one that closes them comes; both are
 * left out then. Everything between a code span's marks stays as it is.
 */
#include "deck/plain.h"

#include <string.h>

#include "base/buf.h"

/* Longer texts are no titles, and looking for pairs would take too long. */
#define BYTES_MAX 1000
#define OPEN_MAX  16 /* marks; what is nested deeper stays as it is */

struct mark {
	char byte;
	size_t at, bytes;
};

struct plain {
	struct str text;
	bool dropped[BYTES_MAX];
	struct mark open[OPEN_MAX];
	int depth;
};

static bool is_gap(const struct plain *plain, size_t at)
{
	return at >= plain->text.len || strchr(" \t\n", plain->text.ptr[at]);
}

static bool is_word(const struct plain *plain, size_t at)
{
	return at < plain->text.len && str_is_word_byte(plain->text.ptr[at]);
}

static void drop(struct plain *plain, const struct mark *mark)
{
	memset(plain->dropped + mark->at, true, mark->bytes);
}

/* Where a mark like this one stands behind it, or the end of the text. */
static size_t find_same(const struct plain *plain, const struct mark *mark)
{
	size_t at = mark->at + mark->bytes;

	while (at < plain->text.len) {
		size_t bytes = str_run(str_from(plain->text, at));
		if (plain->text.ptr[at] == mark->byte && bytes == mark->bytes)
			return at;
		at += bytes;
	}
	return at;
}

/* The bytes to go on by. */
static size_t read_code(struct plain *plain, struct mark mark)
{
	size_t end = find_same(plain, &mark);

	if (end >= plain->text.len)
		return mark.bytes;
	drop(plain, &mark);
	memset(plain->dropped + end, true, mark.bytes);
	return end + mark.bytes - mark.at;
}

static bool close_mark(struct plain *plain, const struct mark *mark)
{
	for (int i = plain->depth; i > 0; i--) {
		struct mark *open = &plain->open[i - 1];
		if (open->byte != mark->byte || open->bytes != mark->bytes)
			continue;
		drop(plain, open);
		drop(plain, mark);
		plain->depth = i - 1;
		return true;
	}
	return false;
}

/* Only two and more stars work inside of a word. */
static void read_mark(struct plain *plain, const struct mark *mark)
{
	size_t end = mark->at + mark->bytes;
	bool inner = mark->byte == '*' && mark->bytes > 1;
	bool closes = mark->at > 0 && !is_gap(plain, mark->at - 1) &&
		      (inner || !is_word(plain, end));
	bool opens = !is_gap(plain, end) &&
		     (inner || mark->at == 0 || !is_word(plain, mark->at - 1));

	if (mark->byte == '~' && mark->bytes != 2)
		return;
	if (closes && close_mark(plain, mark))
		return;
	if (opens && plain->depth < OPEN_MAX)
		plain->open[plain->depth++] = *mark;
}

static void find_marks(struct plain *plain)
{
	size_t bytes;

	for (size_t at = 0; at < plain->text.len; at += bytes) {
		struct str rest = str_from(plain->text, at);
		struct mark mark = { rest.ptr[0], at, str_run(rest) };
		bytes = 1;
		if (mark.byte == '\\' && rest.len > 1 &&
		    str_is_mark_byte(rest.ptr[1])) {
			plain->dropped[at] = true;
			bytes = 2;
		} else if (mark.byte == '`') {
			bytes = read_code(plain, mark);
		} else if (str_is_byte_of(mark.byte, "*_~")) {
			bytes = mark.bytes;
			read_mark(plain, &mark);
		}
	}
}

struct str plain_text(struct arena *arena, struct str text)
{
	struct plain plain = { .text = text };
	struct buf out = { 0 };

	if (text.len <= BYTES_MAX)
		find_marks(&plain);
	for (size_t i = 0; i < text.len; i++) {
		if (text.len > BYTES_MAX || !plain.dropped[i])
			buf_put_byte(&out,
				     text.ptr[i] == '\n' ? ' ' : text.ptr[i]);
	}
	struct str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}
