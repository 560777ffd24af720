/* SPDX-License-Identifier: MIT */
/*
 * Names of keys. Keys that have modes go through libvterm; the others are the
 * byte that every terminal sends, since libvterm would encode some of them
 * (control with i or m) in a way that only few terminals do.
 */
#include "keys.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	VTermKey key;
} keys[] = {
	{ "Up", VTERM_KEY_UP },
	{ "Down", VTERM_KEY_DOWN },
	{ "Left", VTERM_KEY_LEFT },
	{ "Right", VTERM_KEY_RIGHT },
	{ "PageUp", VTERM_KEY_PAGEUP },
	{ "PageDown", VTERM_KEY_PAGEDOWN },
	{ "Home", VTERM_KEY_HOME },
	{ "End", VTERM_KEY_END },
	{ "Insert", VTERM_KEY_INS },
	{ "Delete", VTERM_KEY_DEL },
	{ "F1", VTERM_KEY_FUNCTION(1) },
	{ "F2", VTERM_KEY_FUNCTION(2) },
	{ "F3", VTERM_KEY_FUNCTION(3) },
	{ "F4", VTERM_KEY_FUNCTION(4) },
	{ "F5", VTERM_KEY_FUNCTION(5) },
	{ "F6", VTERM_KEY_FUNCTION(6) },
	{ "F7", VTERM_KEY_FUNCTION(7) },
	{ "F8", VTERM_KEY_FUNCTION(8) },
	{ "F9", VTERM_KEY_FUNCTION(9) },
	{ "F10", VTERM_KEY_FUNCTION(10) },
	{ "F11", VTERM_KEY_FUNCTION(11) },
	{ "F12", VTERM_KEY_FUNCTION(12) },
};

static const struct {
	const char *name;
	char byte;
} bytes[] = {
	{ "Space", ' ' },	 { "Enter", '\r' }, { "Esc", '\033' },
	{ "Backspace", '\177' }, { "Tab", '\t' },
};

static const struct {
	const char *name;
	int button;
} wheels[] = {
	{ "WheelUp", 4 },
	{ "WheelDown", 5 },
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool press_byte(struct emulator *emulator, struct str name)
{
	for (size_t i = 0; i < COUNT(bytes); i++) {
		if (!str_is(name, bytes[i].name))
			continue;
		text_put_byte(&emulator->reply, bytes[i].byte);
		return true;
	}
	if (name.len != 3 || memcmp(name.ptr, "C-", 2) != 0 ||
	    name.ptr[2] < 'a' || name.ptr[2] > 'z')
		return false;
	text_put_byte(&emulator->reply, (char)(name.ptr[2] & 0x1f));
	return true;
}

static bool press_key(struct emulator *emulator, struct str name)
{
	for (size_t i = 0; i < COUNT(keys); i++) {
		if (!str_is(name, keys[i].name))
			continue;
		vterm_keyboard_key(emulator->term, keys[i].key, VTERM_MOD_NONE);
		return true;
	}
	return false;
}

/* Cut "Name row,col". */
static bool parse_wheel(struct str text, struct str *name, VTermPos *pos)
{
	char where[24];
	const char *blank = memchr(text.ptr, ' ', text.len);
	size_t len;
	int used = 0;

	if (!blank)
		return false;
	*name = (struct str){ text.ptr, (size_t)(blank - text.ptr) };
	len = text.len - name->len;
	if (len >= sizeof(where))
		return false;
	memcpy(where, blank, len);
	where[len] = '\0';
	return sscanf(where, " %d,%d%n", &pos->row, &pos->col, &used) == 2 &&
	       (size_t)used == len;
}

static int wheel_button(struct str name)
{
	for (size_t i = 0; i < COUNT(wheels); i++)
		if (str_is(name, wheels[i].name))
			return wheels[i].button;
	return 0;
}

bool keys_press(struct emulator *emulator, struct str name, struct text *error)
{
	VTermPos pos;
	struct str wheel;
	int button = 0;

	if (press_byte(emulator, name) || press_key(emulator, name))
		return true;
	if (parse_wheel(name, &wheel, &pos))
		button = wheel_button(wheel);
	if (!button) {
		text_printf(error, "no key is called <%.*s>", STR_ARG(name));
		return false;
	}
	if (!emulator->mouse) {
		text_puts(error, "the program hasn't asked for the mouse");
		return false;
	}
	vterm_mouse_move(emulator->term, pos.row, pos.col, VTERM_MOD_NONE);
	vterm_mouse_button(emulator->term, button, true, VTERM_MOD_NONE);
	return true;
}
