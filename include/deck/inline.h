/* SPDX-License-Identifier: MIT */
#ifndef DECK_INLINE_H
#define DECK_INLINE_H

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
 */
struct inline_text {
	struct text *into; /* receives the runs */
	struct str source; /* one line, clean; borrowed until inline_read */
	int indent;	   /* columns of blanks in front of it */
	int pad;	   /* columns of blanks behind it */
	int line;
	int step;
};

struct inline_batch {
	struct inline_text *texts;
	size_t count, room;
};

void inline_add(struct inline_batch *batch, struct arena *arena,
		struct inline_text text);

/* Take the text that was added last out again; returns its source. */
struct str inline_drop_last(struct inline_batch *batch);

/* Read them all: fills every `into` and the slide's links. */
void inline_read(struct inline_batch *batch, const struct deck *deck,
		 struct slide *slide, struct arena *arena);

#endif
