/* SPDX-License-Identifier: MIT */
/*
 * Colours of palettes, compared in OKLab.
 */
#include "layout/colour.h"

#include <math.h>
#include <stdbool.h>

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

#define BLACK_8	  0
#define WHITE_8	  7
#define BLACK_256 16
#define WHITE_256 231

struct lab {
	double lightness, a, b;
};

/* A level of sRGB, 0 to 255, as an amount of light. */
static double light_of(int level)
{
	double value = level / 255.0;

	return value <= 0.04045 ? value / 12.92
				: pow((value + 0.055) / 1.055, 2.4);
}

/* Björn Ottosson's OKLab. */
static struct lab lab_of(int rgb)
{
	double red = light_of(rgb >> 16 & 0xff);
	double green = light_of(rgb >> 8 & 0xff);
	double blue = light_of(rgb & 0xff);
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

/* The square of it, which is as good for comparing. */
static double distance(struct lab x, struct lab y)
{
	double lightness = x.lightness - y.lightness;
	double a = x.a - y.a, b = x.b - y.b;

	return lightness * lightness + a * a + b * b;
}

static const int levels[CUBE_LEVELS] = { 0, 95, 135, 175, 215, 255 };

static int rgb_of_8(int colour)
{
	static const int colours[] = { 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00,
				       0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5 };

	return colours[colour];
}

int colour_rgb(int colour)
{
	if (colour < CUBE_FIRST)
		return colour < 8 ? rgb_of_8(colour) : 0xe5e5e5;
	if (colour >= GREY_FIRST)
		return (8 + 10 * (colour - GREY_FIRST)) * 0x10101;
	int cube = colour - CUBE_FIRST;
	int red = levels[cube / (CUBE_LEVELS * CUBE_LEVELS)];
	int green = levels[cube / CUBE_LEVELS % CUBE_LEVELS];
	int blue = levels[cube % CUBE_LEVELS];
	return red << 16 | green << 8 | blue;
}

static int nearest_of_256(struct lab wanted)
{
	double least = INFINITY;
	int nearest = CUBE_FIRST;

	for (int i = CUBE_FIRST; i < COLOURS; i++) {
		double to = distance(lab_of(colour_rgb(i)), wanted);
		if (to < least) {
			least = to;
			nearest = i;
		}
	}
	return nearest;
}

static int nearest_of_8(struct lab wanted)
{
	double chroma = hypot(wanted.a, wanted.b), least = INFINITY;
	int step = chroma < CHROMA_GREY ? WHITE_8 - BLACK_8 : 1;
	int nearest = BLACK_8;

	for (int i = BLACK_8; i <= WHITE_8; i += step) {
		double to = distance(lab_of(rgb_of_8(i)), wanted);
		if (to < least) {
			least = to;
			nearest = i;
		}
	}
	return nearest;
}

int colour_nearest(enum palette palette, int rgb)
{
	struct lab wanted = lab_of(rgb);

	return palette == PALETTE_8 ? nearest_of_8(wanted)
				    : nearest_of_256(wanted);
}

static int nearest_level(int value)
{
	int level = 0;

	while (level + 1 < CUBE_LEVELS &&
	       2 * value > levels[level] + levels[level + 1])
		level++;
	return level;
}

static int apart(int a, int b)
{
	int sum = 0;

	for (int shift = 0; shift <= 16; shift += 8) {
		int by = (a >> shift & 0xff) - (b >> shift & 0xff);
		sum += by * by;
	}
	return sum;
}

int colour_near(int rgb)
{
	int red = rgb >> 16 & 0xff, green = rgb >> 8 & 0xff, blue = rgb & 0xff;
	int step = ((red + green + blue) / 3 - 3) / 10;
	int last = COLOURS - 1 - GREY_FIRST;
	int grey = GREY_FIRST + (step < 0 ? 0 : step > last ? last : step);
	int cube = CUBE_FIRST +
		   (nearest_level(red) * CUBE_LEVELS + nearest_level(green)) *
			   CUBE_LEVELS +
		   nearest_level(blue);

	return apart(colour_rgb(grey), rgb) < apart(colour_rgb(cube), rgb)
		       ? grey
		       : cube;
}

int colour_readable_on(enum palette palette, int colour)
{
	int rgb = palette == PALETTE_8 ? rgb_of_8(colour) : colour_rgb(colour);
	bool light = lab_of(rgb).lightness > LIGHTNESS_MIDDLE;

	if (palette == PALETTE_8)
		return light ? BLACK_8 : WHITE_8;
	return light ? BLACK_256 : WHITE_256;
}
