/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LOCATE_H
#define LAYOUT_LOCATE_H

#include "layout/fit.h"

/*
 * From lines of the source to views of a fitted slide, and back. Lines are
 * those of the deck; deck_origin turns them into what an author can look up.
 * Views are indexes into fit->views.
 */

/*
 * The view that first shows what stands on lines first to last: of the first
 * row with one of them, on its page, at the step that reveals it, or for code
 * that is not lit all the time at the first step that lights it. Where no row
 * has one of these lines, the row of the nearest line above counts; without
 * such a row it is view 0. With last < first the range is empty.
 */
int locate_lines(const struct fit *fit, int first, int last);

/*
 * The line of the topmost row that a view shows; the slide's first line when
 * it shows none, or none that stands so low in the deck.
 */
int locate_line(const struct fit *fit, int view);

/*
 * The view for somebody who follows a talk on a screen of another size: the
 * last one up to `step` on the page that holds `line`; if there is none, the
 * last one up to `step`.
 */
int locate_step(const struct fit *fit, int step, int line);

#endif
