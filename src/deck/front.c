/* SPDX-License-Identifier: MIT */
/*
 * Front matter, read tolerantly.
 */
#include "deck/front.h"

bool front_read(struct front *front, struct arena *arena, struct str source,
		int line, struct remarks *remarks)
{
	(void)arena, (void)source, (void)line, (void)remarks;
	*front = (struct front){ 0 };
	return false;
}
