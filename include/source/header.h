/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_HEADER_H
#define SOURCE_HEADER_H

#include "deck/deck.h"

/*
 * Read the lines at the top of the source that begin with "%", and a byte
 * order mark or a slide break before them, into the deck. Returns how many
 * bytes that were; *line becomes the number of the line after them.
 *
 *     %title: A talk        by key: title, author, date, width, arrows
 *     % A talk              by position: title, author, date (pandoc)
 *
 * When no line has the key title or author, the positions count whatever the
 * keys are, as in mdp. Keys that are not known are ignored.
 */
size_t header_read(struct deck *deck, struct str source, int *line);

#endif
