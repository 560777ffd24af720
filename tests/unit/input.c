/* SPDX-License-Identifier: MIT */
/*
 * Inputs from what ncurses says of keys.
 */
#include "backend/input.h"

#include <ncurses.h>

#include "support/unit.h"

static void keys_have_inputs(void **state)
{
	static const struct {
		const char *name;
		wint_t key;
		int want;
	} cases[] = {
		{ "up", KEY_UP, INPUT_UP },
		{ "page down", KEY_NPAGE, INPUT_PAGE_DOWN },
		{ "home on a keypad", KEY_A1, INPUT_HOME },
		{ "page down on a keypad", KEY_C3, INPUT_PAGE_DOWN },
		{ "enter on a keypad", KEY_ENTER, INPUT_ENTER },
		{ "backspace", KEY_BACKSPACE, INPUT_BACKSPACE },
		{ "F5", KEY_F(5), INPUT_F5 },
		{ "F6", KEY_F(6), INPUT_OTHER },
		{ "delete", KEY_DC, INPUT_OTHER },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].name, cases[i].want,
			   input_of_key(cases[i].key));
	expect_done(&expect);
}

static void characters_are_their_code_points(void **state)
{
	static const struct {
		const char *name;
		wint_t character;
		int want;
	} cases[] = {
		{ "a letter", L'q', 'q' },
		{ "beyond ASCII", 0x65e5, 0x65e5 },
		{ "the last one", 0x10ffff, 0x10ffff },
		{ "Return", L'\r', INPUT_ENTER },
		{ "a line's end", L'\n', INPUT_ENTER },
		{ "Delete", 0x7f, INPUT_BACKSPACE },
		{ "Ctrl-H", L'\b', INPUT_BACKSPACE },
		{ "Ctrl-C", 3, 3 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].name, cases[i].want,
			   input_of_character(cases[i].character));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_inputs),
		cmocka_unit_test(characters_are_their_code_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
