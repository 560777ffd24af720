/* SPDX-License-Identifier: MIT */
/*
 * Compiled descriptions of terminals, as term(5) has them: read into a few
 * arrays with every offset checked, changed there, and written anew with
 * numbers of 32 bits, because 2^24 needs them.
 */
#include "backend/direct.h"

#include <string.h>

#include "base/error.h"
#include "base/file.h"

#define MAGIC_16 0432  /* numbers of 16 bits */
#define MAGIC_32 01036 /* of 32 */

/* More than ncurses knows or would read. */
#define BOOLS_MAX   256
#define NUMBERS_MAX 256
#define STRINGS_MAX 1024
#define ENTRY_MAX   ((size_t)32 * 1024)

#define ABSENT (-1)

/* Places in the lists of term(5). */
#define MAX_COLORS 13
#define MAX_PAIRS  14
#define SETAF	   359
#define SETAB	   360

#define RGB "RGB"

/* 30 to 37, 90 to 97, 38;2;R;G;B, or the same for the ground. */
#define SET_COLOUR(dim, bright, direct)                                   \
	"\033[%?%p1%{8}%<%t" dim "%p1%d%e%p1%{16}%<%t" bright             \
	"%p1%{8}%-%d%e" direct ";2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d" \
	";%p1%{255}%&%d%;m"

struct strings {
	struct str texts[STRINGS_MAX]; /* ptr NULL: there is none */
	short odd[STRINGS_MAX];	       /* the offset of one that is not there */
	int count;
};

/* One of the two parts of a description: what all know, and the rest. */
struct part {
	char bools[BOOLS_MAX];
	int numbers[NUMBERS_MAX];
	int bool_count, number_count;
	struct strings strings;
};

struct entry {
	struct str names;
	struct part known, other;
	struct strings other_names; /* of bools, of numbers, of strings */
};

/* ---- reading ---- */

struct source {
	struct str rest;
	bool wide; /* numbers have 32 bits */
	bool ok;
};

static struct str take(struct source *source, size_t bytes)
{
	struct str taken = { source->rest.ptr, bytes };

	if (bytes > source->rest.len) {
		source->ok = false;
		source->rest.len = 0;
		return (struct str){ NULL, 0 };
	}
	source->rest = str_from(source->rest, bytes);
	return taken;
}

static int number_of(struct str bytes)
{
	unsigned value = 0;

	for (size_t i = bytes.len; i > 0; i--)
		value = value << 8 | (unsigned char)bytes.ptr[i - 1];
	if (bytes.len == 2 && value > 0x7fff)
		return (int)value - 0x10000;
	return (int)value;
}

/* A count or a size: not negative, and not beyond what is allowed. */
static int take_count(struct source *source, size_t most)
{
	int count = number_of(take(source, 2));

	if (count < 0 || (size_t)count > most) {
		source->ok = false;
		return 0;
	}
	return count;
}

static void take_bools(struct source *source, struct part *part)
{
	struct str bytes = take(source, (size_t)part->bool_count);

	if (bytes.len > 0)
		memcpy(part->bools, bytes.ptr, bytes.len);
}

static void take_numbers(struct source *source, struct part *part)
{
	size_t size = source->wide ? 4 : 2;

	for (int i = 0; i < part->number_count && source->ok; i++)
		part->numbers[i] = number_of(take(source, size));
}

/*
 * Look the strings up whose offsets those bytes are. One that does not end
 * within the table makes the whole description unsound.
 */
static void find_strings(struct source *source, struct strings *strings,
			 struct str offsets, struct str table)
{
	for (int i = 0; i < strings->count && source->ok; i++) {
		struct str two = { offsets.ptr + 2 * i, 2 };
		int offset = number_of(two);
		strings->odd[i] = (short)offset;
		if (offset < 0)
			continue;
		struct str text = str_from(table, (size_t)offset);
		const char *end = str_find(text, '\0');
		if (!end) {
			source->ok = false;
			return;
		}
		text.len = (size_t)(end - text.ptr);
		strings->texts[i] = text;
	}
}

/* The bytes that the strings take, each with its end. */
static size_t strings_size(const struct strings *strings)
{
	size_t size = 0;

	for (int i = 0; i < strings->count; i++)
		size += strings->texts[i].ptr ? strings->texts[i].len + 1 : 0;
	return size;
}

static void skip_odd(struct source *source, size_t bytes)
{
	if (bytes % 2 && source->rest.len > 0)
		take(source, 1);
}

static void take_known(struct source *source, struct entry *entry)
{
	struct part *part = &entry->known;
	size_t names = (size_t)take_count(source, ENTRY_MAX);

	part->bool_count = take_count(source, BOOLS_MAX);
	part->number_count = take_count(source, NUMBERS_MAX);
	part->strings.count = take_count(source, STRINGS_MAX);
	size_t table = (size_t)take_count(source, ENTRY_MAX);
	entry->names = take(source, names);
	take_bools(source, part);
	skip_odd(source, names + (size_t)part->bool_count);
	take_numbers(source, part);
	struct str offsets = take(source, 2 * (size_t)part->strings.count);
	find_strings(source, &part->strings, offsets, take(source, table));
	skip_odd(source, table);
}

/* Names are counted from the end of the strings. */
static void take_other(struct source *source, struct entry *entry)
{
	struct part *part = &entry->other;
	struct strings *names = &entry->other_names;

	part->bool_count = take_count(source, BOOLS_MAX);
	part->number_count = take_count(source, NUMBERS_MAX);
	part->strings.count = take_count(source, STRINGS_MAX / 2);
	take_count(source, 2 * STRINGS_MAX); /* of both kinds of strings */
	size_t size = (size_t)take_count(source, ENTRY_MAX);
	take_bools(source, part);
	skip_odd(source, (size_t)part->bool_count);
	take_numbers(source, part);
	struct str offsets = take(source, 2 * (size_t)part->strings.count);
	names->count =
		part->bool_count + part->number_count + part->strings.count;
	if (names->count > STRINGS_MAX)
		source->ok = false;
	struct str name_offsets = take(source, 2 * (size_t)names->count);
	struct str table = take(source, size);
	find_strings(source, &part->strings, offsets, table);
	find_strings(source, names, name_offsets,
		     str_from(table, strings_size(&part->strings)));
	for (int i = 0; i < names->count; i++)
		source->ok = source->ok && names->texts[i].ptr;
}

static bool read_entry(struct entry *entry, struct str bytes)
{
	struct source source = { .rest = bytes, .ok = bytes.len <= ENTRY_MAX };
	int magic = number_of(take(&source, 2));

	memset(entry, 0, sizeof(*entry));
	source.wide = magic == MAGIC_32;
	if (!source.ok || (magic != MAGIC_16 && magic != MAGIC_32))
		return false;
	take_known(&source, entry);
	if (source.ok && source.rest.len > 1)
		take_other(&source, entry);
	return source.ok && entry->names.len > 0;
}

/* ---- changing ---- */

static void set_number(struct part *part, int at, int number)
{
	while (part->number_count <= at)
		part->numbers[part->number_count++] = ABSENT;
	part->numbers[at] = number;
}

static void set_string(struct strings *strings, int at, const char *text)
{
	while (strings->count <= at) {
		strings->texts[strings->count] = (struct str){ NULL, 0 };
		strings->odd[strings->count++] = ABSENT;
	}
	strings->texts[at] = str_of(text);
}

static bool has_name(const struct strings *names, struct str name)
{
	for (int i = 0; i < names->count; i++) {
		if (str_eq(names->texts[i], name))
			return true;
	}
	return false;
}

/* Names of a kind are in order. */
static void add_flag(struct entry *entry, const char *name)
{
	struct strings *names = &entry->other_names;
	struct part *part = &entry->other;
	int at = 0;

	while (at < part->bool_count && strncmp(names->texts[at].ptr, name,
						names->texts[at].len + 1) < 0)
		at++;
	memmove(part->bools + at + 1, part->bools + at,
		(size_t)(part->bool_count - at));
	memmove(names->texts + at + 1, names->texts + at,
		(size_t)(names->count - at) * sizeof(names->texts[0]));
	part->bools[at] = 1;
	names->texts[at] = str_of(name);
	part->bool_count++;
	names->count++;
}

/* ---- writing ---- */

static void put_short(struct buf *out, int value)
{
	buf_put_byte(out, (char)(value & 0xff));
	buf_put_byte(out, (char)(value >> 8 & 0xff));
}

static void put_numbers(struct buf *out, const struct part *part)
{
	for (int i = 0; i < part->number_count; i++) {
		put_short(out, part->numbers[i] & 0xffff);
		put_short(out, (int)((unsigned)part->numbers[i] >> 16));
	}
}

static void put_offsets(struct buf *out, const struct strings *strings)
{
	int offset = 0;

	for (int i = 0; i < strings->count; i++) {
		bool is_there = strings->texts[i].ptr != NULL;
		put_short(out, is_there ? offset : strings->odd[i]);
		offset += is_there ? (int)strings->texts[i].len + 1 : 0;
	}
}

static void put_texts(struct buf *out, const struct strings *strings)
{
	for (int i = 0; i < strings->count; i++) {
		if (!strings->texts[i].ptr)
			continue;
		buf_put(out, strings->texts[i]);
		buf_put_byte(out, '\0');
	}
}

/* `from` is where the entry begins: numbers stand at even places. */
static void put_even(struct buf *out, size_t from)
{
	if ((out->len - from) % 2)
		buf_put_byte(out, '\0');
}

static void put_bools(struct buf *out, const struct part *part)
{
	buf_put(out, (struct str){ part->bools, (size_t)part->bool_count });
}

static void put_entry(struct buf *out, const struct entry *entry)
{
	const struct part *known = &entry->known, *other = &entry->other;
	size_t from = out->len;

	put_short(out, MAGIC_32);
	put_short(out, (int)entry->names.len);
	put_short(out, known->bool_count);
	put_short(out, known->number_count);
	put_short(out, known->strings.count);
	put_short(out, (int)strings_size(&known->strings));
	buf_put(out, entry->names);
	put_bools(out, known);
	put_even(out, from);
	put_numbers(out, known);
	put_offsets(out, &known->strings);
	put_texts(out, &known->strings);
	put_even(out, from);
	put_short(out, other->bool_count);
	put_short(out, other->number_count);
	put_short(out, other->strings.count);
	put_short(out, other->strings.count + entry->other_names.count);
	put_short(out, (int)(strings_size(&other->strings) +
			     strings_size(&entry->other_names)));
	put_bools(out, other);
	put_even(out, from);
	put_numbers(out, other);
	put_offsets(out, &other->strings);
	put_offsets(out, &entry->other_names);
	put_texts(out, &other->strings);
	put_texts(out, &entry->other_names);
}

bool direct_patch(struct str bytes, struct buf *out)
{
	static const struct str flag = STR(RGB);
	size_t before = out->len;
	struct entry entry;

	if (!read_entry(&entry, bytes) || has_name(&entry.other_names, flag) ||
	    entry.other.bool_count == BOOLS_MAX ||
	    entry.other_names.count == STRINGS_MAX)
		return false;
	set_number(&entry.known, MAX_COLORS, 1 << 24);
	set_number(&entry.known, MAX_PAIRS, 1 << 16);
	set_string(&entry.known.strings, SETAF, SET_COLOUR("3", "9", "38"));
	set_string(&entry.known.strings, SETAB, SET_COLOUR("4", "10", "48"));
	add_flag(&entry, RGB);
	put_entry(out, &entry);
	if (out->len - before <= ENTRY_MAX)
		return true;
	out->len = before;
	return false;
}

/* ---- finding ---- */

static void put_base64(struct buf *out, struct str bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < bytes.len; i += 3) {
		unsigned group = 0;
		for (size_t k = i; k < i + 3; k++)
			group = group << 8 |
				(k < bytes.len ? (unsigned char)bytes.ptr[k]
					       : 0);
		for (size_t k = 0; k < 4; k++)
			buf_put_byte(
				out,
				i + k > bytes.len
					? '='
					: digits[group >> (18 - 6 * k) & 63]);
	}
}

/* FOLDER/x/xterm, or FOLDER/78/xterm where case does not count. */
static bool read_from(struct str folder, const char *term, struct buf *bytes)
{
	static const char *const forms[] = { "%.*s/%c/%s", "%.*s/%02x/%s" };
	struct error ignored;
	struct buf path = { 0 };
	bool ok = false;

	for (int i = 0; i < 2 && !ok; i++) {
		buf_clear(&path);
		if (i == 0)
			buf_printf(&path, forms[0], (int)folder.len, folder.ptr,
				   term[0], term);
		else
			buf_printf(&path, forms[1], (int)folder.len, folder.ptr,
				   (unsigned char)term[0], term);
		buf_put_byte(&path, '\0');
		ok = file_read_regular(path.ptr, path.ptr, ENTRY_MAX, bytes,
				       &ignored);
	}
	buf_release(&path);
	return ok;
}

static bool read_usual(const char *term, struct buf *bytes)
{
	static const struct str usual[] = { STR("/etc/terminfo"),
					    STR("/lib/terminfo"),
					    STR("/usr/share/terminfo"),
					    STR("/usr/local/share/terminfo") };

	for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++) {
		if (read_from(usual[i], term, bytes))
			return true;
	}
	return false;
}

/* A list with colons between; an empty one of it is the usual ones. */
static bool read_listed(const char *list, const char *term, struct buf *bytes)
{
	struct str rest = str_of(list);

	while (rest.len > 0) {
		const char *colon = str_find(rest, ':');
		struct str one = rest;
		if (colon)
			one.len = (size_t)(colon - rest.ptr);
		if (one.len > 0 ? read_from(one, term, bytes)
				: read_usual(term, bytes))
			return true;
		rest = str_from(rest, one.len + 1);
	}
	return false;
}

static bool read_at_home(const char *home, const char *term, struct buf *bytes)
{
	struct buf folder = { 0 };

	buf_printf(&folder, "%s/.terminfo", home);
	bool ok = read_from(buf_str(&folder), term, bytes);
	buf_release(&folder);
	return ok;
}

/* In the order in which ncurses looks. */
static bool find_entry(const struct direct_places *places, struct buf *bytes)
{
	const char *term = places->term;

	if (!term || !term[0] || strchr(term, '/'))
		return false;
	if (places->terminfo &&
	    read_from(str_of(places->terminfo), term, bytes))
		return true;
	if (places->home && read_at_home(places->home, term, bytes))
		return true;
	if (places->dirs && read_listed(places->dirs, term, bytes))
		return true;
	return read_usual(term, bytes);
}

bool direct_describe(const struct direct_places *places, struct buf *out)
{
	struct buf entry = { 0 }, patched = { 0 };
	bool ok = find_entry(places, &entry) &&
		  direct_patch(buf_str(&entry), &patched);

	if (ok) {
		buf_put_text(out, "b64:");
		put_base64(out, buf_str(&patched));
		buf_put_byte(out, '\0');
	}
	buf_release(&entry);
	buf_release(&patched);
	return ok;
}
