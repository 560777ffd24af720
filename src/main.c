/* SPDX-License-Identifier: MIT */
/*
 * The life of the program: understand the command line, do the one thing it
 * asks for, say what went wrong. Only this file exits.
 */
#include "app/cli.h"
#include "app/defaults.h"
#include "app/run.h"

/* What is wrong with the defaults keeps nobody from giving a talk. */
static bool run(struct config *config, int argc, char **argv,
		enum status *status, struct error *error)
{
	if (!defaults_read(config, argc, argv, error) ||
	    !cli_parse(config, argc, argv, error))
		return false;
	if (config->trouble.text[0])
		error_print(&config->trouble);
	return run_command(config, status, error);
}

int main(int argc, char **argv)
{
	struct config config;
	enum status status = STATUS_OK;
	struct error error;

	config_init(&config);
	if (!run(&config, argc, argv, &status, &error)) {
		error_print(&error);
		status = STATUS_ERROR;
	}
	config_release(&config);
	return (int)status;
}
