/* SPDX-License-Identifier: MIT */
#ifndef TTY_KEYS_H
#define TTY_KEYS_H

#include <stdbool.h>

#include "emulator.h"
#include "text.h"

/*
 * Append to emulator->reply what the terminal sends for a key, given by the
 * name that scripts put in <>: "Space", "C-c", "F5", "WheelUp 3,4". Cursor
 * keys and the mouse follow the modes that the program has set.
 */
bool keys_press(struct emulator *emulator, struct str name, struct text *error);

#endif
