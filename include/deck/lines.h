/* SPDX-License-Identifier: MIT */
#ifndef DECK_LINES_H
#define DECK_LINES_H

#include "deck/build.h"

/*
 * The lines of `source`, the first of which is builder->line: clean, without
 * line ends, tabs expanded to CommonMark's tab stops of 4 columns. Returns how
 * many; *begins says where each begins in the source. What is odd about them
 * is a remark on the builder's slide.
 */
int lines_split(struct str **lines, size_t **begins, struct builder *builder,
		struct str source);

#endif
