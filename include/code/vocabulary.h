/* SPDX-License-Identifier: MIT */
#ifndef CODE_VOCABULARY_H
#define CODE_VOCABULARY_H

#include "base/arena.h"
#include "code/language.h"

/* What a word of a language is. Small: there are hundreds. */
struct word {
	const char *text;
	unsigned char len;
	unsigned char class; /* of enum code_class */
	unsigned char next;  /* of the word behind it; CODE_PLAIN: its own */
};

/* A language made ready for looking things up. */
struct vocabulary {
	const struct language *language;
	struct vocabulary *next; /* of those that were made */
	struct word *words;	 /* in no order; the first one is not used */
	unsigned short *slots;	 /* of words, 0: free; at least half of them */
	size_t mask;		 /* one less than there are slots */
	bool word_bytes[256];

	/* For each byte, 1 and up: the first rule that begins with it. */
	unsigned char starts[256];
};

/*
 * The vocabulary of a language: one of *made, or a new one of the arena, which
 * *made begins with from then on.
 */
const struct vocabulary *vocabulary_of(struct arena *arena,
				       struct vocabulary **made,
				       const struct language *language);

/* The first rule that begins with a byte; RULE_NONE if none does. */
const struct rule *vocabulary_rule(const struct vocabulary *vocabulary,
				   char byte);

/* What is known of a word, or NULL. */
const struct word *vocabulary_find(const struct vocabulary *vocabulary,
				   struct str text);

#endif
