/* SPDX-License-Identifier: MIT */
#ifndef BASE_CONTRAST_H
#define BASE_CONTRAST_H

/* How well text in one colour can be read on another, as WCAG 2 has it. */

/* With less even large text is hard to read. */
#define CONTRAST_MIN 3.0

/* With as much any text can be read. */
#define CONTRAST_GOOD 4.5

/* The ratio of two colours, 0xRRGGBB: 1, of the same one, to 21. */
double contrast_of(int rgb, int other);

#endif
