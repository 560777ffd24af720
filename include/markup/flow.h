/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_FLOW_H
#define MARKUP_FLOW_H

#include "markup/run.h"

/*
 * Where blanks and breaks go between the pieces of a paragraph, some of which
 * show nothing: there is no blank beside a break, no break without text before
 * it that nobody asked for, and one blank where a comment stood between two.
 *
 * Set writer, the rest is zero.
 */
struct flow {
	struct run_writer *writer;
	bool keeps_lines; /* a line end in the source is a break */

	bool content;  /* something has been shown */
	size_t shown;  /* how often, blanks aside */
	unsigned last; /* the last character of the row */
	int held;      /* breaks that stand before what is shown next */
	bool settled;  /* nothing but breaks since the last line end */
	bool blank;    /* a blank stands there, which looks like this: */
	struct look look;
	bool dropped; /* something was, just now */
};

void flow_begin(struct flow *flow, struct text *into, int indent);
void flow_end(struct flow *flow, int pad);

void flow_put(struct flow *flow, const struct look *look, struct str text);

/* The number of a link, right behind its label. */
void flow_number(struct flow *flow, unsigned emphasis, int link);

/* A line ends in the source: a blank of that look, or a break. */
void flow_line_end(struct flow *flow, const struct look *look);

/* A break that is asked for. */
void flow_break(struct flow *flow);

/* What comes next does not stand on a row with what was before. */
void flow_part(struct flow *flow);

/* What comes next is set off from what is in the row already. */
void flow_gap(struct flow *flow, const struct look *look);

/* Something stood here that shows nothing. */
void flow_drop(struct flow *flow);

#endif
