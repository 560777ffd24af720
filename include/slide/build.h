/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_BUILD_H
#define SLIDE_BUILD_H

#include "deck/directive.h"
#include "deck/note.h"
#include "markup/inline.h"

/*
 * What all readers of slides share: blocks are added in the order of the
 * source, stops count, and directives choose where the next block goes and
 * what it looks like.
 *
 *     builder_init
 *     builder_block, builder_stop, builder_comment ...    in the source's order
 *     builder_finish
 */
struct builder {
	const struct deck *deck;
	struct slide *slide;
	struct arena *arena;
	struct settings settings; /* of this slide */
	struct inline_batch batch;
	struct notes notes;
	int line; /* source line being read */
	int col;

	int step; /* of the block that is added next, but for a stop that waits
		   */
	int last_step; /* the highest that anything on the slide needs */
	int stop_line; /* of the stop that has revealed nothing yet, or 0 */
	bool begun;    /* a row stands above: a stop has something to hide */
	int space;     /* blank rows since the last block */

	struct block *container; /* the body, or a column */
	struct block *columns;	 /* that are open, or NULL */
	enum align align;
	int font_size; /* 1 is that of text, which 0 is as well */
	bool big;      /* the next heading is */
};

void builder_init(struct builder *builder, const struct deck *deck,
		  struct slide *slide, struct arena *arena);

/* Add a block behind the parent's last one; takes over the waiting space. */
struct block *builder_block(struct builder *builder, struct block *parent,
			    enum block_kind kind);

/*
 * A stop. The step of what is added next counts up once something follows;
 * a stop that has nothing to hide or to reveal is a remark.
 */
void builder_stop(struct builder *builder);

/* The step of what is added now, for what is no block of its own. */
int builder_step(struct builder *builder);

/* Make a heading of a block. */
void builder_heading(struct builder *builder, struct block *block, int level);

/* Make a heading of a text, if the deck asks for larger text. */
void builder_enlarge(struct builder *builder, struct block *text);

/* A step in which nothing is added, only something looks different. */
int builder_extra_step(struct builder *builder);

/*
 * Give a block its text, which is read by builder_finish; `text` is where the
 * runs go. Nothing may be moved after that.
 */
void builder_text(struct builder *builder, struct text *into, int step,
		  struct str source);

/* Take what is inside of a comment: a directive, a note, or nothing. */
void builder_comment(struct builder *builder, struct str inside);

/*
 * Open columns of these weights, or, with a count of 0, as many as are added.
 * Columns that are open already are closed.
 */
void builder_open_columns(struct builder *builder, const int *weights,
			  int count);

/* Go on in a new column; a weight of 0 is a fair share. */
void builder_add_column(struct builder *builder, int weight);
void builder_close_columns(struct builder *builder);

/* What is on the slide so far becomes a first column; go on in a second. */
void builder_split_columns(struct builder *builder);

/* Something the speaker wants to be told; blank lines around it go. */
void builder_note(struct builder *builder, struct str text, int line);

/* A remark on the line that is being read. */
void builder_remark(struct builder *builder, int col, enum remark_kind kind,
		    struct str detail);

/* Read the inline markup of all texts and complete the slide. */
void builder_finish(struct builder *builder);

#endif
