/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_KEYMAP_H
#define PRESENT_KEYMAP_H

#include "present/action.h"

/* The action that an input of the screen is bound to, or ACTION_NONE. */
enum action keymap_find(int input);

/* The keys of an action as in action.h, and its help line. Static. */
const char *keymap_keys(enum action action);
const char *keymap_help(enum action action);

#endif
