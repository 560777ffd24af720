/* SPDX-License-Identifier: MIT */
/*
 * The options. One table says what an option is called, what it does, which
 * commands know it, what --help prints about it, and whether it may stand in
 * the configuration file.
 */
#include "app/option.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define SIDE_MAX 1000 /* of a screen: beyond it is a slip of the finger */

/* Which commands know an option. */
enum {
	EXPORT = 1 << COMMAND_EXPORT,
	CHECK = 1 << COMMAND_CHECK,
	PREVIEW = 1 << COMMAND_PREVIEW,
	FOLLOW = 1 << COMMAND_FOLLOW,
	TALK = 1 << COMMAND_PRESENT | PREVIEW,
	THEMES = 1 << COMMAND_THEMES,
	ALL = OPTION_READERS,
	REMOTE = 1 << COMMAND_REMOTE,
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

static bool set_images(struct config *config, const char *argument,
		       struct error *error)
{
	return means_find(argument, &config->images) ||
	       error_set(error,
			 "%s: neither auto, kitty, iterm2, sixel, "
			 "blocks nor text",
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

	if (!strcmp(argument, "auto")) {
		config->theme.most = config->wished;
		return true;
	}
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

/* The file's own theme is weaker than the deck's, as DECKLE_THEME is, and a
   talk is not kept from beginning by it. */
static bool set_usual_theme(struct config *config, const char *argument,
			    struct error *error)
{
	const char *name = theme_is_path(str_of(argument))
				   ? config_beside(config, argument)
				   : argument;
	struct theme theme;

	if (!theme_load(&theme, name, error))
		return false;
	theme_release(&theme);
	if (!config->has_theme)
		config->theme.usual = name;
	return true;
}

static bool set_usual_allowed(struct config *config, const char *argument,
			      struct error *error)
{
	return set_allowed(config, config_beside(config, argument), error);
}

/* A variable is nearer to the talk than a file. */
static bool set_usual_highlighter(struct config *config, const char *argument,
				  struct error *error)
{
	(void)error;
	if (!config->highlighter)
		config->highlighter = argument;
	return true;
}

static bool set_usual_transition(struct config *config, const char *argument,
				 struct error *error)
{
	enum transition said = config->transition;
	bool ok = set_transition(config, argument, error);

	if (ok)
		config->usual_transition = config->transition;
	config->transition = said;
	return ok;
}

static bool set_config(struct config *config, const char *argument,
		       struct error *error)
{
	if (!strcmp(argument, "-"))
		return error_set(error, "--config: not from standard input");
	config->file = argument;
	return true;
}

/* A switch that is off takes back its own word only. */
static void set_number(struct config *config, enum number_style style, bool on)
{
	if (on)
		config->number = style;
	else if (config->number == style)
		config->number = NUMBER_OF_TOTAL;
}

/* On the command line, it is an error where it cannot be; in the file it is
   not, as decks come in pipes. */
static void watch_for_sure(struct config *config, bool on)
{
	config->watch = on;
	config->watch_if_can = false;
}

#define SETTER(function, statement)                                       \
	static bool function(struct config *config, const char *argument, \
			     struct error *error)                         \
	{                                                                 \
		(void)argument, (void)error;                              \
		statement;                                                \
		return true;                                              \
	}

#define SWITCH(function, statement)                                       \
	static bool function(struct config *config, const char *argument, \
			     struct error *error)                         \
	{                                                                 \
		bool on = !argument || !strcmp(argument, "yes");          \
		if (!on && strcmp(argument, "no") != 0)                   \
			return error_set(error, "%s: neither yes nor no", \
					 argument);                       \
		statement;                                                \
		return true;                                              \
	}

SETTER(set_accepted, (void)config)
SWITCH(set_no_motion, config->no_motion = on)
SWITCH(set_no_code, config->theme.look.no_code = on)
SETTER(set_remarks, config->remarks = true)
SETTER(set_help, config->command = COMMAND_HELP)
SWITCH(set_invert, config->theme.invert = config->theme.look.reverse = on)
SWITCH(set_no_number, set_number(config, NUMBER_NONE, on))
SWITCH(set_opaque, config->theme.look.opaque = on)
SETTER(set_version, config->command = COMMAND_VERSION)
SETTER(set_list_directives, config->command = COMMAND_LIST_DIRECTIVES)
SETTER(set_list_warnings, config->command = COMMAND_LIST_WARNINGS)
SWITCH(set_no_total, set_number(config, NUMBER_ALONE, on))
SWITCH(set_stay, config->stay = on)
SWITCH(set_watch, watch_for_sure(config, on))
SWITCH(set_usual_watch, config->watch_if_can = on)
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
	{ 0, "allow-path", "DIR", "let decks include files, show images of DIR",
	  set_allowed, ALL, set_usual_allowed },
	{ 0, "arrows", "literal", "\"-> x\" below a list item is text",
	  set_arrows, ALL, set_arrows },
	{ 'c', "nocodebg", NULL, "no panel behind code", set_no_code, ALL,
	  set_no_code },
	{ 0, "color", "WHEN", "auto, always, never, 24bit, 256, 16, 8, mono",
	  set_colours, ALL, set_colours },
	{ 0, "config", "FILE",
	  "the configuration file, instead of the usual one", set_config, ALL,
	  NULL },
	{ 'd', "debug", NULL, "say on standard error what was odd in the deck",
	  set_remarks, ALL, NULL },
	{ 0, "dialect", "NAME", "whose Markdown the deck is written in",
	  set_dialect, ALL, set_dialect },
	{ 'e', "expand", NULL, "accepted: entities are always expanded",
	  set_accepted, ALL, NULL },
	{ 'f', "nofade", NULL, "no transitions, as --no-motion", set_no_motion,
	  ALL, NULL },
	{ 'h', "help", NULL, "print this help", set_help, ALL | REMOTE, NULL },
	{ 'i', "invert", NULL, "black on white", set_invert, ALL, set_invert },
	{ 'j', "jump", "N", "begin with slide N", set_jump, ALL, NULL },
	{ 's', "noslidenum", NULL, "no slide number", set_no_number, ALL,
	  set_no_number },
	{ 't', "notrans", NULL, "a ground of its own, not the terminal's",
	  set_opaque, ALL, set_opaque },
	{ 0, "theme", "NAME|FILE", "how it looks (see deckle themes)",
	  set_theme, ALL, set_usual_theme },
	{ 'v', "version", NULL, "print the version", set_version, ALL | REMOTE,
	  NULL },
	{ 'x', "noslidemax", NULL, "slide number without the total",
	  set_no_total, ALL, set_no_total },
	{ 0, "no-motion", NULL, "no transitions, whatever the deck says",
	  set_no_motion, ALL, set_no_motion },
	{ 0, "transition", "NAME", "none, fade, slide or dissolve",
	  set_transition, TALK | FOLLOW, set_usual_transition },
	{ 0, "images", "HOW", "auto, kitty, iterm2, sixel, blocks, text",
	  set_images, TALK | FOLLOW, set_images },
	{ 0, "editor", "COMMAND",
	  "the editor for e; {file} and {line} are replaced", set_editor,
	  TALK | FOLLOW, set_editor },
	{ 0, "highlighter", "COMMAND", "colours code; {language} is replaced",
	  set_highlighter, TALK | FOLLOW, set_usual_highlighter },
	{ 0, "stay", NULL, "keep the place when the deck is saved", set_stay,
	  TALK, set_stay },
	{ 'w', "watch", NULL, "follow the deck as it is saved", set_watch, TALK,
	  set_usual_watch },
	{ 0, "size", "COLSxROWS", "screens of that size, pages included",
	  set_size, EXPORT | CHECK | PREVIEW, NULL },
	{ 0, "from", "FILE", "where the talk is, line by line; - for a pipe",
	  set_from, FOLLOW, NULL },
	{ 0, "big", NULL, "big titles as they are drawn, not their text",
	  set_big, EXPORT, NULL },
	{ 0, "form-feed", NULL, "a form feed between screens, not a line",
	  set_form_feed, EXPORT, NULL },
	{ 0, "notes", NULL, "the speaker's notes below each slide", set_notes,
	  EXPORT, NULL },
	{ 'o', "output", "FILE", "write to FILE, whole or not at all",
	  set_output, EXPORT, NULL },
	{ 0, "slides", "LIST", "only these slides, like 2,5-7", set_slides,
	  EXPORT, NULL },
	{ 0, "steps", NULL, "a screen for each step", set_steps, EXPORT, NULL },
	{ 0, "format", "text|json", "how warnings are printed", set_format,
	  CHECK, NULL },
	{ 0, "list-directives", NULL, "print what comments can say",
	  set_list_directives, CHECK, NULL },
	{ 0, "list-warnings", NULL, "print what there is to warn of",
	  set_list_warnings, CHECK, NULL },
	{ 0, "no", "NAME", "no warnings of that name", set_ignored, CHECK,
	  NULL },
	{ 0, "deck", "FILE", "the talk that shows this deck, of several",
	  set_talk, REMOTE, NULL },
	{ 0, "list", NULL, "print the talks that are running", set_list_talks,
	  REMOTE, NULL },
};
enum { OPTIONS = sizeof(options) / sizeof(options[0]) };

const struct option *option_at(int index)
{
	return index < OPTIONS ? &options[index] : NULL;
}

const struct option *option_with_letter(char letter)
{
	for (int i = 0; i < OPTIONS; i++) {
		if (options[i].letter == letter)
			return &options[i];
	}
	return NULL;
}

const struct option *option_named(struct str name)
{
	for (int i = 0; i < OPTIONS; i++) {
		if (str_eq(str_of(options[i].name), name))
			return &options[i];
	}
	return NULL;
}
