/* SPDX-License-Identifier: MIT */
#ifndef DECK_DIRECTIVE_H
#define DECK_DIRECTIVE_H

#include "deck/dialect.h"

/*
 * What a comment in a deck may say: one list for all dialects, which the
 * readers, the documents and `deckle check --list-directives` share. Every
 * dialect understands them all.
 *
 *     X(what it does, name, dialect it comes from, argument, help)
 */
/* clang-format off */
#define DIRECTIVES(X)                                                                      \
	X(PAUSE, "pause", PRESENTERM, "", "a stop")                                        \
	X(PAUSE, "stop", LOOKATME, "", "a stop")                                           \
	X(END_SLIDE, "end_slide", PRESENTERM, "", "the slide ends here")                   \
	X(SKIP_SLIDE, "skip_slide", PRESENTERM, "", "this slide is left out")              \
	X(NOTE, "note", MDP, "TEXT", "a speaker note, never shown")                        \
	X(NOTE, "notes", MDP, "TEXT", "a speaker note, never shown")                       \
	X(NOTE, "speaker_note", PRESENTERM, "TEXT", "a speaker note, never shown")         \
	X(COMMENT, "comment", PRESENTERM, "TEXT", "nothing")                               \
	X(COLUMN_LAYOUT, "column_layout", PRESENTERM, "[N, N...]",                         \
	  "columns that share the width in these parts")                                   \
	X(COLUMN, "column", PRESENTERM, "N",                                               \
	  "what follows goes to that column; the first is 0")                              \
	X(RESET_LAYOUT, "reset_layout", PRESENTERM, "",                                    \
	  "what follows takes the whole width again")                                      \
	X(ALIGNMENT, "alignment", PRESENTERM, "left|center|right",                         \
	  "how what follows is aligned")                                                   \
	X(NEW_LINES, "new_line", PRESENTERM, "", "a blank row")                            \
	X(NEW_LINES, "newline", PRESENTERM, "", "a blank row")                             \
	X(NEW_LINES, "new_lines", PRESENTERM, "N", "blank rows")                           \
	X(NEW_LINES, "newlines", PRESENTERM, "N", "blank rows")                            \
	X(MIDDLE, "jump_to_middle", PRESENTERM, "", "nothing: slides stand in the middle") \
	X(FONT_SIZE, "font_size", PRESENTERM, "N",                                         \
	  "text of 2 and more looks like a heading, headings are in large letters")        \
	X(BIG, "big", MDP, "", "the next heading is in large letters")                     \
	X(BIG, "fit", MARP, "", "the next heading is in large letters")                    \
	X(INCREMENTAL_LISTS, "incremental_lists", PRESENTERM, "true|false",                \
	  "a stop before each item of the lists that follow")                              \
	X(INCREMENTAL_TABLES, "incremental_tables", PRESENTERM, "true|false",              \
	  "a stop before each row of the tables that follow")                              \
	X(ITEM_SPACE, "list_item_newlines", PRESENTERM, "N",                               \
	  "1 is a list without blank rows, 2 one between items")                           \
	X(NO_FOOTER, "no_footer", PRESENTERM, "", "this slide has no footer")              \
	X(TRANSITION, "transition", MDP, "NAME",                                           \
	  "none, fade, slide or dissolve: how this slide comes")                           \
	X(INCLUDE, "include", PRESENTERM, "PATH", "the text of that file stands here")     \
	X(OUTPUT, "snippet_output", PRESENTERM, "NAME", "nothing: code is never run")      \
	X(CONFIG, "config", PATAT, "KEYS", "settings of this slide")                       \
	X(LOOKS, ".slide", REVEAL, "ATTRIBUTES", "nothing: looks of a web page")           \
	X(LOOKS, ".element", REVEAL, "ATTRIBUTES",                                         \
	  "how large the image in front of it is")                                         \
	X(LOOKS, "class", MARP, "NAME", "nothing: looks of a web page")                    \
	X(LOOKS, "paginate", MARP, "WORD", "nothing: the footer counts")                   \
	X(LOOKS, "header", MARP, "TEXT", "nothing: looks of a web page")                   \
	X(LOOKS, "footer", MARP, "TEXT", "nothing: looks of a web page")                   \
	X(LOOKS, "theme", MARP, "NAME", "nothing: looks of a web page")                    \
	X(LOOKS, "style", MARP, "CSS", "nothing: looks of a web page")                     \
	X(LOOKS, "size", MARP, "RATIO", "nothing: looks of a web page")                    \
	X(LOOKS, "color", MARP, "COLOUR", "nothing: looks of a web page")                  \
	X(LOOKS, "backgroundColor", MARP, "COLOUR", "nothing: looks of a web page")        \
	X(LOOKS, "backgroundImage", MARP, "URL", "nothing: looks of a web page")           \
	X(LOOKS, "backgroundPosition", MARP, "WORD", "nothing: looks of a web page")       \
	X(LOOKS, "backgroundRepeat", MARP, "WORD", "nothing: looks of a web page")         \
	X(LOOKS, "backgroundSize", MARP, "WORD", "nothing: looks of a web page")
/* clang-format on */

enum directive_kind {
	DIRECTIVE_NONE,	   /* a comment of the author's own */
	DIRECTIVE_UNKNOWN, /* it looks like one, but nobody has it */
	DIRECTIVE_PAUSE,
	DIRECTIVE_END_SLIDE,
	DIRECTIVE_SKIP_SLIDE,
	DIRECTIVE_NOTE,
	DIRECTIVE_COMMENT,
	DIRECTIVE_COLUMN_LAYOUT,
	DIRECTIVE_COLUMN,
	DIRECTIVE_RESET_LAYOUT,
	DIRECTIVE_ALIGNMENT,
	DIRECTIVE_NEW_LINES,
	DIRECTIVE_MIDDLE,
	DIRECTIVE_FONT_SIZE,
	DIRECTIVE_BIG,
	DIRECTIVE_INCREMENTAL_LISTS,
	DIRECTIVE_INCREMENTAL_TABLES,
	DIRECTIVE_ITEM_SPACE,
	DIRECTIVE_NO_FOOTER,
	DIRECTIVE_TRANSITION,
	DIRECTIVE_INCLUDE,
	DIRECTIVE_OUTPUT,
	DIRECTIVE_CONFIG,
	DIRECTIVE_LOOKS,
	DIRECTIVE_KIND_COUNT,
};

struct directive {
	enum directive_kind kind;
	struct str name;     /* of the text, without Marp's "_" */
	struct str argument; /* of the text; may be empty, may hold lines */
};

/*
 * What the inside of a comment ("pause" of "<!-- pause -->") means, where the
 * directives of the deck begin with `prefix` (presenterm's command_prefix; it
 * is empty almost always).
 */
struct directive directive_parse(struct str inside, struct str prefix);

/* What presenterm takes for remarks to an editor: "// x", "vim:", "{{{". */
bool directive_is_editors(struct str inside);

/* One row of the list, for those who print it. False at the end. */
struct directive_row {
	const char *name, *argument, *help;
	enum dialect dialect;
};
bool directive_row(int index, struct directive_row *row);

/*
 * When `text` begins with a comment: true, with what is inside, trimmed, and
 * the bytes it takes. An open one takes all of the text: *closed is false.
 */
bool comment_take(struct str text, struct str *inside, size_t *bytes,
		  bool *closed);

/* Where a comment begins on a line, past code spans; NULL: nowhere. */
const char *comment_find(struct str text);

/*
 * The byte behind the comment that begins at byte `at` of the source. 0 when
 * it is left open: the source ends or another one begins before it is closed,
 * or, for one within a paragraph, that paragraph ends.
 */
size_t comment_end(struct str source, size_t at, bool in_paragraph);

#endif
