/* SPDX-License-Identifier: MIT */
/*
 * What a deck may choose, as a table of keys with what each of them sets, and
 * a list of those that are known and left alone.
 */
#include "source/settings.h"

#include <stddef.h>
#include <string.h>

#include "deck/plain.h"

#define COLUMNS_MAX 9999 /* wider than any screen */
#define LEVEL_MAX   6	 /* of headings */
#define SPACE_MAX   9	 /* blank rows: more would be pages of them */

/* What is being set. */
struct target {
	struct deck *deck; /* NULL for a slide */
	struct settings *settings;
	const char *author_key; /* which one of them counts; NULL: none yet */
	struct buf authors;
};

struct row {
	const char *key;
	bool (*set)(struct target *, const struct row *, struct str value);
	size_t member; /* of the deck, or of its settings */
	bool every;    /* each value counts, not only the first */
};

/* ---- texts of the deck ---- */

static bool set_text(struct target *target, const struct row *row,
		     struct str value)
{
	struct str *text = (struct str *)((char *)target->deck + row->member);

	if (text->len == 0)
		*text = plain_text(&target->deck->arena, value);
	return true;
}

/* "MMMM dd, YYYY" stands for today, which no deck knows. */
static bool is_date_pattern(struct str value)
{
	static const struct str tokens[] = { STR("YYYY"), STR("YY"),
					     STR("MMMM"), STR("MMM"),
					     STR("MM"),	  STR("mm"),
					     STR("DD"),	  STR("dd") };
	int found = 0;

	while (value.len > 0) {
		size_t bytes = 0, i = 0;
		while (bytes < value.len &&
		       str_is_letter_byte(value.ptr[bytes]))
			bytes++;
		struct str word = { value.ptr, bytes };
		while (bytes > 0 && i < sizeof(tokens) / sizeof(tokens[0]) &&
		       !str_eq(word, tokens[i]))
			i++;
		if (i == sizeof(tokens) / sizeof(tokens[0]))
			return false;
		found += bytes > 0;
		if (bytes == 0 && str_is_word_byte(value.ptr[0]))
			return false;
		value = str_from(value, bytes > 0 ? bytes : 1);
	}
	return found > 0;
}

static bool set_date(struct target *target, const struct row *row,
		     struct str value)
{
	return is_date_pattern(value) || set_text(target, row, value);
}

/* Of "author", "authors" and their kin the first one counts, all of it. */
static bool set_author(struct target *target, const struct row *row,
		       struct str value)
{
	struct arena *arena = &target->deck->arena;

	if (value.len == 0 ||
	    (target->author_key && strcmp(target->author_key, row->key) != 0))
		return true;
	if (target->author_key)
		buf_put_text(&target->authors, ", ");
	target->author_key = row->key;
	buf_put(&target->authors, plain_text(arena, value));
	return true;
}

/* ---- settings ---- */

static void *settings_member(struct target *target, const struct row *row)
{
	return (char *)target->settings + row->member;
}

static bool set_bool(struct target *target, const struct row *row,
		     struct str value)
{
	return front_bool(value, settings_member(target, row));
}

static bool set_width(struct target *target, const struct row *row,
		      struct str value)
{
	return front_int(value, 1, COLUMNS_MAX, settings_member(target, row));
}

/* Of several levels the deepest. */
static bool set_level(struct target *target, const struct row *row,
		      struct str value)
{
	int level, *deepest = settings_member(target, row);

	if (!front_int(value, 1, LEVEL_MAX, &level))
		return false;
	if (level > *deepest)
		*deepest = level;
	return true;
}

static bool set_prefix(struct target *target, const struct row *row,
		       struct str value)
{
	struct str *prefix = settings_member(target, row);

	*prefix = arena_str(&target->deck->arena, value);
	return true;
}

/* presenterm counts line ends: one of them is no blank row. */
static bool set_item_space(struct target *target, const struct row *row,
			   struct str value)
{
	int ends;

	if (!front_int(value, 1, SPACE_MAX + 1, &ends))
		return false;
	*(int *)settings_member(target, row) = ends - 1;
	return true;
}

static bool set_numbers(struct target *target, const struct row *row,
			struct str value)
{
	bool numbers;

	if (!front_bool(value, &numbers))
		return false;
	*(bool *)settings_member(target, row) = !numbers;
	return true;
}

/* A truth, or the columns to wrap at. */
static bool set_wrap(struct target *target, const struct row *row,
		     struct str value)
{
	if (front_bool(value, &target->settings->joins_lines))
		return true;
	if (!set_width(target, row, value))
		return false;
	target->settings->joins_lines = true;
	return true;
}

static bool set_milliseconds(struct target *target, const struct row *row,
			     struct str value)
{
	return front_int(value, TRANSITION_MS_MIN, TRANSITION_MS_MAX,
			 settings_member(target, row));
}

/* Others have many more of them: theirs are none. */
static bool set_transition(struct target *target, const struct row *row,
			   struct str value)
{
	enum transition *transition = settings_member(target, row);
	const struct deck *deck = target->deck;

	if (transition_find(value, transition))
		return true;
	if (deck && !dialect_traits(deck->dialect)->many_transitions)
		return false;
	*transition = TRANSITION_NONE;
	return true;
}

#define TEXT(name)    offsetof(struct deck, name)
#define SETTING(name) offsetof(struct settings, name)

static const struct row rows[] = {
	{ "title", set_text, TEXT(title), true },
	{ "sub_title", set_text, TEXT(sub_title), true },
	{ "subtitle", set_text, TEXT(sub_title), true },
	{ "event", set_text, TEXT(event), true },
	{ "location", set_text, TEXT(location), true },
	{ "date", set_date, TEXT(date), true },
	{ "author", set_author, TEXT(author), true },
	{ "authors", set_author, TEXT(author), true },
	{ "author.name", set_author, TEXT(author), true },
	{ "authors.name", set_author, TEXT(author), true },
	{ "theme", set_text, TEXT(theme), false },
	{ "width", set_width, SETTING(width), false },
	{ "transition", set_transition, SETTING(transition), false },
	{ "transition_ms", set_milliseconds, SETTING(transition_ms), false },
	/* presenterm */
	{ "options.implicit_slide_ends", set_bool, SETTING(implicit_slide_ends),
	  false },
	{ "options.end_slide_shorthand", set_bool, SETTING(end_slide_shorthand),
	  false },
	{ "options.h1_slide_titles", set_bool, SETTING(h1_slide_titles),
	  false },
	{ "options.command_prefix", set_prefix, SETTING(command_prefix),
	  false },
	{ "options.incremental_lists", set_bool, SETTING(incremental_lists),
	  false },
	{ "options.incremental_tables", set_bool, SETTING(incremental_tables),
	  false },
	{ "options.list_item_newlines", set_item_space, SETTING(item_space),
	  false },
	/* patat */
	{ "patat.wrap", set_wrap, SETTING(width), false },
	{ "patat.slideLevel", set_level, SETTING(slide_level), false },
	{ "patat.incrementalLists", set_bool, SETTING(incremental_lists),
	  false },
	{ "patat.transition.type", set_transition, SETTING(transition), false },
	{ "patat.slideNumber", set_numbers, SETTING(no_numbers), false },
	/* reveal.js */
	{ "revealOptions.transition", set_transition, SETTING(transition),
	  false },
	/* Marp; pandoc and Quarto */
	{ "headingDivider", set_level, SETTING(slide_level), true },
	{ "slide-level", set_level, SETTING(slide_level), false },
	{ "incremental", set_bool, SETTING(incremental_lists), false },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

/*
 * Keys that mean something to others: looks of the screen or of a web page,
 * programs to run, a site's catalogue. So does whatever stands below them.
 */
static const char ignored[] =
	/* more than one of them; authors may have more than a name */
	"dialect theme author authors "
	/* presenterm */
	"options.strict_front_matter_parsing "
	"options.image_attributes_prefix options.auto_render_languages "
	/* patat */
	"patat.margins patat.columns patat.rows patat.tabStop "
	"patat.autoAdvanceDelay patat.breadcrumbs patat.pandocExtensions "
	"patat.images patat.links patat.speakerNotes patat.transition "
	"patat.eval patat.theme patat.syntaxDefinitions "
	/* lookatme; slides */
	"styles extensions paging "
	/* Marp */
	"marp paginate size math style class header footer color "
	"backgroundColor backgroundImage backgroundPosition "
	"backgroundRepeat backgroundSize image url keywords description "
	"lang _class _paginate _header _footer _color "
	"_backgroundColor _backgroundImage "
	/* reveal.js, reveal-md */
	"revealOptions separator verticalSeparator notesSeparator scripts "
	"css highlightTheme template preprocessor assetsDir listingTemplate "
	"static controls progress slideNumber center hash history "
	/* Slidev */
	"layout background drawings fonts highlighter lineNumbers info mdc "
	"routerMode canvasWidth aspectRatio download exportFilename export "
	"colorSchema favicon htmlAttrs selectable record presenter "
	"browserExporter remoteAssets monaco defaults themeConfig "
	"titleTemplate twoslash plantUmlServer wakeLock contextMenu seoMeta "
	"src hideInToc level clicks clicksStart disabled hide preload "
	"routeAlias zoom dragPos addons layoutClass codeCopy editor "
	"duration timer hideInSlides unocss "
	/* pandoc, R Markdown, Quarto */
	"output format geometry header-includes include-before "
	"include-after institute institution affiliation abstract toc "
	"toc-depth "
	"toc-title number-sections numbersections documentclass classoption "
	"fontsize mainfont sansfont monofont linkcolor urlcolor colorlinks "
	"bibliography csl nocite references link-citations aspectratio "
	"colortheme fonttheme innertheme outertheme beameroption navigation "
	"section-titles titlegraphic logo thanks rights version "
	"highlight-style filters execute jupyter knitr params revealjs-url "
	"pagetitle "
	"title-prefix titlepage-note background-image "
	/* Jekyll, Hugo, Obsidian and other catalogues */
	"tags categories category permalink collection venue draft "
	"published slug weight aliases type excerpt comments created "
	"updated modified lastmod summary id cssclass cssclasses status "
	"series license copyright language slides video repo email ";

static int find_row(struct str key, struct str prefix)
{
	for (int i = 0; i < ROWS; i++) {
		struct str known = str_of(rows[i].key);
		if (str_starts(known, prefix) &&
		    str_eq_nocase(str_from(known, prefix.len), key))
			return i;
	}
	return -1;
}

/* The key itself, or one below it. */
static bool is_below(struct str key, struct str known)
{
	struct str head = { key.ptr, known.len };

	if (key.len < known.len)
		return false;
	return (key.len == known.len || key.ptr[known.len] == '.') &&
	       str_eq_nocase(head, known);
}

static bool is_ignored(struct str key, struct str prefix)
{
	for (const char *at = ignored; *at;) {
		const char *end = strchr(at, ' ');
		struct str known = { at, (size_t)(end - at) };
		if (str_starts(known, prefix) &&
		    is_below(key, str_from(known, prefix.len)))
			return true;
		at = end + 1;
	}
	return false;
}

/* Whether the table has keys below this one. */
static bool is_parent(struct str key, struct str prefix)
{
	for (int i = 0; i < ROWS; i++) {
		struct str known = str_of(rows[i].key);
		if (str_starts(known, prefix) &&
		    is_below(str_from(known, prefix.len), key))
			return true;
	}
	return false;
}

/* The key, or the first part of it when nothing begins with that. */
static struct str unknown_part(struct str key, struct str prefix)
{
	const char *dot = str_find(key, '.');
	struct str part = { key.ptr, dot ? (size_t)(dot - key.ptr) : key.len };

	return is_parent(part, prefix) ? key : part;
}

/* Where remarks go. */
struct report {
	struct remarks *remarks;
	struct arena *arena;
	struct str last; /* the key that was unknown last */
};

static void remark_entry(struct report *report, enum remark_kind kind,
			 const struct front_entry *entry, struct str key)
{
	remark_add(report->remarks, report->arena,
		   (struct remark){ .kind = kind,
				    .line = entry->line,
				    .col = entry->col,
				    .detail = key });
}

/*
 * A key that is not in the table. A list or a map is unknown once, not once
 * for each of its entries.
 */
static void read_other(struct report *report, const struct front_entry *entry,
		       struct str prefix)
{
	struct str key = unknown_part(entry->key, prefix);

	if (is_ignored(entry->key, prefix))
		return;
	if (is_parent(entry->key, prefix)) {
		if (entry->value.len > 0)
			remark_entry(report, REMARK_VALUE, entry, entry->key);
		return;
	}
	if (str_eq(key, report->last))
		return;
	report->last = key;
	remark_entry(report, REMARK_KEY, entry, key);
}

/* Only keys with the prefix count, which is not part of them here. */
static void read_entries(struct target *target, const struct front *front,
			 struct str prefix, struct report *report)
{
	bool seen[ROWS] = { false };

	for (int i = 0; i < front->count; i++) {
		const struct front_entry *entry = &front->entries[i];
		int at = find_row(entry->key, prefix);
		if (at < 0) {
			read_other(report, entry, prefix);
			continue;
		}
		if (seen[at] && !rows[at].every)
			continue;
		seen[at] = true;
		if (!rows[at].set(target, &rows[at], entry->value))
			remark_entry(report, REMARK_VALUE, entry, entry->key);
	}
}

void settings_read_deck(struct deck *deck, const struct front *front)
{
	struct target target = { .deck = deck, .settings = &deck->settings };
	struct report report = { &deck->remarks, &deck->arena, { 0 } };

	read_entries(&target, front, (struct str){ 0 }, &report);
	if (deck->author.len == 0)
		deck->author =
			arena_str(&deck->arena, buf_str(&target.authors));
	buf_release(&target.authors);
}

void settings_read_slide(struct settings *settings, const struct front *front,
			 struct slide *slide, struct arena *arena)
{
	static const struct str patat = STR("patat.");
	struct target target = { .settings = settings };
	struct report report = { &slide->remarks, arena, { 0 } };

	read_entries(&target, front, patat, &report);
}
