/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_SHIELD_H
#define MARKUP_SHIELD_H

#include "base/arena.h"
#include "base/buf.h"

/*
 * A text of CommonMark goes to libcmark as it is, but for marks: in front of
 * escaped characters that mean something to us alone, because libcmark forgets
 * that they were escaped; and of characters that are no markup here, such as
 * stars in $mathematics$. A mark is written as an entity, so that what stands
 * beside it is still punctuation, and one that nobody writes, so that it is
 * found again where libcmark reads no entities.
 */

/* In plain text that libcmark gives back: what follows is no markup. */
#define SHIELD_MARK "\xef\xb7\x90" /* U+FDD0 */

/* Open brackets of one text cost libcmark their square. */
#define BRACKETS_MAX 1000

/*
 * Append the lines of a text, joined with line feeds; those but the first are
 * set in.
 */
void shield_put(struct buf *out, struct str text);

/*
 * What libcmark gives back, borrowed or of the arena: where that is the source
 * as it is, in code and HTML; text that still holds SHIELD_MARK; and targets
 * and text without it.
 */
struct str shield_raw(struct arena *arena, struct str text);
struct str shield_text(struct arena *arena, struct str text);
struct str shield_plain(struct arena *arena, struct str text);

#endif
