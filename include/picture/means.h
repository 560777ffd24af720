/* SPDX-License-Identifier: MIT */
#ifndef PICTURE_MEANS_H
#define PICTURE_MEANS_H

#include <stdbool.h>

/* How images are drawn. */
enum image_means {
	MEANS_AUTO,   /* as well as the terminal can */
	MEANS_KITTY,  /* kitty's protocol, which others have as well */
	MEANS_ITERM2, /* iTerm2's, likewise */
	MEANS_SIXEL,  /* DEC's */
	MEANS_BLOCKS, /* two pixels in a cell */
	MEANS_TEXT,   /* their texts in frames */
};

/* The means of a name, "auto" to "text"; false when there is none. */
bool means_find(const char *name, enum image_means *means);

/* What there is on a screen. */
struct image_abilities {
	bool stamps;		   /* it can be sent images at all, */
	bool kitty, iterm2, sixel; /* and says that it draws them */
	bool blocks; /* it has colours and glyphs enough for pixels in cells */
	bool mono;   /* the user does not want colours, or there are none */
};

/*
 * The means that images are drawn by, never MEANS_AUTO: the wanted ones, where
 * they can be had; what a terminal does not say of itself the user may know.
 */
enum image_means means_choose(enum image_means wanted,
			      const struct image_abilities *can);

/* Whether the terminal draws them itself. */
bool means_are_stamped(enum image_means means);

#endif
