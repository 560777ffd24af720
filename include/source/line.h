/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_LINE_H
#define SOURCE_LINE_H

#include <stdbool.h>

#include "base/str.h"
#include "deck/deck.h"

/*
 * What a source line of an mdp deck is. One grammar, used twice: to find the
 * slides when a deck is opened, and to read a slide when it is shown.
 *
 * mdp's own rules are those of mdp 1.0.15 and its man page; the comments in
 * line.c name the places where deckle reads more.
 */

/* Fewer are no fence; a longer one is closed by LINE_FENCE_MAX of them. */
#define LINE_FENCE_MIN 3
#define LINE_FENCE_MAX 64

enum line_kind {
	LINE_BLANK,
	LINE_BREAK,	 /* --- or ***: the next line begins a slide */
	LINE_STOP,	 /* ^ or <br>; what follows on the line is `text` */
	LINE_FENCE,	 /* opens code; `text` is the info string */
	LINE_FENCE_END,	 /* closes it */
	LINE_CODE,	 /* inside a fence, or indented by 4 */
	LINE_UNDERLINE,	 /* === or ---: the text above is a heading */
	LINE_HEADING,	 /* # to ###### */
	LINE_BULLET,	 /* *, - or + and a blank */
	LINE_QUOTE,	 /* > */
	LINE_DELIMITER,	 /* |---|---|: the text above is a table's header */
	LINE_ROW,	 /* a row of that table */
	LINE_DEFINITION, /* [label]: target */
	LINE_COMMENT,	 /* <!-- x -->; `continues` while it is open */
	LINE_NOTE,	 /* %% x: for the speaker only */
	LINE_TEXT,
};

struct line {
	enum line_kind kind;
	struct str text; /* without its markers; borrowed from the source */
	int indent;	 /* columns of blanks before the first character */
	int level;	/* of headings, underlines, quotes, bullets: 1 and up */
	bool centred;	/* -> */
	bool continues; /* it belongs to the list item above */
	bool odd_break; /* a break where an underline could have been meant */
	int pad;	/* blanks between a centred text and its <- */
};

/*
 * What has to be remembered from one line to the next. All zero bytes is the
 * state at the top of a slide.
 */
struct line_state {
	enum line_kind above; /* LINE_BLANK at the top */
	struct str above_text;
	bool above_centred;
	bool table;
	bool in_item;	  /* no blank line since the bullet */
	char fence;	  /* '`' or '~' inside a fence, else 0 */
	int fence_size;	  /* how many of them opened it */
	int fence_indent; /* columns before it */
	int levels;	  /* of lists that are remembered */
	int indents[DECK_DEPTH_MAX];
	bool comment;	     /* inside of one */
	bool comments_open;  /* none that begins here on is closed */
	struct str ahead;    /* what follows the line */
	bool arrows_literal; /* set by whoever starts the state */
};

/*
 * Read the next line of a slide. `ahead` is what follows it in the source: a
 * comment that is not closed there is text.
 */
struct line line_read(struct line_state *state, struct str raw,
		      struct str ahead);

/* True for a line that is a slide break wherever a blank line is above it. */
bool line_is_rule(struct str raw);

/* True for "[label]: target", which stands at most 3 columns in. */
bool line_is_definition(struct str text);

/*
 * When the line opens or closes a fence of `fence` characters with at least
 * `size` of them: true, and *bare tells whether nothing else stands there.
 */
bool line_is_fence(struct str raw, char fence, int size, bool *bare);

#endif
