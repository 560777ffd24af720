/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_LINES_H
#define SLIDE_LINES_H

#include "slide/build.h"

/*
 * The lines of `source`, the first of which is builder->line: clean, without
 * line ends, tabs expanded to CommonMark's tab stops of 4 columns. Returns how
 * many; *begins says where each begins in the source. What is odd about them
 * is a remark on the builder's slide.
 */
int lines_split(struct str **lines, size_t **begins, struct builder *builder,
		struct str source);

/*
 * presenterm's quotes of many lines: what stands between two lines ">>>" gets
 * a mark of its own, and they are cleared. One that is not closed is text.
 */
void lines_quote(struct str *lines, int count, struct arena *arena);

#endif
