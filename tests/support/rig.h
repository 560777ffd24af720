/* SPDX-License-Identifier: MIT */
#ifndef SUPPORT_RIG_H
#define SUPPORT_RIG_H

#include "base/buf.h"
#include "layout/frame.h"

/*
 * A deck on a screen, for tests: from bytes to grids in two calls. All members
 * are for reading.
 */
struct rig {
	struct deck deck;
	struct stage stage;
	struct arena arena; /* of the slide that was fitted last */
	struct slide *slide;
	struct fit *fit;
};

/*
 * The deck of some bytes, which are copied, on a screen of a size: one of mdp,
 * or of the dialect that is named.
 */
void rig_init(struct rig *rig, struct str source, struct size size);
void rig_init_as(struct rig *rig, struct str source, struct size size,
		 enum dialect dialect);
void rig_release(struct rig *rig);

/* Lay out with the shapes of a theme from now on, which are borrowed. */
void rig_use_form(struct rig *rig, const struct form *form);

/* Read and fit a slide; what was fitted before is gone. */
void rig_fit(struct rig *rig, int number);

/* A view of the fitted slide as the audience sees it, checked. */
struct grid rig_draw(struct rig *rig, struct view view);

/* All views of a slide as text_write_planes writes them, a title for each. */
void rig_put_views(struct rig *rig, int number, struct buf *out);

#endif
