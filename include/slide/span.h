/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_SPAN_H
#define SLIDE_SPAN_H

#include <stdbool.h>

#include "base/arena.h"

/*
 * Looks that some dialects give to a part of a line, and that a terminal does
 * not have: their markup goes, what it holds stays.
 *
 *     .small[text]               remark
 *     [text]{.smallcaps}         pandoc, behind ], ), ` and headings
 *     # Heading {#id .class}
 */

/* Brackets of remark's classes that are open from one line to the next. */
#define SPAN_DEPTH_MAX 64
struct span_state {
	bool classes[SPAN_DEPTH_MAX]; /* each open bracket: is it a class's */
	int depth;
};

struct str span_drop_classes(struct span_state *state, struct arena *arena,
			     struct str line);
struct str span_drop_attributes(struct arena *arena, struct str line);

/*
 * What is said behind images of their sizes goes to the begin of their texts,
 * in Marp's words; the attributes that it stood in go.
 *
 *     ![a](b){.c width=50%}      pandoc, Slidev:    ![w:50% a](b)
 *     ![a](b "c" =300x200)       markdown-it:       ![w:300 h:200 a](b "c")
 */
struct str span_move_sizes(struct arena *arena, struct str line);

#endif
