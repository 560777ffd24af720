/* SPDX-License-Identifier: MIT */
/*
 * Answers are short and end by themselves; whatever else looks like one is
 * read to its end and means nothing.
 */
#include "backend/answer.h"

#include <string.h>

#include "base/str.h"

#define ESC 0x1b
#define BEL 0x07

bool answer_begin(struct answers *answers, int character)
{
	if (answers->expected == 0 || character == 0 ||
	    !strchr("[]P_", character))
		return false;
	answers->state = character == '[' ? ANSWER_CSI : ANSWER_STRING;
	answers->kind = (char)character;
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

/* "?64;1;4;22c", as of DEC: behind the first number 4 means sixels. */
static bool has_sixel(struct str text)
{
	static const struct str last = STR(";4c"), sixel = STR(";4;");

	for (; text.len > 0; text = str_from(text, 1)) {
		if (str_starts(text, sixel) || str_eq(text, last))
			return true;
	}
	return false;
}

/* A number up to 99999 with what must follow it; both are taken off *rest. */
static bool take_number(struct str *rest, char end, int *number)
{
	size_t digits = str_digits(*rest);

	*number = 0;
	if (digits == 0 || digits > 5 || digits == rest->len ||
	    rest->ptr[digits] != end)
		return false;
	for (size_t i = 0; i < digits; i++)
		*number = *number * 10 + (rest->ptr[i] - '0');
	*rest = str_from(*rest, digits + 1);
	return true;
}

/* "?2;0;1000;800S": item 2, no error (0), width and height. */
static void read_sixel_most(struct answers *answers, struct str text)
{
	static const struct str begin = STR("?2;0;");
	struct size most = { 0, 0 };

	if (!str_starts(text, begin))
		return;
	text = str_from(text, begin.len);
	if (take_number(&text, ';', &most.cols) &&
	    take_number(&text, 'S', &most.rows))
		answers->sixel_most = most;
}

/*
 * "?2026;1$y" where it is on, 2 where it is off: it is there. "0n" ends all.
 */
static void read_control(struct answers *answers, struct str text)
{
	static const struct str on = STR("?2026;1$y"), off = STR("?2026;2$y"),
				there = STR("0n");

	if (str_eq(text, on) || str_eq(text, off))
		answers->synchronized = true;
	if (text.len > 0 && text.ptr[text.len - 1] == 'c')
		answers->sixel = answers->may_sixel = has_sixel(text);
	read_sixel_most(answers, text);
	if (!str_eq(text, there))
		return;
	answers->expected--;
	if (answers->lost > answers->expected)
		answers->lost = answers->expected;
}

static bool is_one_of(struct str text, const struct str *begins, int count)
{
	for (int i = 0; i < count; i++) {
		if (str_starts(text, begins[i]))
			return true;
	}
	return false;
}

/* ">|kitty(0.26.5)": the name of the terminal. */
static void read_name(struct answers *answers, struct str text)
{
	static const struct str begin = STR(">|");
	static const struct str muxes[] = { STR("tmux"), STR("screen"),
					    STR("zellij") };
	static const struct str likes_iterm2[] = { STR("iTerm2"),
						   STR("WezTerm"),
						   STR("mintty") };

	if (!str_starts(text, begin))
		return;
	text = str_from(text, begin.len);
	answers->may_kitty = !is_one_of(text, muxes, 3);
	answers->iterm2 = is_one_of(text, likes_iterm2, 3);
}

static void read_kitty(struct answers *answers, struct str text)
{
	static const struct str yes = STR("Gi=1;OK");

	if (str_eq(text, yes))
		answers->kitty = true;
}

static bool end(struct answers *answers)
{
	struct str text = { answers->text, (size_t)answers->length };

	answers->state = ANSWER_NONE;
	if (answers->kind == '[')
		read_control(answers, text);
	else if (answers->kind == ']')
		read_ground(answers, text);
	else if (answers->kind == 'P')
		read_name(answers, text);
	else
		read_kitty(answers, text);
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

bool answers_are_in(const struct answers *answers)
{
	return answers->expected == answers->lost;
}

void answers_lose(struct answers *answers)
{
	answers->lost = answers->expected;
	answers->state = ANSWER_NONE;
}
