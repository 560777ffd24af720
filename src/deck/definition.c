/* SPDX-License-Identifier: MIT */
/*
 * Link targets by label: an array sorted by label, then by line.
 */
#include "deck/definition.h"

#include <stdlib.h>

#include "base/glyph.h"
#include "deck/clean.h"

#include <utf8proc.h>

/*
 * The next character of a label for comparing: lower case, one space for a run
 * of blanks. 0 at the end.
 */
static unsigned next_folded(struct str *label)
{
	size_t bytes;
	struct str trimmed = str_trim_left(*label);

	if (trimmed.len == 0)
		return 0;
	if (trimmed.len < label->len) {
		*label = trimmed;
		return ' ';
	}
	unsigned code = str_decode(*label, &bytes);
	*label = str_from(*label, bytes);
	return (unsigned)utf8proc_tolower((utf8proc_int32_t)code);
}

int label_compare(struct str a, struct str b)
{
	a = str_trim(a);
	b = str_trim(b);
	for (;;) {
		unsigned x = next_folded(&a), y = next_folded(&b);
		if (x != y)
			return x < y ? -1 : 1;
		if (x == 0)
			return 0;
	}
}

static int compare_definitions(const void *a, const void *b)
{
	const struct definition *x = a, *y = b;
	int order = label_compare(x->label, y->label);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static struct definition read_definition(struct arena *arena, struct str text,
					 int line)
{
	const char *end = str_find(text, ']');
	struct str label = { text.ptr + 1, (size_t)(end - text.ptr) - 1 };
	struct str target = str_trim(str_from(text, label.len + 3));
	size_t word = 0;

	while (word < target.len && !str_is_blank_byte(target.ptr[word]))
		word++;
	target.len = word;
	if (word >= 2 && target.ptr[0] == '<' && target.ptr[word - 1] == '>')
		target = (struct str){ target.ptr + 1, word - 2 };
	return (struct definition){ label, clean_text(arena, target), line };
}

void definition_add(struct deck *deck, struct str text, int line)
{
	deck->definitions = arena_extend(&deck->arena, deck->definitions,
					 deck->definition_count,
					 sizeof(*deck->definitions));
	deck->definitions[deck->definition_count++] =
		read_definition(&deck->arena, text, line);
}

void definitions_sort(struct deck *deck)
{
	if (deck->definition_count > 1)
		qsort(deck->definitions, deck->definition_count,
		      sizeof(*deck->definitions), compare_definitions);
}

int definition_find(const struct deck *deck, struct str label)
{
	size_t low = 0, high = deck->definition_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (label_compare(deck->definitions[middle].label, label) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == deck->definition_count ||
	    label_compare(deck->definitions[low].label, label) != 0)
		return -1;
	return (int)low;
}
