/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_FOOT_H
#define LAYOUT_FOOT_H

#include "layout/sheet.h"

/*
 * What stands at the foot of a slide, in `cols` columns: its footnotes, then
 * the targets of its links. Both have their step of what refers to them.
 *
 *     ¹ The text of a footnote, which
 *       may be long
 *     [0] https://example.org
 */
struct rows foot_layout(struct arena *arena, const struct slide *slide,
			int cols);

#endif
