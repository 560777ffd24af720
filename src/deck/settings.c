/* SPDX-License-Identifier: MIT */
/*
 * What a deck may choose, as a table of keys.
 */
#include "deck/settings.h"

void settings_read_deck(struct deck *deck, const struct front *front)
{
	(void)deck, (void)front;
}
