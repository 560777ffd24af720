/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_MISFIT_H
#define LAYOUT_MISFIT_H

#include "layout/fit.h"

/*
 * What only a fitted slide can tell: that it goes on to further pages, that a
 * line had to be broken, that a stop reveals nothing. Appends to the remarks,
 * whose memory is the arena's. They name the size where they belong to it.
 */
void misfit_find(const struct fit *fit, const struct slide *slide,
		 struct remarks *remarks, struct arena *arena);

#endif
