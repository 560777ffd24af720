/* SPDX-License-Identifier: MIT */
/*
 * From inputs to actions: the key names of action.h are looked up as they
 * stand. A few dozen comparisons for a key press need no table of their own.
 */
#include "present/keymap.h"

#include <stddef.h>

#include "backend/screen.h"
#include "base/str.h"

static const struct {
	const char *keys, *help;
} actions[ACTION_COUNT] = {
#define X(name, keys, help) [ACTION_##name] = { keys, help },
	ACTIONS(X)
#undef X
};

static const struct {
	struct str name;
	int input;
} names[] = {
	{ STR("Space"), ' ' },
	{ STR("Enter"), INPUT_ENTER },
	{ STR("Backspace"), INPUT_BACKSPACE },
	{ STR("Esc"), 0x1b },
	{ STR("Up"), INPUT_UP },
	{ STR("Down"), INPUT_DOWN },
	{ STR("Left"), INPUT_LEFT },
	{ STR("Right"), INPUT_RIGHT },
	{ STR("PageUp"), INPUT_PAGE_UP },
	{ STR("PageDown"), INPUT_PAGE_DOWN },
	{ STR("Home"), INPUT_HOME },
	{ STR("End"), INPUT_END },
	{ STR("F5"), INPUT_F5 },
	{ STR("WheelUp"), INPUT_WHEEL_UP },
	{ STR("WheelDown"), INPUT_WHEEL_DOWN },
};

static int input_named(struct str name)
{
	static const struct str control = STR("C-");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (str_eq(names[i].name, name))
			return names[i].input;
	}
	if (name.len == 3 && str_starts(name, control))
		return name.ptr[2] & 0x1f;
	return name.ptr[0];
}

static bool has_key(const char *keys, int input)
{
	struct str rest = str_of(keys);

	while (rest.len > 0) {
		const char *space = str_find(rest, ' ');
		struct str name = rest;
		if (space)
			name.len = (size_t)(space - rest.ptr);
		if (input_named(name) == input)
			return true;
		rest = str_from(rest, name.len + 1);
	}
	return false;
}

enum action keymap_find(int input)
{
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		if (has_key(actions[i].keys, input))
			return (enum action)i;
	}
	return ACTION_NONE;
}

const char *keymap_keys(enum action action)
{
	return actions[action].keys;
}

const char *keymap_help(enum action action)
{
	return actions[action].help;
}
