/* SPDX-License-Identifier: MIT */
/*
 * Sequences as ECMA-48 has them, and its graphic renditions with xterm's
 * colours. Every byte that is part of none must be the next one of the text:
 * so the output can say how bytes look, but never which ones there are.
 */
#include "code/ansi.h"

#define ESCAPE '\x1b'
#define BELL   '\a'
#define DELETE '\x7f'

/* A look takes 16 or so; what is behind them is passed over. */
#define VALUES_MAX 32

/* Nothing that is understood is larger. */
#define VALUE_MAX 9999

/* The numbers of a sequence: "38;2;1;2;3", or with subordinate ones "4:3". */
struct values {
	int at[VALUES_MAX];
	bool sub[VALUES_MAX]; /* belongs to the one before */
	int count;
};

struct reader {
	struct ansi *ansi;
	struct arena *arena;
	struct str rest; /* of the output */
	struct str text;
	size_t at; /* bytes of the text that were found */
	struct ansi_look look;
};

static const struct ansi_look plain = { .text = ANSI_OWN, .ground = ANSI_OWN };

/* ---- looks ---- */

static int value_at(const struct values *values, int i)
{
	return i < values->count ? values->at[i] : -1;
}

static bool is_byte(int value)
{
	return value >= 0 && value <= 255;
}

/* The colour whose parts begin at `i`; ANSI_OWN when they are none. */
static int direct_colour(const struct values *values, int i)
{
	int red = value_at(values, i), green = value_at(values, i + 1),
	    blue = value_at(values, i + 2);

	if (!is_byte(red) || !is_byte(green) || !is_byte(blue))
		return ANSI_OWN;
	return ANSI_RGB | red << 16 | green << 8 | blue;
}

/* The colour of "38;5;N", "38;2;R;G;B" and "38:2:SPACE:R:G:B". */
static int read_colour(const struct values *values, int i, int group)
{
	int index = value_at(values, i + 2);

	switch (value_at(values, i + 1)) {
	case 5:
		return is_byte(index) ? index : ANSI_OWN;
	case 2:
		return direct_colour(values, group > 5 ? i + 3 : i + 2);
	default:
		return ANSI_OWN;
	}
}

/* How many values a colour takes that is written without colons. */
static int colour_values(const struct values *values, int i)
{
	switch (value_at(values, i + 1)) {
	case 5:
		return 3;
	case 2:
		return 5;
	default:
		return 2;
	}
}

/* One of those that need no other one. */
static void apply_value(struct ansi_look *look, int value)
{
	static const struct {
		int value;
		unsigned on, off;
	} attributes[] = {
		{ 1, ANSI_BOLD, 0 },	   { 22, 0, ANSI_BOLD },
		{ 3, ANSI_ITALIC, 0 },	   { 23, 0, ANSI_ITALIC },
		{ 4, ANSI_UNDERLINE, 0 },  { 24, 0, ANSI_UNDERLINE },
		{ 21, ANSI_UNDERLINE, 0 }, /* twice */
	};
	static const struct {
		int first, last, colour;
		bool ground;
	} colours[] = {
		{ 30, 37, 0, false },	     { 90, 97, 8, false },
		{ 40, 47, 0, true },	     { 100, 107, 8, true },
		{ 39, 39, ANSI_OWN, false }, { 49, 49, ANSI_OWN, true },
	};

	if (value == 0)
		*look = plain;
	for (size_t i = 0; i < sizeof(attributes) / sizeof(*attributes); i++) {
		if (attributes[i].value != value)
			continue;
		look->attributes |= attributes[i].on;
		look->attributes &= ~attributes[i].off;
	}
	for (size_t i = 0; i < sizeof(colours) / sizeof(*colours); i++) {
		if (value < colours[i].first || value > colours[i].last)
			continue;
		int colour = value - colours[i].first + colours[i].colour;
		*(colours[i].ground ? &look->ground : &look->text) = colour;
	}
}

/* A value and what belongs to it; returns how many that are. */
static int apply_group(struct ansi_look *look, const struct values *values,
		       int i)
{
	int value = values->at[i], group = 1;

	while (i + group < values->count && values->sub[i + group])
		group++;
	if (value == 4 && group > 1)
		value = values->at[i + 1] ? 4 : 24;
	if (value != 38 && value != 48 && value != 58) {
		apply_value(look, value);
		return group;
	}
	int colour = read_colour(values, i, group);
	if (value == 38)
		look->text = colour;
	if (value == 48)
		look->ground = colour;
	return group > 1 ? group : colour_values(values, i);
}

/* ---- sequences ---- */

static char peek(const struct reader *reader)
{
	return reader->rest.len > 0 ? reader->rest.ptr[0] : '\0';
}

static bool take_between(struct reader *reader, char low, char high, char *byte)
{
	*byte = peek(reader);
	if (reader->rest.len == 0 || *byte < low || *byte > high)
		return false;
	reader->rest = str_from(reader->rest, 1);
	return true;
}

/* A byte of the numbers; false when they are not for a look. */
static bool add_value_byte(struct values *values, char byte)
{
	int *last = &values->at[values->count - 1];

	if (str_is_digit_byte(byte)) {
		*last = *last * 10 + (byte - '0');
		if (*last > VALUE_MAX)
			*last = VALUE_MAX;
		return true;
	}
	if (byte != ';' && byte != ':')
		return false;
	if (values->count == VALUES_MAX)
		return true;
	values->at[values->count] = 0;
	values->sub[values->count++] = byte == ':';
	return true;
}

/* ESC [, numbers, other bytes, and one that says what it is: "m" is a look. */
static void take_control(struct reader *reader)
{
	struct values values = { .count = 1 };
	bool is_look = true, full = false;
	char byte;

	while (take_between(reader, '0', '?', &byte)) {
		full = full ||
		       (values.count == VALUES_MAX && !str_is_digit_byte(byte));
		if (!full && !add_value_byte(&values, byte))
			is_look = false;
	}
	while (take_between(reader, ' ', '/', &byte))
		is_look = false;
	if (!take_between(reader, '@', '~', &byte) || byte != 'm' || !is_look)
		return;
	for (int i = 0; i < values.count;)
		i += apply_group(&reader->look, &values, i);
}

/* Titles, links, pictures: up to BEL, or to ESC and a backslash. */
static void take_string(struct reader *reader)
{
	while (reader->rest.len > 0) {
		char byte = peek(reader);
		reader->rest = str_from(reader->rest, 1);
		if (byte == BELL)
			return;
		if (byte == ESCAPE) {
			if (peek(reader) == '\\')
				reader->rest = str_from(reader->rest, 1);
			return;
		}
	}
}

static void take_sequence(struct reader *reader)
{
	char kind;

	if (take_between(reader, '[', '[', &kind)) {
		take_control(reader);
	} else if (str_is_byte_of(peek(reader), "]PX^_")) {
		take_string(reader);
	} else {
		while (take_between(reader, ' ', '/', &kind))
			;
		take_between(reader, '0', '~', &kind);
	}
}

/* ---- the text ---- */

static bool is_same(const struct ansi_look *a, const struct ansi_look *b)
{
	return a->text == b->text && a->ground == b->ground &&
	       a->attributes == b->attributes;
}

/* The next byte of the text has the look that holds now. */
static void add_byte(struct reader *reader)
{
	struct ansi *ansi = reader->ansi;
	size_t at = reader->at++;
	struct ansi_run *last =
		ansi->count > 0 ? &ansi->runs[ansi->count - 1] : NULL;

	if (is_same(&reader->look, &plain))
		return;
	if (last && last->end == at && is_same(&last->look, &reader->look)) {
		last->end++;
		return;
	}
	ansi->runs = arena_extend(reader->arena, ansi->runs, ansi->count,
				  sizeof(*ansi->runs));
	ansi->runs[ansi->count++] =
		(struct ansi_run){ at, at + 1, reader->look };
}

static size_t lines_at(struct str text)
{
	return text.len > 0 && text.ptr[0] == '\n' ? str_run(text) : 0;
}

/* Whether a byte of the output, outside of sequences, can be there. */
static bool take_byte(struct reader *reader, char byte)
{
	struct str left = str_from(reader->text, reader->at);
	bool is_control = (byte >= 0 && byte < ' ') || byte == DELETE;

	if (reader->at == 0 && byte != '\n' && !is_control) {
		reader->at = lines_at(left);
		left = str_from(reader->text, reader->at);
	}
	if (left.len > 0 && left.ptr[0] == byte) {
		add_byte(reader);
		return true;
	}
	return byte == '\n' ? left.len == 0 : is_control;
}

bool ansi_read(struct ansi *ansi, struct arena *arena, struct str output,
	       struct str text)
{
	struct reader reader = { .ansi = ansi,
				 .arena = arena,
				 .rest = output,
				 .text = text,
				 .look = plain };

	*ansi = (struct ansi){ 0 };
	while (reader.rest.len > 0) {
		char byte = peek(&reader);
		reader.rest = str_from(reader.rest, 1);
		if (byte == ESCAPE)
			take_sequence(&reader);
		else if (!take_byte(&reader, byte))
			return false;
	}
	struct str left = str_from(text, reader.at);
	return lines_at(left) == left.len;
}
