/* SPDX-License-Identifier: MIT */
/*
 * Footnotes by label.
 */
#include "deck/footnote.h"

size_t footnote_bytes(struct str text)
{
	(void)text;
	return 0;
}

const struct footnote_source *footnote_find(const struct deck *deck,
					    struct str label)
{
	for (size_t i = 0; i < deck->footnote_count; i++) {
		if (str_eq(deck->footnotes[i].label, label))
			return &deck->footnotes[i];
	}
	return NULL;
}
