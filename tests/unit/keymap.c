/* SPDX-License-Identifier: MIT */
/*
 * Keys: every one of the table does what the table says.
 */
#include "present/keymap.h"

#include "backend/screen.h"
#include "support/unit.h"

static const struct {
	const char *name;
	int input;
	enum action want;
} bindings[] = {
	{ "Space", ' ', ACTION_NEXT },
	{ "l", 'l', ACTION_NEXT },
	{ "j", 'j', ACTION_NEXT },
	{ "Right", INPUT_RIGHT, ACTION_NEXT },
	{ "Down", INPUT_DOWN, ACTION_NEXT },
	{ "PageDown", INPUT_PAGE_DOWN, ACTION_NEXT },
	{ "WheelDown", INPUT_WHEEL_DOWN, ACTION_NEXT },
	{ "Backspace", INPUT_BACKSPACE, ACTION_PREVIOUS },
	{ "h", 'h', ACTION_PREVIOUS },
	{ "k", 'k', ACTION_PREVIOUS },
	{ "Left", INPUT_LEFT, ACTION_PREVIOUS },
	{ "Up", INPUT_UP, ACTION_PREVIOUS },
	{ "PageUp", INPUT_PAGE_UP, ACTION_PREVIOUS },
	{ "WheelUp", INPUT_WHEEL_UP, ACTION_PREVIOUS },
	{ "n", 'n', ACTION_NEXT_SLIDE },
	{ "p", 'p', ACTION_PREVIOUS_SLIDE },
	{ "g", 'g', ACTION_FIRST },
	{ "Home", INPUT_HOME, ACTION_FIRST },
	{ "G", 'G', ACTION_LAST },
	{ "End", INPUT_END, ACTION_LAST },
	{ "0", '0', ACTION_DIGIT },
	{ "1", '1', ACTION_DIGIT },
	{ "2", '2', ACTION_DIGIT },
	{ "3", '3', ACTION_DIGIT },
	{ "4", '4', ACTION_DIGIT },
	{ "5", '5', ACTION_DIGIT },
	{ "6", '6', ACTION_DIGIT },
	{ "7", '7', ACTION_DIGIT },
	{ "8", '8', ACTION_DIGIT },
	{ "9", '9', ACTION_DIGIT },
	{ "Enter", INPUT_ENTER, ACTION_ENTER },
	{ ".", '.', ACTION_BLANK },
	{ "b", 'b', ACTION_BLANK },
	{ "Esc", 0x1b, ACTION_SHOW },
	{ "F5", INPUT_F5, ACTION_SHOW },
	{ "r", 'r', ACTION_RELOAD },
	{ "e", 'e', ACTION_EDIT },
	{ "t", 't', ACTION_THEME },
	{ "f", 'f', ACTION_FOLLOW },
	{ "C-l", 'l' & 0x1f, ACTION_REPAINT },
	{ "?", '?', ACTION_HELP },
	{ "C-z", 'z' & 0x1f, ACTION_SUSPEND },
	{ "q", 'q', ACTION_QUIT },
	{ "C-c", 'c' & 0x1f, ACTION_QUIT },
};

static void finds_actions(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(bindings); i++)
		expect_int(&expect, bindings[i].name, bindings[i].want,
			   keymap_find(bindings[i].input));
	expect_done(&expect);
}

static bool names_a_key(struct str name)
{
	for (size_t i = 0; i < COUNT(bindings); i++) {
		if (str_eq(str_of(bindings[i].name), name))
			return true;
	}
	return false;
}

static int times_bound(struct str wanted)
{
	int times = 0;

	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		struct str rest = str_of(keymap_keys((enum action)i));
		while (rest.len > 0) {
			const char *space = str_find(rest, ' ');
			struct str name = rest;
			if (space)
				name.len = (size_t)(space - rest.ptr);
			times += str_eq(name, wanted);
			rest = str_from(rest, name.len + 1);
		}
	}
	return times;
}

/* The table above is the whole table, and every key does one thing. */
static void binds_no_key_twice(void **state)
{
	struct expect expect = { 0 };
	size_t keys = 0;

	(void)state;
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		struct str rest = str_of(keymap_keys((enum action)i));
		expect_true(&expect, "an action has a key", rest.len > 0);
		expect_true(&expect, "an action has a help line",
			    keymap_help((enum action)i)[0] != '\0');
		while (rest.len > 0) {
			const char *space = str_find(rest, ' ');
			struct str name = rest;
			if (space)
				name.len = (size_t)(space - rest.ptr);
			keys++;
			expect_int(&expect, "bound once", 1, times_bound(name));
			expect_true(&expect, "tested above", names_a_key(name));
			rest = str_from(rest, name.len + 1);
		}
	}
	expect_int(&expect, "all of them", COUNT(bindings), (long long)keys);
	expect_done(&expect);
}

static void leaves_other_keys_alone(void **state)
{
	static const int others[] = { 'a',  'Q',    'B',	 '/', 'z', 'c',
				      0xe4, 0x65e5, INPUT_OTHER, 0,   '\t' };

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++)
		assert_int_equal(keymap_find(others[i]), ACTION_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_actions),
		cmocka_unit_test(binds_no_key_twice),
		cmocka_unit_test(leaves_other_keys_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
