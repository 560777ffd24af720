/* SPDX-License-Identifier: MIT */
/*
 * Paths, name by name as the system follows them, links and all.
 */
#include "present/trail.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"

/* How far a path has been followed. */
struct walk {
	struct trail *trail;
	struct arena *arena;
	struct buf done; /* the folder, with a slash behind it; empty: "." */
	struct buf rest; /* what is to be followed from there */
	int links;	 /* how many have been followed */
};

/* Zero-terminated until the next change. */
static const char *text_of(struct buf *buf)
{
	buf_put_byte(buf, '\0');
	buf->len--;
	return buf->ptr;
}

static const char *copy(struct arena *arena, struct str text)
{
	char *bytes = arena_alloc(arena, text.len + 1);

	if (text.len > 0)
		memcpy(bytes, text.ptr, text.len);
	return bytes;
}

static void add_step(struct walk *walk, const struct str *name)
{
	struct trail *trail = walk->trail;
	struct str folder = buf_str(&walk->done);
	bool root = folder.len == 1;

	if (root && !name)
		return;
	if (folder.len == 0)
		folder = str_of(".");
	else if (!root)
		folder.len--;
	trail->steps = arena_extend(walk->arena, trail->steps, trail->count,
				    sizeof(*trail->steps));
	trail->steps[trail->count++] = (struct trail_step){
		.folder = copy(walk->arena, folder),
		.name = name ? copy(walk->arena, *name) : NULL,
	};
}

static void skip_slashes(struct str *rest)
{
	while (rest->len > 0 && rest->ptr[0] == '/')
		*rest = str_from(*rest, 1);
}

/* Go on with `rest`, from the root when it says so. */
static void go_on(struct walk *walk, struct str rest)
{
	struct buf next = { 0 };

	if (rest.len > 0 && rest.ptr[0] == '/') {
		buf_clear(&walk->done);
		buf_put_byte(&walk->done, '/');
	}
	skip_slashes(&rest);
	buf_put(&next, rest);
	buf_release(&walk->rest);
	walk->rest = next;
}

/* Where the link at the folder's `name` leads, and what comes behind it. */
static bool follow(struct walk *walk, const char *path, struct str behind)
{
	char target[PATH_MAX];
	ssize_t len = readlink(path, target, sizeof(target));
	struct buf rest = { 0 };

	if (len <= 0 || walk->links++ == TRAIL_LINKS_MAX)
		return false;
	buf_put(&rest, (struct str){ target, (size_t)len });
	buf_put_byte(&rest, '/');
	buf_put(&rest, behind);
	go_on(walk, buf_str(&rest));
	buf_release(&rest);
	return true;
}

static void descend(struct walk *walk, struct str name, struct str behind)
{
	buf_put(&walk->done, name);
	buf_put_byte(&walk->done, '/');
	go_on(walk, behind);
}

/* Take the next name off what is to be followed; false at the trail's end. */
static bool walk_on(struct walk *walk)
{
	struct str rest = buf_str(&walk->rest), name = { rest.ptr, 0 };
	struct stat about;
	struct buf path = { 0 };

	while (name.len < rest.len && rest.ptr[name.len] != '/')
		name.len++;
	rest = str_from(rest, name.len);
	skip_slashes(&rest);
	buf_put(&path, buf_str(&walk->done));
	buf_put(&path, name);
	const char *at = text_of(&path);
	bool there = name.len > 0 && lstat(at, &about) == 0;
	bool folder = there && S_ISDIR(about.st_mode) && rest.len > 0;
	add_step(walk, folder || name.len == 0 ? NULL : &name);
	bool more = folder;
	if (folder)
		descend(walk, name, rest);
	else if (there && S_ISLNK(about.st_mode))
		more = follow(walk, at, rest);
	buf_release(&path);
	return more;
}

void trail_add(struct trail *trail, struct arena *arena, const char *path)
{
	struct walk walk = { .trail = trail, .arena = arena };

	go_on(&walk, str_of(path));
	while (walk_on(&walk))
		continue;
	buf_release(&walk.done);
	buf_release(&walk.rest);
}

/* The folder alone comes before its names. */
static int compare_names(const char *a, const char *b)
{
	if (!a || !b)
		return !!a - !!b;
	return strcmp(a, b);
}

static int compare(const void *left, const void *right)
{
	const struct trail_step *a = left, *b = right;
	int order = strcmp(a->folder, b->folder);

	return order ? order : compare_names(a->name, b->name);
}

void trail_sort(struct trail *trail)
{
	size_t kept = 0;

	if (trail->count == 0)
		return;
	qsort(trail->steps, trail->count, sizeof(*trail->steps), compare);
	for (size_t i = 1; i < trail->count; i++) {
		if (compare(&trail->steps[kept], &trail->steps[i]))
			trail->steps[++kept] = trail->steps[i];
	}
	trail->count = kept + 1;
}

struct trail trail_copy(struct arena *arena, const struct trail *trail)
{
	struct trail result = { .count = trail->count };

	result.steps = arena_array(arena, struct trail_step, trail->count);
	for (size_t i = 0; i < trail->count; i++) {
		const struct trail_step *step = &trail->steps[i];
		struct trail_step *to = &result.steps[i];
		to->folder = copy(arena, str_of(step->folder));
		if (step->name)
			to->name = copy(arena, str_of(step->name));
	}
	return result;
}

bool trail_eq(const struct trail *a, const struct trail *b)
{
	bool same = a->count == b->count;

	for (size_t i = 0; same && i < a->count; i++)
		same = compare(&a->steps[i], &b->steps[i]) == 0;
	return same;
}
