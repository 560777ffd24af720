/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_RUN_H
#define MARKUP_RUN_H

#include "deck/deck.h"

/* How text looks; text that looks the same becomes one run. */
struct look {
	enum inline_kind kind; /* INLINE_TEXT or INLINE_CODE */
	unsigned emphasis;     /* of enum emphasis */
	int link;	       /* index of its link on the slide, or -1 */
	struct tint tint;
};

/*
 * Writes the runs of a slide's texts, one text after the other, and the
 * slide's links. Set slide and arena, the rest is zero; release it at the end.
 */
struct run_writer {
	struct slide *slide;
	struct arena *arena;

	struct inline_run **tail; /* of the text that is being written */
	struct inline_run *last;
	bool alone;	    /* the run before it is of another link */
	struct buf pending; /* text that looks like `look` */
	struct look look;
	int numbers; /* links that show a number so far */
};

void run_release(struct run_writer *writer);

/* Begin a text; what it held is forgotten. End it with run_flush. */
void run_begin(struct run_writer *writer, struct text *into);

/* What was put so far becomes runs. */
void run_flush(struct run_writer *writer);

/* Append a copy of the text. What is not clean in it comes out clean. */
void run_put(struct run_writer *writer, const struct look *look,
	     struct str text);
void run_put_blanks(struct run_writer *writer, int columns);

/* Blanks that were put last, but for those that are runs already, go. */
void run_trim(struct run_writer *writer);

/* A new row begins here. */
void run_break(struct run_writer *writer);

/*
 * Give the slide a link without a number; `target` is of the slide's arena, or
 * borrowed from the deck. Returns its index.
 */
int run_link(struct run_writer *writer, struct link link);

/*
 * The text of the link that was written last, when it all looks the same and
 * is no code; else empty.
 */
struct str run_label(const struct run_writer *writer, int link);

/* True when a label says where its link leads, so that it needs no number. */
bool run_label_is_target(struct str label, struct str target);

/* The link gets the next number, which is shown here. */
void run_number(struct run_writer *writer, unsigned emphasis, int link);

#endif
