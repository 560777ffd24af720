/* SPDX-License-Identifier: MIT */
#ifndef APP_DEFAULTS_H
#define APP_DEFAULTS_H

#include "app/config.h"
#include "base/error.h"

/* The largest file of defaults that is read unasked, in bytes. */
#define DEFAULTS_BYTES_MAX ((size_t)64 * 1024)

/*
 * Take the defaults from the user's file into the configuration, before
 * cli_parse: from the file that --config names on this command line, else from
 * deckle/config in $XDG_CONFIG_HOME or in ~/.config. A line is "key = value", a
 * key the name of an option that option.h lets stand there.
 *
 * A file that is not there says nothing. What is wrong with it is kept in
 * `trouble` as "FILE:LINE: what", the first of it; all other lines hold. False,
 * with the reason in *error, when the file that --config names cannot be read.
 *
 * Nothing is read for a command that shows no deck, and for a command line that
 * cli_parse does not understand.
 */
bool defaults_read(struct config *config, int argc, char **argv,
		   struct error *error);

#endif
