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
#include "deck/revision.h"
#include "layout/frame.h"
#include "layout/locate.h"
#include "layout/misfit.h"
#include "present/aids.h"
#include "slide/read.h"

#define SLIDES_MAX 200 /* more of the same finds nothing new */
#define VIEWS_MAX  50

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	FLAG_NUMBER_ALONE = 1 << 0,
	FLAG_NUMBER_NONE = 1 << 1,
	FLAG_AIDS = 1 << 2,
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

static void check_places(const struct fit *fit, int view)
{
	int line = locate_line(fit, view);
	int views[] = { locate_lines(fit, line, line),
			locate_step(fit, fit->views[view].step, line) };

	require(line >= fit->line, "a view begins on the slide's lines");
	for (int i = 0; i < 2; i++) {
		require(views[i] >= 0 && views[i] < fit->view_count,
			"a line is in some view");
	}
	require(fit->views[views[1]].step <= fit->views[view].step,
		"who follows sees no later step");
}

static void check_slide(const struct stage *stage, int number, int flags)
{
	struct arena arena = { 0 };
	struct bars bars = { .number = number };
	struct buf tree = { 0 };

	if (flags & FLAG_NUMBER_ALONE)
		bars.style = NUMBER_ALONE;
	if (flags & FLAG_NUMBER_NONE)
		bars.style = NUMBER_NONE;
	struct slide *slide = read_slide(stage->deck, number, &arena);
	require(slide_check(slide), "the slide is sound");
	struct fit *fit = fit_slide(&arena, stage, slide);
	if (flags & FLAG_AIDS) {
		struct aids aids = aids_collect(&arena, slide, fit,
						(struct aids_sizes){ 0 });
		bars.notice = aids.notice;
		bars.place = aids.place;
		bars.marked_lines = aids.marked;
		bars.marked_count = aids.marked_count;
	}
	inspect_slide(slide, &arena);
	misfit_find(fit, slide, &slide->remarks, &arena);
	dump_slide(slide, &tree);
	check_output(buf_str(&tree));
	require(fit->page_count > 0 && fit->view_count > 0,
		"there is something to see");
	for (int i = 0; i < fit->view_count && i < VIEWS_MAX; i++) {
		check_view(&arena, fit, fit->views[i], &bars);
		check_places(fit, i);
	}
	buf_release(&tree);
	arena_release(&arena);
}

/* From one deck to another there is a way for every slide. */
static void check_revision(const struct deck *old, const struct deck *now)
{
	struct arena arena = { 0 };
	struct revision revision = revision_compare(old, now, &arena);
	bool same = old == now;

	require(revision.slide >= 0 && revision.slide <= now->slide_count,
		"the slide that is new exists");
	require(!same || revision.slide == 0,
		"nothing is new on the same deck");
	for (int i = 1; i <= old->slide_count; i++) {
		int place = revision_place(&revision, i);
		require(place >= 1 && place <= now->slide_count,
			"every slide has gone somewhere");
		require(!same || place == i, "the same deck keeps its slides");
	}
	arena_release(&arena);
}

/* The deck and its second half, as if one had become the other. */
static void check_revisions(const struct deck *deck)
{
	struct str source = buf_str(&deck->source);
	struct buf half = { 0 };
	struct deck other;

	buf_put(&half, str_from(source, source.len / 2));
	read_deck(&other, &half, &deck->options);
	check_revision(deck, &other);
	check_revision(&other, deck);
	check_revision(deck, deck);
	deck_release(&other);
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
			       .widest = survey_deck(&deck, NULL, SURVEY_ALL),
			       .size = screen };
	for (int i = 1; i <= deck.slide_count && i <= SLIDES_MAX; i++)
		check_slide(&stage, i, data[2]);
	check_revisions(&deck);
	deck_release(&deck);
	return 0;
}
