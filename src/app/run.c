/* SPDX-License-Identifier: MIT */
/*
 * The commands, as a table.
 */
#include "app/run.h"

#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/export.h"
#include "app/remarks.h"
#include "base/file.h"
#include "present/present.h"
#include "present/signals.h"

static bool put_out(const struct buf *text, struct error *error)
{
	return file_put(STDOUT_FILENO, "standard output", buf_str(text), error);
}

static bool run_help(const struct config *config, struct error *error)
{
	struct buf text = { 0 };

	(void)config;
	cli_put_help(&text);
	bool ok = put_out(&text, error);
	buf_release(&text);
	return ok;
}

static bool run_version(const struct config *config, struct error *error)
{
	struct buf text = { 0 };

	(void)config;
	buf_put_text(&text, "deckle " DECKLE_VERSION "\n");
	bool ok = put_out(&text, error);
	buf_release(&text);
	return ok;
}

/* Reads the deck again: a talk that is over is in no hurry. */
static void print_remarks(const struct config *config)
{
	struct buf source = { 0 };
	struct arena arena = { 0 };
	struct error ignored;
	struct deck deck;

	if (!config->remarks || !file_can_read_again(config->path) ||
	    !file_read(config->path, &source, &ignored)) {
		buf_release(&source);
		return;
	}
	deck_init(&deck, &source, &config->deck);
	remarks_print(config, &deck, &deck.remarks);
	for (int i = 1; i <= deck.slide_count; i++) {
		remarks_print(config, &deck,
			      &deck_slide(&deck, i, &arena)->remarks);
		arena_reset(&arena);
	}
	arena_release(&arena);
	deck_release(&deck);
}

static bool run_present(const struct config *config, struct error *error)
{
	struct present_options options = { .path = config->path,
					   .deck = config->deck,
					   .slide = config->jump,
					   .number = config->number,
					   .theme = config->theme };
	int ending;

	if (!strcmp(config->path, "-") && isatty(STDIN_FILENO))
		return error_set(error, "no deck given (see --help)");
	if (!present_run(&options, &ending, error))
		return false;
	print_remarks(config);
	if (ending)
		signals_die(ending);
	return true;
}

bool run_command(const struct config *config, struct error *error)
{
	static bool (*const commands[])(const struct config *,
					struct error *) = {
		[COMMAND_PRESENT] = run_present,
		[COMMAND_EXPORT] = export_run,
		[COMMAND_HELP] = run_help,
		[COMMAND_VERSION] = run_version,
	};

	return commands[config->command](config, error);
}
