/* SPDX-License-Identifier: MIT */
#ifndef DECK_DECK_H
#define DECK_DECK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "deck/remark.h"

/*
 * A deck is what was read from a Markdown file: a header and slides. Slides
 * are found when the deck is opened and read when they are asked for, so that
 * opening a deck costs no more than finding its slide breaks.
 *
 *     deck --> slide --> block --> block         text, heading, code, table
 *                          |         '-> inline --> inline
 *                          '-> block             list > item, quote
 *
 * Nothing in here knows sizes, colours or terminals, nor which dialect the
 * deck was written in. Every byte string is a deck: what is odd about one is
 * said in remarks, never in an error.
 */

/* Deeper nesting is drawn at this depth; it bounds every walk of a slide. */
#define DECK_DEPTH_MAX 32

/*
 * A slide with more source bytes than this is continued on a slide of its
 * own, so that no key ever waits for a file without slide breaks.
 */
#ifndef DECK_SLIDE_BYTES_MAX
#define DECK_SLIDE_BYTES_MAX ((size_t)1024 * 1024)
#endif

enum emphasis {
	EMPHASIS_HIGHLIGHT = 1 << 0, /* *x* */
	EMPHASIS_UNDERLINE = 1 << 1, /* _x_ */
	EMPHASIS_STRONG = 1 << 2,    /* **x** */
};

enum inline_kind {
	INLINE_TEXT,
	INLINE_CODE,
	INLINE_NUMBER, /* where a link's number is shown; it has no text */
};

/* A run of text that looks the same all along. */
struct inline_run {
	struct inline_run *next;
	enum inline_kind kind;
	unsigned emphasis; /* of enum emphasis */
	int link;	   /* index of its link on the slide, or -1 */
	struct str text;   /* of the slide's arena; no control characters */
};

/*
 * The inlines of one line of a slide. Blanks in it are as in the source: they
 * carry the columns of tables and pictures.
 */
struct text {
	struct inline_run *first;
	int hang; /* columns by which its wrapped rows are set in */
};

struct link {
	struct str target;
	int number; /* shown behind the label, from 0 as in mdp; -1: hidden,
		       because the label is the target */
	int step;   /* the step that first shows it */
	int line;
};

enum align {
	ALIGN_LEFT,
	ALIGN_CENTRE,
	ALIGN_RIGHT,
};

struct table_row {
	struct table_row *next;
	struct text *cells; /* `columns` of them */
	int step;
	int line;
};

enum block_kind {
	BLOCK_BODY, /* the whole slide: holds any blocks */
	BLOCK_TEXT,
	BLOCK_HEADING,
	BLOCK_CODE,
	BLOCK_TABLE,
	BLOCK_LIST,  /* holds items */
	BLOCK_ITEM,  /* holds any blocks */
	BLOCK_QUOTE, /* holds any blocks */
};

struct code_line {
	struct code_line *next;
	struct str text;
};

/*
 * `step` is how many stops stand before the block on its slide: it is shown
 * from that step on. `space` is how many blank rows stand above it.
 */
struct block {
	struct block *parent, *next, *first, *last;
	enum block_kind kind;
	int line, col; /* where it begins in the source, both 1-based */
	int step;
	int space;
	enum align align; /* of text and headings */
	struct text text; /* of text and headings */
	union {
		int level; /* of a heading: 1 to 6; of a list: 1 and up */
		struct {
			struct code_line *first, *last;
			struct str info; /* what follows the fence */
		} code;
		struct {
			int columns;
			enum align *aligns;
			struct table_row *header; /* first row, bold */
			struct table_row *last;
		} table;
		bool marked; /* of an item: it has a bullet of its own */
	};
};

struct slide {
	int number; /* 1-based */
	int line;   /* its first source line, 1-based */
	struct block body;
	struct link *links; /* an array of link_count */
	int link_count;
	int steps;	 /* how many it takes to show everything: 1 and up */
	int space_below; /* blank rows after the last block */
	struct remarks remarks;
};

struct definition;

/* Where a slide stands in the source: the bytes from `begin` up to `end`. */
struct slide_place {
	size_t begin, end;
	int line;	/* of its first byte */
	bool continued; /* cut off from the slide before by its size alone */
};

/* All members are for reading. */
struct deck {
	struct str title, author, date; /* empty when the deck does not say */
	int width;	     /* most columns of a slide's body, 0: no limit */
	bool arrows_literal; /* "-> x" after a list item is not centred */
	int slide_count;     /* 1 and up */
	struct remarks remarks; /* on the header and on the file as a whole */

	struct buf source;
	struct arena arena;
	struct slide_place *places; /* slide_count of them */
	struct definition *definitions;
	size_t definition_count;
};

/*
 * Read a deck from any bytes. It takes the bytes over: *source is empty
 * afterwards. Release the deck when done.
 */
void deck_init(struct deck *deck, struct buf *source);
void deck_release(struct deck *deck);

/*
 * Read slide `number`, 1 to slide_count. The slide and all it points to live
 * in the arena; texts may also be borrowed from the deck.
 */
struct slide *deck_slide(const struct deck *deck, int number,
			 struct arena *arena);

/*
 * Abort if a slide breaks a rule of this header: parents and children agree,
 * depth and steps are in range, links exist. Always true, for use in assert.
 */
bool slide_check(const struct slide *slide);

#endif
