/* SPDX-License-Identifier: MIT */
/*
 * The command line. One table says what an option is called, what it does,
 * which commands know it and what --help prints about it.
 */
#include "app/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "app/words.h"

#define SIDE_MAX 1000 /* of a screen: beyond it is a slip of the finger */

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

/* Which commands know an option. */
enum {
	EXPORT = 1 << COMMAND_EXPORT,
	CHECK = 1 << COMMAND_CHECK,
	PREVIEW = 1 << COMMAND_PREVIEW,
	FOLLOW = 1 << COMMAND_FOLLOW,
	TALK = 1 << COMMAND_PRESENT | PREVIEW,
	THEMES = 1 << COMMAND_THEMES,
	ALL = THEMES | TALK | FOLLOW | EXPORT | CHECK, /* that show decks */
	REMOTE = 1 << COMMAND_REMOTE,
};

struct option {
	char letter; /* 0: it has only a name */
	const char *name;
	const char *argument; /* NULL: takes none */
	const char *help;
	bool (*set)(struct config *config, const char *argument,
		    struct error *error);
	int known; /* to which commands */
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

static bool parse_size(const char *text, struct size *size)
{
	const char *x = strchr(text, 'x');
	char cols[16] = "";

	if (!x || (size_t)(x - text) >= sizeof(cols))
		return false;
	memcpy(cols, text, (size_t)(x - text));
	return parse_int(cols, 1, SIDE_MAX, &size->cols) &&
	       parse_int(x + 1, 1, SIDE_MAX, &size->rows);
}

/* An export takes the last one, a check and a preview take all. */
static bool set_size(struct config *config, const char *argument,
		     struct error *error)
{
	if (!parse_size(argument, &config->size))
		return error_set(error, "%s: not a size like 80x24", argument);
	if (config->size_count == CONFIG_SIZES_MAX)
		return error_set(error, "%s: more than %d sizes", argument,
				 CONFIG_SIZES_MAX);
	config->sizes[config->size_count++] = config->size;
	return true;
}

static bool set_allowed(struct config *config, const char *argument,
			struct error *error)
{
	if (config->deck.allowed_count == CONFIG_ALLOWED_MAX)
		return error_set(error, "%s: more than %d paths", argument,
				 CONFIG_ALLOWED_MAX);
	config->allowed[config->deck.allowed_count++] = argument;
	return true;
}

static bool set_arrows(struct config *config, const char *argument,
		       struct error *error)
{
	if (strcmp(argument, "literal") != 0)
		return error_set(error, "%s: arrows can only be literal",
				 argument);
	config->deck.arrows_literal = true;
	return true;
}

static bool set_dialect(struct config *config, const char *argument,
			struct error *error)
{
	struct buf names = { 0 };

	if (dialect_find(str_of(argument), &config->deck.dialect))
		return true;
	for (int i = 0; i < DIALECT_COUNT; i++)
		buf_printf(&names, "%s%s", i ? ", " : "",
			   dialect_name((enum dialect)i));
	error_set(error, "%.32s: not a dialect (%.*s)", argument,
		  (int)names.len, names.ptr);
	buf_release(&names);
	return false;
}

static bool set_editor(struct config *config, const char *argument,
		       struct error *error)
{
	if (str_is_blank(str_of(argument)))
		return error_set(error, "--editor: COMMAND is empty");
	config->editor = argument;
	return true;
}

static bool set_transition(struct config *config, const char *argument,
			   struct error *error)
{
	return transition_find(str_of(argument), &config->transition) ||
	       error_set(error, "%s: neither none, fade, slide nor dissolve",
			 argument);
}

static bool set_colours(struct config *config, const char *argument,
			struct error *error)
{
	static const struct {
		const char *word;
		enum depth depth;
	} depths[] = {
		{ "never", DEPTH_MONO }, { "mono", DEPTH_MONO },
		{ "8", DEPTH_8 },	 { "16", DEPTH_16 },
		{ "256", DEPTH_256 },	 { "24bit", DEPTH_DIRECT },
	};

	if (!strcmp(argument, "auto"))
		return true;
	if (!strcmp(argument, "always")) {
		config->theme.most = config->depth;
		return true;
	}
	for (size_t i = 0; i < sizeof(depths) / sizeof(depths[0]); i++) {
		if (!strcmp(argument, depths[i].word)) {
			config->theme.most = depths[i].depth;
			return true;
		}
	}
	return error_set(error,
			 "%s: neither auto, always, never, 24bit, 256, 16, 8 "
			 "nor mono",
			 argument);
}

static bool set_format(struct config *config, const char *argument,
		       struct error *error)
{
	if (!strcmp(argument, "text"))
		config->format = FORMAT_TEXT;
	else if (!strcmp(argument, "json"))
		config->format = FORMAT_JSON;
	else
		return error_set(error, "%s: neither text nor json", argument);
	return true;
}

static bool set_ignored(struct config *config, const char *argument,
			struct error *error)
{
	enum remark_kind kind = remark_find(str_of(argument));

	if (kind == REMARK_COUNT)
		return error_set(error,
				 "%s: not a warning (see --list-warnings)",
				 argument);
	config->ignored[kind] = true;
	return true;
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
SETTER(set_no_motion, config->no_motion = true)
SETTER(set_no_code, config->theme.look.no_code = true)
SETTER(set_remarks, config->remarks = true)
SETTER(set_help, config->command = COMMAND_HELP)
SETTER(set_invert, config->theme.invert = config->theme.look.reverse = true)
SETTER(set_no_number, config->number = NUMBER_NONE)
SETTER(set_opaque, config->theme.look.opaque = true)
SETTER(set_version, config->command = COMMAND_VERSION)
SETTER(set_list_directives, config->command = COMMAND_LIST_DIRECTIVES)
SETTER(set_list_warnings, config->command = COMMAND_LIST_WARNINGS)
SETTER(set_no_total, config->number = NUMBER_ALONE)
SETTER(set_stay, config->stay = true)
SETTER(set_watch, config->watch = true)
SETTER(set_highlighter, config->highlighter = argument)
SETTER(set_from, config->from = argument)
SETTER(set_big, config->big = true)
SETTER(set_form_feed, config->form_feed = true)
SETTER(set_steps, config->steps = true)
SETTER(set_notes, config->notes = true)
SETTER(set_theme, config->theme.name = argument)
SETTER(set_output, config->output = argument)
SETTER(set_slides, config->slides = argument)
SETTER(set_talk, config->remote.deck = argument)
SETTER(set_list_talks, config->remote.list = true)

static const struct option options[] = {
	{ 0, "allow-path", "DIR", "let decks include files of DIR", set_allowed,
	  ALL },
	{ 0, "arrows", "literal", "\"-> x\" below a list item is text",
	  set_arrows, ALL },
	{ 'c', "nocodebg", NULL, "no panel behind code", set_no_code, ALL },
	{ 0, "color", "WHEN", "auto, always, never, 24bit, 256, 16, 8, mono",
	  set_colours, ALL },
	{ 'd', "debug", NULL, "say on standard error what was odd in the deck",
	  set_remarks, ALL },
	{ 0, "dialect", "NAME", "whose Markdown the deck is written in",
	  set_dialect, ALL },
	{ 'e', "expand", NULL, "accepted: entities are always expanded",
	  set_accepted, ALL },
	{ 'f', "nofade", NULL, "no transitions, as --no-motion", set_no_motion,
	  ALL },
	{ 'h', "help", NULL, "print this help", set_help, ALL | REMOTE },
	{ 'i', "invert", NULL, "black on white", set_invert, ALL },
	{ 'j', "jump", "N", "begin with slide N", set_jump, ALL },
	{ 's', "noslidenum", NULL, "no slide number", set_no_number, ALL },
	{ 't', "notrans", NULL, "a ground of its own, not the terminal's",
	  set_opaque, ALL },
	{ 0, "theme", "NAME|FILE", "how it looks (see deckle themes)",
	  set_theme, ALL },
	{ 'v', "version", NULL, "print the version", set_version,
	  ALL | REMOTE },
	{ 'x', "noslidemax", NULL, "slide number without the total",
	  set_no_total, ALL },
	{ 0, "no-motion", NULL, "no transitions, whatever the deck says",
	  set_no_motion, ALL },
	{ 0, "transition", "NAME", "none, fade, slide or dissolve",
	  set_transition, TALK | FOLLOW },
	{ 0, "editor", "COMMAND",
	  "the editor for e; {file} and {line} are replaced", set_editor,
	  TALK | FOLLOW },
	{ 0, "highlighter", "COMMAND", "colours code; {language} is replaced",
	  set_highlighter, TALK | FOLLOW },
	{ 0, "stay", NULL, "keep the place when the deck is saved", set_stay,
	  TALK },
	{ 'w', "watch", NULL, "follow the deck as it is saved", set_watch,
	  TALK },
	{ 0, "size", "COLSxROWS", "screens of that size, pages included",
	  set_size, EXPORT | CHECK | PREVIEW },
	{ 0, "from", "FILE", "where the talk is, line by line; - for a pipe",
	  set_from, FOLLOW },
	{ 0, "big", NULL, "big titles as they are drawn, not their text",
	  set_big, EXPORT },
	{ 0, "form-feed", NULL, "a form feed between screens, not a line",
	  set_form_feed, EXPORT },
	{ 0, "notes", NULL, "the speaker's notes below each slide", set_notes,
	  EXPORT },
	{ 'o', "output", "FILE", "write to FILE, whole or not at all",
	  set_output, EXPORT },
	{ 0, "slides", "LIST", "only these slides, like 2,5-7", set_slides,
	  EXPORT },
	{ 0, "steps", NULL, "a screen for each step", set_steps, EXPORT },
	{ 0, "format", "text|json", "how warnings are printed", set_format,
	  CHECK },
	{ 0, "list-directives", NULL, "print what comments can say",
	  set_list_directives, CHECK },
	{ 0, "list-warnings", NULL, "print what there is to warn of",
	  set_list_warnings, CHECK },
	{ 0, "no", "NAME", "no warnings of that name", set_ignored, CHECK },
	{ 0, "deck", "FILE", "the talk that shows this deck, of several",
	  set_talk, REMOTE },
	{ 0, "list", NULL, "print the talks that are running", set_list_talks,
	  REMOTE },
};
enum { OPTIONS = sizeof(options) / sizeof(options[0]) };

struct cli {
	struct config *config;
	char **words; /* what is left of argv; ends with NULL */
	char **paths; /* the decks among them, moved to the front of argv */
	int path_count;
	bool has_command;
	enum command command;
	struct error *error;
};

static const struct option *find_letter(char letter)
{
	for (int i = 0; i < OPTIONS; i++) {
		if (options[i].letter == letter)
			return &options[i];
	}
	return NULL;
}

static const struct option *find_name(struct str name)
{
	for (int i = 0; i < OPTIONS; i++) {
		if (str_eq(str_of(options[i].name), name))
			return &options[i];
	}
	return NULL;
}

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
	const struct option *option = check_known(cli, find_name(name), word);
	return option && apply(cli, option, equals ? equals + 1 : NULL);
}

/* "-ci", "-j3", "-j 3" */
static bool parse_letters(struct cli *cli, const char *word)
{
	for (const char *at = word + 1; *at; at++) {
		const char shown[] = { '-', *at, '\0' };
		const struct option *option =
			check_known(cli, find_letter(*at), shown);
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
	return (option->known & ALL) == ALL ? ALL : option->known;
}

static void put_heading(struct buf *out, int readers)
{
	buf_put_text(out, "\nOptions");
	if (readers != ALL) {
		buf_put_text(out, " of ");
		put_commands(out, readers, " and ");
	}
	buf_put_text(out, ":\n");
}

/* Options of the same commands stand together in the table. */
static void put_options(struct buf *out)
{
	int before = 0;

	for (int i = 0; i < OPTIONS; i++) {
		int readers = readers_of(&options[i]);
		if (readers != before)
			put_heading(out, readers);
		put_option(out, &options[i]);
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
