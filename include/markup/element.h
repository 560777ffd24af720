/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_ELEMENT_H
#define MARKUP_ELEMENT_H

#include "markup/pen.h"

/* More classes than that on a slide are not remarked on. */
#define CLASSES_MAX 32

/* Those that were met on a slide; all zero is none. */
struct classes {
	struct str names[CLASSES_MAX];
	int count;
};

/*
 * Do what a TOKEN_TAG asks for. A tag that nobody knows is remarked on; its
 * text is kept, but for that of scripts and styles.
 */
void element_put(struct pen *pen, struct token *token, struct classes *classes);

/* How large an image is, as the attributes of a tag say it. */
void element_read_sizes(const struct pen *pen, const struct tag *tag,
			struct link *image);

#endif
