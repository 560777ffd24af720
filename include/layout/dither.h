/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_DITHER_H
#define LAYOUT_DITHER_H

#include "layout/grid.h"

/*
 * Images on terminals of 256 colours. A pixel gets one of the colours that
 * together come near its own: which one, its place on the screen says, so that
 * nothing changes but what is drawn. A cell of one colour that is like the one
 * beside it is of no photograph: it stays flat.
 */

/*
 * A cell of an image, ROLE_IMAGE, as it is shown there. `cells` is its row of
 * the grid, `cols` wide. Its tints are colours of PALETTE_256; without any it
 * is as it was.
 */
struct cell dither_cell(const struct cell *cells, int cols, struct pos at);

#endif
