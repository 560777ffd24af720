/* SPDX-License-Identifier: MIT */
/*
 * Arenas: what they hand out is zero, aligned, apart from each other, and
 * keeps its bytes. Built a second time with tiny chunks.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "support/unit.h"

static bool is_zero(const char *bytes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static void hands_out_zeroed_and_aligned(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (size_t size = 0; size < 700; size++) {
		char *piece = arena_alloc(&arena, size);
		assert_non_null(piece);
		assert_int_equal((uintptr_t)piece % alignof(max_align_t), 0);
		assert_true(is_zero(piece, size));
		memset(piece, 0xff, size);
	}
	arena_release(&arena);
}

/* Pieces of many sizes, each filled with its own number. */
static void keeps_what_it_handed_out(void **state)
{
	enum { PIECES = 500 };
	struct arena arena = { 0 };
	unsigned char *pieces[PIECES];

	(void)state;
	for (size_t i = 0; i < PIECES; i++) {
		pieces[i] = arena_alloc(&arena, i * 7 % 300);
		memset(pieces[i], (int)(i % 256), i * 7 % 300);
	}
	for (size_t i = 0; i < PIECES; i++) {
		for (size_t n = 0; n < i * 7 % 300; n++)
			assert_int_equal(pieces[i][n], i % 256);
	}
	arena_release(&arena);
}

static void grows(void **state)
{
	struct arena arena = { 0 };
	char *piece = NULL;
	size_t size = 0;

	(void)state;
	for (size_t next = 1; next < 5000; next += next / 3 + 1) {
		piece = arena_grow(&arena, piece, size, next);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], (char)i);
		assert_true(is_zero(piece + size, next - size));
		for (size_t i = size; i < next; i++)
			piece[i] = (char)i;
		size = next;
		if (next % 2) /* something in between: no growing in place */
			arena_alloc(&arena, 8);
	}
	arena_release(&arena);
}

static void grows_in_place(void **state)
{
	struct arena arena = { 0 };
	char *first = arena_alloc(&arena, 8);
	char *second = arena_grow(&arena, first, 8, 40);

	(void)state;
	assert_ptr_equal(first, second);
	arena_alloc(&arena, 1);
	assert_ptr_not_equal(arena_grow(&arena, second, 40, 48), second);
	arena_release(&arena);
}

/* The last piece of a chunk is zeroed when it grows after a reset, too. */
static void grows_over_old_bytes(void **state)
{
	struct arena arena = { 0 };
	char *piece = arena_alloc(&arena, 48);

	(void)state;
	memset(piece, 0xff, 48);
	arena_reset(&arena);
	piece = arena_alloc(&arena, 3);
	piece = arena_grow(&arena, piece, 3, 48);
	assert_true(is_zero(piece, 48));
	arena_release(&arena);
}

static void extends_arrays_one_by_one(void **state)
{
	struct arena arena = { 0 };
	int *numbers = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		numbers = arena_extend(&arena, numbers, (size_t)i,
				       sizeof(*numbers));
		numbers[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
	arena_release(&arena);
}

static void resets_without_new_memory(void **state)
{
	struct arena arena = { 0 };
	struct arena_chunk *kept;

	(void)state;
	for (int i = 0; i < 100; i++)
		arena_alloc(&arena, 50);
	arena_reset(&arena);
	kept = arena.chunk;
	for (int round = 0; round < 10; round++) {
		char *piece = arena_alloc(&arena, 30);
		assert_true(is_zero(piece, 30));
		memset(piece, 1, 30);
		assert_ptr_equal(arena.chunk, kept);
		arena_reset(&arena);
	}
	arena_release(&arena);
	assert_null(arena.chunk);
}

static void works_again_after_release(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	arena_reset(&arena);
	arena_release(&arena);
	arena_alloc(&arena, 1);
	arena_release(&arena);
	arena_release(&arena);
	assert_true(is_zero(arena_alloc(&arena, 99), 99));
	arena_release(&arena);
}

static void copies_texts(void **state)
{
	struct arena arena = { 0 };
	char text[] = "abc";
	struct str copy = arena_str(&arena, str_of(text));

	(void)state;
	text[0] = 'x';
	assert_true(str_eq(copy, BYTES("abc")));
	assert_int_equal(arena_str(&arena, (struct str){ NULL, 0 }).len, 0);
	arena_release(&arena);
}

static void takes_large_pieces(void **state)
{
	enum { LARGE = 5 * 1024 * 1024 };
	struct arena arena = { 0 };
	char *small = arena_alloc(&arena, 5);
	char *large = arena_alloc(&arena, LARGE);

	(void)state;
	assert_true(is_zero(large, LARGE));
	large[LARGE - 1] = 1;
	assert_int_equal(small[0], 0);
	arena_release(&arena);
}

static void joins_texts(void **state)
{
	static const struct str ab = STR("ab"), cd = STR("cd"),
				none = { NULL, 0 };
	struct expect expect = { 0 };
	struct arena arena = { 0 };

	(void)state;
	expect_text(&expect, "both", "abcd", arena_join(&arena, ab, cd));
	expect_text(&expect, "left", "ab", arena_join(&arena, ab, none));
	expect_text(&expect, "right", "cd", arena_join(&arena, none, cd));
	expect_text(&expect, "none", "", arena_join(&arena, none, none));
	arena_release(&arena);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(joins_texts),
		cmocka_unit_test(hands_out_zeroed_and_aligned),
		cmocka_unit_test(keeps_what_it_handed_out),
		cmocka_unit_test(grows),
		cmocka_unit_test(grows_in_place),
		cmocka_unit_test(extends_arrays_one_by_one),
		cmocka_unit_test(grows_over_old_bytes),
		cmocka_unit_test(resets_without_new_memory),
		cmocka_unit_test(works_again_after_release),
		cmocka_unit_test(copies_texts),
		cmocka_unit_test(takes_large_pieces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
