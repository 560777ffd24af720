/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FORM_H
#define LAYOUT_FORM_H

#include <stdbool.h>

#include "base/str.h"
#include "deck/deck.h"

/*
 * What a theme says of shapes: the glyphs that layout puts around text, where
 * things stand, and what is in the bars. The strings are borrowed from the
 * theme. What is said to take one column does, everything else takes at least
 * one unless it may be empty.
 */
#define FORM_BULLETS_MAX 6
#define FORM_HEADINGS	 3

enum form_align {
	FORM_AS_WRITTEN, /* as the deck says */
	FORM_LEFT,
	FORM_CENTRE,
	FORM_RIGHT,
};

struct form_heading {
	struct str prefix;    /* in front of its first row; may be empty */
	struct str underline; /* one column, all along below it; or empty */
	enum form_align align;
};

/* The places of a bar, from the left. */
enum { FORM_LEFT_PART, FORM_MIDDLE_PART, FORM_RIGHT_PART, FORM_PARTS };

enum form_progress {
	FORM_PROGRESS_NONE,
	FORM_PROGRESS_TOP,
	FORM_PROGRESS_BOTTOM,
};

/* Templates of a bar, see bar.h; may be empty. */
struct form_bar {
	struct str parts[FORM_PARTS];
};

struct form {
	struct str bullets[FORM_BULLETS_MAX]; /* of the levels; then again */
	int bullet_count;		      /* 1 and up */
	struct str task_open, task_done;
	struct str quote;	/* the bar beside a quote */
	struct str rule;	/* a line across the slide: one column */
	struct str table_bar;	/* between columns: one column, likewise */
	struct str table_rule;	/* below the header */
	struct str table_cross; /* where they meet */
	struct str progress_done, progress_left; /* one column */
	int code_padding; /* columns of ground at either side of code */
	struct form_heading headings[FORM_HEADINGS];
	int big_levels; /* headings up to this one are in large letters */
	enum transition transition; /* of slides that say nothing of it */

	int margin; /* least columns that are free at either side */
	int margin_top, margin_bottom; /* rows free below and above the bars */
	enum form_align body; /* of the body on the screen: in the middle */
	bool at_top;	      /* the body stands at the top */

	struct form_bar top, bottom;
	enum form_progress progress;
};

/* The shapes of a theme that says nothing of them. */
extern const struct form form_plain;

/* The same for NULL. */
const struct form *form_or_plain(const struct form *form);

/* Whether a block is a heading in large letters, where there is room. */
bool form_is_big(const struct form *form, const struct block *block);

#endif
