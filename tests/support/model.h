/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_MODEL_H
#define SUPPORT_MODEL_H

#include "base/buf.h"
#include "layout/frame.h"

/*
 * A slide put together block by block, for tests of what is drawn of it
 * whatever it was read from:
 *
 *     model_init(&model);
 *     model_open(&model, BLOCK_QUOTE);
 *     model_text(&model, "in a quote");
 *     model_close(&model);
 *     model_put(&model, (struct size){ 5, 20 }, &out);
 *     model_release(&model);
 *
 * Every block is on a line of its own, but for the first one of a list or an
 * item. What is added is of the step `model.step`, which tests may count up.
 */
struct model {
	struct arena arena;
	struct deck deck;
	struct slide *slide;
	struct block *at; /* the block that is open */
	int step, line;
	struct stage stage; /* from model_fit on */
	struct fit *fit;
};

void model_init(struct model *model);
void model_release(struct model *model);

/* Append a block to the one that is open. */
struct block *model_add(struct model *model, enum block_kind kind);

/* Append a block and open it; close the one that is open. */
struct block *model_open(struct model *model, enum block_kind kind);
void model_close(struct model *model);

/* Texts and code with a row for each line; an empty code has no lines. */
struct block *model_text(struct model *model, const char *text);
struct block *model_code(struct model *model, const char *lines);

/* A table of "a|b" lines, all left-aligned. */
struct block *model_table(struct model *model, const char *rows);

/* An item with a text; NULL: a bullet. It stays open. */
struct block *model_item(struct model *model, const char *marker,
			 const char *text);

/* A run of its own at the end of a text. */
struct inline_run *model_run(struct model *model, struct text *text,
			     enum inline_kind kind, const char *shown);

void model_fit(struct model *model, struct size size);

/* Append the views of the slide, as text; as text and roles. */
void model_put(struct model *model, struct size size, struct buf *out);
void model_put_planes(struct model *model, struct size size, struct buf *out);

#endif
