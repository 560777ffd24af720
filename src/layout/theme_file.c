/* SPDX-License-Identifier: MIT */
/*
 * Lines of a theme's text, each read by what a table says of its key. The
 * first one that is wrong ends it: a theme is looked at before a talk.
 */
#include "layout/theme_file.h"

#include <ctype.h>
#include <string.h>

#include "base/glyph.h"
#include "base/ini.h"
#include "layout/theme_look.h"

#define MARGIN_MAX	 100 /* columns or rows: more than a slide can spare */
#define LEVEL_MAX	 6   /* of headings */
#define PADDING_MAX	 8
#define GLYPH_COLS_MAX	 8 /* of a bullet, a bar, a prefix */
#define TEMPLATE_LEN_MAX 512

enum section {
	SECTION_NONE,
	SECTION_THEME,
	SECTION_ROLES,
	SECTION_GLYPHS,
	SECTION_SLIDE,
	SECTION_BARS,
	SECTION_COUNT,
};

static const char *const sections[SECTION_COUNT] = {
	"", "theme", "roles", "glyphs", "slide", "bars"
};

struct reader {
	struct theme *theme;
	const struct theme_text *text;
	int line;
	enum section section;
	struct error *error;
};

struct key {
	enum section section;
	const char *name;
	bool (*read)(struct reader *, const struct key *, struct str value);
	size_t member; /* of the theme */
	int least, most;
};

/* "FILE:LINE: unknown role 'headin'"; words that are odd are not repeated. */
static bool fail(struct reader *reader, const char *what, struct str word)
{
	static const struct str odd = STR("...");

	if (word.len > THEME_NAME_MAX || !str_is_clean(word))
		word = odd;
	return error_set(reader->error, "%.160s:%d: %s '%.*s'",
			 reader->text->name, reader->line, what, (int)word.len,
			 word.ptr);
}

static void *member(struct reader *reader, const struct key *key)
{
	return (char *)reader->theme + key->member;
}

/* ---- values ---- */

static bool read_text(struct reader *reader, const struct key *key,
		      struct str value)
{
	if (value.len > TEMPLATE_LEN_MAX || !str_is_clean(value))
		return fail(reader, "not a short text:", value);
	*(struct str *)member(reader, key) = value;
	return true;
}

/* What is drawn, its columns between those of the key. */
static bool read_glyphs(struct reader *reader, const struct key *key,
			struct str value)
{
	int cols = str_is_clean(value) ? str_width(value) : -1;

	if (cols < key->least || cols > key->most)
		return fail(reader,
			    key->most == 1 ? "does not take one column:"
					   : "does not take 1 to 8 columns:",
			    value);
	*(struct str *)member(reader, key) = value;
	return true;
}

static bool read_bullets(struct reader *reader, const struct key *key,
			 struct str value)
{
	struct form *form = &reader->theme->form;
	int count = 0;

	(void)key;
	value = str_trim(value);
	while (value.len > 0 && count < FORM_BULLETS_MAX) {
		struct str word = str_take_word(&value);
		int cols = str_is_clean(word) ? str_width(word) : 0;
		if (cols < 1 || cols > GLYPH_COLS_MAX)
			return fail(reader, "not a bullet:", word);
		form->bullets[count++] = word;
	}
	if (count == 0 || value.len > 0)
		return fail(reader, "not 1 to 6 bullets:", value);
	form->bullet_count = count;
	return true;
}

static bool read_number(struct reader *reader, const struct key *key,
			struct str value)
{
	int number = 0;

	if (value.len == 0 || value.len > 3 || str_digits(value) < value.len)
		return fail(reader, "not a number:", value);
	for (size_t i = 0; i < value.len; i++)
		number = number * 10 + (value.ptr[i] - '0');
	if (number < key->least || number > key->most)
		return fail(reader, "out of range:", value);
	*(int *)member(reader, key) = number;
	return true;
}

/* The place of a word in a list of words with blanks between, or -1. */
static int word_index(const char *words, struct str word)
{
	struct str rest = str_of(words);

	for (int i = 0; rest.len > 0; i++) {
		if (str_eq(str_take_word(&rest), word))
			return i;
	}
	return -1;
}

static bool read_align(struct reader *reader, const struct key *key,
		       struct str value)
{
	int at = word_index("as-written left centre right", value);

	if (at < 0)
		return fail(reader, "neither left, centre nor right:", value);
	*(enum form_align *)member(reader, key) = (enum form_align)at;
	return true;
}

static bool read_place(struct reader *reader, const struct key *key,
		       struct str value)
{
	int at = word_index("middle top", value);

	if (at < 0)
		return fail(reader, "neither middle nor top:", value);
	*(bool *)member(reader, key) = at == 1;
	return true;
}

static bool read_progress(struct reader *reader, const struct key *key,
			  struct str value)
{
	int at = word_index("none top bottom", value);

	if (at < 0)
		return fail(reader, "neither none, top nor bottom:", value);
	*(enum form_progress *)member(reader, key) = (enum form_progress)at;
	return true;
}

static bool read_transition(struct reader *reader, const struct key *key,
			    struct str value)
{
	return transition_find(value, member(reader, key)) ||
	       fail(reader, "neither none, fade, slide nor dissolve:", value);
}

static bool read_ground(struct reader *reader, const struct key *key,
			struct str value)
{
	int at = word_index("dark light", value);

	if (at < 0)
		return fail(reader, "neither dark nor light:", value);
	*(bool *)member(reader, key) = at == 1;
	return true;
}

static bool read_inherit(struct reader *reader, const struct key *key,
			 struct str value)
{
	(void)key;
	if (reader->text->inherited)
		return fail(reader, "an inherited theme inherits", value);
	return true;
}

static bool look_error(struct reader *reader, struct str word)
{
	return fail(reader, "neither a colour nor an attribute:", word);
}

static bool read_look(struct reader *reader, struct role_look *look,
		      struct str value)
{
	struct str word;

	return theme_look_read(look, value, &word) || look_error(reader, word);
}

static bool read_shades(struct reader *reader, const struct key *key,
			struct str value)
{
	struct role_look look;

	if (!read_look(reader, &look, value))
		return false;
	*(struct shades *)member(reader, key) = look.shades;
	return true;
}

static bool read_shade(struct reader *reader, const struct key *key,
		       struct str value)
{
	struct role_look look;

	if (!read_look(reader, &look, value))
		return false;
	*(struct shade *)member(reader, key) = look.shades.text;
	return true;
}

/* ---- keys ---- */

#define THEME(name)	offsetof(struct theme, name)
#define FORM(name)	offsetof(struct theme, form.name)
#define GLYPH(name)	read_glyphs, FORM(name), 1, 1
#define GLYPHS(name)	read_glyphs, FORM(name), 1, GLYPH_COLS_MAX
#define MAYBE(name, to) read_glyphs, FORM(name), 0, to
#define TEMPLATE(bar, part) \
	read_text, FORM(bar.parts) + (part) * sizeof(struct str), 0, 0
#define HEADING(n, name)                                     \
	FORM(headings) + (n) * sizeof(struct form_heading) + \
		offsetof(struct form_heading, name)

static const struct key keys[] = {
	{ SECTION_THEME, "about", read_text, THEME(about), 0, 0 },
	{ SECTION_THEME, "inherit", read_inherit, 0, 0, 0 },
	{ SECTION_THEME, "ground", read_ground, THEME(light), 0, 0 },
	{ SECTION_ROLES, "opaque", read_shades, THEME(opaque), 0, 0 },
	{ SECTION_ROLES, "dim", read_shade, THEME(dim), 0, 0 },
	{ SECTION_GLYPHS, "bullets", read_bullets, 0, 0, 0 },
	{ SECTION_GLYPHS, "task-open", GLYPHS(task_open) },
	{ SECTION_GLYPHS, "task-done", GLYPHS(task_done) },
	{ SECTION_GLYPHS, "quote", GLYPHS(quote) },
	{ SECTION_GLYPHS, "rule", GLYPH(rule) },
	{ SECTION_GLYPHS, "table-bar", GLYPH(table_bar) },
	{ SECTION_GLYPHS, "table-rule", GLYPH(table_rule) },
	{ SECTION_GLYPHS, "table-cross", GLYPH(table_cross) },
	{ SECTION_GLYPHS, "progress-done", GLYPH(progress_done) },
	{ SECTION_GLYPHS, "progress-left", GLYPH(progress_left) },
	{ SECTION_GLYPHS, "heading1-prefix", read_glyphs, HEADING(0, prefix), 0,
	  GLYPH_COLS_MAX },
	{ SECTION_GLYPHS, "heading2-prefix", read_glyphs, HEADING(1, prefix), 0,
	  GLYPH_COLS_MAX },
	{ SECTION_GLYPHS, "heading3-prefix", read_glyphs, HEADING(2, prefix), 0,
	  GLYPH_COLS_MAX },
	{ SECTION_GLYPHS, "heading1-underline", read_glyphs,
	  HEADING(0, underline), 0, 1 },
	{ SECTION_GLYPHS, "heading2-underline", read_glyphs,
	  HEADING(1, underline), 0, 1 },
	{ SECTION_GLYPHS, "heading3-underline", read_glyphs,
	  HEADING(2, underline), 0, 1 },
	{ SECTION_SLIDE, "code-padding", read_number, FORM(code_padding), 0,
	  PADDING_MAX },
	{ SECTION_SLIDE, "margin", read_number, FORM(margin), 0, MARGIN_MAX },
	{ SECTION_SLIDE, "margin-top", read_number, FORM(margin_top), 0,
	  MARGIN_MAX },
	{ SECTION_SLIDE, "margin-bottom", read_number, FORM(margin_bottom), 0,
	  MARGIN_MAX },
	{ SECTION_SLIDE, "big", read_number, FORM(big_levels), 0, LEVEL_MAX },
	{ SECTION_SLIDE, "transition", read_transition, FORM(transition), 0,
	  0 },
	{ SECTION_SLIDE, "body", read_align, FORM(body), 0, 0 },
	{ SECTION_SLIDE, "place", read_place, FORM(at_top), 0, 0 },
	{ SECTION_SLIDE, "heading1", read_align, HEADING(0, align), 0, 0 },
	{ SECTION_SLIDE, "heading2", read_align, HEADING(1, align), 0, 0 },
	{ SECTION_SLIDE, "heading3", read_align, HEADING(2, align), 0, 0 },
	{ SECTION_BARS, "top-left", TEMPLATE(top, FORM_LEFT_PART) },
	{ SECTION_BARS, "top", TEMPLATE(top, FORM_MIDDLE_PART) },
	{ SECTION_BARS, "top-right", TEMPLATE(top, FORM_RIGHT_PART) },
	{ SECTION_BARS, "bottom-left", TEMPLATE(bottom, FORM_LEFT_PART) },
	{ SECTION_BARS, "bottom", TEMPLATE(bottom, FORM_MIDDLE_PART) },
	{ SECTION_BARS, "bottom-right", TEMPLATE(bottom, FORM_RIGHT_PART) },
	{ SECTION_BARS, "progress", read_progress, FORM(progress), 0, 0 },
};
enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static const char *const role_symbols[ROLE_COUNT] = {
#define X(name, letter) [ROLE_##name] = #name,
	ROLES(X)
#undef X
};

size_t theme_role_name(enum role role, char name[THEME_ROLE_MAX])
{
	const char *symbol = role_symbols[role];
	size_t len = 0;

	for (; symbol[len] && len < THEME_ROLE_MAX; len++)
		name[len] =
			(char)(symbol[len] == '_'
				       ? '-'
				       : tolower((unsigned char)symbol[len]));
	return len;
}

static int find_role(struct str name)
{
	char text[THEME_ROLE_MAX];

	for (int i = 0; i < ROLE_COUNT; i++) {
		struct str known = { text,
				     theme_role_name((enum role)i, text) };
		if (str_eq(known, name))
			return i;
	}
	return -1;
}

/* ---- lines ---- */

static bool read_section(struct reader *reader, struct str name)
{
	for (int i = SECTION_NONE + 1; i < SECTION_COUNT; i++) {
		if (str_eq(str_of(sections[i]), name)) {
			reader->section = (enum section)i;
			return true;
		}
	}
	return fail(reader, "unknown section", name);
}

static bool read_key(struct reader *reader, struct str name, struct str value)
{
	for (int i = 0; i < KEYS; i++) {
		if (keys[i].section == reader->section &&
		    str_eq(str_of(keys[i].name), name))
			return keys[i].read(reader, &keys[i], value);
	}
	if (reader->section == SECTION_NONE)
		return fail(reader, "no [section] above", name);
	if (reader->section != SECTION_ROLES)
		return fail(reader, "unknown key", name);
	int role = find_role(name);
	if (role < 0)
		return fail(reader, "unknown role", name);
	return read_look(reader, &reader->theme->roles[role], value);
}

static bool read_line(struct reader *reader, const struct ini_line *line)
{
	reader->line = line->number;
	switch (line->kind) {
	case INI_ENTRY:
		return read_key(reader, line->key, line->value);
	case INI_SECTION:
		return read_section(reader, line->key);
	case INI_CUT:
		return fail(reader, "a section without its ]:", line->text);
	case INI_OTHER:
		break;
	}
	return fail(reader, "not of the form \"key = value\":", line->text);
}

bool theme_add(struct theme *theme, const struct theme_text *text,
	       struct error *error)
{
	struct reader reader = { .theme = theme, .text = text, .error = error };
	struct ini ini = { .rest = text->text };
	struct ini_line line;

	while (ini_next(&ini, &line)) {
		if (!read_line(&reader, &line))
			return false;
	}
	return true;
}

struct str theme_inherits(struct str text)
{
	static const struct str theme = STR("theme"), inherit = STR("inherit");
	struct ini ini = { .rest = text };
	struct ini_line line;
	struct str found = { 0 };
	bool inside = false;

	while (ini_next(&ini, &line)) {
		if (line.kind == INI_SECTION)
			inside = str_eq(line.key, theme);
		else if (inside && line.kind == INI_ENTRY &&
			 str_eq(line.key, inherit))
			found = line.value;
	}
	return found;
}
