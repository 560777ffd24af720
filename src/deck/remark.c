/* SPDX-License-Identifier: MIT */
/*
 * Remarks are kept in the order in which they were made.
 */
#include "deck/remark.h"

void remark_add(struct remarks *remarks, struct arena *arena,
		struct remark remark)
{
	struct remark *added = arena_new(arena, struct remark);

	*added = remark;
	added->next = NULL;
	if (remarks->last)
		remarks->last->next = added;
	else
		remarks->first = added;
	remarks->last = added;
}
