/* SPDX-License-Identifier: MIT */
#ifndef CODE_VOCABULARY_H
#define CODE_VOCABULARY_H

#include "base/arena.h"
#include "code/language.h"

/* What a word of a language is. */
struct word {
	struct str text;
	enum code_class class;
	enum code_class next; /* of the word behind it; CODE_PLAIN: its own */
};

/* A language made ready for looking things up. */
struct vocabulary {
	const struct language *language;
	struct vocabulary *next; /* of those that were made */
	struct word *slots;	 /* mask + 1 of them, at least half free */
	size_t mask;
	bool word_bytes[256];

	/* For each byte that rules begin with, the first one; else NULL. */
	const struct rule *starts[256];
};

/*
 * The vocabulary of a language: one of *made, or a new one of the arena, which
 * *made begins with from then on.
 */
const struct vocabulary *vocabulary_of(struct arena *arena,
				       struct vocabulary **made,
				       const struct language *language);

/* What is known of a word, or NULL. */
const struct word *vocabulary_find(const struct vocabulary *vocabulary,
				   struct str text);

#endif
