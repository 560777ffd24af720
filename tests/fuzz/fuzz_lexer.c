/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as code: the first one says in which language, the rest is lines.
 * Every byte of them gets a class, whatever stands behind the line; and a line
 * on a slide is as long as it was.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/glyph.h"
#include "layout/highlight.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* No class has this number. */
#define NOT_WRITTEN 0xff

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

static const struct language *language_of(uint8_t byte)
{
	int count = 0;

	while (language_at(count))
		count++;
	return language_at(byte % count);
}

/* ---- classes ---- */

static void check_regions(const struct lexer *lexer)
{
	require(lexer->depth >= 1 && lexer->depth <= LEXER_REGIONS_MAX,
		"no more regions than there may be");
	require(lexer->at == lexer->line.len, "all of the line is done");
	require(!lexer->waiting.rule, "nothing waits for a line that began");
	require(lexer->regions[0].code && !lexer->regions[0].rule,
		"the outermost region is code");
	for (int i = 1; i < lexer->depth; i++)
		require(lexer->regions[i].rule != NULL,
			"something opened each region");
}

static void check_classes(const unsigned char *classes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		require(classes[i] < CODE_CLASS_COUNT, "a byte has a class");
}

/* Memory with nothing behind it: a byte too much is told. */
static void *own_memory(const void *from, size_t size)
{
	char *memory = malloc(size ? size : 1);

	require(memory != NULL, "there is memory");
	if (size > 0)
		memcpy(memory, from, size);
	return memory;
}

struct kept_line {
	struct kept_line *next;
	char *text;
};

/* The line alone and within all of the code is the same. */
static void check_line(struct lexer *alone, struct lexer *within,
		       struct str line, struct kept_line *copy)
{
	unsigned char *got = own_memory(line.ptr, line.len);
	unsigned char *other = own_memory(line.ptr, line.len);

	copy->text = own_memory(line.ptr, line.len);
	memset(got, NOT_WRITTEN, line.len);
	memset(other, NOT_WRITTEN, line.len);
	lexer_line(alone, (struct str){ copy->text, line.len }, got);
	lexer_line(within, line, other);
	check_regions(alone);
	check_classes(got, line.len);
	require(memcmp(got, other, line.len) == 0 &&
			alone->depth == within->depth,
		"a line is told by itself and by what is above it");
	free(got);
	free(other);
}

static void check_code(const struct language *language, struct str code)
{
	struct arena arena = { 0 };
	struct kept_line *copies = NULL;
	struct lexer alone, within;

	lexer_init(&alone, &arena, language);
	lexer_init(&within, &arena, language);
	while (code.len > 0) {
		struct kept_line *copy =
			own_memory(&(struct kept_line){ copies, NULL },
				   sizeof(*copy));
		check_line(&alone, &within, str_take_line(&code), copy);
		copies = copy;
	}
	while (copies) {
		struct kept_line *copy = copies;
		copies = copy->next;
		free(copy->text);
		free(copy);
	}
	arena_release(&arena);
}

/* ---- on a slide ---- */

static void check_span(const struct span *span, struct str text)
{
	struct glyph glyph;
	int count = 0, cols = 0;

	while (glyph_next(&text, &glyph)) {
		require(count < span->count, "no glyph is lost");
		const struct cell *cell = &span->cells[count++];
		require(str_eq(cell->glyph, glyph.text), "no glyph is another");
		require(cell->style.role < ROLE_COUNT, "a glyph has a role");
		cols += glyph.width;
	}
	require(count == span->count && cols == span->cols,
		"no glyph is new, and none is wider");
}

static void check_lines(const struct language *language, struct str code)
{
	struct str name = str_of(language->names);
	struct arena arena = { 0 };
	struct highlighter highlighter;

	name.len = strcspn(name.ptr, " ");
	highlight_init(&highlighter, &arena, name);
	while (code.len > 0) {
		struct code_line line = { .text = str_take_line(&code) };
		struct span span = highlight_line(&highlighter, &line);
		check_span(&span, line.text);
	}
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str code = { (const char *)data, size };

	if (size == 0)
		return 0;
	code = str_from(code, 1);
	check_code(language_of(data[0]), code);
	check_lines(language_of(data[0]), code);
	return 0;
}
