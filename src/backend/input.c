/* SPDX-License-Identifier: MIT */
/*
 * From ncurses' keys to inputs.
 */
#include "backend/input.h"

#include <ncurses.h>

int input_of_key(wint_t key)
{
	static const struct {
		int key, input;
	} inputs[] = {
		{ KEY_UP, INPUT_UP },
		{ KEY_DOWN, INPUT_DOWN },
		{ KEY_LEFT, INPUT_LEFT },
		{ KEY_RIGHT, INPUT_RIGHT },
		{ KEY_PPAGE, INPUT_PAGE_UP },
		{ KEY_NPAGE, INPUT_PAGE_DOWN },
		{ KEY_HOME, INPUT_HOME },
		{ KEY_END, INPUT_END },
		{ KEY_ENTER, INPUT_ENTER },
		{ KEY_BACKSPACE, INPUT_BACKSPACE },
		{ KEY_A1, INPUT_HOME },
		{ KEY_C1, INPUT_END },
		{ KEY_A3, INPUT_PAGE_UP },
		{ KEY_C3, INPUT_PAGE_DOWN },
		{ KEY_F(5), INPUT_F5 },
	};
	MEVENT event;

	for (size_t i = 0; i < sizeof(inputs) / sizeof(inputs[0]); i++) {
		if (inputs[i].key == (int)key)
			return inputs[i].input;
	}
	if (key == KEY_MOUSE && getmouse(&event) == OK) {
		if (event.bstate & BUTTON4_PRESSED)
			return INPUT_WHEEL_UP;
		if (event.bstate & BUTTON5_PRESSED)
			return INPUT_WHEEL_DOWN;
	}
	return INPUT_OTHER;
}

int input_of_character(wint_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return INPUT_ENTER;
	case 0x7f:
	case '\b':
		return INPUT_BACKSPACE;
	default:
		return (int)character;
	}
}
