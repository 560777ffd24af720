/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_WRAP_H
#define LAYOUT_WRAP_H

#include "base/arena.h"
#include "deck/deck.h"
#include "layout/grid.h"

/*
 * From inline text to rows that fit a width. Nothing here knows where on the
 * screen a row goes.
 */

/*
 * Glyphs side by side, without tails. A cell of width 0 is where a new row
 * begins in any case; it is part of no row.
 */
struct span {
	struct cell *cells;
	int count;
	int cols; /* the sum of their widths */
};

/*
 * The glyphs of a text. Runs without a look of their own get `role`; a link's
 * number reads " [3]".
 */
struct span span_of_text(struct arena *arena, const struct slide *slide,
			 const struct text *text, enum role role);

/* The columns of its widest row when it is not wrapped. */
int text_cols(const struct slide *slide, const struct text *text);

/*
 * Whether a word of it may have that many bytes, and so many columns: false
 * only when none has, and quickly so.
 */
bool text_has_word(const struct text *text, int bytes);

/* The glyphs of a plain string, all of one role. */
struct span span_of_str(struct arena *arena, struct str text, enum role role);

/* The same, each glyph of the style that its first byte has. */
struct span span_of_styles(struct arena *arena, struct str text,
			   const struct style *styles);

/* A span of what stands in both, one behind the other. */
struct span span_join(struct arena *arena, const struct span *first,
		      const struct span *second);

/* One row of a wrapped span. */
struct wrapped {
	int first, count; /* cells of the span */
	int cols;	  /* their widths together */
	int indent;	  /* blank columns in front; 0 in the first row */
	bool broken;	  /* begins in the middle of a word: shows the mark,
			     WRAP_MARK_COLS, behind the indent */
};

/* The mark of a row that begins in the middle of a word or of a code line. */
#define WRAP_MARK      "↳ "
#define WRAP_MARK_COLS 2

/* Below this many columns a mark would leave too little for the text. */
#define WRAP_MARK_ROOM 6

struct wrap_room {
	int cols;      /* columns there are: at least 1 */
	int hang;      /* indent of all rows but the first; at most half */
	bool verbatim; /* code: break at the edge only, keep every blank */
};

/*
 * Break a span into rows, *rows of the arena; returns how many, at least 1.
 * Breaks are at blanks, which vanish there, and around wide characters, but
 * not before closing or after opening punctuation. A word wider than a row is
 * broken at the edge. Rows of nothing but blanks are left out, unless the span
 * says itself that they end.
 */
int wrap_span(struct arena *arena, const struct span *span,
	      struct wrap_room room, struct wrapped **rows);

/* The columns of the widest piece that no break can be in. */
int span_widest_word(const struct span *span);

#endif
