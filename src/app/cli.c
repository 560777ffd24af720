/* SPDX-License-Identifier: MIT */
/*
 * The command line. One table says what an option is called, what it does and
 * what --help prints about it.
 */
#include "app/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define SIDE_MAX 1000 /* of a screen: beyond it is a slip of the finger */

struct option {
	char letter; /* 0: it has only a name */
	const char *name;
	const char *argument; /* NULL: takes none */
	const char *help;
	bool (*set)(struct config *config, const char *argument,
		    struct error *error);
};

static bool parse_int(const char *text, int low, int high, int *value)
{
	char *end;

	errno = 0;
	long number = strtol(text, &end, 10);
	if (errno || end == text || *end || number < low || number > high)
		return false;
	*value = (int)number;
	return true;
}

static bool set_jump(struct config *config, const char *argument,
		     struct error *error)
{
	if (parse_int(argument, 1, 2147483647, &config->jump))
		return true;
	return error_set(error, "%s: not the number of a slide", argument);
}

static bool set_size(struct config *config, const char *argument,
		     struct error *error)
{
	const char *x = strchr(argument, 'x');
	char cols[16] = "";

	if (x && (size_t)(x - argument) < sizeof(cols))
		memcpy(cols, argument, (size_t)(x - argument));
	if (x && parse_int(cols, 1, SIDE_MAX, &config->size.cols) &&
	    parse_int(x + 1, 1, SIDE_MAX, &config->size.rows))
		return true;
	return error_set(error, "%s: not a size like 80x24", argument);
}

#define SETTER(function, statement)                                       \
	static bool function(struct config *config, const char *argument, \
			     struct error *error)                         \
	{                                                                 \
		(void)argument, (void)error;                              \
		statement;                                                \
		return true;                                              \
	}

SETTER(set_accepted, (void)config)
SETTER(set_no_code, config->theme.no_code = true)
SETTER(set_remarks, config->remarks = true)
SETTER(set_help, config->command = COMMAND_HELP)
SETTER(set_invert, config->theme.invert = true)
SETTER(set_no_number, config->number = NUMBER_NONE)
SETTER(set_opaque, config->theme.opaque = true)
SETTER(set_version, config->command = COMMAND_VERSION)
SETTER(set_no_total, config->number = NUMBER_ALONE)
SETTER(set_form_feed, config->form_feed = true)
SETTER(set_steps, config->steps = true)
SETTER(set_output, config->output = argument)
SETTER(set_slides, config->slides = argument)

static const struct option common_options[] = {
	{ 'c', "nocodebg", NULL, "no panel behind code", set_no_code },
	{ 'd', "debug", NULL, "say on standard error what was odd in the deck",
	  set_remarks },
	{ 'e', "expand", NULL, "accepted: entities are always expanded",
	  set_accepted },
	{ 'f', "nofade", NULL, "accepted: slides do not fade", set_accepted },
	{ 'h', "help", NULL, "print this help", set_help },
	{ 'i', "invert", NULL, "black on white", set_invert },
	{ 'j', "jump", "N", "begin with slide N", set_jump },
	{ 's', "noslidenum", NULL, "no slide number", set_no_number },
	{ 't', "notrans", NULL, "a ground of its own, not the terminal's",
	  set_opaque },
	{ 'v', "version", NULL, "print the version", set_version },
	{ 'x', "noslidemax", NULL, "slide number without the total",
	  set_no_total },
	{ 0, NULL, NULL, NULL, NULL },
};

static const struct option export_options[] = {
	{ 0, "form-feed", NULL, "a form feed between screens, not a line",
	  set_form_feed },
	{ 'o', "output", "FILE", "write to FILE, whole or not at all",
	  set_output },
	{ 0, "size", "COLSxROWS", "screens of that size, pages included",
	  set_size },
	{ 0, "slides", "LIST", "only these slides, like 2,5-7", set_slides },
	{ 0, "steps", NULL, "a screen for each step", set_steps },
	{ 0, NULL, NULL, NULL, NULL },
};

struct cli {
	struct config *config;
	char **words; /* what is left of argv; ends with NULL */
	bool has_path;
	struct error *error;
};

static const struct option *find_letter(const struct option *options,
					char letter)
{
	while (options->name && options->letter != letter)
		options++;
	return options->name ? options : NULL;
}

static const struct option *find_name(const struct option *options,
				      struct str name)
{
	while (options->name && !str_eq(str_of(options->name), name))
		options++;
	return options->name ? options : NULL;
}

/* The option if the command knows it; an error that names `word` if not. */
static const struct option *check_known(const struct cli *cli,
					const struct option *common,
					const struct option *exporting,
					const char *word)
{
	if (common)
		return common;
	if (!exporting)
		error_set(cli->error, "%s: unknown option (see --help)", word);
	else if (cli->config->command != COMMAND_EXPORT)
		error_set(cli->error, "%s: an option of deckle export", word);
	else
		return exporting;
	return NULL;
}

/* Apply an option whose argument, if it takes one, is `inline_argument` or
   the next word. */
static bool apply(struct cli *cli, const struct option *option,
		  const char *inline_argument)
{
	const char *argument = inline_argument;

	if (option->argument && !argument) {
		argument = *cli->words;
		if (!argument)
			return error_set(cli->error,
					 "--%s: %s is missing (see --help)",
					 option->name, option->argument);
		cli->words++;
	}
	if (!option->argument && argument)
		return error_set(cli->error, "--%s: takes no argument",
				 option->name);
	return option->set(cli->config, argument, cli->error);
}

static bool parse_long(struct cli *cli, const char *word)
{
	struct str name = str_of(word + 2);
	const char *equals = str_find(name, '=');

	if (equals)
		name.len = (size_t)(equals - name.ptr);
	const struct option *option =
		check_known(cli, find_name(common_options, name),
			    find_name(export_options, name), word);
	return option && apply(cli, option, equals ? equals + 1 : NULL);
}

/* "-ci", "-j3", "-j 3" */
static bool parse_letters(struct cli *cli, const char *word)
{
	for (const char *at = word + 1; *at; at++) {
		const char shown[] = { '-', *at, '\0' };
		const struct option *option =
			check_known(cli, find_letter(common_options, *at),
				    find_letter(export_options, *at), shown);
		if (!option)
			return false;
		if (option->argument)
			return apply(cli, option, at[1] ? at + 1 : NULL);
		if (!apply(cli, option, NULL))
			return false;
	}
	return true;
}

static bool parse_path(struct cli *cli, const char *word)
{
	if (cli->has_path)
		return error_set(cli->error, "%s: one deck at a time, after %s",
				 word, cli->config->path);
	cli->has_path = true;
	cli->config->path = word;
	cli->config->deck.path = word;
	return true;
}

/* The first word may be a command; the deck is the only other one. */
static bool parse_word(struct cli *cli, const char *word)
{
	if (cli->has_path || cli->config->command != COMMAND_PRESENT ||
	    strcmp(word, "export") != 0)
		return parse_path(cli, word);
	cli->config->command = COMMAND_EXPORT;
	return true;
}

bool cli_parse(struct config *config, int argc, char **argv,
	       struct error *error)
{
	struct cli cli = { .config = config,
			   .error = error,
			   .words = argv + (argc > 0 ? 1 : 0) };
	bool only_paths = false;

	while (*cli.words) {
		const char *word = *cli.words++;
		bool ok;
		if (!only_paths && !strcmp(word, "--")) {
			only_paths = true;
			continue;
		}
		if (only_paths)
			ok = parse_path(&cli, word);
		else if (word[0] != '-' || !word[1])
			ok = parse_word(&cli, word);
		else if (word[1] == '-')
			ok = parse_long(&cli, word);
		else
			ok = parse_letters(&cli, word);
		if (!ok)
			return false;
	}
	return true;
}

static void put_options(struct buf *out, const struct option *options)
{
	for (; options->name; options++) {
		size_t begin = out->len;
		buf_put_text(out, "  ");
		if (options->letter)
			buf_printf(out, "-%c, ", options->letter);
		buf_printf(out, "--%s", options->name);
		if (options->argument)
			buf_printf(out, " %s", options->argument);
		size_t taken = out->len - begin;
		buf_repeat(out, ' ', taken < 24 ? 24 - taken : 1);
		buf_printf(out, "%s\n", options->help);
	}
}

void cli_put_help(struct buf *out)
{
	buf_put_text(out,
		     "Usage: deckle [options] [deck.md]\n"
		     "       deckle export [options] [deck.md]\n"
		     "\n"
		     "Present a Markdown deck in the terminal, or write it as "
		     "plain text.\n"
		     "Without a deck, or with -, it is read from standard "
		     "input.\n"
		     "While presenting, ? lists the keys.\n"
		     "\n"
		     "Options:\n");
	put_options(out, common_options);
	buf_put_text(out, "\nOptions of export:\n");
	put_options(out, export_options);
}
