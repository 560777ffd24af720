/* SPDX-License-Identifier: MIT */
/*
 * Footnotes by label: where one ends, and an array sorted by label, then by
 * line.
 */
#include "source/footnote.h"

#include <stdlib.h>

#include "deck/definition.h"
#include "source/fence.h"
#include "source/shape.h"

/* Lines further on are set in by this much, at least, to belong to it. */
#define INDENT_MIN 2
/* More text than this is no footnote. */
#define BYTES_MAX ((size_t)64 * 1024)

/* The bytes of "[^label]:" at the begin of a text; 0. */
static size_t label_bytes(struct str text)
{
	static const struct str open = STR("[^");
	size_t i = open.len;

	if (!str_starts(text, open))
		return 0;
	while (i < text.len && text.ptr[i] != ']' && text.ptr[i] != ' ' &&
	       text.ptr[i] != '\t' && text.ptr[i] != '\n' &&
	       text.ptr[i] != '\r' && text.ptr[i] != '[')
		i++;
	if (i == open.len || i + 1 >= text.len || text.ptr[i] != ']' ||
	    text.ptr[i + 1] != ':')
		return 0;
	return i + 2;
}

/* Directly below a footnote's text, such a line is none of it. */
static bool begins_block(struct str raw, struct str text)
{
	struct fence fence;

	return label_bytes(text) > 0 || line_is_definition(text) ||
	       shape_heading(text) > 0 || shape_is_rule(text) ||
	       shape_dashes(text) > 0 || shape_item(text) > 0 ||
	       text.ptr[0] == '>' || text.ptr[0] == '<' || text.ptr[0] == '|' ||
	       text.ptr[0] == ':' || fence_opens(raw, &fence);
}

/*
 * Does it go on with this line? `paragraph` says whether its text goes on
 * without a blank line.
 */
static bool continues(struct str raw, bool *paragraph)
{
	struct str text;
	int indent = shape_indent(raw, &text);

	if (text.len == 0) {
		*paragraph = false;
		return true;
	}
	/* Rules and directives are never hidden in a footnote. */
	if (indent <= SHAPE_INDENT_MAX &&
	    (shape_is_rule(text) || text.ptr[0] == '<'))
		return false;
	if (indent >= INDENT_MIN) {
		*paragraph = true;
		return true;
	}
	return *paragraph && !begins_block(raw, text);
}

size_t footnote_bytes(struct str text)
{
	struct str rest = text;
	size_t bytes = 0;
	bool paragraph = true;

	if (label_bytes(text) == 0)
		return 0;
	do {
		struct str line = str_take_line(&rest);
		if (line.len > BYTES_MAX ||
		    (bytes > 0 && !continues(line, &paragraph)))
			break;
		/* Blank lines count when something of it follows them. */
		if (bytes == 0 || paragraph)
			bytes = text.len - rest.len;
	} while (rest.len > 0 && text.len - rest.len < BYTES_MAX);
	return bytes;
}

static struct footnote_source read_footnote(struct str text, int line)
{
	size_t label = label_bytes(text);
	struct str rest = { text.ptr, footnote_bytes(text) };

	rest = str_trim_left(str_from(rest, label));
	while (rest.len > 0 && (rest.ptr[rest.len - 1] == '\n' ||
				rest.ptr[rest.len - 1] == '\r'))
		rest.len--;
	return (struct footnote_source){
		.label = { text.ptr + 2, label - 4 },
		.text = rest,
		.line = line,
	};
}

void footnote_add(struct deck *deck, struct str text, int line)
{
	deck->footnotes =
		arena_extend(&deck->arena, deck->footnotes,
			     deck->footnote_count, sizeof(*deck->footnotes));
	deck->footnotes[deck->footnote_count++] = read_footnote(text, line);
}

static int compare_footnotes(const void *a, const void *b)
{
	const struct footnote_source *x = a, *y = b;
	int order = label_compare(x->label, y->label);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

void footnotes_sort(struct deck *deck)
{
	if (deck->footnote_count > 1)
		qsort(deck->footnotes, deck->footnote_count,
		      sizeof(*deck->footnotes), compare_footnotes);
}

const struct footnote_source *footnote_find(const struct deck *deck,
					    struct str label)
{
	size_t low = 0, high = deck->footnote_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (label_compare(deck->footnotes[middle].label, label) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == deck->footnote_count ||
	    label_compare(deck->footnotes[low].label, label) != 0)
		return NULL;
	return &deck->footnotes[low];
}
