/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_PEN_H
#define MARKUP_PEN_H

#include "markup/flow.h"
#include "markup/inline.h"
#include "markup/token.h"

#define EMPHASIS_BITS 8

/*
 * Shows the tokens of a text: what is open (emphasis, links, tints) says how
 * what is put looks. Set deck and flow (its writer and keeps_lines), the rest
 * is zero. Release it at the end.
 */
struct pen {
	const struct deck *deck;
	struct flow flow;
	struct buf scratch;

	/* The text that is being shown, and what is open in it. */
	const struct inline_text *text;
	const struct tokens *tokens;
	int emphases[EMPHASIS_BITS]; /* how many of each */
	int codes;
	int hidden;		/* nothing is shown, said or counted */
	int scripts;		/* superscripts and subscripts */
	enum token_kind script; /* of one whose characters have that form */
	struct layer *links, *tints;
};

void pen_release(struct pen *pen);

void pen_begin(struct pen *pen, const struct inline_text *text,
	       const struct tokens *tokens);

/* Whatever is still open is closed. */
void pen_end(struct pen *pen);

struct slide *pen_slide(const struct pen *pen);
struct arena *pen_arena(const struct pen *pen);

/* The line of the deck that a token stands on. */
int pen_line(const struct pen *pen, const struct token *token);

/* Say what is odd about a token. */
void pen_remark(struct pen *pen, enum remark_kind kind,
		const struct token *token, struct str detail);

struct look pen_look(const struct pen *pen);
void pen_put(struct pen *pen, struct str text);
void pen_put_code(struct pen *pen, struct str text);

/* What follows is emphasised, or no more; struck text has its tildes. */
void pen_emphasise(struct pen *pen, unsigned emphasis, bool closing);

/*
 * Open a link, if it has a target, which is clean and of the arena or borrowed
 * from the deck, and a tint, where there is one; NULL when there is nothing to
 * close. They may be closed in any order. A link that is closed without a
 * label has its target for one.
 */
struct layer *pen_open(struct pen *pen, const struct token *token,
		       struct link link, struct tint tint);
void pen_close(struct pen *pen, struct layer *layer);

/* A link with its label. */
void pen_put_link(struct pen *pen, const struct token *token, struct link link,
		  struct str label);

/* An image: what its text says of its size counts before what the link says. */
void pen_put_image(struct pen *pen, const struct token *token,
		   struct link image, struct str alt);

/* A superscript or a subscript, up to the token's pair. */
void pen_open_script(struct pen *pen, const struct token *token,
		     enum token_kind kind);
void pen_close_script(struct pen *pen);

#endif
