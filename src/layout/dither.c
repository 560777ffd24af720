/* SPDX-License-Identifier: MIT */
/*
 * Ordered dithering with any palette, after Thomas Knoll: colours are picked
 * one after the other, each making up for what those before it have missed;
 * then the place says which of them it is, from dark to light.
 */
#include "layout/dither.h"

#include "layout/colour.h"

#define SIDE  8	 /* of the pattern, in pixels */
#define PICKS 16 /* colours that are picked for a pixel */

/* How much of what was missed is made up for: more is true, but noisy. */
#define PART	3
#define PART_OF 20

/* Levels that differ by no more are one colour: 5 of each, squared. */
#define NEAR (3 * 5 * 5)

static int clamp(int level)
{
	return level < 0 ? 0 : level > 255 ? 255 : level;
}

/* What the eye makes of it, in thousandths. */
static int lightness_of(int rgb)
{
	return 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) +
	       114 * (rgb & 0xff);
}

/* The colours picked so far, as 0xRRGGBB, from dark to light. */
struct picks {
	int colours[PICKS];
	int count;
};

static void add_pick(struct picks *picks, int rgb)
{
	int at = picks->count++;

	for (;
	     at > 0 && lightness_of(picks->colours[at - 1]) > lightness_of(rgb);
	     at--)
		picks->colours[at] = picks->colours[at - 1];
	picks->colours[at] = rgb;
}

static void pick(struct picks *picks, int rgb)
{
	int missed[3] = { 0, 0, 0 };

	while (picks->count < PICKS) {
		int wanted = 0;
		for (int i = 0; i < 3; i++)
			wanted |= clamp((rgb >> 8 * i & 0xff) +
					missed[i] * PART / PART_OF)
				  << 8 * i;
		int got = colour_rgb(colour_near(wanted));
		for (int i = 0; i < 3; i++)
			missed[i] +=
				(rgb >> 8 * i & 0xff) - (got >> 8 * i & 0xff);
		add_pick(picks, got);
	}
}

/* Bayer's pattern: the threshold of a place, 0 to SIDE * SIDE - 1. */
static int threshold_at(int row, int col)
{
	int threshold = 0;

	for (int bit = 1; bit < SIDE; bit *= 2) {
		int down = (row & bit) != 0, across = (col & bit) != 0;
		threshold = threshold * 4 + (down ^ across) * 2 + down;
	}
	return threshold;
}

static bool is_near(int rgb, int other)
{
	int sum = 0;

	for (int i = 0; i < 3; i++) {
		int by = (rgb >> 8 * i & 0xff) - (other >> 8 * i & 0xff);
		sum += by * by;
	}
	return sum <= NEAR;
}

static int nearest(int tint)
{
	return tint ? TINT_SET | colour_rgb(colour_near(tint & ~TINT_SET)) : 0;
}

/* A pixel: none stays none. */
static int dithered(int tint, int row, int col)
{
	struct picks picks = { .count = 0 };
	int near = nearest(tint);

	if (is_near(tint, near))
		return near;
	pick(&picks, tint & ~TINT_SET);
	return TINT_SET |
	       picks.colours[threshold_at(row, col) * PICKS / (SIDE * SIDE)];
}

static bool is_like(const struct cell *a, const struct cell *b)
{
	return style_is_same(a->style, b->style) && str_eq(a->glyph, b->glyph);
}

static bool is_flat(const struct cell *cells, int cols, int col)
{
	const struct cell *cell = &cells[col];

	return !cell->style.tint.text &&
	       ((col > 0 && is_like(cell, cell - 1)) ||
		(col + 1 < cols && is_like(cell, cell + 1)));
}

struct cell dither_cell(const struct cell *cells, int cols, struct pos at)
{
	static const struct str both = STR("▀"), blank = STR(" ");
	struct cell cell = cells[at.col];
	struct tint *tint = &cell.style.tint;
	bool solid = !tint->text && tint->ground;
	bool lower = tint->text && !tint->ground && !str_eq(cell.glyph, both);

	if (!tint->text && !tint->ground)
		return cell;
	if (is_flat(cells, cols, at.col)) {
		tint->ground = nearest(tint->ground);
		return cell;
	}
	int upper = solid ? tint->ground : tint->text;
	tint->text = dithered(upper, at.row * 2 + lower, at.col);
	tint->ground = dithered(tint->ground, at.row * 2 + 1, at.col);
	if (solid && tint->text != tint->ground)
		cell.glyph = both;
	if (tint->text == tint->ground) {
		tint->text = 0;
		cell.glyph = blank;
	}
	return cell;
}
