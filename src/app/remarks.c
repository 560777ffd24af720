/* SPDX-License-Identifier: MIT */
/*
 * Remarks in the form that editors and compilers know.
 */
#include "app/remarks.h"

#include <stdio.h>

#include "deck/clean.h"

/* A path of the deck's, for a terminal. */
static void put_path(struct buf *out, const char *path)
{
	struct arena arena = { 0 };

	buf_put(out, clean_text(&arena, str_of(path)));
	arena_release(&arena);
}

void remarks_print(const struct config *config, const struct deck *deck,
		   const struct remarks *remarks)
{
	const struct remark *remark = remarks->first;
	struct buf text = { 0 };

	if (!config->remarks)
		return;
	for (; remark; remark = remark->next) {
		struct origin origin = deck_origin(deck, remark->line);
		buf_clear(&text);
		if (origin.path)
			put_path(&text, origin.path);
		else
			buf_put_text(&text, config->path);
		buf_printf(&text, ":%d:%d: ", origin.line, remark->col);
		remark_put(remark, &text);
		fprintf(stderr, "%.*s [%s]\n", (int)text.len, text.ptr,
			remark_name(remark->kind));
	}
	buf_release(&text);
}
