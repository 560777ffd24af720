/* SPDX-License-Identifier: MIT */
#ifndef DECK_DUMP_H
#define DECK_DUMP_H

#include "base/buf.h"
#include "deck/deck.h"

/*
 * Append a slide's tree as text, a line for each block, children set in by
 * two spaces:
 *
 *     heading 1 centred "A *title*"        runs as `code`, *highlight*,
 *     list +1                              _underline_, **strong**, [link]#0
 *       item @1
 *         text "shown after the first stop, one blank row above the list"
 *     quote note                           a quote, or GitHub's alert
 *     code c numbered 1 focus @2           lines have + or - for each focus
 *     columns
 *       column 2                           and its weight
 *     note 12 "for the speaker"            and its line
 *     remark 12:1 a slide break without a blank line above it
 */
void dump_slide(const struct slide *slide, struct buf *out);

/* Append one such line for a remark. */
void dump_remark(const struct remark *remark, struct buf *out);

#endif
