/* SPDX-License-Identifier: MIT */
#ifndef TTY_SCRIPT_H
#define TTY_SCRIPT_H

#include <stdbool.h>

#include "text.h"

/*
 * A test script as lines, and a line as tokens. What the tokens mean is not
 * known here: see language.h.
 *
 *     ?cell 9,2 attrs = {bold reverse}    words, then a set
 *     KEY <Space>*20 "q"                  a word, a key, a string
 *     FILE deck.md <<END                  words, then a here-document, which
 *     # Hello                             is a string too: the lines up to,
 *     END                                 and without, the one that says END
 */
enum token_kind {
	TOKEN_WORD,
	TOKEN_STRING, /* its text is decoded */
	TOKEN_KEY,    /* its text is what <> enclose */
	TOKEN_SET,    /* its text is what {} enclose */
};

struct token {
	enum token_kind kind;
	struct str text; /* valid until the next line is read */
	int repeat;	 /* what follows as *N, or 1 */
};

enum {
	LINE_TOKENS = 64 /* more on one line isn't readable */
};

struct line {
	int number;	   /* the first is 1 */
	struct str text;   /* without the blanks around it */
	struct str word;   /* up to the first blank */
	struct str rest;   /* all after the first word */
	struct str source; /* the text, and its here-document if it has one */
	struct token tokens[LINE_TOKENS]; /* of the rest, by script_lex */
	int count;
};

struct script {
	const char *path;
	struct text source;
	struct str left;    /* of the source, still to be read */
	int number;	    /* of the line read last */
	struct text decode; /* the tokens of the current line */
};

/* The path is borrowed. Close the script even when this fails. */
bool script_open(struct script *script, const char *path, struct text *error);
void script_close(struct script *script);

/* The next line that is neither blank nor a comment; false at the end. */
bool script_next(struct script *script, struct line *line);

/* Cut the rest of the line into tokens; a here-document is read as well. */
bool script_lex(struct script *script, struct line *line, struct text *error);

#endif
