/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_INCLUDE_H
#define SOURCE_INCLUDE_H

#include "base/error.h"
#include "deck/deck.h"

/*
 * The files that a deck names. A path is relative to the file that it stands
 * in. Only regular files are read, and only from the deck's own folder, from
 * an allowed one, and from what is below them, whatever links say: a deck from
 * a stranger shows no other files. deck->options says which folders that are.
 */

/* The largest file that include_read reads, in bytes. */
#define INCLUDE_READ_MAX ((size_t)1024 * 1024)

/*
 * Read a file that line `line` of the deck names. On failure false, with
 * "PATH: why" in *error. The text is the arena's: any bytes.
 */
bool include_read(const struct deck *deck, int line, struct str path,
		  struct arena *arena, struct str *text, struct error *error);

struct include {
	const char *name; /* as it is written */
	const char *path; /* as it can be opened; both of the arena */
};

/*
 * What a path means that stands in the file at `from`, or with NULL in the
 * deck, which must have a path.
 */
struct include include_find(const struct deck *deck, const char *from,
			    struct str path, struct arena *arena);

/*
 * The absolute path of the file without links, to be freed. NULL with the
 * reason in *error if there is no such file, or none that may be read.
 */
char *include_resolve(const struct deck *deck, const struct include *include,
		      struct error *error);

#endif
