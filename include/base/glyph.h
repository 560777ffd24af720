/* SPDX-License-Identifier: MIT */
#ifndef BASE_GLYPH_H
#define BASE_GLYPH_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What stands in one cell or in two: a grapheme of Unicode Annex 29, as far
 * as a terminal draws it as one thing.
 *
 * Widths are those that terminals and ncurses advance by, which is the sum of
 * wcwidth over the code points that are drawn: a CJK ideograph, an emoji and
 * a flag are 2, everything else is 1. Ambiguous characters are 1. An emoji
 * takes its first code point's width whatever is joined to it.
 */
struct glyph {
	struct str text; /* borrowed from the text, or static; never empty */
	int width;	 /* columns: 1 or 2 */
};

/*
 * Take the next glyph off *rest. False when nothing drawable is left; *rest is
 * empty then. Any bytes will do:
 *
 *   a byte that is not UTF-8     U+FFFD
 *   a control character          its picture: U+0000 becomes U+2400, ...
 *   U+0085, a line separator     a space
 *   a format character           skipped (direction marks, soft hyphens)
 *   a mark with nothing before   itself, one column
 *
 * This is the only place where a width comes from.
 */
bool glyph_next(struct str *rest, struct glyph *glyph);

/* The columns that all glyphs of the text take together. */
int str_width(struct str text);

/*
 * The code points of a glyph that a terminal is to be sent, in order, at most
 * `max` of them: joiners, variation selectors, skin tones and what an emoji is
 * joined to are left out, because terminals disagree about their columns; so
 * are marks beyond the third. Returns how many were written.
 */
int glyph_codes(struct str glyph, unsigned *codes, int max);

/*
 * True for a glyph that terminals draw in different columns: emoji that are
 * joined, toned or made of a text character, keycaps, half a flag, Hangul put
 * together from letters, and what is younger than Unicode 14. Such a glyph is
 * safe on the screen only because of what glyph_codes leaves out.
 */
bool glyph_is_disputed(struct str glyph);

/* Columns of one code point: 2, 1, or 0 for marks and what is never drawn. */
int code_width(unsigned code);

/* How a line may be broken around a glyph. */
enum glyph_break {
	BREAK_NEVER, /* part of a word */
	BREAK_SPACE, /* the break eats it */
	BREAK_WIDE,  /* an ideograph: breaks before and after are fine */
	BREAK_OPEN,  /* an opening bracket: not after it */
	BREAK_CLOSE, /* closing punctuation, a small kana: not before it */
};
enum glyph_break glyph_break(struct str glyph);

/*
 * True when the text is UTF-8 without control characters other than tabs: what
 * a deck may hand on as it is.
 */
bool str_is_clean(struct str text);

/* The first code point, and its length in bytes; U+FFFD, 1 if not UTF-8. */
unsigned str_decode(struct str text, size_t *bytes);

#endif
