/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as what a highlighter made of a text: the text up to the first NUL,
 * and its output. It is refused, or it says how bytes of the text look.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "code/ansi.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

static int is_colour(int colour)
{
	return colour >= ANSI_OWN && colour < 2 * ANSI_RGB &&
	       (colour < 256 || colour >= ANSI_RGB);
}

static void check_runs(const struct ansi *ansi, struct str text)
{
	size_t end = 0;

	for (size_t i = 0; i < ansi->count; i++) {
		const struct ansi_run *run = &ansi->runs[i];
		require(run->begin >= end && run->end > run->begin,
			"runs are in order");
		require(is_colour(run->look.text) &&
				is_colour(run->look.ground),
			"colours are colours");
		end = run->end;
	}
	require(end <= text.len, "runs are of the text");
}

/* Where text and output differ in what a deck could hold, it is refused. */
static void check_text(struct str output, struct str text, int taken)
{
	size_t found = 0;

	for (size_t i = 0; i < output.len && taken; i++) {
		if (found < text.len && output.ptr[i] == text.ptr[found])
			found++;
	}
	while (found < text.len && text.ptr[found] == '\n')
		found++;
	require(!taken || found == text.len, "all of the text is there");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	const char *end = str_find(bytes, '\0');
	struct arena arena = { 0 };
	struct ansi ansi;

	if (!end)
		return 0;
	struct str text = { bytes.ptr, (size_t)(end - bytes.ptr) };
	struct str output = str_from(bytes, text.len + 1);
	int taken = ansi_read(&ansi, &arena, output, text);
	check_runs(&ansi, text);
	if (text.len > 0 && text.ptr[0] != '\n')
		check_text(output, text, taken);
	if (!str_find(text, '\33'))
		require(ansi_read(&ansi, &arena, text, text),
			"a text is itself");
	arena_release(&arena);
	return 0;
}
