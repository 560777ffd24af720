/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_TOKEN_H
#define MARKUP_TOKEN_H

#include "deck/deck.h"
#include "markup/tag.h"

/*
 * One text of CommonMark, as libcmark read it, cut further: into what stands
 * between two pieces of markup, and the markup that libcmark does not know.
 * What opens and what closes know each other.
 *
 *     a ~~b *c*~~    TEXT "a ", STRIKE, TEXT "b ", EMPHASIS, TEXT "c",
 *                    EMPHASIS, STRIKE
 */
enum token_kind {
	TOKEN_TEXT,
	TOKEN_CODE,
	TOKEN_SOFT, /* a line end within the paragraph */
	TOKEN_HARD, /* one that is meant */
	TOKEN_EMPHASIS,
	TOKEN_LINK, /* text is its target */
	TOKEN_IMAGE,
	TOKEN_WIKI,
	TOKEN_FOOTNOTE, /* text is its label; it is defined */
	TOKEN_TAG,
	TOKEN_COMMENT, /* text is what stands in it */
	TOKEN_STRIKE,
	TOKEN_SUPER,
	TOKEN_SUB,
	TOKEN_REMARK, /* on what follows; text is the detail */
	TOKEN_TILDES, /* of no strike: text is what is shown */
	TOKEN_CARET,
};

/* What stands beside a piece of markup. */
enum beside {
	BESIDE_BLANK, /* or the text's begin or end */
	BESIDE_PUNCTUATION,
	BESIDE_WORD,
};

/* A place in a text's source. */
struct place {
	int index; /* of the line in the text, from 0 */
	const char
		*line; /* where that line begins, or NULL: it was not clean */
	int at;	       /* byte in the line, from 0; about that */
};

#define TOKEN_NONE ((size_t)-1)

struct token {
	enum token_kind kind;
	struct str text;
	struct place place;
	size_t pair; /* what closes it, or opened it; TOKEN_NONE for a tag that
			is not closed, or not opened. Of these kinds only: tags,
			emphasis, links, strikes and scripts */
	bool closing;
	struct layer *layer; /* for markup.c */
	union {
		unsigned emphasis;	 /* of TOKEN_EMPHASIS */
		struct str label;	 /* of an image or a wiki link */
		struct tag tag;		 /* of TOKEN_TAG */
		enum remark_kind remark; /* of TOKEN_REMARK */
		struct {
			enum beside before, after;
		} beside; /* of tildes and carets */
	};
};

/* Set deck and arena, the rest is zero. */
struct tokens {
	const struct deck *deck;
	struct arena *arena;

	struct token *list;
	size_t count, room;

	enum beside before;	  /* what was added last */
	int brackets;		  /* how many are open */
	size_t open[TAG_IDS_MAX]; /* the last open tag of each name */
	size_t open_markup;	  /* the last open emphasis or link */
};

/*
 * Begin a text. Then add what libcmark gives, in order; the strings are
 * borrowed until the tokens have been used.
 */
void tokens_begin(struct tokens *tokens);
void tokens_add_text(struct tokens *tokens, struct str text,
		     struct place place);
void tokens_add_html(struct tokens *tokens, struct str html,
		     struct place place);
void tokens_add(struct tokens *tokens, struct token token);

/* Add what opens (emphasis, a link), and what closes the last one. */
void tokens_open(struct tokens *tokens, struct token token);
void tokens_close(struct tokens *tokens);

/* The text is complete: find the pairs. */
void tokens_end(struct tokens *tokens);

#endif
