/* SPDX-License-Identifier: MIT */
/*
 * What each command does.
 */
#include "app/run.h"

#include <string.h>
#include <unistd.h>

#include "app/check.h"
#include "app/cli.h"
#include "app/export.h"
#include "app/gallery.h"
#include "app/lists.h"
#include "app/remarks.h"
#include "app/remote.h"
#include "base/file.h"
#include "present/present.h"
#include "present/signals.h"
#include "slide/read.h"

static bool put_out(const struct buf *text, struct error *error)
{
	return file_put(STDOUT_FILENO, "standard output", buf_str(text), error);
}

/* Print what a function writes. */
static bool run_put(void (*put)(struct buf *out), struct error *error)
{
	struct buf text = { 0 };

	put(&text);
	bool ok = put_out(&text, error);
	buf_release(&text);
	return ok;
}

static void put_version(struct buf *out)
{
	buf_put_text(out, "deckle " DECKLE_VERSION "\n");
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
	read_deck(&deck, &source, &config->deck);
	remarks_print(config, &deck, &deck.remarks);
	for (int i = 1; i <= deck.slide_count; i++) {
		remarks_print(config, &deck,
			      &read_slide(&deck, i, &arena)->remarks);
		arena_reset(&arena);
	}
	arena_release(&arena);
	deck_release(&deck);
}

static bool run_present(const struct config *config, struct error *error)
{
	bool preview = config->command == COMMAND_PREVIEW;
	bool follow = config->command == COMMAND_FOLLOW;
	bool watch = config->watch_if_can && file_can_read_again(config->path);
	struct present_options options = {
		.path = config->path,
		.deck = config->deck,
		.slide = config->jump,
		.number = config->number,
		.theme = config->theme,
		.places = config->places,
		.transition = config->transition,
		.usual_transition = config->usual_transition,
		.images = config->images,
		.no_motion = config->no_motion,
		.editor = config->editor,
		.highlighter = config->highlighter,
		.watch = config->watch || watch || preview || follow,
		.stay = config->stay || follow,
		.follow = follow,
		.runtime_dir = config->runtime_dir,
		.from = config->from,
		.aids = preview,
		.notice = config->trouble.text,
		.sizes = { config->sizes, config->size_count }
	};
	int ending;

	if (options.watch && !file_can_read_again(config->path))
		return error_set(error,
				 "%s: cannot be watched: it can be read "
				 "only once",
				 strcmp(config->path, "-") ? config->path
							   : "standard input");
	if (!present_run(&options, &ending, error))
		return false;
	print_remarks(config);
	if (ending)
		signals_die(ending);
	return true;
}

/* All themes: to step through, or as a list where nobody can see them. */
static bool run_themes(const struct config *config, struct error *error)
{
	struct present_options options = { .path = "-",
					   .deck = config->deck,
					   .theme = config->theme,
					   .places = config->places,
					   .editor = config->editor,
					   .tours_themes = true };
	struct buf deck = { 0 };
	int ending;

	if (!isatty(STDOUT_FILENO))
		return run_put(gallery_put_list, error);
	gallery_put_deck(&deck);
	options.source = buf_str(&deck);
	options.theme.name = NULL;
	bool ok = present_run(&options, &ending, error);
	buf_release(&deck);
	if (ok && ending)
		signals_die(ending);
	return ok;
}

/* Nobody types a deck: a keyboard means that its name was forgotten. */
static bool has_deck(const struct config *config, struct error *error)
{
	if (strcmp(config->path, "-") != 0 || !isatty(STDIN_FILENO))
		return true;
	return error_set(error, "no deck given (see --help)");
}

bool run_command(const struct config *config, enum status *status,
		 struct error *error)
{
	*status = STATUS_OK;
	switch (config->command) {
	case COMMAND_PRESENT:
	case COMMAND_PREVIEW:
	case COMMAND_FOLLOW:
		return has_deck(config, error) && run_present(config, error);
	case COMMAND_EXPORT:
		return export_run(config, error);
	case COMMAND_CHECK:
		return has_deck(config, error) &&
		       check_run(config, status, error);
	case COMMAND_THEMES:
		return run_themes(config, error);
	case COMMAND_REMOTE:
		return remote_run(config, status, error);
	case COMMAND_HELP:
		return run_put(cli_put_help, error);
	case COMMAND_VERSION:
		return run_put(put_version, error);
	case COMMAND_LIST_DIRECTIVES:
		return run_put(lists_put_directives, error);
	case COMMAND_LIST_WARNINGS:
		return run_put(lists_put_warnings, error);
	}
	return error_set(error, "no such command");
}
