/* SPDX-License-Identifier: MIT */
/*
 * Images are only looked for, never opened.
 */
#include "deck/images.h"

#include <string.h>
#include <unistd.h>

/* "https:", "data:" and the like, as RFC 3986 has it. */
static bool has_scheme(struct str target)
{
	const char *colon = str_find(target, ':');

	if (!colon || colon == target.ptr)
		return false;
	for (const char *at = target.ptr; at < colon; at++) {
		if (!strchr("+-.", *at) &&
		    ((unsigned char)*at >= 0x80 || !str_is_word_byte(*at)))
			return false;
	}
	return true;
}

/* With "%20" as a blank. */
static void put_decoded(struct buf *out, struct str text)
{
	while (text.len > 0) {
		int high = text.len > 2 ? str_hex_digit(text.ptr[1]) : -1;
		int low = text.len > 2 ? str_hex_digit(text.ptr[2]) : -1;
		bool encoded = text.ptr[0] == '%' && high >= 0 && low >= 0;
		buf_put_byte(out,
			     encoded ? (char)(high * 16 + low) : text.ptr[0]);
		text = str_from(text, encoded ? 3 : 1);
	}
}

/* A query or a fragment says what to show of the file. */
static struct str without_tail(struct str target)
{
	size_t len = 0;

	while (len < target.len && target.ptr[len] != '?' &&
	       target.ptr[len] != '#')
		len++;
	return (struct str){ target.ptr, len };
}

/* "file:///a.png" is "/a.png"; anything else is what it is. */
static struct str without_scheme(struct str target)
{
	static const struct str forms[] = { STR("file:///"),
					    STR("file://localhost/"),
					    STR("file:/") };

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (str_starts(target, forms[i]))
			return str_from(target, forms[i].len - 1);
	}
	return target;
}

/* "//example.org/a.png" is an address. */
static bool is_absolute(struct str target)
{
	static const struct str root = STR("/"), host = STR("//");

	return str_starts(target, root) && !str_starts(target, host);
}

/* The bytes of the path up to its last slash. */
static struct str folder_of(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return (struct str){ path, slash ? (size_t)(slash - path) + 1 : 0 };
}

/* Paths at which images are looked for. */
struct paths {
	struct arena *arena;
	const char **list;
	int count;
};

static void add_path(struct paths *paths, struct str folder, struct str target)
{
	struct buf path = { 0 };

	buf_put(&path, folder);
	put_decoded(&path, target);
	buf_put_byte(&path, '\0');
	paths->list = arena_extend(paths->arena, paths->list,
				   (size_t)paths->count, sizeof(*paths->list));
	paths->list[paths->count++] =
		arena_str(paths->arena, buf_str(&path)).ptr;
	buf_release(&path);
}

static void add_in(struct paths *paths, struct str folder, struct str target)
{
	struct str file = without_tail(target);

	add_path(paths, folder, target);
	if (file.len > 0 && file.len < target.len)
		add_path(paths, folder, file);
}

/* Whether a link shows an image in the deck's folder or beside it. */
static bool is_relative(const struct link *link)
{
	struct str target = link->target;

	/* "#x" is no file: a place on a page, or a colour to Marp. */
	return link->image &&
	       (target.len == 0 || !strchr("/#", target.ptr[0])) &&
	       !has_scheme(target);
}

static void add_relative(struct paths *paths, const struct deck *deck,
			 const struct link *link)
{
	struct origin origin = deck_origin(deck, link->line);

	if (!is_relative(link))
		return;
	add_in(paths, folder_of(deck->options.path), link->target);
	if (origin.path)
		add_in(paths, folder_of(origin.path), link->target);
}

/* Slidev: the root of a talk's pages is the folder "public". */
static void add_public(struct paths *paths, const struct deck *deck,
		       struct str target)
{
	static const struct str public = STR("public");
	struct str folder = folder_of(deck->options.path);

	if (deck->dialect == DIALECT_SLIDEV)
		add_in(paths, arena_join(paths->arena, folder, public), target);
}

/* Without a target there would be a folder in the list. */
static void add_link(struct paths *paths, const struct deck *deck,
		     const struct link *link)
{
	struct str path = without_scheme(link->target);

	if (link->image && is_absolute(link->target))
		add_public(paths, deck, link->target);
	if (link->image && is_absolute(path))
		add_in(paths, (struct str){ NULL, 0 }, path);
	else if (path.len > 0)
		add_relative(paths, deck, link);
}

static bool is_missing(const struct paths *paths)
{
	for (int i = 0; i < paths->count; i++) {
		if (access(paths->list[i], F_OK) == 0)
			return false;
	}
	return paths->count > 0;
}

void images_find_missing(const struct deck *deck, struct slide *slide,
			 struct arena *arena)
{
	for (int i = 0; i < slide->link_count; i++) {
		const struct link *link = &slide->links[i];
		struct paths paths = { .arena = arena };
		add_relative(&paths, deck, link);
		if (!is_missing(&paths))
			continue;
		remark_add(&slide->remarks, arena,
			   (struct remark){ .kind = REMARK_IMAGE,
					    .line = link->line,
					    .col = 1,
					    .detail = link->target });
	}
}

int images_of_link(const struct deck *deck, const struct link *link,
		   struct arena *arena, const char ***paths)
{
	struct paths found = { .arena = arena };

	add_link(&found, deck, link);
	*paths = found.list;
	return found.count;
}

int images_list(const struct deck *deck, const struct slide *slide,
		struct arena *arena, const char ***paths)
{
	struct paths found = { .arena = arena };

	for (int i = 0; i < slide->link_count; i++)
		add_link(&found, deck, &slide->links[i]);
	*paths = found.list;
	return found.count;
}
