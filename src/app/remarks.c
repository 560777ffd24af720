/* SPDX-License-Identifier: MIT */
/*
 * Remarks in the form that editors and compilers know.
 */
#include "app/remarks.h"

#include <stdio.h>

void remarks_print(const struct config *config, const struct deck *deck,
		   const struct remarks *remarks)
{
	const struct remark *remark = remarks->first;
	struct buf text = { 0 };

	if (!config->remarks)
		return;
	for (; remark; remark = remark->next) {
		buf_clear(&text);
		remark_put(remark, &text);
		struct origin origin = deck_origin(deck, remark->line);
		fprintf(stderr, "%s:%d:%d: %.*s\n",
			origin.path ? origin.path : config->path, origin.line,
			remark->col, (int)text.len, text.ptr);
	}
	buf_release(&text);
}
