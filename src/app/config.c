/* SPDX-License-Identifier: MIT */
/*
 * Defaults and environment. This is the only file that asks the environment.
 */
#include "app/config.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#define EXPORT_COLS 80

/* A variable that is set to nothing says nothing. */
static const char *ask(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] ? value : NULL;
}

/* As POSIX has it for those who may show an editor the screen. */
static const char *find_editor(void)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *editor = ask(names[i]);
		if (editor && !str_is_blank(str_of(editor)))
			return editor;
	}
	return "vi";
}

/* All of 24 bits are sent only where they are said to be understood. */
static enum depth find_depth(void)
{
	const char *depth = ask("COLORTERM");

	return depth && (!strcmp(depth, "truecolor") || !strcmp(depth, "24bit"))
		       ? DEPTH_DIRECT
		       : DEPTH_256;
}

/* As no-color.org and bixense.com/clicolors have it. */
static bool wants_colours(void)
{
	const char *wish = ask("CLICOLOR"), *force = ask("CLICOLOR_FORCE");

	if (ask("NO_COLOR"))
		return false;
	if (force && strcmp(force, "0") != 0)
		return true;
	return !wish || strcmp(wish, "0") != 0;
}

/* What is no absolute path is to be ignored, says the specification. */
static const char *ask_dir(const char *name)
{
	const char *dir = ask(name);

	return dir && dir[0] == '/' ? dir : NULL;
}

void config_init(struct config *config)
{
	*config = (struct config){ .path = "-",
				   .deck = { .path = "-" },
				   .size = { 0, EXPORT_COLS },
				   .editor = find_editor(),
				   .runtime_dir = ask_dir("XDG_RUNTIME_DIR"),
				   .config_dir = ask_dir("XDG_CONFIG_HOME") };
	config->deck.allowed = config->allowed;
	config->theme.usual = ask("DECKLE_THEME");
	config->highlighter = ask("DECKLE_HIGHLIGHTER");
	config->has_theme = config->theme.usual != NULL;
	config->depth = find_depth();
	config->places = (struct direct_places){ .term = ask("TERM"),
						 .terminfo = ask("TERMINFO"),
						 .home = ask("HOME"),
						 .dirs = ask("TERMINFO_DIRS") };
	config->wished = wants_colours() ? config->depth : DEPTH_MONO;
	config->theme.most = config->wished;
}

void config_release(struct config *config)
{
	arena_release(&config->arena);
}

const char *config_beside(struct config *config, const char *path)
{
	const char *slash = strrchr(config->file, '/');
	const char *home = config->places.home;
	struct buf whole = { 0 };

	if (path[0] == '~' && path[1] == '/' && home)
		buf_printf(&whole, "%s%s", home, path + 1);
	else if (path[0] == '/' || !slash)
		buf_put_text(&whole, path);
	else
		buf_printf(&whole, "%.*s/%s", (int)(slash - config->file),
			   config->file, path);
	buf_put_byte(&whole, '\0');
	const char *kept = arena_str(&config->arena, buf_str(&whole)).ptr;
	buf_release(&whole);
	return kept;
}
