/* SPDX-License-Identifier: MIT */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include "app/config.h"
#include "base/buf.h"
#include "base/error.h"

/*
 * Read the words that follow `deckle remote`: a command and its argument. The
 * file of `line` is kept as it was typed. False, with the reason in *error,
 * for words that ask for nothing.
 */
bool words_read(struct remote_options *remote, const char *const *words,
		int count, struct error *error);

/* Append a line about each command, for --help. */
void words_put_help(struct buf *out);

#endif
