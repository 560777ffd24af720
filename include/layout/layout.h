/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/form.h"
#include "layout/pane.h"

struct layout_room {
	int cols;      /* of the slide's body: at least 1 */
	int foot_cols; /* of what stands at its foot: at least 1 */

	/* Nested blocks are set in less where that would leave their text
	   fewer columns than this. */
	int text_cols_min;

	bool big; /* headings may be drawn in large letters */

	const struct form *form; /* NULL: the plain one */
	struct pane_scale panes;
};

/*
 * Lay a slide out. The sheet and all it points to are the arena's or borrowed
 * from the slide; text that is too long is wrapped, never cut.
 */
struct sheet *layout_slide(struct arena *arena, const struct slide *slide,
			   struct layout_room room);

#endif
