/* SPDX-License-Identifier: MIT */
#ifndef APP_CONFIG_H
#define APP_CONFIG_H

#include <stdbool.h>

#include "layout/frame.h"
#include "layout/theme.h"

/* What the user asked for, from the command line and the environment. */
enum command {
	COMMAND_PRESENT,
	COMMAND_EXPORT,
	COMMAND_HELP,
	COMMAND_VERSION,
};

struct config {
	enum command command;
	const char *path;   /* of the deck; "-" is standard input */
	const char *output; /* of an export; NULL is standard output */
	const char *slides; /* of an export: "2,5-7"; NULL is all */
	struct size size;   /* of an export; rows 0: the slide's own */
	bool steps;	    /* export: a screen for each step */
	bool form_feed;	    /* export: between screens, instead of a line */
	bool remarks;	    /* say on standard error what was odd */
	struct deck_options deck; /* how it is read */
	int jump;		  /* the slide to begin with, 0: the first */
	enum number_style number;
	struct theme_options theme;
};

/* The defaults, with what the environment says (NO_COLOR). */
void config_init(struct config *config);

#endif
