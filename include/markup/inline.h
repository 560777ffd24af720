/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_INLINE_H
#define MARKUP_INLINE_H

#include "deck/deck.h"

/*
 * Inline markup, read for a whole slide in one go: texts are collected while
 * the slide's lines are read and handed to libcmark together.
 *
 * The grammar is CommonMark's, with what mdp's authors rely on:
 *
 *   2*3*4, snake_case    literal: markup never begins or ends inside a word
 *   \x                   x, for any x that is not in a code span
 *   ``                   nothing, when no code span begins there
 *   <b>x</b>             literal
 *
 * Decks that are not mdp's (`commonmark`) have CommonMark's grammar as it is,
 * with these additions:
 *
 *   ~~x~~, ~x~           struck through; x~2~ is a subscript
 *   x^2^                 superscript
 *   [^label]             a footnote, when one is defined for the label
 *   [[target]]           a link, [[target|label]] too
 *   <br>, <b>, <sup>...  what HTML means by them; other tags are dropped with
 *                        a remark, their text is kept
 *   <!-- x -->           nothing, or a note (see directive.h)
 */
struct inline_text {
	struct text *into; /* receives the runs */
	struct str source; /* one line, clean; borrowed until inline_read. In
			      CommonMark a paragraph: its lines as they are,
			      without what stands before them */
	int indent;	   /* columns of blanks in front of it */
	int pad;	   /* columns of blanks behind it */
	int line;
	int step;
};

struct inline_batch {
	struct inline_text *texts;
	size_t count, room;
	bool commonmark;
	bool keeps_lines; /* CommonMark: a line end is INLINE_BREAK */
};

void inline_add(struct inline_batch *batch, struct arena *arena,
		struct inline_text text);

/* Take the text that was added last out again; returns its source. */
struct str inline_drop_last(struct inline_batch *batch);

/* Read them all: fills every `into` and the slide's links. */
void inline_read(struct inline_batch *batch, const struct deck *deck,
		 struct slide *slide, struct arena *arena);

#endif
