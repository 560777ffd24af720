/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_OUTLINE_H
#define SLIDE_OUTLINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * The blocks of a CommonMark document as libcmark finds them, with where they
 * stand. What is inside of a paragraph or a heading is not here: the caller
 * has the lines.
 */
enum outline_kind {
	OUTLINE_ROOT,
	OUTLINE_PARAGRAPH,
	OUTLINE_HEADING,
	OUTLINE_CODE,
	OUTLINE_HTML,
	OUTLINE_RULE,
	OUTLINE_LIST,
	OUTLINE_ITEM,
	OUTLINE_QUOTE,
};

struct outline {
	struct outline *parent, *next, *first, *last;
	enum outline_kind kind;
	int line, col;	 /* where it begins, both 1-based; bytes */
	int end_line;	 /* its last line, exact for paragraphs and code; of
			    the root: where something is left out, or 0 */
	int level;	 /* of a heading */
	int start;	 /* of an ordered list: its first number; -1: bullets */
	bool tight;	 /* of a list: no blank lines between its items */
	struct str info; /* of code: what follows the fence */
	struct str literal; /* of code and HTML: its lines */
};

/* Containers deeper than this are left out, what they hold is kept. */
#define OUTLINE_DEPTH_MAX 48

/*
 * The outline of a document without control characters; all of it is the
 * arena's. Definitions of link targets are paragraphs.
 */
struct outline *outline_read(struct arena *arena, struct str document);

#endif
