/* SPDX-License-Identifier: MIT */
#ifndef DECK_PLAIN_H
#define DECK_PLAIN_H

#include "base/arena.h"

/*
 * A text on one line without its inline markup, for the bars: a pair of marks
 * (* ** _ __ ` ~~) around words goes, what is no pair stays, and a backslash
 * before a mark goes. Line ends are blanks. It is the arena's.
 *
 *     Introducing _presenterm_      Introducing presenterm
 *     snake_case and 2*3*4          snake_case and 2*3*4
 *     \*x\*                         *x*
 *
 * A text of more than 1000 bytes is left as it is.
 */
struct str plain_text(struct arena *arena, struct str text);

#endif
