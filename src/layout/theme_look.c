/* SPDX-License-Identifier: MIT */
/*
 * The words of a look: colours for text, "on", colours for its ground,
 * attributes, "mono", other attributes.
 */
#include "layout/theme_look.h"

#define ANSI_COLOURS 8

static const struct str ansi[ANSI_COLOURS] = {
	STR("black"), STR("red"),     STR("green"), STR("yellow"),
	STR("blue"),  STR("magenta"), STR("cyan"),  STR("white"),
};

static const struct {
	struct str name;
	unsigned attribute;
} attributes[] = {
	{ STR("bold"), ATTRIBUTE_BOLD },
	{ STR("underline"), ATTRIBUTE_UNDERLINE },
	{ STR("reverse"), ATTRIBUTE_REVERSE },
	{ STR("italic"), ATTRIBUTE_ITALIC },
	{ STR("dim"), ATTRIBUTE_DIM },
	{ STR("plain"), 0 },
};

/* One of ANSI's 16 by name, or THEME_DEFAULT for "default". */
static bool named(struct str word, int *colour)
{
	static const struct str bright = STR("bright-"), own = STR("default");
	bool is_bright = str_starts(word, bright);
	struct str hue = is_bright ? str_from(word, bright.len) : word;

	for (int i = 0; i < ANSI_COLOURS; i++) {
		if (str_eq(ansi[i], hue)) {
			*colour = is_bright ? i + ANSI_COLOURS : i;
			return true;
		}
	}
	*colour = THEME_DEFAULT;
	return str_eq(word, own);
}

/* "#f80" or "#ff8800" */
static bool hexadecimal(struct str word, int *colour)
{
	int rgb = 0;

	if (word.ptr[0] != '#' || (word.len != 4 && word.len != 7))
		return false;
	for (size_t i = 1; i < word.len; i++) {
		int digit = str_hex_digit(word.ptr[i]);
		if (digit < 0)
			return false;
		rgb = word.len == 4 ? rgb << 8 | digit * 0x11
				    : rgb << 4 | digit;
	}
	*colour = TINT_SET | rgb;
	return true;
}

/* An index of 0 to 255. */
static bool numbered(struct str word, int *colour)
{
	int index = 0;

	if (word.len > 3 || str_digits(word) < word.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		index = index * 10 + (word.ptr[i] - '0');
	*colour = index;
	return index < 256;
}

/* The first word of a shade, the second or the third. */
static bool add_colour(struct shade *shade, int count, struct str word)
{
	int colour;
	bool few = named(word, &colour);

	if (count > 2 || (count > 0 && !few))
		return false;
	if (!few && !hexadecimal(word, &colour) && !numbered(word, &colour))
		return false;
	if (count == 0)
		*shade = (struct shade){ colour, THEME_NEAREST, THEME_NEAREST };
	if (colour >= 2 * ANSI_COLOURS)
		return true;
	if (count < 2)
		shade->of16 = (short)colour;
	shade->of8 = (short)(colour < 0 ? colour : colour % ANSI_COLOURS);
	return true;
}

static bool add_attribute(unsigned *set, struct str word)
{
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]);
	     i++) {
		if (str_eq(attributes[i].name, word)) {
			*set |= attributes[i].attribute;
			return true;
		}
	}
	return false;
}

struct look_reader {
	struct role_look *look;
	int colours; /* of the shade that is read */
	bool ground; /* that one is the ground's */
	bool mono;   /* attributes are those without colours */
};

static bool add_word(struct look_reader *reader, struct str word)
{
	static const struct str on = STR("on"), mono = STR("mono");
	struct role_look *look = reader->look;

	if (str_eq(word, on) && !reader->ground && !reader->mono) {
		reader->ground = true;
		reader->colours = 0;
		return true;
	}
	if (str_eq(word, mono) && !reader->mono) {
		reader->mono = true;
		return true;
	}
	if (add_attribute(reader->mono ? &look->mono : &look->attributes, word))
		return true;
	if (reader->mono)
		return false;
	if (reader->ground)
		look->has_ground = true;
	else
		look->has_text = true;
	return add_colour(reader->ground ? &look->shades.ground
					 : &look->shades.text,
			  reader->colours++, word);
}

bool theme_look_read(struct role_look *look, struct str text, struct str *odd)
{
	static const struct shade own = { THEME_DEFAULT, THEME_DEFAULT,
					  THEME_DEFAULT };
	struct look_reader reader = { .look = look };

	*look = (struct role_look){ .shades = { own, own } };
	text = str_trim(text);
	while (text.len > 0) {
		*odd = str_take_word(&text);
		if (!add_word(&reader, *odd))
			return false;
	}
	if (!reader.mono)
		look->mono = look->attributes;
	return true;
}
