/* SPDX-License-Identifier: MIT */
/*
 * The life of the program: understand the command line, do the one thing it
 * asks for, say what went wrong. Only this file exits.
 */
#include <stdio.h>

#include "app/cli.h"
#include "app/run.h"

enum { STATUS_OK = 0, STATUS_ERROR = 2 };

int main(int argc, char **argv)
{
	struct config config;
	struct error error;

	config_init(&config);
	if (cli_parse(&config, argc, argv, &error) &&
	    run_command(&config, &error))
		return STATUS_OK;
	fprintf(stderr, "deckle: %s\n", error.text);
	return STATUS_ERROR;
}
