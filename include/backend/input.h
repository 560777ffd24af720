/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_INPUT_H
#define BACKEND_INPUT_H

#include <wchar.h>

/* Inputs that are not characters; characters are their code points. */
enum input {
	INPUT_UP = 0x110000, /* beyond Unicode */
	INPUT_DOWN,
	INPUT_LEFT,
	INPUT_RIGHT,
	INPUT_PAGE_UP,
	INPUT_PAGE_DOWN,
	INPUT_HOME,
	INPUT_END,
	INPUT_BACKSPACE,
	INPUT_ENTER,
	INPUT_F5,
	INPUT_WHEEL_UP,
	INPUT_WHEEL_DOWN,
	INPUT_ANSWER, /* no key: the terminal has said something of itself */
	INPUT_OTHER,  /* a key that nothing is bound to */
};

/* The input of a key that ncurses has a number for, of the mouse as well. */
int input_of_key(wint_t key);

/* The input of a character. */
int input_of_character(wint_t character);

#endif
