/* SPDX-License-Identifier: MIT */
/*
 * The life of the program: understand the command line, do the one thing it
 * asks for, say what went wrong. Only this file exits.
 */
#include "app/cli.h"
#include "app/run.h"

int main(int argc, char **argv)
{
	struct config config;
	enum status status;
	struct error error;

	config_init(&config);
	if (cli_parse(&config, argc, argv, &error) &&
	    run_command(&config, &status, &error))
		return (int)status;
	error_print(&error);
	return STATUS_ERROR;
}
