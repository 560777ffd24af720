/* SPDX-License-Identifier: MIT */
/*
 * Answers are short and end by themselves; whatever else looks like one is
 * read to its end and means nothing.
 */
#include "backend/answer.h"

#include "base/str.h"

#define ESC 0x1b
#define BEL 0x07

bool answer_begin(struct answers *answers, int character)
{
	if (!answers->expected || (character != '[' && character != ']'))
		return false;
	answers->state = character == '[' ? ANSWER_CSI : ANSWER_OSC;
	answers->length = 0;
	return true;
}

/* One to four hexadecimal digits as the upper 8 bits of a colour. */
static bool read_level(struct str *rest, int *level)
{
	int value = 0, digits = 0;

	while (rest->len > 0 && digits < 4) {
		int digit = str_hex_digit(rest->ptr[0]);
		if (digit < 0)
			break;
		value = value << 4 | digit;
		digits++;
		*rest = str_from(*rest, 1);
	}
	if (digits == 0)
		return false;
	*level = digits == 1 ? value * 0x11 : value >> (4 * (digits - 2));
	return true;
}

/* "11;rgb:0b0b/1f1f/3333", "11;rgba:..." */
static void read_ground(struct answers *answers, struct str text)
{
	static const struct str forms[] = { STR("11;rgb:"), STR("11;rgba:") };
	int levels[3] = { 0 };

	for (int i = 0; i < 2; i++) {
		if (!str_starts(text, forms[i]))
			continue;
		struct str rest = str_from(text, forms[i].len);
		for (int k = 0; k < 3; k++) {
			if (k > 0 && (rest.len == 0 || rest.ptr[0] != '/'))
				return;
			rest = str_from(rest, k > 0);
			if (!read_level(&rest, &levels[k]))
				return;
		}
		answers->has_ground = true;
		answers->ground = levels[0] << 16 | levels[1] << 8 | levels[2];
	}
}

/* "?2026;1$y" where it is on, 2 where it is off: it is there. "0n" ends all. */
static void read_control(struct answers *answers, struct str text)
{
	static const struct str on = STR("?2026;1$y"), off = STR("?2026;2$y"),
				there = STR("0n");

	if (str_eq(text, on) || str_eq(text, off))
		answers->synchronized = true;
	if (str_eq(text, there))
		answers->expected = false;
}

static bool end(struct answers *answers)
{
	struct str text = { answers->text, (size_t)answers->length };

	if (answers->state == ANSWER_CSI)
		read_control(answers, text);
	else
		read_ground(answers, text);
	answers->state = ANSWER_NONE;
	return true;
}

bool answer_take(struct answers *answers, int character)
{
	bool csi = answers->state == ANSWER_CSI;

	if (answers->state == ANSWER_ESCAPE)
		return end(answers);
	if (!csi && character == ESC) {
		answers->state = ANSWER_ESCAPE;
		return false;
	}
	if (!csi && character == BEL)
		return end(answers);
	if (answers->length == ANSWER_LENGTH_MAX || character < ' ' ||
	    character > '~') {
		answers->state = ANSWER_NONE;
		return true;
	}
	answers->text[answers->length++] = (char)character;
	return csi && character >= '@' ? end(answers) : false;
}
