/* SPDX-License-Identifier: MIT */
/*
 * Alternative texts of images, and the words in them that are not for readers.
 */
#include "markup/caption.h"

#include <string.h>

#include "markup/length.h"

/* The words of Marp and its themes, alone or in front of ":value". */
static const struct str marp_words[] = {
	STR("bg"),	    STR("left"),       STR("right"),
	STR("fit"),	    STR("cover"),      STR("contain"),
	STR("auto"),	    STR("vertical"),   STR("w"),
	STR("h"),	    STR("width"),      STR("height"),
	STR("blur"),	    STR("brightness"), STR("contrast"),
	STR("grayscale"),   STR("hue-rotate"), STR("invert"),
	STR("opacity"),	    STR("saturate"),   STR("sepia"),
	STR("drop-shadow"), STR("center")
};
enum { MARP_WORDS = sizeof(marp_words) / sizeof(marp_words[0]) };

/* Bytes of digits and full stops at the front. */
static size_t number_bytes(struct str text)
{
	size_t i = 0;

	while (i < text.len && strchr("0123456789.", text.ptr[i]))
		i++;
	return i;
}

static bool is_marp_word(struct str word)
{
	size_t digits = number_bytes(word);
	const char *colon = str_find(word, ':');

	if (digits > 0)
		return digits + 1 == word.len && word.ptr[digits] == '%';
	if (colon)
		word.len = (size_t)(colon - word.ptr);
	for (int i = 0; i < MARP_WORDS; i++) {
		if (str_eq(word, marp_words[i]))
			return true;
	}
	return false;
}

/* True for an empty text as well. */
static bool is_all_marp(struct str alt)
{
	for (;;) {
		struct str word = str_trim_left(alt);
		const char *blank = str_find(word, ' ');
		if (word.len == 0)
			return true;
		alt = (struct str){ NULL, 0 };
		if (blank) {
			alt = str_from(word, (size_t)(blank - word.ptr));
			word.len -= alt.len;
		}
		if (!is_marp_word(word))
			return false;
	}
}

/* presenterm's attributes stand in front of commas; what follows is text. */
static struct str without_attributes(struct str alt)
{
	static const struct str prefix = STR("image:"),
				scale = STR(LENGTH_SCALE);

	alt = str_trim(alt);
	if (str_starts(alt, scale))
		return (struct str){ NULL, 0 };
	while (str_starts(alt, prefix)) {
		const char *comma = str_find(alt, ',');
		if (!comma)
			return (struct str){ NULL, 0 };
		alt = str_trim(str_from(alt, (size_t)(comma - alt.ptr) + 1));
	}
	return alt;
}

/* kyma's "|40x20", and "|40", at the end. */
static struct str without_size(struct str alt)
{
	size_t bar = alt.len;

	while (bar > 0 && alt.ptr[bar - 1] != '|')
		bar--;
	if (bar == 0)
		return alt;
	struct str size = str_from(alt, bar);
	size_t digits = number_bytes(size);
	struct str rest = str_from(size, digits);
	if (digits > 0 && rest.len > 1 && rest.ptr[0] == 'x')
		rest = str_from(rest, 1 + number_bytes(str_from(rest, 1)));
	if (digits == 0 || rest.len > 0)
		return alt;
	return str_trim_right((struct str){ alt.ptr, bar - 1 });
}

static struct str up_to(struct str text, const char *ends)
{
	for (size_t i = 0; i < text.len; i++) {
		if (strchr(ends, text.ptr[i]))
			text.len = i;
	}
	return text;
}

/* Of a path or a URL; of "data:image/png;base64,..." its kind. */
static struct str file_name(struct str target)
{
	static const struct str data = STR("data:");

	if (str_starts(target, data))
		return up_to(target, ";,");
	struct str path = up_to(target, "?#");
	size_t begin = path.len;
	while (begin > 0 && path.ptr[begin - 1] != '/')
		begin--;
	struct str name = str_from(path, begin);
	return name.len > 0 ? name : target;
}

/* Words in front that say how large it is. */
static struct str without_words(struct str alt)
{
	for (;;) {
		size_t end = 0;
		alt = str_trim_left(alt);
		while (end < alt.len && alt.ptr[end] != ' ')
			end++;
		if (!length_is_word((struct str){ alt.ptr, end }))
			return alt;
		alt = str_from(alt, end);
	}
}

struct str caption_of_image(struct str alt, struct str target)
{
	struct str shown = without_size(without_words(without_attributes(alt)));

	if (!is_all_marp(shown))
		return shown;
	shown = file_name(target);
	return shown.len > 0 ? shown : alt;
}
