/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_H
#define APP_OPTION_H

#include "app/config.h"
#include "base/error.h"
#include "base/str.h"

/* The commands that read decks, in `known` of an option. */
enum {
	OPTION_READERS = 1 << COMMAND_PRESENT | 1 << COMMAND_PREVIEW |
			 1 << COMMAND_FOLLOW | 1 << COMMAND_EXPORT |
			 1 << COMMAND_CHECK | 1 << COMMAND_THEMES,
};

/*
 * An option. `set` takes its argument into the configuration, which borrows
 * it; of an option that takes none it is NULL. False, with the reason in
 * *error, for what cannot be. A switch, which is on or off, knows "yes" and
 * "no" as well.
 *
 * The configuration file may have it if `usual` is not NULL. It is called for
 * a line of that file: for most options it is `set`, but what a deck may
 * decide is weaker there.
 */
struct option {
	char letter; /* 0: it has only a name */
	const char *name;
	const char *argument; /* NULL: takes none */
	const char *help;
	bool (*set)(struct config *config, const char *argument,
		    struct error *error);
	int known; /* to which commands: 1 << COMMAND_... */
	bool (*usual)(struct config *config, const char *argument,
		      struct error *error);
};

/* All of them, from 0; NULL beyond the last one. Options of the same commands
   stand together. */
const struct option *option_at(int index);

/* NULL where there is none. */
const struct option *option_with_letter(char letter);
const struct option *option_named(struct str name);

#endif
