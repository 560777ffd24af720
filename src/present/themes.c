/* SPDX-License-Identifier: MIT */
/*
 * From a theme's name to the theme. Those built in are texts like any other;
 * only the one that is used is read.
 */
#include "present/themes.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/glyph.h"
#include "layout/theme_file.h"
#include "slide/read.h"

static const struct {
	const char *name;
	struct str text;
} builtin[] = {
#define THEME(name, text) { name, STR(text) },
#include "themes.inc"
#undef THEME
};
enum { BUILTIN = sizeof(builtin) / sizeof(builtin[0]) };

const char *themes_name(int index)
{
	return index >= 0 && index < BUILTIN ? builtin[index].name : NULL;
}

int themes_find(struct str name)
{
	for (int i = 0; i < BUILTIN; i++) {
		if (str_eq(str_of(builtin[i].name), name))
			return i;
	}
	return -1;
}

struct loader {
	struct theme *theme;
	const struct deck *deck; /* that names the theme; NULL: the user does */
	const char *folder_of;	 /* the path that others are relative to */
	int files;
	struct error *error;
};

bool theme_is_path(struct str name)
{
	static const struct str suffix = STR(".theme");

	return str_find(name, '/') ||
	       (name.len > suffix.len &&
		str_eq(str_from(name, name.len - suffix.len), suffix));
}

/* The path as it can be opened, of the theme's arena. */
static const char *path_of(struct loader *loader, struct str name)
{
	const char *slash =
		loader->folder_of ? strrchr(loader->folder_of, '/') : NULL;
	struct buf path = { 0 };

	if (slash && name.ptr[0] != '/')
		buf_put(&path,
			(struct str){ loader->folder_of,
				      (size_t)(slash - loader->folder_of) +
					      1 });
	buf_put(&path, name);
	buf_put_byte(&path, '\0');
	struct str kept = arena_str(&loader->theme->arena, buf_str(&path));
	buf_release(&path);
	return kept.ptr;
}

/* A file of the deck's. */
static bool read_theirs(struct loader *loader, const char *path,
			struct str *text)
{
	struct named_file file;
	bool ok = read_named(loader->deck, str_of(path), &loader->theme->arena,
			     &file, loader->error);

	loader->theme->files[loader->files++] = file.path;
	*text = file.text;
	return ok;
}

static bool read_file(struct loader *loader, const char *path, struct str *text)
{
	struct buf bytes = { 0 };

	if (loader->deck)
		return read_theirs(loader, path, text);
	loader->theme->files[loader->files++] = path;
	bool ok = file_read_regular(path, path, THEME_BYTES_MAX, &bytes,
				    loader->error);
	if (ok)
		*text = arena_str(&loader->theme->arena, buf_str(&bytes));
	buf_release(&bytes);
	return ok;
}

static bool fail_unknown(struct loader *loader, struct str name)
{
	struct buf names = { 0 };

	for (int i = 0; i < BUILTIN; i++)
		buf_printf(&names, "%s%s", i ? ", " : "", builtin[i].name);
	if (!str_is_clean(name))
		name.len = 0;
	error_set(loader->error, "%.*s: not a theme (%.*s)",
		  (int)(name.len < 32 ? name.len : 32), name.ptr,
		  (int)names.len, names.ptr);
	buf_release(&names);
	return false;
}

/* The text of a theme, and its name in errors. */
static bool find_text(struct loader *loader, struct str name,
		      struct theme_text *text)
{
	int index = themes_find(name);

	if (index >= 0) {
		text->name = builtin[index].name;
		text->text = builtin[index].text;
		return true;
	}
	if (!theme_is_path(name))
		return fail_unknown(loader, name);
	text->name = path_of(loader, name);
	if (!read_file(loader, text->name, &text->text))
		return false;
	loader->folder_of = text->name;
	return true;
}

/* Without a word about it, what a theme leaves out is as in these two. */
static struct str inherited_by(const struct theme_text *text)
{
	struct str name = theme_inherits(text->text);
	bool root = !strcmp(text->name, THEME_DARK);

	return name.len > 0 || root ? name : str_of(THEME_DARK);
}

static bool load(struct loader *loader, struct str name)
{
	struct theme *theme = loader->theme;
	struct theme_text own = { .name = "" }, base = { .inherited = true };

	theme_begin(theme);
	if (!find_text(loader, name, &own))
		return false;
	struct str inherited = inherited_by(&own);
	if (inherited.len > 0 && (!find_text(loader, inherited, &base) ||
				  !theme_add(theme, &base, loader->error)))
		return false;
	if (!theme_add(theme, &own, loader->error))
		return false;
	theme_end(theme);
	theme->texts[0] = own.text;
	theme->texts[1] = base.text;
	snprintf(theme->name, sizeof(theme->name), "%s", own.name);
	assert(theme_check(theme));
	return true;
}

static bool finish(struct loader *loader, bool ok)
{
	if (!ok)
		theme_release(loader->theme);
	return ok;
}

bool theme_load(struct theme *theme, const char *name, struct error *error)
{
	struct loader loader = { .theme = theme, .error = error };

	return finish(&loader, load(&loader, str_of(name)));
}

bool theme_load_for_deck(struct theme *theme, const struct deck *deck,
			 struct str name, struct error *error)
{
	struct loader loader = { .theme = theme, .deck = deck, .error = error };

	return finish(&loader, load(&loader, name));
}
