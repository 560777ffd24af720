/* SPDX-License-Identifier: MIT */
/*
 * Relative luminances, and what they differ by.
 */
#include "base/contrast.h"

#include <math.h>

/* 0 to 1. */
static double luminance(int rgb)
{
	static const double parts[] = { 0.0722, 0.7152, 0.2126 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double level = (rgb >> 8 * i & 0xff) / 255.0;
		sum += parts[i] * (level <= 0.04045
					   ? level / 12.92
					   : pow((level + 0.055) / 1.055, 2.4));
	}
	return sum;
}

double contrast_of(int rgb, int other)
{
	double one = luminance(rgb), two = luminance(other);

	return (fmax(one, two) + 0.05) / (fmin(one, two) + 0.05);
}
