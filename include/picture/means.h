/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_MEANS_H
#define PICTURE_MEANS_H

#include <stdbool.h>

/* How images are drawn. */
enum image_means {
	IMAGES_AUTO,   /* as well as the terminal can */
	IMAGES_KITTY,  /* kitty's protocol, which others have as well */
	IMAGES_ITERM2, /* iTerm2's, likewise */
	IMAGES_SIXEL,  /* DEC's */
	IMAGES_BLOCKS, /* two pixels in a cell */
	IMAGES_TEXT,   /* their texts in frames */
};

/* The means of a name, "auto" to "text"; false when there is none. */
bool images_find(const char *name, enum image_means *means);

/* What there is on a screen. */
struct image_abilities {
	bool stamps;		   /* it can be sent images at all, */
	bool kitty, iterm2, sixel; /* and says that it draws them */
	bool blocks; /* it has colours and glyphs enough for pixels in cells */
	bool mono;   /* the user does not want colours, or there are none */
};

/*
 * The means that images are drawn by, never IMAGES_AUTO: the wanted ones, where
 * they can be had; what a terminal does not say of itself the user may know.
 */
enum image_means images_choose(enum image_means wanted,
			       const struct image_abilities *can);

/* Whether the terminal draws them itself. */
bool images_are_stamped(enum image_means means);

#endif
