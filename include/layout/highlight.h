/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_HIGHLIGHT_H
#define LAYOUT_HIGHLIGHT_H

#include "code/lexer.h"
#include "layout/wrap.h"

/*
 * Lines of code as spans, with a role for everything that the lexer tells
 * apart. Code in a language that is not known is ROLE_CODE throughout, and so
 * is a line with looks of its own, which are put on top. The text is never
 * changed.
 */
struct highlighter {
	struct arena *arena;
	bool known; /* the language: else there is no lexer */
	struct lexer lexer;
};

/*
 * Ready for the first line of code in a language, as it stands behind a fence:
 * language_name says what of that is its name.
 */
void highlight_init(struct highlighter *highlighter, struct arena *arena,
		    struct str info);

/* The next line; its text is borrowed. */
struct span highlight_line(struct highlighter *highlighter,
			   const struct code_line *line);

#endif
