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

static struct word *slot_of(const struct vocabulary *vocabulary,
			    struct str text)
{
	bool caseless = is_caseless(vocabulary);
	size_t at = hash_of(text, caseless);

	for (;; at++) {
		struct word *slot = &vocabulary->slots[at & vocabulary->mask];
		if (slot->text.len == 0 ||
		    (caseless ? str_eq_nocase(slot->text, text)
			      : str_eq(slot->text, text)))
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

	while (list && *list) {
		take_word(&list);
		count++;
	}
	return count;
}

/* The first list that has a word says what it is. */
static void add_words(struct vocabulary *vocabulary, const char *list,
		      enum code_class class, enum code_class next)
{
	while (list && *list) {
		struct str text = take_word(&list);
		struct word *slot = slot_of(vocabulary, text);
		if (slot->text.len == 0)
			*slot = (struct word){ text, class, next };
	}
}

static void read_words(struct vocabulary *vocabulary, struct arena *arena)
{
	const struct language *language = vocabulary->language;
	const struct {
		const char *list;
		enum code_class class, next;
	} lists[] = {
		{ language->defines, CODE_KEYWORD, CODE_NAME },
		{ language->typing, CODE_KEYWORD, CODE_TYPE },
		{ language->keywords, CODE_KEYWORD, CODE_PLAIN },
		{ language->types, CODE_TYPE, CODE_PLAIN },
		{ language->values, CODE_VALUE, CODE_PLAIN },
		{ language->metas, CODE_META, CODE_PLAIN },
		{ language->calls, CODE_NAME, CODE_PLAIN },
	};
	size_t count = 1;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		count += count_words(lists[i].list);
	vocabulary->mask = 1;
	while (vocabulary->mask < 2 * count)
		vocabulary->mask = 2 * vocabulary->mask + 1;
	vocabulary->slots =
		arena_array(arena, struct word, vocabulary->mask + 1);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_words(vocabulary, lists[i].list, lists[i].class,
			  lists[i].next);
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
	const struct rule *rule = vocabulary->language->rules;

	for (; rule && rule->kind != RULE_NONE; rule++) {
		unsigned char first = (unsigned char)rule->open[0];
		if (!vocabulary->starts[first])
			vocabulary->starts[first] = rule;
	}
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
	const struct word *slot = slot_of(vocabulary, text);

	return slot->text.len > 0 ? slot : NULL;
}
