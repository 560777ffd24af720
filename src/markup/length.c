/* SPDX-License-Identifier: MIT */
/*
 * Lengths, and the words in front of them.
 */
#include "markup/length.h"

#include <string.h>

/* Larger than any screen: what is more is cut to that. */
#define AMOUNT_MAX 10000

/* From here on a width behind a bar is pixels, not columns. */
#define PIXELS_MIN 100

/* What a step of a class such as "w-40" is, in pixels. */
#define CLASS_STEP 4

/* Units with how many hundredths of a pixel one of them is, as CSS has it. */
static const struct {
	struct str name;
	enum length_unit unit;
	int hundredths;
} units[] = {
	{ STR("%"), LENGTH_PERCENT, 100 },  { STR("vw"), LENGTH_PERCENT, 100 },
	{ STR("vh"), LENGTH_PERCENT, 100 }, { STR(""), LENGTH_PIXELS, 100 },
	{ STR("px"), LENGTH_PIXELS, 100 },  { STR("pt"), LENGTH_PIXELS, 133 },
	{ STR("em"), LENGTH_PIXELS, 1600 }, { STR("rem"), LENGTH_PIXELS, 1600 },
	{ STR("cm"), LENGTH_PIXELS, 3780 }, { STR("mm"), LENGTH_PIXELS, 378 },
	{ STR("in"), LENGTH_PIXELS, 9600 },
};
enum { UNITS = sizeof(units) / sizeof(units[0]) };

/* Takes digits and a fraction, in hundredths; false when there are none. */
static bool take_number(struct str *text, int *hundredths)
{
	size_t digits = str_digits(*text), i = digits;
	int number = 0, place = 10;

	for (size_t k = 0; k < digits && number <= AMOUNT_MAX; k++)
		number = number * 10 + (text->ptr[k] - '0');
	*hundredths = (number < AMOUNT_MAX ? number : AMOUNT_MAX) * 100;
	if (i < text->len && text->ptr[i] == '.') {
		size_t fraction = str_digits(str_from(*text, ++i));
		for (; fraction > 0; fraction--, i++, place /= 10)
			*hundredths += (text->ptr[i] - '0') * place;
	}
	*text = str_from(*text, i);
	return digits > 0;
}

static struct length length_of(enum length_unit unit, long long amount)
{
	if (amount > AMOUNT_MAX)
		amount = AMOUNT_MAX;
	return amount > 0 ? (struct length){ unit, (int)amount }
			  : (struct length){ LENGTH_NONE, 0 };
}

struct length length_read(struct str length)
{
	int hundredths;

	length = str_trim(length);
	if (!take_number(&length, &hundredths))
		return (struct length){ LENGTH_NONE, 0 };
	for (int i = 0; i < UNITS; i++) {
		if (str_eq_nocase(length, units[i].name))
			return length_of(units[i].unit,
					 (long long)hundredths *
						 units[i].hundredths / 10000);
	}
	return (struct length){ LENGTH_NONE, 0 };
}

/* ---- words ---- */

/* What follows one of two names and a colon, as a length. */
static struct length read_named(struct str word, const char *name,
				const char *letter)
{
	const char *colon = str_find(word, ':');

	if (!colon)
		return (struct length){ LENGTH_NONE, 0 };
	struct str key = { word.ptr, (size_t)(colon - word.ptr) };
	if (!str_eq(key, str_of(name)) && !str_eq(key, str_of(letter)))
		return (struct length){ LENGTH_NONE, 0 };
	return length_read(str_from(word, key.len + 1));
}

static struct length width_of(struct str word)
{
	return read_named(word, "width", "w");
}

static struct length height_of(struct str word)
{
	return read_named(word, "height", "h");
}

bool length_is_word(struct str word)
{
	return width_of(word).unit != LENGTH_NONE ||
	       height_of(word).unit != LENGTH_NONE;
}

static void read_word(struct link *link, struct str word)
{
	static const struct str background = STR("bg"), prefix = STR("image:");

	while (str_starts(word, prefix))
		word = str_from(word, prefix.len);
	struct length width = width_of(word), height = height_of(word);
	if (width.unit != LENGTH_NONE)
		link->width = width;
	if (height.unit != LENGTH_NONE)
		link->height = height;
	if (str_eq(word, background))
		link->background = true;
}

/* kyma's "40x20" and "40", and the same of Obsidian: there it is pixels. */
static void read_cells(struct link *link, struct str cells)
{
	static const struct str nothing = STR("");
	enum length_unit unit;
	int width, height = 0;

	if (!take_number(&cells, &width))
		return;
	if (cells.len > 0 && cells.ptr[0] == 'x') {
		cells = str_from(cells, 1);
		take_number(&cells, &height);
	}
	if (!str_eq(cells, nothing))
		return;
	unit = width >= PIXELS_MIN * 100 ? LENGTH_PIXELS : LENGTH_CELLS;
	link->width = length_of(unit, width / 100);
	link->height = length_of(unit, height / 100);
}

void length_read_alt(struct link *link, struct str alt)
{
	static const struct str scale = STR(LENGTH_SCALE);
	size_t bar = alt.len;

	if (str_starts(alt, scale)) {
		link->width = length_read(str_from(alt, scale.len));
		return;
	}
	while (bar > 0 && alt.ptr[bar - 1] != '|')
		bar--;
	if (bar > 0)
		read_cells(link, str_from(alt, bar));
	while (alt.len > 0) {
		size_t end = 0;
		while (end < alt.len && !strchr(" ,\t", alt.ptr[end]))
			end++;
		read_word(link, (struct str){ alt.ptr, end });
		alt = str_from(alt, end < alt.len ? end + 1 : end);
	}
}

bool length_read_rows(struct link *link, struct str alt)
{
	static const struct str nothing = STR("");
	int rows;

	if (!take_number(&alt, &rows) || !str_eq(alt, nothing))
		return false;
	link->height = length_of(LENGTH_CELLS, rows / 100);
	return true;
}

/* ---- classes ---- */

/* "full", "1/2", "40" and "[300px]". */
static struct length length_of_class(struct str value)
{
	static const struct str full = STR("full"), nothing = STR("");
	int number, of;

	if (str_eq(value, full))
		return (struct length){ LENGTH_PERCENT, 100 };
	if (value.len > 2 && value.ptr[0] == '[' &&
	    value.ptr[value.len - 1] == ']')
		return length_read(
			(struct str){ value.ptr + 1, value.len - 2 });
	if (!take_number(&value, &number))
		return (struct length){ LENGTH_NONE, 0 };
	if (str_eq(value, nothing))
		return length_of(LENGTH_PIXELS,
				 (long long)number * CLASS_STEP / 100);
	value = value.ptr[0] == '/' ? str_from(value, 1) : nothing;
	if (!take_number(&value, &of) || of == 0)
		return (struct length){ LENGTH_NONE, 0 };
	return length_of(LENGTH_PERCENT, number * 100LL / of);
}

void length_read_classes(struct link *link, struct str classes)
{
	static const struct str wide = STR("w-"), high = STR("h-");

	while ((classes = str_trim_left(classes)).len > 0) {
		const char *blank = str_find(classes, ' ');
		struct str one = classes;
		if (blank)
			one.len = (size_t)(blank - one.ptr);
		classes = str_from(classes, one.len);
		struct length length = length_of_class(str_from(one, wide.len));
		if (str_starts(one, wide) && length.unit != LENGTH_NONE)
			link->width = length;
		if (str_starts(one, high) && length.unit != LENGTH_NONE)
			link->height = length;
	}
}
