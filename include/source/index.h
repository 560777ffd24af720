/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_INDEX_H
#define SOURCE_INDEX_H

#include "deck/deck.h"

/*
 * Find the slides in deck->source from byte `begin` on, which is the first of
 * line `line`, and the definitions of link targets. Fills deck->places and
 * deck->definitions. One pass over the bytes.
 */
void index_slides(struct deck *deck, size_t begin, int line);

#endif
