/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_REQUEST_H
#define REMOTE_REQUEST_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"

/*
 * What a running talk can be asked for: a line for each, which the reader, the
 * writer, `deckle remote` and its help share. The argument is as the help
 * shows it.
 *
 *     X(symbol, word, argument, help)
 */
/* clang-format off */
#define REQUESTS(X)                                                           \
	X(NEXT, "next", "", "next step, or next slide")                       \
	X(PREVIOUS, "prev", "", "previous step, or previous slide")           \
	X(GOTO, "goto", "N", "slide N")                                       \
	X(STEP, "step", "N", "step N of the slide; 1 is before its stops")    \
	X(LINE, "line", "N [FILE]", "the slide with line N of the source")    \
	X(FIRST, "first", "", "first slide")                                  \
	X(LAST, "last", "", "last slide")                                     \
	X(BLANK, "blank", "[on|off]", "blank the screen, and back")           \
	X(RELOAD, "reload", "", "read the deck again")                        \
	X(QUIT, "quit", "", "end the talk")                                   \
	X(STATUS, "status", "", "nothing but the reply: where the talk is")   \
	X(WATCH, "watch", "", "where the talk is, at every change")

enum request_kind {
#define X(symbol, word, argument, help) REQUEST_##symbol,
	REQUESTS(X)
#undef X
	REQUEST_COUNT
};
/* clang-format on */

enum blanking {
	BLANK_TOGGLE,
	BLANK_ON,
	BLANK_OFF,
};

struct request {
	enum request_kind kind;
	int number; /* of GOTO, STEP and LINE: from 1, maybe too large */
	enum blanking blank; /* of BLANK */
	struct str file;     /* of LINE: an absolute path; empty: the deck's */
};

/* The word of a kind, its argument and its help: zero-terminated. */
const char *request_word(enum request_kind kind);
const char *request_argument(enum request_kind kind);
const char *request_help(enum request_kind kind);

/* The kind that a word stands for, or REQUEST_COUNT. */
enum request_kind request_find(struct str word);

/* True for GOTO, STEP and LINE. */
bool request_has_number(enum request_kind kind);

/*
 * Read a line of JSON such as {"command":"goto","slide":7}. The file is of the
 * arena. False, with the reason in *error, for anything else: not JSON, an
 * unknown command, a number that is missing or below 1. Members that the
 * command does not know are passed over.
 */
bool request_read(struct request *request, struct str line, struct arena *arena,
		  struct error *error);

/* Append the line that request_read reads, its newline included. */
void request_put(const struct request *request, struct buf *out);

#endif
