/* SPDX-License-Identifier: MIT */
/*
 * Graphemes and their widths, for any bytes. utf8proc knows Unicode; this file
 * knows terminals. ASCII followed by ASCII never leaves the fast path.
 */
#include "base/glyph.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

/* More marks than this on one letter overflow what ncurses holds in a cell. */
#define MARKS_MAX 3

enum {
	ZERO_WIDTH_JOINER = 0x200d,
	EMOJI_STYLE = 0xfe0f,
	KEYCAP = 0x20e3,
	NEXT_LINE = 0x85,
	REPLACEMENT = 0xfffd,
};

/* U+2400 to U+2421, the pictures of U+0000 to U+0020 and U+007F. */
static const char pictures[] = "␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␠␡";
#define PICTURE_BYTES  3
#define PICTURE_DELETE 33

unsigned str_decode(struct str text, size_t *bytes)
{
	utf8proc_int32_t code;
	utf8proc_ssize_t len = text.len < 4 ? (utf8proc_ssize_t)text.len : 4;
	utf8proc_ssize_t used =
		utf8proc_iterate((const utf8proc_uint8_t *)text.ptr, len,
				 &code);

	*bytes = used < 1 ? 1 : (size_t)used;
	return used < 1 ? REPLACEMENT : (unsigned)code;
}

static bool is_in(unsigned code, unsigned first, unsigned last)
{
	return code >= first && code <= last;
}

static bool is_skin_tone(unsigned code)
{
	return code >= 0x1f3fb && code <= 0x1f3ff;
}

static bool is_pictograph(unsigned code)
{
	return utf8proc_get_property((utf8proc_int32_t)code)->boundclass ==
	       UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static bool is_separator(unsigned code)
{
	return code == NEXT_LINE || code == 0x2028 || code == 0x2029;
}

/* Format characters but for the few that have a shape (U+0600 and its kin). */
static bool is_invisible(unsigned code)
{
	const utf8proc_property_t *property =
		utf8proc_get_property((utf8proc_int32_t)code);

	if (property->category != UTF8PROC_CATEGORY_CF)
		return false;
	return property->boundclass != UTF8PROC_BOUNDCLASS_PREPEND;
}

/* Hangul vowels and finals join the syllable that a leader began. */
static bool is_jamo_tail(unsigned code)
{
	return is_in(code, 0x1160, 0x11ff) || is_in(code, 0xd7b0, 0xd7ff);
}

int code_width(unsigned code)
{
	utf8proc_int32_t signed_code = (utf8proc_int32_t)code;

	switch (utf8proc_category(signed_code)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return 0;
	case UTF8PROC_CATEGORY_CF:
		return is_invisible(code) ? 0 : 1;
	case UTF8PROC_CATEGORY_CO:
		return 1;
	default:
		break;
	}
	/* Circled numbers and hexagrams: wide in libc, neutral in utf8proc. */
	if ((code >= 0x3248 && code <= 0x324f) ||
	    (code >= 0x4dc0 && code <= 0x4dff))
		return 2;
	if (is_jamo_tail(code))
		return 0;
	return utf8proc_charwidth(signed_code) == 2 ? 2 : 1;
}

static void set_picture(struct glyph *glyph, unsigned control)
{
	size_t at = control == 0x7f ? PICTURE_DELETE : control;

	glyph->text =
		(struct str){ pictures + at * PICTURE_BYTES, PICTURE_BYTES };
	glyph->width = 1;
}

/* A grapheme that is being put together. */
struct cluster {
	int width;
	bool emoji;
	utf8proc_int32_t state;
};

/* True when the code point still belongs to the cluster; it is added then. */
static bool cluster_add(struct cluster *cluster, unsigned last, unsigned code)
{
	if (!utf8proc_grapheme_break_stateful((utf8proc_int32_t)last,
					      (utf8proc_int32_t)code,
					      &cluster->state)) {
		if (cluster->emoji || is_skin_tone(code))
			return true;
		int width = cluster->width + code_width(code);
		if (width > 2)
			return false;
		cluster->width = width;
		return true;
	}
	return false;
}

static void set_cluster(struct str *rest, struct glyph *glyph, unsigned first,
			size_t bytes)
{
	struct cluster cluster = { .width = code_width(first),
				   .emoji = is_pictograph(first) };
	unsigned last = first;

	while (bytes < rest->len) {
		size_t more;
		unsigned code = str_decode(str_from(*rest, bytes), &more);
		if (!cluster_add(&cluster, last, code))
			break;
		last = code;
		bytes += more;
	}
	glyph->text = (struct str){ rest->ptr, bytes };
	glyph->width = cluster.width > 0 ? cluster.width : 1;
	*rest = str_from(*rest, bytes);
}

/* One code point that is not plain ASCII; false when it is not drawn. */
static bool take_other(struct str *rest, struct glyph *glyph)
{
	static const struct str replacement = STR("\xef\xbf\xbd");
	static const struct str space = STR(" ");
	size_t bytes;
	unsigned code = str_decode(*rest, &bytes);
	bool valid = code != REPLACEMENT || bytes == 3;

	if (code < 0x20 || code == 0x7f) {
		set_picture(glyph, code);
	} else if (!valid ||
		   (code > 0x7f && code < 0xa0 && code != NEXT_LINE)) {
		*glyph = (struct glyph){ replacement, 1 };
	} else if (is_separator(code)) {
		*glyph = (struct glyph){ space, 1 };
	} else if (!is_invisible(code)) {
		set_cluster(rest, glyph, code, bytes);
		return true;
	} else {
		*rest = str_from(*rest, bytes);
		return false;
	}
	*rest = str_from(*rest, bytes);
	return true;
}

bool glyph_next(struct str *rest, struct glyph *glyph)
{
	while (rest->len > 0) {
		unsigned char byte = (unsigned char)rest->ptr[0];
		bool alone = rest->len == 1 || (signed char)rest->ptr[1] >= 0;

		if (byte >= 0x20 && byte < 0x7f && alone) {
			*glyph = (struct glyph){ { rest->ptr, 1 }, 1 };
			rest->ptr++;
			rest->len--;
			return true;
		}
		if (take_other(rest, glyph))
			return true;
	}
	return false;
}

static bool is_plain(char byte)
{
	return (signed char)byte >= 0x20 && byte != 0x7f;
}

/* The bytes at its front that are glyphs of their own. */
static size_t plain_run(struct str text)
{
	size_t run = 0;

	while (run < text.len && is_plain(text.ptr[run]))
		run++;
	/* What is not ASCII may join the byte before it. */
	bool joined = run < text.len && (signed char)text.ptr[run] < 0;
	return run > 0 && joined ? run - 1 : run;
}

int str_width(struct str text)
{
	struct glyph glyph = { .width = 0 };
	int width = 0;

	do {
		size_t plain = plain_run(text);
		text = str_from(text, plain);
		width += (int)plain + glyph.width;
	} while (glyph_next(&text, &glyph));
	return width;
}

int glyph_codes(struct str glyph, unsigned *codes, int max)
{
	int count = 0, marks = 0;

	while (glyph.len > 0 && count < max) {
		size_t bytes;
		unsigned code = str_decode(glyph, &bytes);
		glyph = str_from(glyph, bytes);
		if (code == ZERO_WIDTH_JOINER && count > 0 &&
		    is_pictograph(codes[0]))
			break;
		if (is_invisible(code) || (code >= 0xfe00 && code <= 0xfe0f) ||
		    (is_skin_tone(code) && count > 0))
			continue;
		if (count > 0 && is_pictograph(codes[0]) &&
		    code_width(code) > 0)
			continue;
		if (code_width(code) == 0 && count > 0 && ++marks > MARKS_MAX)
			continue;
		codes[count++] = code;
	}
	return count;
}

/* Assigned by Unicode 15 or not at all: older terminals do not know it. */
static bool is_young(unsigned code)
{
	static const unsigned emoji[][2] = {
		{ 0x1f6dc, 0x1f6dc }, { 0x1fa75, 0x1fa77 },
		{ 0x1fa87, 0x1fa88 }, { 0x1faad, 0x1faaf },
		{ 0x1fabb, 0x1fabd }, { 0x1fabf, 0x1fabf },
		{ 0x1face, 0x1facf }, { 0x1fada, 0x1fadb },
		{ 0x1fae8, 0x1fae8 }, { 0x1faf7, 0x1faf8 },
	};

	for (size_t i = 0; i < sizeof(emoji) / sizeof(emoji[0]); i++) {
		if (is_in(code, emoji[i][0], emoji[i][1]))
			return true;
	}
	return utf8proc_category((utf8proc_int32_t)code) ==
	       UTF8PROC_CATEGORY_CN;
}

static bool is_regional(unsigned code)
{
	return is_in(code, 0x1f1e6, 0x1f1ff);
}

bool glyph_is_disputed(struct str glyph)
{
	size_t bytes;
	unsigned first = str_decode(glyph, &bytes);
	bool alone = bytes >= glyph.len;

	if (glyph.len < 2)
		return false;
	if (is_young(first) || is_skin_tone(first))
		return true;
	if (alone)
		return is_regional(first);
	for (glyph = str_from(glyph, bytes); glyph.len > 0;
	     glyph = str_from(glyph, bytes)) {
		unsigned code = str_decode(glyph, &bytes);
		if ((code == ZERO_WIDTH_JOINER && is_pictograph(first)) ||
		    code == EMOJI_STYLE || code == KEYCAP ||
		    is_skin_tone(code) || is_jamo_tail(code))
			return true;
	}
	return false;
}

/* Small kana belong to the sound before them (JIS X 4051, not at a begin). */
static bool is_small_kana(unsigned code)
{
	static const char kana[] =
		"ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";
	struct str rest = { kana, sizeof(kana) - 1 };
	size_t bytes;

	if (!is_in(code, 0x3041, 0x30f6)) /* the first and the last of them */
		return false;
	for (; rest.len > 0; rest = str_from(rest, bytes)) {
		if (str_decode(rest, &bytes) == code)
			return true;
	}
	return false;
}

enum glyph_break glyph_break(struct str glyph)
{
	size_t bytes;
	unsigned code = str_decode(glyph, &bytes);

	if (code == ' ')
		return BREAK_SPACE;
	if (is_small_kana(code))
		return BREAK_CLOSE;
	switch (utf8proc_category((utf8proc_int32_t)code)) {
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PI:
		return BREAK_OPEN;
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return BREAK_CLOSE;
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_LM:
		return code_width(code) == 2 ? BREAK_CLOSE : BREAK_NEVER;
	default:
		break;
	}
	return code_width(code) == 2 ? BREAK_WIDE : BREAK_NEVER;
}

/* Whether eight bytes are all of ASCII that is printed: a deck's mostly are. */
static bool are_plain(const char *bytes)
{
	const uint64_t ones = 0x0101010101010101u;
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	/* Below 0x20 a byte borrows, 0x7f becomes 0x80. */
	return ((word | (word - 0x20 * ones) | (word + ones)) & 0x80 * ones) ==
	       0;
}

bool str_is_clean(struct str text)
{
	for (size_t i = 0; i < text.len;) {
		if (text.len - i >= 8 && are_plain(text.ptr + i)) {
			i += 8;
			continue;
		}
		unsigned char byte = (unsigned char)text.ptr[i];
		size_t bytes = 1;

		if ((byte < 0x20 && byte != '\t') || byte == 0x7f)
			return false;
		if (byte >= 0x80) {
			unsigned code = str_decode(str_from(text, i), &bytes);
			if (bytes == 1 || code < 0xa0)
				return false;
		}
		i += bytes;
	}
	return true;
}
