/* SPDX-License-Identifier: MIT */
#ifndef DECK_ELEMENT_H
#define DECK_ELEMENT_H

#include "deck/pen.h"

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

#endif
