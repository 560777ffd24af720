/* SPDX-License-Identifier: MIT */
/*
 * Headings are short, are no sentences, stand on their own, or have an
 * underline that was drawn as long as they are. What is none of this was
 * hardly meant to be one.
 */
#include "source/underline.h"

#include <string.h>

#include "base/glyph.h"

#define BREAK_DASHES 3	/* what most authors write for a slide break */
#define BREAK_COLS   4	/* that would be drawn as long as a text like this */
#define TITLE_COLS   60 /* longer ones do not fit on one row */

/* An underline of half the text's width is still one of that text. */
static bool is_drawn_for(struct str dashes, int cols)
{
	if (dashes.len == BREAK_DASHES)
		return cols <= BREAK_COLS;
	return (size_t)cols <= 2 * dashes.len;
}

static bool ends_sentence(struct str text)
{
	return text.len > 0 && strchr(".,;:", text.ptr[text.len - 1]);
}

bool underline_is_odd(struct str text, struct str dashes, bool more_lines)
{
	text = str_trim(text);
	dashes = str_trim_right(dashes);
	int cols = str_width(text);

	if (is_drawn_for(dashes, cols))
		return false;
	return more_lines || cols > TITLE_COLS || ends_sentence(text);
}
