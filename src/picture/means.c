/* SPDX-License-Identifier: MIT */
/*
 * Which way of drawing images is taken, of those that the user wants and those
 * that the terminal has.
 */
#include "picture/means.h"

#include <stddef.h>
#include <string.h>

bool images_find(const char *name, enum image_means *means)
{
	static const char *const names[] = {
		[IMAGES_AUTO] = "auto",	    [IMAGES_KITTY] = "kitty",
		[IMAGES_ITERM2] = "iterm2", [IMAGES_SIXEL] = "sixel",
		[IMAGES_BLOCKS] = "blocks", [IMAGES_TEXT] = "text",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(names[i], name) == 0) {
			*means = (enum image_means)i;
			return true;
		}
	}
	return false;
}

static enum image_means best_means(const struct image_abilities *can)
{
	if (can->mono)
		return IMAGES_TEXT;
	if (can->kitty)
		return IMAGES_KITTY;
	if (can->iterm2)
		return IMAGES_ITERM2;
	return can->sixel ? IMAGES_SIXEL : IMAGES_BLOCKS;
}

bool images_are_stamped(enum image_means means)
{
	return means == IMAGES_KITTY || means == IMAGES_ITERM2 ||
	       means == IMAGES_SIXEL;
}

enum image_means images_choose(enum image_means wanted,
			       const struct image_abilities *can)
{
	enum image_means means =
		wanted == IMAGES_AUTO ? best_means(can) : wanted;

	if (images_are_stamped(means) && !can->stamps)
		means = IMAGES_BLOCKS;
	if (means == IMAGES_BLOCKS && !can->blocks)
		means = IMAGES_TEXT;
	return means;
}
