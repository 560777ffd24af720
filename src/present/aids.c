/* SPDX-License-Identifier: MIT */
/*
 * The remarks that a check would print of one slide, for the bars of a screen.
 */
#include "present/aids.h"

#include <stdlib.h>
#include <string.h>

#include "deck/clean.h"
#include "deck/images.h"
#include "deck/inspect.h"
#include "layout/misfit.h"

struct collector {
	struct arena *arena;
	const struct slide *slide;
	const struct fit *fit;
	const struct deck *deck;
	struct remarks found; /* in any order */
	struct aids aids;
};

/* ---- collecting ---- */

static void add_copies(struct collector *collector,
		       const struct remarks *remarks)
{
	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next)
		remark_add(&collector->found, collector->arena, *remark);
}

/* What is said about the deck, but stands on the slide's lines. */
static void add_of_deck(struct collector *collector)
{
	const struct deck *deck = collector->deck;
	int number = collector->slide->number;
	int first = number > 1 ? collector->slide->line : 0;

	for (const struct remark *remark = deck->remarks.first; remark;
	     remark = remark->next) {
		if (remark->line < first ||
		    (number < deck->slide_count &&
		     remark->line >= deck->places[number].line))
			continue;
		remark_add(&collector->found, collector->arena, *remark);
	}
}

/* A copy of the slide takes the remarks, so that asking twice adds none. */
static void add_of_slide(struct collector *collector)
{
	struct slide copy = *collector->slide;

	add_copies(collector, &copy.remarks);
	copy.remarks = (struct remarks){ 0 };
	inspect_slide(&copy, collector->arena);
	images_find_missing(collector->deck, &copy, collector->arena);
	add_copies(collector, &copy.remarks);
}

static void add_misfits(struct collector *collector, const struct size *size)
{
	struct stage stage = *collector->fit->stage;

	stage.size = *size;
	const struct fit *fit =
		fit_slide(collector->arena, &stage, collector->slide);
	misfit_find(fit, collector->slide, &collector->found, collector->arena);
}

/* ---- putting in order ---- */

/* By line, column and kind, then as they were found. */
struct entry {
	const struct remark *remark;
	int order;
};

static int compare_entries(const void *a, const void *b)
{
	const struct entry *left = a, *right = b;
	const int keys[][2] = {
		{ left->remark->line, right->remark->line },
		{ left->remark->col, right->remark->col },
		{ (int)left->remark->kind, (int)right->remark->kind },
		{ left->order, right->order },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (keys[i][0] != keys[i][1])
			return keys[i][0] < keys[i][1] ? -1 : 1;
	}
	return 0;
}

static struct entry *entries_of(struct collector *collector, int *count)
{
	struct entry *entries = NULL;

	*count = 0;
	for (const struct remark *remark = collector->found.first; remark;
	     remark = remark->next) {
		entries = arena_extend(collector->arena, entries,
				       (size_t)*count, sizeof(*entries));
		entries[*count] = (struct entry){ remark, *count };
		++*count;
	}
	if (*count > 1)
		qsort(entries, (size_t)*count, sizeof(*entries),
		      compare_entries);
	return entries;
}

static void sort_remarks(struct collector *collector)
{
	struct remarks *sorted = &collector->aids.remarks;
	int count;
	struct entry *entries = entries_of(collector, &count);

	for (int i = 0; i < count; i++) {
		if (!sorted->last ||
		    !remark_eq(sorted->last, entries[i].remark))
			remark_add(sorted, collector->arena,
				   *entries[i].remark);
	}
}

/* ---- what the bars say ---- */

static struct str keep(struct collector *collector, struct buf *text)
{
	struct str kept = arena_str(collector->arena, buf_str(text));

	buf_release(text);
	return kept;
}

/* The path without its folders; a deck from standard input has no name. */
static struct str name_of(struct collector *collector, const char *path)
{
	const char *slash = path ? strrchr(path, '/') : NULL;
	struct str none = { NULL, 0 };

	if (!path || strcmp(path, "-") == 0)
		return none;
	return clean_text(collector->arena, str_of(slash ? slash + 1 : path));
}

static void put_place(struct collector *collector)
{
	const struct deck *deck = collector->deck;
	struct origin origin = deck_origin(deck, collector->slide->line);
	struct str name = name_of(collector, origin.path ? origin.path
							 : deck->options.path);
	struct buf text = { 0 };

	buf_put(&text, name);
	buf_printf(&text, name.len > 0 ? ":%d" : "line %d", origin.line);
	collector->aids.place = keep(collector, &text);
}

static bool is_other_file(const char *a, const char *b)
{
	return a && (!b || strcmp(a, b) != 0);
}

/* "line 14: a stop reveals nothing  (+2, ? lists them)" */
static void put_notice(struct collector *collector)
{
	const struct remark *first = collector->aids.remarks.first;
	const struct deck *deck = collector->deck;
	struct buf text = { 0 };
	int others = 0;

	if (!first)
		return;
	struct origin here = deck_origin(deck, collector->slide->line);
	struct origin origin = deck_origin(deck, first->line);
	buf_printf(&text, "line %d", origin.line);
	if (is_other_file(origin.path, here.path)) {
		buf_put_text(&text, " of ");
		buf_put(&text, name_of(collector, origin.path));
	}
	buf_put_text(&text, ": ");
	remark_put(first, &text);
	for (const struct remark *other = first->next; other;
	     other = other->next)
		others++;
	if (others > 0)
		buf_printf(&text, " (+%d, ? lists them)", others);
	collector->aids.notice = keep(collector, &text);
}

static void put_marked(struct collector *collector)
{
	struct aids *aids = &collector->aids;
	int *lines = NULL;

	for (const struct remark *remark = aids->remarks.first; remark;
	     remark = remark->next) {
		if (remark->kind != REMARK_BROKEN_LINE)
			continue;
		lines = arena_extend(collector->arena, lines,
				     (size_t)aids->marked_count,
				     sizeof(*lines));
		lines[aids->marked_count++] = remark->line;
	}
	aids->marked = lines;
}

struct aids aids_collect(struct arena *arena, const struct slide *slide,
			 const struct fit *fit, struct aids_sizes sizes)
{
	struct collector collector = { .arena = arena,
				       .slide = slide,
				       .fit = fit,
				       .deck = fit->stage->deck };

	add_of_deck(&collector);
	add_of_slide(&collector);
	for (int i = 0; i < sizes.count; i++)
		add_misfits(&collector, &sizes.sizes[i]);
	if (sizes.count == 0)
		misfit_find(fit, slide, &collector.found, arena);
	sort_remarks(&collector);
	put_place(&collector);
	put_notice(&collector);
	put_marked(&collector);
	return collector.aids;
}
