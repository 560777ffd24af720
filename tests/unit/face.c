/* SPDX-License-Identifier: MIT */
/*
 * The large letters: there are all of them, and no two look alike that are
 * not meant to.
 */
#include "layout/face.h"

#include <stdio.h>
#include <string.h>

#include "support/unit.h"

#define CODES	 0x100
#define NO_BREAK 0xa0
#define HYPHEN	 0xad /* a soft one, which is never drawn */

static bool is_printable(unsigned code)
{
	return (code > ' ' && code < 0x7f) ||
	       (code >= NO_BREAK && code < CODES && code != HYPHEN);
}

/* The first row with a dot, FACE_DOTS when there is none; the last one, -1. */
static int first_row(const struct face_letter *letter)
{
	int row = 0;

	while (row < FACE_DOTS && !letter->rows[row])
		row++;
	return row;
}

static int last_row(const struct face_letter *letter)
{
	int row = FACE_DOTS - 1;

	while (row >= 0 && !letter->rows[row])
		row--;
	return row;
}

static void has_a_shape_for_each_letter(void **state)
{
	struct expect expect = { 0 };
	struct face_letter letter;
	char name[16];

	(void)state;
	for (unsigned code = 0; code < 2 * CODES; code++) {
		bool dotless = code == 0x131;
		snprintf(name, sizeof(name), "U+%04X", code);
		expect_int(&expect, name, is_printable(code) || dotless,
			   face_find(code, &letter));
	}
	expect_done(&expect);
}

static void shapes_fill_their_columns(void **state)
{
	struct expect expect = { 0 };
	struct face_letter letter;
	char name[16];

	(void)state;
	for (unsigned code = 0; code < CODES; code++) {
		unsigned dots = 0;
		if (code == NO_BREAK || !face_find(code, &letter))
			continue;
		for (int row = 0; row < FACE_DOTS; row++)
			dots |= letter.rows[row];
		snprintf(name, sizeof(name), "U+%04X", code);
		expect_true(&expect, name,
			    letter.cols >= 1 && letter.cols <= 16 &&
				    dots >> letter.cols == 0);
		expect_true(&expect, name, dots >> (letter.cols - 1) == 1);
	}
	expect_done(&expect);
}

static void no_two_look_alike(void **state)
{
	struct face_letter letters[CODES] = { 0 };
	struct expect expect = { 0 };
	char name[32];

	(void)state;
	for (unsigned a = 0; a < CODES; a++) {
		if (!face_find(a, &letters[a]))
			continue;
		for (unsigned b = 0; b < a; b++) {
			/* A zero is told from an O by what stands beside. */
			if (letters[b].cols == 0 || (a == 'O' && b == '0'))
				continue;
			snprintf(name, sizeof(name), "U+%04X, U+%04X", b, a);
			expect_true(&expect, name,
				    memcmp(&letters[a], &letters[b],
					   sizeof(letters[a])) != 0);
		}
	}
	expect_done(&expect);
}

static void letters_stand_on_the_line(void **state)
{
	static const struct {
		const char *letters;
		int first, last;
	} cases[] = {
		{ "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789bdhikl", 3, 9 },
		{ "acemnorsuvwxz", 5, 9 },
		{ "gpqy", 5, 11 },
		{ "_", 10, 10 },
	};
	struct expect expect = { 0 };
	struct face_letter letter;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		for (const char *at = cases[i].letters; *at; at++) {
			const char name[2] = { *at, 0 };
			face_find((unsigned char)*at, &letter);
			expect_int(&expect, name, cases[i].first,
				   first_row(&letter));
			expect_int(&expect, name, cases[i].last,
				   last_row(&letter));
		}
	}
	expect_done(&expect);
}

/* An accent is above its letter, which is as it was, or below. */
static void accents_leave_their_letters_whole(void **state)
{
	static const struct {
		const char *name;
		unsigned code, base;
		int first, last;
	} cases[] = {
		{ "on a capital", 0xc9, 'E', 0, 9 },
		{ "on a small letter", 0xe9, 'e', 2, 9 },
		{ "two dots", 0xd6, 'O', 1, 9 },
		{ "a tilde", 0xf1, 'n', 2, 9 },
		{ "a ring", 0xc5, 'A', 0, 9 },
		{ "on an i without its dot", 0xec, 0x131, 2, 9 },
		{ "below a capital", 0xc7, 'C', 3, 11 },
		{ "below a small letter", 0xe7, 'c', 5, 11 },
		{ "with a tail", 0xff, 'y', 3, 11 },
	};
	struct expect expect = { 0 };
	struct face_letter letter, base;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *name = cases[i].name;
		face_find(cases[i].code, &letter);
		face_find(cases[i].base, &base);
		expect_int(&expect, name, cases[i].first, first_row(&letter));
		expect_int(&expect, name, cases[i].last, last_row(&letter));
		for (int row = first_row(&base); row <= last_row(&base); row++)
			expect_int(&expect, name,
				   base.rows[row]
					   << (letter.cols - base.cols) / 2,
				   letter.rows[row]);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(has_a_shape_for_each_letter),
		cmocka_unit_test(shapes_fill_their_columns),
		cmocka_unit_test(no_two_look_alike),
		cmocka_unit_test(letters_stand_on_the_line),
		cmocka_unit_test(accents_leave_their_letters_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
