/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_YAML_TEXT_H
#define SOURCE_YAML_TEXT_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * What front matter is made of: lines, keys, and texts with quotes and
 * comments. Texts of several lines have a "\n" between them, whatever the
 * source had.
 */
struct yaml_line {
	struct str text;
	struct str body; /* without the blanks in front */
	int indent;	 /* their columns */
	int number;
};

/* Take the next line off; call it while there is something left. */
struct yaml_line yaml_take_line(struct str *rest, int number);

/* "- " and what follows, or "-" alone. */
bool yaml_is_item(struct str body);

/*
 * "key:" and a blank or the end: the key without its quotes, and what follows
 * the colon. `odd`: keys with blanks and the like count, too.
 */
bool yaml_take_key(struct str body, bool odd, struct str *key,
		   struct str *value);

/* True for a comment; "#rgb" and "#rrggbb" are none. */
bool yaml_is_comment(struct str text);

/* A text without the comment at its end and without blanks around. */
struct str yaml_trim(struct str text);

/*
 * Looks for the end of what begins with a quote or a bracket, piece by piece:
 * each piece is read once. All zero bytes is the state before the first.
 */
struct yaml_scan {
	char quote;    /* inside of quotes: which */
	int depth;     /* brackets that are open */
	bool anywhere; /* a quote here would begin a text */
	bool began;
};

/*
 * Go on with a piece, which is whole lines but for the first. The bytes up to
 * and with the end, or 0 when it is not in there.
 */
size_t yaml_scan(struct yaml_scan *scan, struct str piece);

/* Append what stands in quotes; `text` begins with one and ends with one. */
void yaml_unquote(struct str text, struct buf *out);

/* Append text of several lines as one; a blank line is a "\n". */
void yaml_fold(struct str text, struct buf *out);

#endif
