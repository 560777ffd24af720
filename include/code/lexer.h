/* SPDX-License-Identifier: MIT */
#ifndef CODE_LEXER_H
#define CODE_LEXER_H

#include "code/vocabulary.h"

/*
 * From lines of code to what every byte of them is. Nothing is ever wrong:
 * code that no compiler would take gets the classes that its words look like.
 * The time it takes is proportional to the text.
 *
 * What is open when a line ends, a comment or a string of many lines, is a
 * region; regions stand within each other, as code does within a string that
 * is a template.
 *
 *     `a ${ f("}") } b`      code > string > code > string
 */

/* Deeper nesting is not told from what is around it. */
#define LEXER_REGIONS_MAX 24

struct region {
	const struct rule *rule; /* that opened it; NULL: the whole code */
	const struct vocabulary *code; /* of code; NULL in strings, comments */
	struct str close;	       /* where it ends: borrowed */
	size_t level; /* what else must be closed, or stand there */
	size_t begin; /* where on the line */
	bool holes;   /* those of its rule are open */
	bool second;  /* of two parts */
};

struct lexer {
	struct arena *arena;
	struct vocabulary *made;
	struct region regions[LEXER_REGIONS_MAX]; /* from outside to inside */
	int depth;				  /* 1 and up */

	struct str line;
	unsigned char *classes; /* of its bytes */
	size_t at;		/* what is in front of it is done */
	bool first;		/* only blanks stand in front */
	bool operand;		/* a value stands in front: "/" divides it */
	bool marked;		/* the prefix of a string opens its holes */
	enum code_class next;	/* of the next word, if a keyword said so */
	size_t key;		/* where the line's key begins... */
	size_t key_end;	       /* ...and ends; beyond the line: not known yet */
	struct region waiting; /* for the next line; no rule: nothing is */
};

/* Ready for the first line. The arena is borrowed for as long as it is used. */
void lexer_init(struct lexer *lexer, struct arena *arena,
		const struct language *language);

/*
 * Take the next line, without its end, and write the class of each of its
 * bytes to classes[0 .. line.len-1]. The text must live as long as the lexer.
 */
void lexer_line(struct lexer *lexer, struct str line, unsigned char *classes);

/* ---- for those who take a part of the line ---- */

/* What is not done yet. */
struct str lexer_rest(const struct lexer *lexer);

/* The byte that stands `bytes` further on, or NUL beyond the line. */
char lexer_peek(const struct lexer *lexer, size_t bytes);

/* Whether the text stands next. */
bool lexer_sees(const struct lexer *lexer, struct str text);

/* Make the next bytes, as far as there are any, be of a class; go on. */
void lexer_paint(struct lexer *lexer, size_t bytes, enum code_class class);

#endif
