/* SPDX-License-Identifier: MIT */
#ifndef DECK_DUMP_H
#define DECK_DUMP_H

#include "base/buf.h"
#include "deck/deck.h"

/*
 * Append a slide's tree as text, a line for each block, children set in by
 * two spaces:
 *
 *     heading 1 centred "A *title*"
 *     list +1
 *       item @1
 *         text "shown after the first stop, one blank row above the list"
 *     quote note                           a quote, or GitHub's alert
 *     code c numbered 1 focus @2           lines have + or - for each focus
 *     image "[a cat]#0"                    an image that stands alone
 *     link 0 cat.png width 50%             and how large it is meant to be
 *     columns
 *       column 2                           and its weight
 *     note 12 "for the speaker"            and its line
 *     footnote ¹ "its text" @1
 *     remark 12:1 a slide break without a blank line above it
 *
 * Runs are `code`, *highlight*, _underline_, **strong**, /italic/, [link]#0
 * with its number, {#ff0000 tint}, {on #ff0000 tint}, {#ff0000 on #00ff00 x},
 * and ~~~struck~~~, whose tildes are of the text but for one on each side. A
 * break is \n.
 */
void dump_slide(const struct slide *slide, struct buf *out);

/* Append one such line for a remark. */
void dump_remark(const struct remark *remark, struct buf *out);

#endif
