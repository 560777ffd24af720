/* SPDX-License-Identifier: MIT */
#ifndef APP_CLI_H
#define APP_CLI_H

#include "app/config.h"
#include "base/buf.h"
#include "base/error.h"

/*
 * Read the command line into the configuration. False when it cannot be
 * understood; the error then names the word. The names of the decks are moved
 * to the front of argv, which has to live as long as the configuration.
 */
bool cli_parse(struct config *config, int argc, char **argv,
	       struct error *error);

/* Append the text of --help, made from the tables that parse the words. */
void cli_put_help(struct buf *out);

#endif
