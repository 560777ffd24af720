/* SPDX-License-Identifier: MIT */
/*
 * Which way of drawing images is taken, of those that the user wants and those
 * that the terminal has.
 */
#include "picture/means.h"

#include <stddef.h>
#include <string.h>

bool means_find(const char *name, enum image_means *means)
{
	static const char *const names[] = {
		[MEANS_AUTO] = "auto",	   [MEANS_KITTY] = "kitty",
		[MEANS_ITERM2] = "iterm2", [MEANS_SIXEL] = "sixel",
		[MEANS_BLOCKS] = "blocks", [MEANS_TEXT] = "text",
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
		return MEANS_TEXT;
	if (can->kitty)
		return MEANS_KITTY;
	if (can->iterm2)
		return MEANS_ITERM2;
	return can->sixel ? MEANS_SIXEL : MEANS_BLOCKS;
}

bool means_are_stamped(enum image_means means)
{
	return means == MEANS_KITTY || means == MEANS_ITERM2 ||
	       means == MEANS_SIXEL;
}

enum image_means means_choose(enum image_means wanted,
			      const struct image_abilities *can)
{
	enum image_means means =
		wanted == MEANS_AUTO ? best_means(can) : wanted;

	if (means_are_stamped(means) && !can->stamps)
		means = MEANS_BLOCKS;
	if (means == MEANS_BLOCKS && !can->blocks)
		means = MEANS_TEXT;
	return means;
}
