/* SPDX-License-Identifier: MIT */
/*
 * Defaults and environment. This is the only file that asks the environment.
 */
#include "app/config.h"

#include <stdlib.h>

#define EXPORT_COLS 80

void config_init(struct config *config)
{
	const char *no_color = getenv("NO_COLOR");

	*config = (struct config){ .path = "-",
				   .deck = { .path = "-" },
				   .size = { 0, EXPORT_COLS } };
	config->deck.allowed = config->allowed;
	config->theme.mono = no_color && no_color[0];
}
