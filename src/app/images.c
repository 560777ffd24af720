/* SPDX-License-Identifier: MIT */
/*
 * Images are only looked for, never opened.
 */
#include "app/images.h"

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

static bool exists(struct str folder, struct str target)
{
	struct buf path = { 0 };

	buf_put(&path, folder);
	put_decoded(&path, target);
	buf_put_byte(&path, '\0');
	bool found = access(path.ptr, F_OK) == 0;
	buf_release(&path);
	return found;
}

/* The bytes of the path up to its last slash. */
static struct str folder_of(const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;

	return (struct str){ path, slash ? (size_t)(slash - path) + 1 : 0 };
}

static bool is_beside(const char *path, struct str target)
{
	struct str folder = folder_of(path);

	return exists(folder, target) || exists(folder, without_tail(target));
}

void images_find_missing(const struct deck *deck, struct slide *slide,
			 struct arena *arena)
{
	for (int i = 0; i < slide->link_count; i++) {
		const struct link *link = &slide->links[i];
		struct str target = link->target;
		struct origin origin = deck_origin(deck, link->line);
		/* "#x" is no file: a place on a page, or a colour to Marp. */
		bool relative = target.len == 0 || !strchr("/#", target.ptr[0]);
		if (!link->image || !relative || has_scheme(target))
			continue;
		if (is_beside(deck->options.path, target) ||
		    (origin.path && is_beside(origin.path, target)))
			continue;
		remark_add(&slide->remarks, arena,
			   (struct remark){ .kind = REMARK_IMAGE,
					    .line = link->line,
					    .col = 1,
					    .detail = target });
	}
}
