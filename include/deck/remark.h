/* SPDX-License-Identifier: MIT */
#ifndef DECK_REMARK_H
#define DECK_REMARK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"

/*
 * What can be odd about a deck: a line for each, which the reader, the checker
 * and its --no option, the help and the documents share. The name is what
 * stands in brackets behind a warning. Where there is a detail (the name of a
 * key, a word of the source), it follows the text in quotes, or takes the
 * place of what stands in braces.
 *
 *     X(symbol, name, text)
 */
/* clang-format off */
#define REMARKS(X)                                                                       \
	/* bytes */                                                                      \
	X(NOT_UTF8, "not-utf8", "bytes that are not UTF-8 are shown as \ufffd")          \
	X(CONTROL, "control", "a control character is shown as a picture")               \
	X(WIDTH, "width", "terminals disagree about the width of '{...}'")               \
	/* slides */                                                                     \
	X(LARGE_SLIDE, "large-slide", "a very large slide is continued here")            \
	X(ODD_BREAK, "odd-break", "a slide break without a blank line above it")         \
	X(ODD_UNDERLINE, "odd-underline",                                                \
	  "dashes make a heading of the line above; a blank line between would make "    \
	  "them a slide break")                                                          \
	X(EMPTY_SLIDE, "empty-slide", "nothing is on this slide")                        \
	X(IDLE_STOP, "idle-stop", "a stop reveals nothing")                              \
	/* blocks */                                                                     \
	X(OPEN_FENCE, "open-fence", "code is not closed: its fence ends with the slide") \
	X(OPEN_COMMENT, "open-comment", "a comment is not closed: it is shown as text")  \
	X(OPEN_DIV, "open-div", "a ::: block is not closed")                             \
	X(NOT_RUN, "not-run", "code is shown, never run")                                \
	X(CODE_STEPS, "code-steps", "not a selection of lines")                          \
	X(DEEP, "deep", "nesting this deep is shown less deep")                          \
	/* metadata and directives */                                                    \
	X(FRONT_MATTER, "front-matter", "not a line of the form \"key: value\"")         \
	X(KEY, "key", "unknown key")                                                     \
	X(VALUE, "value", "not a value for '{...}'")                                     \
	X(DUPLICATE, "duplicate", "'{...}' is said twice; the first one counts")         \
	X(DIRECTIVE, "directive", "unknown directive")                                   \
	X(ARGUMENT, "argument", "not an argument for '{...}'")                           \
	X(CLASS, "class", "unknown class")                                               \
	X(TAG, "tag", "unknown tag, its text is kept")                                   \
	X(COLOUR, "colour", "unknown colour")                                            \
	X(CONTRAST, "contrast", "hardly legible: {a colour close to its background}")    \
	/* the deck's surroundings */                                                    \
	X(LINK, "link", "no target is defined for '{...}'")                              \
	X(FOOTNOTE, "footnote", "no footnote is defined for '{...}'")                    \
	X(IMAGE, "image", "no such image")                                               \
	X(PICTURE, "picture", "cannot be drawn: {an image}")                             \
	X(INCLUDE, "include", "cannot be included")                                      \
	/* the screen it is checked for */                                               \
	X(PAGES, "pages", "the slide needs {more rows than the screen has}")             \
	X(BROKEN_LINE, "broken-line", "a line needs {more columns than there are}")

enum remark_kind {
#define X(symbol, name, text) REMARK_##symbol,
	REMARKS(X)
#undef X
	REMARK_COUNT
};
/* clang-format on */

/* Something odd in the source, and what was made of it. */
struct remark {
	struct remark *next;
	enum remark_kind kind;
	int line;	   /* 1-based line of the deck */
	int col;	   /* 1-based byte in the line */
	struct str detail; /* may be empty; clean, of the remark's arena */
};

struct remarks {
	struct remark *first, *last;
};

/* Whether two remarks say the same of the same place. */
bool remark_eq(const struct remark *a, const struct remark *b);

/* Append a copy; it lives in the arena, the detail too. */
void remark_add(struct remarks *remarks, struct arena *arena,
		struct remark remark);

/* The name of a kind, and back; REMARK_COUNT for no name at all. */
const char *remark_name(enum remark_kind kind);
enum remark_kind remark_find(struct str name);

/* Append what it says, its detail included, on one line. */
void remark_put(const struct remark *remark, struct buf *out);

#endif
