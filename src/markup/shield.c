/* SPDX-License-Identifier: MIT */
/*
 * One pass over a text, which knows as much of CommonMark as it takes to tell
 * where there is code, HTML or mathematics. Whatever is searched for ahead is
 * searched once: where it was missing is remembered.
 */
#include "markup/shield.h"

#include <string.h>

#include "markup/tag.h"

/* How the mark is written: before an escape, and with a backslash of ours. */
#define ESCAPED	 "&#064976;"
#define SHIELDED "&#0064976;\\"
/* In comments, where hyphens would end them too early. No text has one. */
#define HYPHEN '\x03'

/* CommonMark's limit, and libcmark's: longer ones open nothing. */
#define SCHEME_BYTES_MAX 32
#define CODE_RUN_MAX	 80

#define INDENT "    "

enum { SPANS = 4 };

/* What is missing between here and the end of the text, or a place in it. */
struct shield {
	struct buf *out;
	struct str text;
	size_t at;
	int brackets;
	size_t runs[CODE_RUN_MAX + 1]; /* of backticks: met last there */
	bool scanned;		       /* all that are ahead have been met */
	bool no_end[SPANS];	       /* of what begins with < */
	size_t no_dollar, no_dollars;  /* up to there */
};

static bool is_ascii_punctuation(char byte)
{
	return byte > ' ' && byte < 0x7f && !str_is_word_byte(byte);
}

static char byte_at(const struct shield *shield, size_t at)
{
	return at < shield->text.len ? shield->text.ptr[at] : '\n';
}

static void put_byte(struct shield *shield, char byte)
{
	if (byte == '[' && ++shield->brackets > BRACKETS_MAX)
		buf_put_text(shield->out, SHIELDED);
	buf_put_byte(shield->out, byte);
	if (byte == '\n')
		buf_put_text(shield->out, INDENT);
}

/* As it is, up to `end`. */
static void put_verbatim(struct shield *shield, size_t end)
{
	while (shield->at < end)
		put_byte(shield, shield->text.ptr[shield->at++]);
}

/* No markup for libcmark, nor for us. */
static void put_shielded(struct shield *shield, char byte)
{
	if (!is_ascii_punctuation(byte)) {
		put_byte(shield, byte);
		return;
	}
	buf_put_text(shield->out, SHIELDED);
	buf_put_byte(shield->out, byte);
}

/*
 * Where the code ends that backticks before `at` open, or 0. What is known of
 * the runs ahead is what libcmark knows, and forgets, so that both see code in
 * the same places.
 */
static size_t code_end(struct shield *shield, size_t at, size_t run)
{
	struct str text = shield->text;

	if (run > CODE_RUN_MAX || (shield->scanned && shield->runs[run] <= at))
		return 0;
	for (;;) {
		const char *tick = str_find(str_from(text, at), '`');
		if (!tick)
			break;
		size_t begin = (size_t)(tick - text.ptr);
		size_t closing = str_run(str_from(text, begin));
		if (closing <= CODE_RUN_MAX)
			shield->runs[closing] = begin;
		at = begin + closing;
		if (closing == run)
			return at;
	}
	shield->scanned = true;
	return 0;
}

static void take_backticks(struct shield *shield)
{
	size_t run = str_run(str_from(shield->text, shield->at));
	size_t begin = shield->at + run;
	size_t end = code_end(shield, begin, run);

	put_verbatim(shield, end ? end : begin);
}

static void take_backslash(struct shield *shield)
{
	char next = byte_at(shield, shield->at + 1);

	if (strchr("~^[]", next))
		buf_put_text(shield->out, ESCAPED);
	buf_put_byte(shield->out, '\\');
	shield->at++;
	if (is_ascii_punctuation(next)) {
		buf_put_byte(shield->out, next);
		shield->at++;
	}
}

/* A comment: CommonMark of old lets two hyphens end one. */
static void take_comment(struct shield *shield, size_t bytes)
{
	size_t inside = shield->at + sizeof("<!--") - 1;
	size_t end = shield->at + bytes, close = end - (sizeof("-->") - 1);

	put_verbatim(shield, inside);
	buf_put_byte(shield->out, HYPHEN);
	while (shield->at < close) {
		char byte = shield->text.ptr[shield->at];
		put_verbatim(shield, shield->at + 1);
		if (byte == '-')
			buf_put_byte(shield->out, HYPHEN);
	}
	put_verbatim(shield, end);
}

/* "<https://...>"; blanks and "<" end it without one. */
static size_t autolink_bytes(struct str text)
{
	size_t i = 1;

	while (i < text.len && i <= SCHEME_BYTES_MAX &&
	       (str_is_word_byte(text.ptr[i]) || strchr(".+-", text.ptr[i])))
		i++;
	if (i < 3 || i == text.len || text.ptr[i] != ':')
		return 0;
	while (i < text.len && !strchr(" \n<>", text.ptr[i]))
		i++;
	return i < text.len && text.ptr[i] == '>' ? i + 1 : 0;
}

/* What goes up to a text of its own, by what it begins with. */
static const struct {
	struct str open, close;
} spans[SPANS] = {
	{ STR("<!--"), STR("-->") },
	{ STR("<![CDATA["), STR("]]>") },
	{ STR("<?"), STR("?>") },
	{ STR("<!"), STR(">") }, /* and a letter */
};

/* The bytes of the span that begins here, or 0; which one it is. */
static size_t span_bytes(struct shield *shield, int *which)
{
	struct str rest = str_from(shield->text, shield->at);
	int i = 0;

	while (i < SPANS && !str_starts(rest, spans[i].open))
		i++;
	*which = i;
	if (i == SPANS || shield->no_end[i] ||
	    (i == SPANS - 1 &&
	     !(rest.len > 2 && str_is_word_byte(rest.ptr[2]))))
		return 0;
	for (size_t at = spans[i].open.len; at < rest.len; at++) {
		if (str_starts(str_from(rest, at), spans[i].close))
			return at + spans[i].close.len;
	}
	shield->no_end[i] = true;
	return 0;
}

/* The tag with names of attributes that libcmark takes for such. */
static void put_tag(struct shield *shield, size_t end)
{
	char quote = '\0';

	while (shield->at < end) {
		char byte = shield->text.ptr[shield->at++];
		bool vue = !quote && byte == '@' &&
			   strchr(" \n", shield->text.ptr[shield->at - 2]);
		if (quote ? byte == quote : strchr("\"'", byte) != NULL)
			quote = quote ? '\0' : byte;
		put_byte(shield, vue ? '_' : byte);
	}
}

static void take_angle(struct shield *shield)
{
	struct str rest = str_from(shield->text, shield->at);
	struct tag tag;
	int which;
	size_t bytes = span_bytes(shield, &which);

	if (bytes > 0 && which == 0) {
		take_comment(shield, bytes);
		return;
	}
	if (bytes == 0 && (bytes = tag_read(rest, &tag)) > 0) {
		put_tag(shield, shield->at + bytes);
		return;
	}
	if (bytes == 0)
		bytes = autolink_bytes(rest);
	put_verbatim(shield, shield->at + (bytes ? bytes : 1));
}

/*
 * Where mathematics that begins behind the dollar at `at` ends, as pandoc has
 * it: no blank inside of the dollars, no digit behind them, all on one line.
 * Unlike there it does not reach from a link's label into its target. Remembers
 * how far there is no such end.
 */
static size_t find_dollar(struct shield *shield, size_t at)
{
	size_t i = at;
	int brackets = 0;

	while (i < shield->text.len && !strchr("\n`", byte_at(shield, i))) {
		char byte = byte_at(shield, i), next = byte_at(shield, i + 1);
		brackets += (byte == '[') - (byte == ']');
		if (brackets < 0 && byte == ']' && next == '(')
			break;
		if (byte == '$' && i > at && byte_at(shield, i - 1) != ' ' &&
		    !(next >= '0' && next <= '9'))
			return i;
		i += byte == '\\' && next != '\n' ? 2 : 1;
	}
	shield->no_dollar = i;
	return 0;
}

/* The same for two dollars, over any lines. */
static size_t find_dollars(struct shield *shield, size_t at)
{
	size_t i = at;

	while (i < shield->text.len && byte_at(shield, i) != '`') {
		if (i > at && byte_at(shield, i) == '$' &&
		    byte_at(shield, i + 1) == '$')
			return i;
		i += byte_at(shield, i) == '\\' ? 2 : 1;
	}
	shield->no_dollars = i;
	return 0;
}

static void take_dollar(struct shield *shield)
{
	size_t count = str_run(str_from(shield->text, shield->at));
	size_t begin = shield->at + count, end = 0;
	char first = byte_at(shield, begin);

	if (count == 1 && begin > shield->no_dollar && first != ' ' &&
	    first != '\n')
		end = find_dollar(shield, begin);
	else if (count == 2 && begin > shield->no_dollars)
		end = find_dollars(shield, begin);
	put_verbatim(shield, begin);
	while (shield->at < end)
		put_shielded(shield, shield->text.ptr[shield->at++]);
	if (end)
		put_verbatim(shield, end + count);
}

/* How many bytes at the front nothing is known about here. */
static size_t ordinary_bytes(struct str text)
{
	size_t i = 0;

	for (; i < text.len; i++) {
		switch (text.ptr[i]) {
		case '`':
		case '\\':
		case '<':
		case '$':
		case '[':
		case '\n':
			return i;
		default:
			break;
		}
	}
	return i;
}

void shield_put(struct buf *out, struct str text)
{
	struct shield shield = { .out = out, .text = text };

	while (shield.at < text.len) {
		struct str rest = str_from(text, shield.at);
		rest.len = ordinary_bytes(rest);
		buf_put(out, rest);
		shield.at += rest.len;
		if (shield.at == text.len)
			break;
		switch (text.ptr[shield.at]) {
		case '`':
			take_backticks(&shield);
			break;
		case '\\':
			take_backslash(&shield);
			break;
		case '<':
			take_angle(&shield);
			break;
		case '$':
			take_dollar(&shield);
			break;
		default:
			put_verbatim(&shield, shield.at + 1);
		}
	}
}

static struct str without(struct arena *arena, struct str text,
			  const struct str *marks, size_t count)
{
	struct buf out = { 0 };

	while (text.len > 0) {
		size_t i = 0;
		while (i < count && !str_starts(text, marks[i]))
			i++;
		if (i == count)
			buf_put_byte(&out, text.ptr[0]);
		text = str_from(text, i < count ? marks[i].len : 1);
	}
	struct str copy = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return copy;
}

#define MARKS(array) array, sizeof(array) / sizeof((array)[0])

static const char hyphen[] = { HYPHEN };

struct str shield_raw(struct arena *arena, struct str text)
{
	static const struct str marks[] = { STR(ESCAPED),
					    STR(SHIELDED),
					    { hyphen, sizeof(hyphen) } };

	if (!str_find(text, '&') && !str_find(text, HYPHEN))
		return text;
	return without(arena, text, MARKS(marks));
}

struct str shield_text(struct arena *arena, struct str text)
{
	static const struct str marks[] = { { hyphen, sizeof(hyphen) } };

	if (!str_find(text, HYPHEN))
		return text;
	return without(arena, text, MARKS(marks));
}

struct str shield_plain(struct arena *arena, struct str text)
{
	static const struct str marks[] = { STR(SHIELD_MARK),
					    { hyphen, sizeof(hyphen) } };

	if (!str_find(text, SHIELD_MARK[0]) && !str_find(text, HYPHEN))
		return text;
	return without(arena, text, MARKS(marks));
}
