/* SPDX-License-Identifier: MIT */
#ifndef SLIDE_READ_H
#define SLIDE_READ_H

#include "base/error.h"
#include "deck/deck.h"

/*
 * Read a deck from any bytes. It takes the bytes over: *source is empty
 * afterwards. Release the deck when done. No options are all zero.
 */
void read_deck(struct deck *deck, struct buf *source,
	       const struct deck_options *options);

/*
 * Read slide `number`, 1 to slide_count. The slide and all it points to live
 * in the arena; texts may also be borrowed from the deck.
 */
struct slide *read_slide(const struct deck *deck, int number,
			 struct arena *arena);

/*
 * Read a file that the deck names, `path` from its folder on, for whoever reads
 * more than slides. Only what the deck may include is read. False with the
 * reason in *error; file->path is there either way.
 */
struct named_file {
	const char *path; /* as it can be opened; both are the arena's */
	struct str text;
};
bool read_named(const struct deck *deck, struct str path, struct arena *arena,
		struct named_file *file, struct error *error);

/*
 * The file of an image, absolute and without links, if there is one that the
 * deck may read. NULL if not; the reason is in *error, which is empty when
 * there is no such file, or nothing that is looked for.
 */
const char *read_image_path(const struct deck *deck, const struct link *link,
			    struct arena *arena, struct error *error);

#endif
