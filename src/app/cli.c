/* SPDX-License-Identifier: MIT */
/*
 * The words of the command line: commands, options by the table of theirs,
 * and decks.
 */
#include "app/cli.h"

#include <string.h>

#include "app/option.h"
#include "app/words.h"

/* What the first word can be. Without it the deck is presented. */
static const struct {
	const char *word;
	enum command command;
	const char *usage;
} commands[] = {
	{ "present", COMMAND_PRESENT, "deckle [options] [deck.md]" },
	{ "preview", COMMAND_PREVIEW, "deckle preview [options] deck.md" },
	{ "follow", COMMAND_FOLLOW, "deckle follow [options] deck.md" },
	{ "export", COMMAND_EXPORT, "deckle export [options] [deck.md]" },
	{ "check", COMMAND_CHECK, "deckle check [options] [deck.md ...]" },
	{ "themes", COMMAND_THEMES, "deckle themes [options]" },
	{ "remote", COMMAND_REMOTE,
	  "deckle remote [options] command [argument ...]" },
};
enum { COMMANDS = sizeof(commands) / sizeof(commands[0]) };

struct cli {
	struct config *config;
	char **words; /* what is left of argv; ends with NULL */
	char **paths; /* the decks among them, moved to the front of argv */
	int path_count;
	bool has_command;
	enum command command;
	struct error *error;
};

/* "preview, export or check" */
static void put_commands(struct buf *out, int known, const char *last)
{
	int left = 0, count = 0;

	for (int i = 0; i < COMMANDS; i++)
		left += known >> commands[i].command & 1;
	for (int i = 0; i < COMMANDS; i++) {
		if (!(known & 1 << commands[i].command))
			continue;
		left--;
		if (count++ > 0)
			buf_put_text(out, left > 0 ? ", " : last);
		buf_put_text(out, commands[i].word);
	}
}

/* The option if the command knows it; an error that names `word` if not. */
static const struct option *check_known(const struct cli *cli,
					const struct option *option,
					const char *word)
{
	struct buf knowing = { 0 };

	if (option && option->known & 1 << cli->command)
		return option;
	if (!option) {
		error_set(cli->error, "%s: unknown option (see --help)", word);
		return NULL;
	}
	put_commands(&knowing, option->known, " or ");
	error_set(cli->error, "%s: an option of deckle %.*s", word,
		  (int)knowing.len, knowing.ptr);
	buf_release(&knowing);
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
	if (!option->argument && !option->usual && argument)
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
		check_known(cli, option_named(name), word);
	return option && apply(cli, option, equals ? equals + 1 : NULL);
}

/* "-ci", "-j3", "-j 3" */
static bool parse_letters(struct cli *cli, const char *word)
{
	for (const char *at = word + 1; *at; at++) {
		const char shown[] = { '-', *at, '\0' };
		const struct option *option =
			check_known(cli, option_with_letter(*at), shown);
		if (!option)
			return false;
		if (option->argument)
			return apply(cli, option, at[1] ? at + 1 : NULL);
		if (!apply(cli, option, NULL))
			return false;
	}
	return true;
}

/* Several decks are for those commands that take them one by one. What is for
   a talk is no deck, but comes in several words, too. */
static bool parse_path(struct cli *cli, char *word)
{
	bool one =
		cli->command != COMMAND_CHECK && cli->command != COMMAND_REMOTE;

	if (cli->command == COMMAND_THEMES)
		return error_set(cli->error, "%s: deckle themes takes no deck",
				 word);
	if (cli->path_count > 0 && one)
		return error_set(cli->error, "%s: one deck at a time, after %s",
				 word, cli->paths[0]);
	cli->paths[cli->path_count++] = word;
	return true;
}

/* The first word may be a command; decks are the only other ones. */
static bool parse_word(struct cli *cli, char *word)
{
	for (int i = 0; i < COMMANDS && !cli->has_command && !cli->path_count;
	     i++) {
		if (strcmp(word, commands[i].word) != 0)
			continue;
		cli->has_command = true;
		cli->command = commands[i].command;
		if (cli->config->command == COMMAND_PRESENT)
			cli->config->command = cli->command;
		return true;
	}
	return parse_path(cli, word);
}

static bool parse_words(struct cli *cli)
{
	bool only_paths = false;

	while (*cli->words) {
		char *word = *cli->words++;
		bool ok = true;
		if (only_paths)
			ok = parse_path(cli, word);
		else if (!strcmp(word, "--"))
			only_paths = true;
		else if (word[0] != '-' || !word[1])
			ok = parse_word(cli, word);
		else if (word[1] == '-')
			ok = parse_long(cli, word);
		else
			ok = parse_letters(cli, word);
		if (!ok)
			return false;
	}
	return true;
}

/* What is left of the words is for a talk. */
static bool parse_remote(struct cli *cli)
{
	struct config *config = cli->config;

	if (config->command != COMMAND_REMOTE)
		return true;
	if (!config->remote.list)
		return words_read(&config->remote,
				  (const char *const *)cli->paths,
				  cli->path_count, cli->error);
	return cli->path_count == 0 ||
	       error_set(cli->error, "%s: --list takes no command",
			 cli->paths[0]);
}

bool cli_parse(struct config *config, int argc, char **argv,
	       struct error *error)
{
	struct cli cli = { .config = config,
			   .error = error,
			   .words = argv + (argc > 0 ? 1 : 0),
			   .paths = argv };

	if (!parse_words(&cli))
		return false;
	if (cli.command == COMMAND_REMOTE)
		return parse_remote(&cli);
	config->paths = (const char *const *)argv;
	config->path_count = cli.path_count;
	if (cli.path_count > 0)
		config->path = config->paths[0];
	config->deck.path = config->path;
	return true;
}

static void put_option(struct buf *out, const struct option *option)
{
	size_t begin = out->len;

	buf_put_text(out, "  ");
	if (option->letter)
		buf_printf(out, "-%c, ", option->letter);
	buf_printf(out, "--%s", option->name);
	if (option->argument)
		buf_printf(out, " %s", option->argument);
	size_t taken = out->len - begin;
	buf_repeat(out, ' ', taken < 24 ? 24 - taken : 1);
	buf_printf(out, "%s\n", option->help);
}

/* An option that all commands which read decks know stands among theirs. */
static int readers_of(const struct option *option)
{
	return (option->known & OPTION_READERS) == OPTION_READERS
		       ? OPTION_READERS
		       : option->known;
}

static void put_heading(struct buf *out, int readers)
{
	buf_put_text(out, "\nOptions");
	if (readers != OPTION_READERS) {
		buf_put_text(out, " of ");
		put_commands(out, readers, " and ");
	}
	buf_put_text(out, ":\n");
}

/* Options of the same commands stand together in the table. */
static void put_options(struct buf *out)
{
	int before = 0;

	const struct option *option;

	for (int i = 0; (option = option_at(i)) != NULL; i++) {
		int readers = readers_of(option);
		if (readers != before)
			put_heading(out, readers);
		put_option(out, option);
		before = readers;
	}
}

void cli_put_help(struct buf *out)
{
	for (int i = 0; i < COMMANDS; i++)
		buf_printf(out, "%s %s\n",
			   i ? "      " : "Usage:", commands[i].usage);
	buf_put_text(out, "\n"
			  "Present a Markdown deck in the terminal, write it "
			  "as plain text, or say what is\n"
			  "odd in it. Without a deck, or with -, it is read "
			  "from standard input.\n"
			  "While presenting, ? lists the keys; remote controls "
			  "a talk that is running.\n");
	put_options(out);
	words_put_help(out);
}
