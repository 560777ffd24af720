/* SPDX-License-Identifier: MIT */
/*
 * What the dialects differ in, as a table.
 */
#include "deck/dialect.h"

/* All but the names, which are of the list in the header. */
static const struct dialect_traits traits[DIALECT_COUNT] = {
	[DIALECT_MDP] = { .split = SPLIT_LINES,
			  .comments = COMMENT_DROPPED,
			  .keeps_lines = true },
	[DIALECT_MARKDOWN] = { .split = SPLIT_RULES,
			       .sections = SECTIONS_README },
	[DIALECT_PRESENTERM] = { .split = SPLIT_ENDS,
				 .sections = SECTIONS_ASKED,
				 .comments = COMMENT_CHECKED,
				 .many_transitions = true },
	[DIALECT_PATAT] = { .split = SPLIT_RULES,
			    .sections = SECTIONS_PATAT,
			    .comments = COMMENT_NOTES,
			    .keeps_lines = true,
			    .quote_flips = true,
			    .many_transitions = true,
			    .pandoc = true },
	[DIALECT_LOOKATME] = { .split = SPLIT_RULES,
			       .sections = SECTIONS_LOOKATME,
			       .keeps_lines = true },
	[DIALECT_SLIDES] = { .split = SPLIT_DASHES },
	[DIALECT_MARP] = { .split = SPLIT_RULES,
			   .sections = SECTIONS_ASKED,
			   .comments = COMMENT_NOTES,
			   .keeps_lines = true,
			   .many_transitions = true },
	[DIALECT_REVEAL] = { .split = SPLIT_VERTICAL,
			     .many_transitions = true },
	[DIALECT_REMARK] = { .split = SPLIT_DASHES, .dash_stops = true },
	[DIALECT_SLIDEV] = { .split = SPLIT_FRONT,
			     .comments = COMMENT_NOTES,
			     .many_transitions = true },
	[DIALECT_PANDOC] = { .split = SPLIT_RULES,
			     .sections = SECTIONS_PANDOC,
			     .quote_flips = true,
			     .many_transitions = true,
			     .pandoc = true },
};

static const char *const names[DIALECT_COUNT] = {
#define X(symbol, name, about) [DIALECT_##symbol] = name,
	DIALECTS(X)
#undef X
};

const char *dialect_name(enum dialect dialect)
{
	return names[dialect];
}

const struct dialect_traits *dialect_traits(enum dialect dialect)
{
	return &traits[dialect];
}

bool dialect_find(struct str name, enum dialect *dialect)
{
	for (int i = 0; i < DIALECT_COUNT; i++) {
		if (!str_eq_nocase(name, str_of(names[i])))
			continue;
		*dialect = (enum dialect)i;
		return true;
	}
	return false;
}
