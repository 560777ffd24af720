/* SPDX-License-Identifier: MIT */
/*
 * Any bytes are a deck on any screen: three bytes choose the screen and the
 * dialect, the rest is the deck. Everything the program does between reading
 * and writing is done once, and every stage is checked.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "backend/text.h"
#include "base/glyph.h"
#include "deck/dump.h"
#include "deck/inspect.h"
#include "layout/frame.h"
#include "layout/misfit.h"
#include "slide/read.h"

#define SLIDES_MAX 200 /* more of the same finds nothing new */
#define VIEWS_MAX  50

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	FLAG_NUMBER_ALONE = 1 << 0,
	FLAG_NUMBER_NONE = 1 << 1,
	FLAG_NOTICE = 1 << 2,
	FLAG_BITS = 3, /* above them is the dialect */
};

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

/* Lines of clean UTF-8, and nothing that a terminal would obey. */
static void check_output(struct str text)
{
	while (text.len > 0) {
		struct str line = str_take_line(&text);
		require(str_is_clean(line), "the output is clean UTF-8");
		require(!str_find(line, '\t'), "there is no tab in it");
	}
}

static void check_view(struct arena *arena, const struct fit *fit,
		       struct view view, const struct bars *bars)
{
	struct buf out = { 0 };
	struct grid grid = frame_draw(arena, fit, view, bars);

	require(grid_check(&grid), "the grid is sound");
	text_write(&grid, &out);
	check_output(buf_str(&out));
	buf_release(&out);
}

static void check_slide(const struct stage *stage, int number, int flags)
{
	static const struct str notice = STR("a notice for the speaker");
	struct arena arena = { 0 };
	struct bars bars = { .number = number };
	struct buf tree = { 0 };

	if (flags & FLAG_NUMBER_ALONE)
		bars.style = NUMBER_ALONE;
	if (flags & FLAG_NUMBER_NONE)
		bars.style = NUMBER_NONE;
	if (flags & FLAG_NOTICE)
		bars.notice = notice;
	struct slide *slide = read_slide(stage->deck, number, &arena);
	require(slide_check(slide), "the slide is sound");
	struct fit *fit = fit_slide(&arena, stage, slide);
	inspect_slide(slide, &arena);
	misfit_find(fit, slide, &slide->remarks, &arena);
	dump_slide(slide, &tree);
	check_output(buf_str(&tree));
	require(fit->page_count > 0 && fit->view_count > 0,
		"there is something to see");
	for (int i = 0; i < fit->view_count && i < VIEWS_MAX; i++)
		check_view(&arena, fit, fit->views[i], &bars);
	buf_release(&tree);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf source = { 0 };
	struct deck_options options = { 0 };
	struct deck deck;

	if (size < 3)
		return 0;
	struct size screen = { .cols = 1 + data[0] % 200,
			       .rows = data[1] % 61 };
	options.dialect = (enum dialect)(
		((data[2] >> FLAG_BITS) + DIALECT_MDP) % DIALECT_COUNT);
	buf_put(&source, (struct str){ (const char *)data + 3, size - 3 });
	read_deck(&deck, &source, &options);
	struct stage stage = { .deck = &deck,
			       .widest = survey_deck(&deck),
			       .size = screen };
	for (int i = 1; i <= deck.slide_count && i <= SLIDES_MAX; i++)
		check_slide(&stage, i, data[2]);
	deck_release(&deck);
	return 0;
}
