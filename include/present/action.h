/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_ACTION_H
#define PRESENT_ACTION_H

/*
 * What a key can do. One line says the action's name, the keys that do it, and
 * what the help says about it; an action without help is not listed there.
 *
 * Keys are characters, C-x for Ctrl with a letter, or one of the names in
 * keymap.c. They are mdp's, and what clickers send: PageUp, PageDown, b, the
 * full stop, F5 and Esc. A clicker must never end a talk, so Esc only leaves
 * what stands in front of the slide.
 */
#define ACTIONS(X)                                                   \
	X(NEXT, "Space l j Right Down PageDown WheelDown",           \
	  "next step, or next slide")                                \
	X(PREVIOUS, "Backspace h k Left Up PageUp WheelUp",          \
	  "previous step, or previous slide")                        \
	X(NEXT_SLIDE, "n", "next slide, skipping its stops")         \
	X(PREVIOUS_SLIDE, "p", "previous slide, skipping its stops") \
	X(FIRST, "g Home", "first slide")                            \
	X(LAST, "G End", "last slide")                               \
	X(DIGIT, "0 1 2 3 4 5 6 7 8 9", "type a slide's number")     \
	X(ENTER, "Enter", "go to the slide typed, else next step")   \
	X(BLANK, ". b", "blank the screen, and back")                \
	X(SHOW, "Esc F5", "leave blank, help or a number")           \
	X(FOLLOW, "f", "follow the talk again")                      \
	X(RELOAD, "r", "read the deck again")                        \
	X(EDIT, "e", "edit the slide's source")                      \
	X(THEME, "t", "the next theme")                              \
	X(REPAINT, "C-l", "paint the screen again")                  \
	X(HELP, "?", "this help, and back")                          \
	X(SUSPEND, "C-z", "suspend; fg comes back")                  \
	X(QUIT, "q C-c", "quit")

/* clang-format off */
enum action {
	ACTION_NONE,
#define X(name, keys, help) ACTION_##name,
	ACTIONS(X)
#undef X
	ACTION_COUNT
};
/* clang-format on */

#endif
