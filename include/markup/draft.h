/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_DRAFT_H
#define MARKUP_DRAFT_H

#include "deck/deck.h"

/*
 * The document that is handed to libcmark: every text of a slide that may hold
 * markup is a paragraph of it.
 *
 *     NBSP line LF                    a text
 *     NBSP line LF "    " line LF     a text of two lines
 *     [label]: <deckle:7> LF          a label that is used in one of them
 *
 * with a blank line after each. The no-break space keeps block markup from
 * beginning there and counts as a blank for what may open emphasis; four
 * blanks do the first for a further line, and libcmark takes them off again.
 * Targets of definitions are replaced with their index, so that a long target
 * used a thousand times is copied once.
 */
#define DRAFT_GUARD "\xc2\xa0"

/* Where a line of the draft comes from. */
struct draft_line {
	const char *ptr; /* in the text's source; NULL: it was not clean */
	int index;	 /* of the line in the text, from 0 */
	bool first;	 /* behind the guard */
};

struct draft_text {
	size_t owner; /* whose text it is, as it was added */
	size_t begin; /* in the draft's buf, past the guard */
};

/* Set deck and arena, the rest is zero. */
struct draft {
	const struct deck *deck;
	struct arena *arena;

	struct buf buf;
	struct buf labels; /* lines that define the labels met so far */
	struct draft_text *texts;
	size_t count;
	struct draft_line *lines; /* of CommonMark only: all up to the labels */
	size_t line_count;
};

void draft_release(struct draft *draft);

/* Append one line of mdp, in CommonMark's words. */
void draft_add_mdp(struct draft *draft, struct str line, size_t owner);

/*
 * Append a text of CommonMark, as it is but for the marks of shield.h. Blank
 * lines in it are left out.
 */
void draft_add(struct draft *draft, struct str text, size_t owner);

/* Append the labels; nothing may be added any more. */
void draft_finish(struct draft *draft);

/* The index of the definition that a target of libcmark's stands for, or -1. */
int draft_definition(const struct draft *draft, struct str target);

#endif
