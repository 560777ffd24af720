/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_TAG_H
#define MARKUP_TAG_H

#include "base/arena.h"
#include "base/str.h"

/* What a tag of HTML means for text. */
enum tag_kind {
	TAG_UNKNOWN,
	TAG_NOTHING, /* HTML has it, text does not show it */
	TAG_BREAK,   /* <br> */
	TAG_LOOK,    /* emphasis */
	TAG_CODE,
	TAG_SUPER,
	TAG_SUB,
	TAG_LINK,
	TAG_IMAGE,
	TAG_BLOCK,   /* its text stands on rows of its own */
	TAG_CAPTION, /* the same: it belongs to an image above it */
	TAG_ITEM,    /* of a list: the same, with a bullet */
	TAG_CELL,    /* of a table: set off from the one before */
	TAG_HIDDEN,  /* its text is not for readers: a script, a style */
};

struct tag {
	enum tag_kind kind;
	unsigned emphasis; /* of enum emphasis: how its text looks */
	int id;		   /* the same for all tags of a name; 0: unknown */
	bool closing;	   /* </b> */
	bool empty;	   /* it has no text, by its name or as in <b/> */
	struct str name;
	struct str attributes; /* of the text, as written */
};

/* No id is as large as this. */
#define TAG_IDS_MAX 160

/*
 * The bytes of the tag that the text begins with, as CommonMark knows tags, or
 * 0 when there is none.
 */
size_t tag_read(struct str text, struct tag *tag);

/*
 * The value of an attribute, its entities decoded, on one line; borrowed or of
 * the arena. False when the tag does not have it.
 */
bool tag_attribute(const struct tag *tag, const char *name, struct arena *arena,
		   struct str *value);

/* Take "key: value;" off the value of a style attribute. False at the end. */
bool tag_take_style(struct str *style, struct str *key, struct str *value);

#endif
