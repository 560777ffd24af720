/* SPDX-License-Identifier: MIT */
/*
 * Colours of palettes, compared in OKLab.
 */
#include "layout/colour.h"

#include <math.h>

#include "base/contrast.h"

/* xterm's cube: 6 levels of red, green and blue each, from colour 16 on. */
#define CUBE_FIRST  16
#define CUBE_LEVELS 6
#define GREY_FIRST  232
#define COLOURS	    256

/* The lightness between black text and white text on a ground. */
#define LIGHTNESS_MIDDLE 0.6

/*
 * With less colour than this a grey is meant. Of 8 colours only black and
 * white are greys, and all of the others are nearer to a middle grey.
 */
#define CHROMA_GREY 0.04

#define BLACK_8 0
#define WHITE_8 7

/* Nothing with a hue is meant to be this grey. */
#define BRIGHT_BLACK 8

#define BLACK_256 16

/* A level of sRGB, 0 to 255, as an amount of light. */
static double light_of(int level)
{
	double value = level / 255.0;

	return value <= 0.04045 ? value / 12.92
				: pow((value + 0.055) / 1.055, 2.4);
}

/* Björn Ottosson's OKLab. */
static struct lab lab_of_light(double red, double green, double blue)
{
	double l = cbrt(0.4122214708 * red + 0.5363325363 * green +
			0.0514459929 * blue);
	double m = cbrt(0.2119034982 * red + 0.6806995451 * green +
			0.1073969566 * blue);
	double s = cbrt(0.0883024619 * red + 0.2817188376 * green +
			0.6299787005 * blue);

	return (struct lab){
		0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
	};
}

static struct lab lab_of(int rgb)
{
	return lab_of_light(light_of(rgb >> 16 & 0xff),
			    light_of(rgb >> 8 & 0xff), light_of(rgb & 0xff));
}

/* The square of it, which is as good for comparing. */
static double distance(struct lab x, struct lab y)
{
	double lightness = x.lightness - y.lightness;
	double a = x.a - y.a, b = x.b - y.b;

	return lightness * lightness + a * a + b * b;
}

static int rgb_of_cube(int colour)
{
	static const int levels[] = { 0, 95, 135, 175, 215, 255 };
	int cube = colour - CUBE_FIRST;
	int red = levels[cube / (CUBE_LEVELS * CUBE_LEVELS)];
	int green = levels[cube / CUBE_LEVELS % CUBE_LEVELS];
	int blue = levels[cube % CUBE_LEVELS];

	return red << 16 | green << 8 | blue;
}

int colour_rgb(int index)
{
	static const int ansi[] = { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
				    0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
				    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00,
				    0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff };

	if (index < CUBE_FIRST)
		return ansi[index];
	if (index >= GREY_FIRST)
		return (8 + 10 * (index - GREY_FIRST)) * 0x10101;
	return rgb_of_cube(index);
}

static void work_out(struct colour_table *table)
{
	double lights[CUBE_LEVELS];

	/* All of the cube has these levels. */
	for (int i = 0; i < CUBE_LEVELS; i++)
		lights[i] = light_of(colour_rgb(CUBE_FIRST + i) & 0xff);
	for (int i = 0; i < GREY_FIRST - CUBE_FIRST; i++)
		table->labs[CUBE_FIRST + i] =
			lab_of_light(lights[i / (CUBE_LEVELS * CUBE_LEVELS)],
				     lights[i / CUBE_LEVELS % CUBE_LEVELS],
				     lights[i % CUBE_LEVELS]);
	for (int i = GREY_FIRST; i < COLOURS; i++)
		table->labs[i] = lab_of(colour_rgb(i));
	for (int i = 0; i < CUBE_FIRST; i++)
		table->labs[i] = lab_of(colour_rgb(i));
	table->ready = true;
}

/* The level of the cube that is nearest to an amount of one colour. */
static int level_of(int amount)
{
	if (amount < 48)
		return 0;
	return amount < 115 ? 1 : (amount - 35) / 40;
}

static int squares(int rgb, int other)
{
	int red = (rgb >> 16 & 0xff) - (other >> 16 & 0xff);
	int green = (rgb >> 8 & 0xff) - (other >> 8 & 0xff);
	int blue = (rgb & 0xff) - (other & 0xff);

	return red * red + green * green + blue * blue;
}

int colour_near(int rgb)
{
	int red = rgb >> 16 & 0xff, green = rgb >> 8 & 0xff, blue = rgb & 0xff;
	int cube =
		CUBE_FIRST +
		(level_of(red) * CUBE_LEVELS + level_of(green)) * CUBE_LEVELS +
		level_of(blue);
	int grey = GREY_FIRST + ((red + green + blue) / 3 - 3) / 10;

	if (grey >= COLOURS)
		grey = COLOURS - 1;
	return squares(rgb, colour_rgb(grey)) < squares(rgb, colour_rgb(cube))
		       ? grey
		       : cube;
}

/* Whether one of the first 16 has no hue. */
static bool is_grey(int colour)
{
	return colour % 8 == BLACK_8 || colour % 8 == WHITE_8;
}

/* Of the first 16 greys stand for greys, and hues for hues. */
static bool fits(int colour, bool grey)
{
	return colour >= CUBE_FIRST ||
	       (grey ? is_grey(colour) : colour != BRIGHT_BLACK);
}

int colour_nearest(struct colour_table *table, enum palette palette, int rgb)
{
	static const struct {
		int first, end;
	} ranges[] = {
		[PALETTE_256] = { CUBE_FIRST, COLOURS },
		[PALETTE_16] = { 0, 16 },
		[PALETTE_8] = { 0, 8 },
	};
	struct lab wanted = lab_of(rgb);
	bool grey = hypot(wanted.a, wanted.b) < CHROMA_GREY;
	double least = INFINITY;
	int nearest = ranges[palette].first;

	if (!table->ready)
		work_out(table);
	for (int i = nearest; i < ranges[palette].end; i++) {
		double to = distance(table->labs[i], wanted);
		if (to < least && fits(i, grey)) {
			least = to;
			nearest = i;
		}
	}
	return nearest;
}

int colour_readable_on(enum palette palette, int colour)
{
	static const int whites[] = {
		[PALETTE_256] = 231, [PALETTE_16] = 15, [PALETTE_8] = WHITE_8
	};
	bool light = colour_readable_on_rgb(colour_rgb(colour)) == 0;

	if (palette == PALETTE_256)
		return light ? BLACK_256 : whites[palette];
	return light ? BLACK_8 : whites[palette];
}

int colour_readable_on_rgb(int rgb)
{
	return lab_of(rgb).lightness > LIGHTNESS_MIDDLE ? 0x000000 : 0xffffff;
}

/* ---- colours of the same hue ---- */

/* As fine as there are levels. */
#define STEPS 8

/* The level of an amount of light; beyond 0 to 255 there is none. */
static double level_of_light(double light)
{
	if (light <= 0.0031308)
		return 255 * 12.92 * light;
	return 255 * (1.055 * pow(light, 1 / 2.4) - 0.055);
}

/* The way back, by the inverse matrices. */
static void levels_of(struct lab lab, double levels[3])
{
	double l = lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b;
	double m = lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b;
	double s = lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b;

	l = l * l * l;
	m = m * m * m;
	s = s * s * s;
	levels[0] = level_of_light(4.0767416621 * l - 3.3077115913 * m +
				   0.2309699292 * s);
	levels[1] = level_of_light(-1.2684380046 * l + 2.6097574011 * m -
				   0.3413193965 * s);
	levels[2] = level_of_light(-0.0041960863 * l - 0.7034186147 * m +
				   1.7076147010 * s);
}

/* False when there is no such colour. */
static bool rgb_of_lab(struct lab lab, int *rgb)
{
	double levels[3];

	levels_of(lab, levels);
	*rgb = 0;
	for (int i = 0; i < 3; i++) {
		if (levels[i] < -0.5 || levels[i] >= 255.5)
			return false;
		*rgb = *rgb << 8 | (int)lround(levels[i]);
	}
	return true;
}

/* A colour of its hue, with as much of its chroma as the lightness has. */
static int rgb_at(struct lab lab, double lightness)
{
	double part = 0, step = 1;
	int rgb = lightness > 0.5 ? 0xffffff : 0x000000, tried;

	for (int i = 0; i <= STEPS; i++, step /= 2) {
		double more = part + step;
		struct lab like = { lightness, lab.a * more, lab.b * more };
		if (more <= 1 && rgb_of_lab(like, &tried)) {
			part = more;
			rgb = tried;
		}
	}
	return rgb;
}

int colour_legible_on_rgb(int rgb, int ground)
{
	bool lighter =
		contrast_of(0xffffff, ground) > contrast_of(0x000000, ground);
	int found = lighter ? 0xffffff : 0x000000;
	struct lab lab = lab_of(rgb);
	double end = lighter ? 1 : 0, part = 1, step = 0.5;

	if (contrast_of(rgb, ground) >= CONTRAST_MIN)
		return rgb & 0xffffff;
	for (int i = 0; i < STEPS; i++, step /= 2) {
		double less = part - step;
		int tried = rgb_at(lab, lab.lightness +
						less * (end - lab.lightness));
		if (contrast_of(tried, ground) >= CONTRAST_GOOD) {
			part = less;
			found = tried;
		}
	}
	return found;
}
