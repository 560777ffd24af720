/* SPDX-License-Identifier: MIT */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

/*
 * Memory that is freed all at once. What an arena hands out lives until the
 * arena is reset or released, whichever comes first; there is no free for a
 * single piece. Running out of memory dies, so nothing here returns NULL.
 *
 * An arena that is all zero bytes is empty and ready for use.
 */
struct arena {
	struct arena_chunk *chunk; /* the one being filled; older ones behind */
	char *next;		   /* first free byte of it */
	char *end;		   /* one past its last byte */
};

/* `size` bytes, all zero, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements of `type`. */
#define arena_array(arena, type, count) \
	((type *)arena_alloc_array((arena), (count), sizeof(type)))
#define arena_new(arena, type) arena_array(arena, type, 1)

/* What arena_array calls; dies when count * size overflows. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/*
 * Make the piece at `old` larger: the first `old_size` bytes are kept, the
 * rest are zero. Stays in place when `old` was the last piece handed out.
 * `old` may be NULL when old_size is 0.
 */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t size);

/*
 * Room for one more element behind the `count` that an array has. It doubles
 * when it is full. Only for arrays that began as NULL and grow by this alone.
 */
void *arena_extend(struct arena *arena, void *array, size_t count, size_t size);

/* A copy of the text in the arena. */
struct str arena_str(struct arena *arena, struct str text);

/* Two texts as one, in the arena. */
struct str arena_join(struct arena *arena, struct str a, struct str b);

/* Forget everything handed out; one chunk is kept for the next round. */
void arena_reset(struct arena *arena);

/* Give everything back to the system; the arena is empty and ready again. */
void arena_release(struct arena *arena);

#endif
