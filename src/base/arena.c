/* SPDX-License-Identifier: MIT */
/*
 * A list of ever larger chunks, filled from the front. Only the newest chunk
 * has free room; the older ones are kept for release alone.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

/* Tests shrink both so that every edge is met with small decks. */
#ifndef ARENA_CHUNK_MIN
#define ARENA_CHUNK_MIN \
	((size_t)16 * 1024) /* a slide fits; a page fault less */
#endif
#ifndef ARENA_CHUNK_MAX
#define ARENA_CHUNK_MAX ((size_t)1024 * 1024) /* more only wastes the tail */
#endif

/* A power of two: what an array has room for at first. */
#define EXTEND_MIN 16

struct arena_chunk {
	struct arena_chunk *older;
	size_t size; /* bytes in data */
	alignas(max_align_t) char data[];
};

static size_t aligned(size_t size)
{
	size_t unit = alignof(max_align_t);

	if (size > SIZE_MAX - sizeof(struct arena_chunk) - unit)
		die("out of memory");
	return (size + unit - 1) / unit * unit;
}

static void use_chunk(struct arena *arena, struct arena_chunk *chunk)
{
	arena->chunk = chunk;
	arena->next = chunk ? chunk->data : NULL;
	arena->end = chunk ? chunk->data + chunk->size : NULL;
}

static void add_chunk(struct arena *arena, size_t need)
{
	size_t size = ARENA_CHUNK_MIN;

	if (arena->chunk)
		size = arena->chunk->size * 2;
	if (size > ARENA_CHUNK_MAX)
		size = ARENA_CHUNK_MAX;
	/* A large piece, like a grid, does not take the room of what follows:
	   the chunk after it would be twice as large. */
	if (size < need)
		size = need < SIZE_MAX / 2 ? need + size : need;

	struct arena_chunk *chunk = malloc(sizeof(*chunk) + size);
	if (!chunk)
		die("out of memory");
	chunk->older = arena->chunk;
	chunk->size = size;
	use_chunk(arena, chunk);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size = aligned(size);
	if (!arena->chunk || size > (size_t)(arena->end - arena->next))
		add_chunk(arena, size);

	char *piece = arena->next;
	arena->next += size;
	return size ? memset(piece, 0, size) : piece;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		die("out of memory");
	return arena_alloc(arena, count * size);
}

static bool grow_in_place(struct arena *arena, char *old, size_t old_size,
			  size_t size)
{
	size_t have = aligned(old_size);
	size_t want = aligned(size);

	if (!old || old + have != arena->next)
		return false;
	if (want - have > (size_t)(arena->end - arena->next))
		return false;
	memset(old + old_size, 0, want - old_size);
	arena->next = old + want;
	return true;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t size)
{
	if (grow_in_place(arena, old, old_size, size))
		return old;

	void *piece = arena_alloc(arena, size);
	if (old_size)
		memcpy(piece, old, old_size);
	return piece;
}

void *arena_extend(struct arena *arena, void *array, size_t count, size_t size)
{
	if (count == 0)
		return arena_alloc_array(arena, EXTEND_MIN, size);
	if (count < EXTEND_MIN || (count & (count - 1)) != 0)
		return array;
	if (count > SIZE_MAX / 2 / size)
		die("out of memory");
	return arena_grow(arena, array, count * size, 2 * count * size);
}

struct str arena_str(struct arena *arena, struct str text)
{
	char *copy = arena_alloc(arena, text.len);

	if (text.len)
		memcpy(copy, text.ptr, text.len);
	return (struct str){ copy, text.len };
}

struct str arena_join(struct arena *arena, struct str a, struct str b)
{
	char *copy = arena_alloc(arena, a.len + b.len);

	if (a.len > 0)
		memcpy(copy, a.ptr, a.len);
	if (b.len > 0)
		memcpy(copy + a.len, b.ptr, b.len);
	return (struct str){ copy, a.len + b.len };
}

static void free_chunks(struct arena_chunk *chunk)
{
	while (chunk) {
		struct arena_chunk *older = chunk->older;
		free(chunk);
		chunk = older;
	}
}

void arena_reset(struct arena *arena)
{
	struct arena_chunk *kept = arena->chunk;

	if (kept) {
		free_chunks(kept->older);
		kept->older = NULL;
	}
	use_chunk(arena, kept);
}

void arena_release(struct arena *arena)
{
	free_chunks(arena->chunk);
	use_chunk(arena, NULL);
}
