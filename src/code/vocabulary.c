/* SPDX-License-Identifier: MIT */
/*
 * A language's words in a table that is looked up by hash, and its rules by
 * the byte they begin with. Made once for a block of code: no word of it is
 * compared with more than one or two of the language.
 */
#include "code/vocabulary.h"

#include <string.h>

static size_t hash_of(struct str text, bool caseless)
{
	size_t hash = 5381;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char byte = (unsigned char)text.ptr[i];
		if (caseless && byte >= 'A' && byte <= 'Z')
			byte = (unsigned char)(byte - 'A' + 'a');
		hash = hash * 33 + byte;
	}
	return hash ^ hash >> 7;
}

static bool is_caseless(const struct vocabulary *vocabulary)
{
	return vocabulary->language->flags & LANGUAGE_CASELESS;
}

static bool is_word(const struct word *word, struct str text, bool caseless)
{
	struct str known = { word->text, word->len };

	return caseless ? str_eq_nocase(known, text) : str_eq(known, text);
}

/* The slot of a word, or the one that is free for it. */
static unsigned short *slot_of(const struct vocabulary *vocabulary,
			       struct str text)
{
	bool caseless = is_caseless(vocabulary);
	size_t at = hash_of(text, caseless);

	for (;; at++) {
		unsigned short *slot =
			&vocabulary->slots[at & vocabulary->mask];
		if (*slot == 0 ||
		    is_word(&vocabulary->words[*slot], text, caseless))
			return slot;
	}
}

/* Take the first word off a list. */
static struct str take_word(const char **list)
{
	struct str word = { *list, strcspn(*list, " ") };

	*list += word.len;
	*list += **list == ' ';
	return word;
}

static size_t count_words(const char *list)
{
	size_t count = 0;

	for (; list && *list; list++)
		count += *list == ' ';
	return count + 1;
}

struct word_list {
	const char *list;
	enum code_class class, next;
};

/* Add the words behind the `count` that there are; the first list wins. */
static size_t add_words(struct vocabulary *vocabulary, size_t count,
			const struct word_list *from)
{
	const char *list = from->list;

	while (list && *list) {
		struct str text = take_word(&list);
		unsigned short *slot = slot_of(vocabulary, text);
		if (*slot != 0)
			continue;
		*slot = (unsigned short)count;
		vocabulary->words[count++] =
			(struct word){ .text = text.ptr,
				       .len = (unsigned char)text.len,
				       .class = (unsigned char)from->class,
				       .next = (unsigned char)from->next };
	}
	return count;
}

static void read_words(struct vocabulary *vocabulary, struct arena *arena)
{
	const struct language *language = vocabulary->language;
	const struct word_list lists[] = {
		{ language->defines, CODE_KEYWORD, CODE_NAME },
		{ language->typing, CODE_KEYWORD, CODE_TYPE },
		{ language->keywords, CODE_KEYWORD, CODE_PLAIN },
		{ language->types, CODE_TYPE, CODE_PLAIN },
		{ language->values, CODE_VALUE, CODE_PLAIN },
		{ language->calls, CODE_NAME, CODE_PLAIN },
	};
	size_t most = 1, count = 1;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		most += count_words(lists[i].list);
	vocabulary->mask = 1;
	while (vocabulary->mask < 2 * most)
		vocabulary->mask = 2 * vocabulary->mask + 1;
	vocabulary->slots =
		arena_array(arena, unsigned short, vocabulary->mask + 1);
	vocabulary->words = arena_array(arena, struct word, most);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		count = add_words(vocabulary, count, &lists[i]);
}

static void read_bytes(struct vocabulary *vocabulary)
{
	const char *more = vocabulary->language->bytes;

	for (int i = 0; i < 256; i++)
		vocabulary->word_bytes[i] =
			str_is_word_byte((char)i) || i == '_';
	for (; more && *more; more++)
		vocabulary->word_bytes[(unsigned char)*more] = true;
}

static void read_starts(struct vocabulary *vocabulary)
{
	const struct rule *rules = vocabulary->language->rules;

	for (int i = 0; rules && rules[i].kind != RULE_NONE; i++) {
		unsigned char first = (unsigned char)rules[i].open[0];
		if (vocabulary->starts[first] == 0)
			vocabulary->starts[first] = (unsigned char)(i + 1);
	}
}

const struct rule *vocabulary_rule(const struct vocabulary *vocabulary,
				   char byte)
{
	static const struct rule none = { .kind = RULE_NONE };
	int start = vocabulary->starts[(unsigned char)byte];

	return start > 0 ? &vocabulary->language->rules[start - 1] : &none;
}

const struct vocabulary *vocabulary_of(struct arena *arena,
				       struct vocabulary **made,
				       const struct language *language)
{
	struct vocabulary *vocabulary;

	for (vocabulary = *made; vocabulary; vocabulary = vocabulary->next) {
		if (vocabulary->language == language)
			return vocabulary;
	}
	vocabulary = arena_new(arena, struct vocabulary);
	vocabulary->language = language;
	vocabulary->next = *made;
	read_words(vocabulary, arena);
	read_bytes(vocabulary);
	read_starts(vocabulary);
	*made = vocabulary;
	return vocabulary;
}

const struct word *vocabulary_find(const struct vocabulary *vocabulary,
				   struct str text)
{
	unsigned short slot = *slot_of(vocabulary, text);

	return slot > 0 ? &vocabulary->words[slot] : NULL;
}
