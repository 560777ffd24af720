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
	const char *runtime_dir = getenv("XDG_RUNTIME_DIR");

	*config = (struct config){ .path = "-",
				   .deck = { .path = "-" },
				   .size = { 0, EXPORT_COLS } };
	config->deck.allowed = config->allowed;
	/* A path that depends on where we are is as good as none. */
	if (runtime_dir && runtime_dir[0] == '/')
		config->runtime_dir = runtime_dir;
	config->theme.mono = no_color && no_color[0];
}
