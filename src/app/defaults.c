/* SPDX-License-Identifier: MIT */
/*
 * The user's configuration file: options, one a line, that hold where the
 * command line does not say otherwise. A mistake in it costs its line, never
 * the talk.
 */
#include "app/defaults.h"

#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/option.h"
#include "base/file.h"
#include "base/glyph.h"
#include "base/ini.h"

#define FILE_NAME "deckle/config"
#define WORD_MAX  64 /* bytes of a word that is repeated in an error */

/* "FILE:12: unknown key 'thme'"; words that are odd are not repeated. */
static void fault(struct config *config, const struct ini_line *line,
		  const char *what, struct str word)
{
	static const struct str odd = STR("...");

	if (config->trouble.text[0])
		return;
	if (word.len > WORD_MAX || !str_is_clean(word))
		word = odd;
	error_set(&config->trouble, "%.120s:%d: %s '%.*s'", config->file,
		  line->number, what, (int)word.len, word.ptr);
}

static void fault_because(struct config *config, const struct ini_line *line,
			  const struct error *error)
{
	if (!config->trouble.text[0])
		error_set(&config->trouble, "%.120s:%d: %.*s: %.100s",
			  config->file, line->number, (int)line->key.len,
			  line->key.ptr, error->text);
}

static const char *keep(struct config *config, struct str value)
{
	return arena_join(&config->arena, value, (struct str){ "", 1 }).ptr;
}

static void take_line(struct config *config, const struct ini_line *line)
{
	struct error error;

	if (line->kind != INI_ENTRY) {
		fault(config, line,
		      "not of the form \"key = value\":", line->text);
		return;
	}
	const struct option *option = option_named(line->key);
	if (!option)
		fault(config, line, "unknown key", line->key);
	else if (!option->usual)
		fault(config, line, "only for the command line:", line->key);
	else if (str_is_blank(line->value))
		fault(config, line, "there is no value for", line->key);
	else if (!str_is_clean(line->value))
		fault(config, line, "an odd value for", line->key);
	else if (!option->usual(config, keep(config, line->value), &error))
		fault_because(config, line, &error);
}

static void take_text(struct config *config, struct str text)
{
	struct ini ini = { .rest = text };
	struct ini_line line;

	while (ini_next(&ini, &line))
		take_line(config, &line);
}

/* The usual place, of the configuration's arena; NULL: there is none. */
static const char *usual_file(struct config *config)
{
	struct buf path = { 0 };

	if (config->config_dir)
		buf_printf(&path, "%s/" FILE_NAME, config->config_dir);
	else if (config->places.home)
		buf_printf(&path, "%s/.config/" FILE_NAME, config->places.home);
	else
		return NULL;
	const char *kept = keep(config, buf_str(&path));
	buf_release(&path);
	return kept;
}

static bool read_named_file(struct config *config, struct error *error)
{
	struct buf text = { 0 };
	bool ok = file_read(config->file, &text, error);

	if (ok)
		take_text(config, buf_str(&text));
	buf_release(&text);
	return ok;
}

static void read_usual_file(struct config *config)
{
	struct buf text = { 0 };

	config->file = usual_file(config);
	if (!config->file || access(config->file, F_OK) != 0)
		return;
	if (file_read_regular(config->file, config->file, DEFAULTS_BYTES_MAX,
			      &text, &config->trouble))
		take_text(config, buf_str(&text));
	buf_release(&text);
}

/* What the command line comes to, without any defaults. False: nothing that
   asks for them. Parsing moves words: those of `words`, a copy with room. */
static bool look_ahead(struct config *ahead, int argc, char **argv,
		       char **words)
{
	struct error ignored;

	memcpy(words, argv, (size_t)argc * sizeof(*words));
	config_init(ahead);
	return cli_parse(ahead, argc, words, &ignored) &&
	       OPTION_READERS >> ahead->command & 1;
}

bool defaults_read(struct config *config, int argc, char **argv,
		   struct error *error)
{
	char **words = arena_array(&config->arena, char *, (size_t)argc + 1);
	struct config ahead;

	if (!look_ahead(&ahead, argc, argv, words))
		return true;
	config->file = ahead.file;
	if (config->file)
		return read_named_file(config, error);
	read_usual_file(config);
	return true;
}
