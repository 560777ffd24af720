/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_LEAF_H
#define SLIDE_LEAF_H

#include "slide/outline.h"
#include "slide/rewrite.h"

/*
 * The texts of paragraphs and headings, from the lines of a slide. Lines are
 * counted from 1, as in an outline; those beyond the slide are empty.
 */
struct leaf_lines {
	const struct rewritten *source;
	int quote_depth; /* how many quotes the leaf is in */
};

struct str leaf_line(const struct leaf_lines *lines, int line);

/* The line without the blanks and quote marks of what it is inside of. */
struct str leaf_inner(const struct leaf_lines *lines, int line);

/* The part of its first line that is a leaf's own. */
struct str leaf_first(const struct leaf_lines *lines,
		      const struct outline *leaf);

/*
 * The lines of a leaf up to line `last`, without what is in front of them;
 * returns how many.
 */
int leaf_texts(const struct leaf_lines *lines, const struct outline *leaf,
	       int last, struct arena *arena, struct str **texts);

/* Lines as one text, with a line end between two. */
struct str leaf_join(struct arena *arena, const struct str *texts, int count);

/* Whether any line from `from` up to, not including, `to` is blank. */
bool leaf_has_blank(const struct leaf_lines *lines, int from, int to);

/* The title of "## title ##". */
struct str leaf_title(struct str text);

/* The line of = or - below a heading that begins at `line`. */
int leaf_underline(const struct leaf_lines *lines, int line);

/* The kind of "[!NOTE]" when that is all of the text. */
enum alert leaf_alert(struct str text);

/* How many lines of a block's text end. */
int leaf_line_ends(struct str text);

#endif
