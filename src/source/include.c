/* SPDX-License-Identifier: MIT */
/*
 * From a path that is written in a deck to a file that may be read.
 */
#include "source/include.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* How many bytes of a path are its folder, with the slash: 0 for none. */
static size_t folder_bytes(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) + 1 : 0;
}

static const char *join(struct arena *arena, struct str folder, struct str path)
{
	char *joined = arena_alloc(arena, folder.len + path.len + 1);

	if (folder.len > 0)
		memcpy(joined, folder.ptr, folder.len);
	if (path.len > 0)
		memcpy(joined + folder.len, path.ptr, path.len);
	return joined;
}

struct include include_find(const struct deck *deck, const char *from,
			    struct str path, struct arena *arena)
{
	static const struct str here = STR("./"), none = { NULL, 0 };
	struct include include = { .name = join(arena, none, path) };
	struct str folder = { from ? from : deck->options.path, 0 };

	if (path.len == 0 || path.ptr[0] != '/')
		folder.len = folder_bytes(folder.ptr);
	while (str_starts(path, here))
		path = str_from(path, here.len);
	include.path = join(arena, folder, path);
	return include;
}

/* `real` is absolute and has no links in it. */
static bool is_below(const char *real, const char *folder)
{
	char *above = realpath(folder, NULL);
	size_t len = above ? strlen(above) : 0;

	/* The root folder alone ends with a slash. */
	if (len == 1)
		len = 0;
	bool below = above && !strncmp(real, above, len) &&
		     (real[len] == '/' || real[len] == '\0');
	free(above);
	return below;
}

static bool is_below_deck(const char *real, const char *path)
{
	struct buf folder = { 0 };

	buf_put(&folder, (struct str){ path, folder_bytes(path) });
	if (folder.len == 0)
		buf_put_byte(&folder, '.');
	buf_put_byte(&folder, '\0');
	bool below = is_below(real, folder.ptr);
	buf_release(&folder);
	return below;
}

static bool is_allowed(const char *real, const struct deck_options *options)
{
	bool allowed = is_below_deck(real, options->path);

	for (int i = 0; i < options->allowed_count && !allowed; i++)
		allowed = is_below(real, options->allowed[i]);
	return allowed;
}

char *include_resolve(const struct deck *deck, const struct include *include,
		      struct error *error)
{
	char *real = realpath(include->path, NULL);

	if (real && is_allowed(real, &deck->options))
		return real;
	if (real)
		error_set_reason(error, include->name,
				 "outside the deck's folder");
	else
		error_set_errno(error, include->name);
	free(real);
	return NULL;
}

bool include_read(const struct deck *deck, int line, struct str path,
		  struct arena *arena, struct str *text, struct error *error)
{
	struct buf bytes = { 0 };

	if (!deck->options.path)
		return error_set(error, "no files are read for this deck");
	struct include file =
		include_find(deck, deck_origin(deck, line).path, path, arena);
	char *real = include_resolve(deck, &file, error);
	bool ok = real && file_read_regular(real, file.name, INCLUDE_READ_MAX,
					    &bytes, error);
	if (ok)
		*text = arena_str(arena, buf_str(&bytes));
	buf_release(&bytes);
	free(real);
	return ok;
}
