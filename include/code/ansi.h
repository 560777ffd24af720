/* SPDX-License-Identifier: MIT */
#ifndef CODE_ANSI_H
#define CODE_ANSI_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * The colours that a program puts into a text for a terminal, by themselves:
 * what is drawn is the text that was there before, and nothing else that was
 * written gets any further.
 */

/* A colour that is not the terminal's own: an index of 0 to 255, or these. */
#define ANSI_OWN (-1)	   /* none was asked for */
#define ANSI_RGB 0x1000000 /* with 0xRRGGBB */

enum ansi_attribute {
	ANSI_BOLD = 1 << 0,
	ANSI_ITALIC = 1 << 1,
	ANSI_UNDERLINE = 1 << 2,
};

struct ansi_look {
	int text, ground;
	unsigned attributes; /* of enum ansi_attribute */
};

/* Bytes [begin, end) of the text, which may be on several lines. */
struct ansi_run {
	size_t begin, end;
	struct ansi_look look;
};

/* In the order of the text; what is in none of them looks like nothing. */
struct ansi {
	struct ansi_run *runs;
	size_t count;
};

/*
 * Read what a program made of a text without control characters but for line
 * ends. Colours, bold, italic and underlined text are understood; all other
 * sequences and control characters are passed over. The runs are the arena's.
 *
 * False when what remains is another text: more or fewer empty lines at its
 * end, and fewer at its begin, are the same.
 */
bool ansi_read(struct ansi *ansi, struct arena *arena, struct str output,
	       struct str text);

#endif
