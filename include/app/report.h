/* SPDX-License-Identifier: MIT */
#ifndef APP_REPORT_H
#define APP_REPORT_H

#include "app/config.h"

/*
 * The warnings about one deck: collected in any order, printed by line, column
 * and name, each once; those about a file that it includes come behind its
 * own. All zero bytes is an empty report; release it when done.
 */
struct warning {
	const char *path; /* of an included file, the deck's; NULL: its own */
	int line, col;	  /* in that file */
	enum remark_kind kind;
	struct size size; /* rows 0: true of any */
	size_t order;	  /* in which it was added */
	struct str text;
};

struct report {
	struct arena arena;
	struct warning *warnings;
	size_t count;
};

/*
 * Add copies of remarks on a deck, but for those whose kind is in `ignored`.
 * Remarks that belong to a screen come with its size, others with rows 0. Print
 * them before the deck is released.
 */
void report_add(struct report *report, const struct deck *deck,
		const struct remarks *remarks, const bool ignored[REMARK_COUNT],
		struct size size);

/* Put them in order, and drop all but one of those that say the same. */
void report_sort(struct report *report);

/*
 * Append what was sorted; `path` is that of the deck. As text, a line each:
 *
 *     deck.md:12:1: warning: a stop reveals nothing [idle-stop]
 *
 * Or as members of a JSON array, without its brackets. *begun says that the
 * array has members already, and becomes true with the first one.
 */
void report_put_text(const struct report *report, const char *path,
		     struct buf *out);
void report_put_json(const struct report *report, const char *path, bool *begun,
		     struct buf *out);

void report_release(struct report *report);

#endif
