/* SPDX-License-Identifier: MIT */
/*
 * Remarks in the form that editors and compilers know.
 */
#include "app/remarks.h"

#include <stdio.h>

void remarks_print(const struct config *config, const struct remarks *remarks)
{
	const struct remark *remark = remarks->first;

	if (!config->remarks)
		return;
	for (; remark; remark = remark->next)
		fprintf(stderr, "%s:%d:%d: %s\n", config->path, remark->line,
			remark->col, remark->text);
}
