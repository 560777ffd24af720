/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_SHAPE_H
#define SOURCE_SHAPE_H

#include <stdbool.h>

#include "base/str.h"

/*
 * What CommonMark makes of a line, as far as it must be known before a slide
 * is read: to find the slides, and to tell the dialects apart. `text` is a
 * line without the blanks in front of it.
 */

/* More columns of blanks than this in front of a line make code of it. */
#define SHAPE_INDENT_MAX  3
#define SHAPE_HEADING_MAX 6 /* the deepest level of one */

/* The columns of blanks in front of a line; *text is the rest of it. */
int shape_indent(struct str raw, struct str *text);

/* Three or more of "-", "*" or "_", with or without blanks between them. */
bool shape_is_rule(struct str text);

/* How many dashes it is made of; 0 when something else stands there, too. */
size_t shape_dashes(struct str text);

/* 1 for a line of "=", 2 for one of "-": the text above is a heading; 0. */
int shape_underline(struct str text);

/* The level of "# text", 1 to 6, or 0. */
int shape_heading(struct str text);

/* The columns that a bullet or a number takes with the blanks behind; 0. */
size_t shape_item(struct str text);

/*
 * Begins the line a block of HTML? Any tag that stands alone does, but not
 * right below a paragraph's text.
 */
bool shape_is_tag(struct str text, bool below_text);

/*
 * The bytes of a slide's own front matter, where `text` is what follows a line
 * "---": lines of the form "key: value" up to another such line. Or 0.
 */
size_t shape_slide_front(struct str text);

/* The columns of a table of pandoc's: dashes in groups. */
bool shape_is_columns(struct str text);

#endif
