/* SPDX-License-Identifier: MIT */
/*
 * What changed between two decks: first the slides that are equal at both
 * ends, then equal ones in between, wherever they are, then those that are left
 * over between the same neighbours: these were edited.
 */
#include "deck/revision.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

/*
 * How many slides are looked at for the one that an edited slide was. More than
 * a few between two saves were written anew.
 */
#define PARTNERS_MAX 8

/* What a slide says. */
struct saying {
	struct str text; /* without blank lines at its ends */
	int line;	 /* of its first byte */
	bool intro;
	uint64_t hash; /* of what counts of the text */
	int index;     /* of the slide, from 0 */
	int partner;   /* index of its slide in the other deck, or -1 */
	bool equal;    /* the partner says the same */
};

struct reading {
	const struct deck *deck;
	struct saying *sayings; /* of each slide */
	int count;
};

struct comparer {
	struct reading old, now;
	struct arena *arena;
	int before; /* how many are equal at the begin of both */
	int after;  /* and at their ends */
};

/* ---- what counts of a slide ---- */

/* A line without what is blank at its end. */
static struct str take_text(struct str *rest)
{
	return str_trim_right(str_take_line(rest));
}

static struct saying saying_of(const struct deck *deck, int index)
{
	const struct slide_place *place = &deck->places[index];
	struct saying saying = { .line = place->line,
				 .intro = place->intro,
				 .index = index,
				 .partner = -1 };
	struct str rest = str_from(buf_str(&deck->source), place->begin);

	rest.len = place->end - place->begin;
	while (rest.len > 0 && strchr(" \t\r\n", rest.ptr[rest.len - 1]))
		rest.len--;
	saying.text = rest;
	while (rest.len > 0 && take_text(&rest).len == 0) {
		saying.text = rest;
		saying.line++;
	}
	return saying;
}

/* Of the lines without their ends. */
static uint64_t hash_of(struct str rest)
{
	uint64_t hash = HASH_BEGIN;

	while (rest.len > 0)
		hash = hash_put_byte(hash_put(hash, take_text(&rest)), '\n');
	return hash;
}

/* What the slide shows that is made of the deck's title. */
static bool intros_equal(const struct deck *a, const struct deck *b)
{
	return str_eq(a->title, b->title) && str_eq(a->author, b->author) &&
	       str_eq(a->date, b->date) && str_eq(a->sub_title, b->sub_title) &&
	       str_eq(a->event, b->event) && str_eq(a->location, b->location);
}

static bool texts_equal(struct str a, struct str b)
{
	if (str_eq(a, b))
		return true;
	while (a.len > 0 && b.len > 0) {
		if (!str_eq(take_text(&a), take_text(&b)))
			return false;
	}
	return a.len == 0 && b.len == 0;
}

static bool sayings_equal(const struct comparer *comparer,
			  const struct saying *old, const struct saying *now)
{
	if (old->intro != now->intro)
		return false;
	if (old->intro)
		return intros_equal(comparer->old.deck, comparer->now.deck);
	return texts_equal(old->text, now->text);
}

static struct reading reading_of(const struct deck *deck, struct arena *arena)
{
	struct reading reading = { .deck = deck, .count = deck->slide_count };

	reading.sayings =
		arena_array(arena, struct saying, (size_t)reading.count);
	for (int i = 0; i < reading.count; i++)
		reading.sayings[i] = saying_of(deck, i);
	return reading;
}

/* ---- equal slides ---- */

static void pair(struct saying *old, struct saying *now)
{
	old->partner = now->index;
	now->partner = old->index;
}

static bool pair_if_equal(struct comparer *comparer, int old, int now)
{
	struct saying *a = &comparer->old.sayings[old];
	struct saying *b = &comparer->now.sayings[now];
	bool equal = sayings_equal(comparer, a, b);

	if (equal) {
		pair(a, b);
		a->equal = b->equal = true;
	}
	return equal;
}

static void pair_ends(struct comparer *comparer)
{
	int old = comparer->old.count, now = comparer->now.count;
	int most = old < now ? old : now;

	while (comparer->before < most &&
	       pair_if_equal(comparer, comparer->before, comparer->before))
		comparer->before++;
	most -= comparer->before;
	while (comparer->after < most &&
	       pair_if_equal(comparer, old - 1 - comparer->after,
			     now - 1 - comparer->after))
		comparer->after++;
}

static int compare_hashes(const void *a, const void *b)
{
	const struct saying *left = *(struct saying *const *)a;
	const struct saying *right = *(struct saying *const *)b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return (left->index > right->index) - (left->index < right->index);
}

/* The slides that no end has, by hash; equal ones in their order. */
static struct saying **sort_middle(struct comparer *comparer,
				   struct reading *reading, int *count)
{
	*count = reading->count - comparer->before - comparer->after;
	struct saying **sorted =
		arena_array(comparer->arena, struct saying *, (size_t)*count);

	for (int i = 0; i < *count; i++) {
		sorted[i] = &reading->sayings[comparer->before + i];
		sorted[i]->hash = hash_of(sorted[i]->text);
	}
	if (*count > 1)
		qsort(sorted, (size_t)*count, sizeof(struct saying *),
		      compare_hashes);
	return sorted;
}

/*
 * Slides that moved. Of equal ones the first is the first and so on. Where
 * different slides have one hash, some only count as edited.
 */
static void pair_moved(struct comparer *comparer)
{
	int old_count, new_count, old = 0, now = 0;
	struct saying **olds =
		sort_middle(comparer, &comparer->old, &old_count);
	struct saying **news =
		sort_middle(comparer, &comparer->now, &new_count);

	while (old < old_count && now < new_count) {
		struct saying *a = olds[old], *b = news[now];
		if (a->hash == b->hash) {
			pair_if_equal(comparer, a->index, b->index);
			old++, now++;
		} else if (a->hash < b->hash) {
			old++;
		} else {
			now++;
		}
	}
}

/* ---- edited slides ---- */

/* Slides side by side that have no partner. */
struct gap {
	int first, count;
};

/* How many bytes two texts share at their begins and at their ends. */
static size_t likeness(struct str a, struct str b)
{
	size_t most = a.len < b.len ? a.len : b.len, before = 0, after = 0;

	while (before < most && a.ptr[before] == b.ptr[before])
		before++;
	while (after < most - before &&
	       a.ptr[a.len - 1 - after] == b.ptr[b.len - 1 - after])
		after++;
	return before + after;
}

/* The slide that is most like another, of the first `count` of some. */
static struct saying *most_like(const struct saying *one, struct saying *some,
				int count)
{
	struct saying *best = some;
	size_t most = 0;

	for (int i = 0; i < count && i < PARTNERS_MAX && count > 1; i++) {
		size_t bytes = likeness(one->text, some[i].text);
		if (bytes > most) {
			most = bytes;
			best = &some[i];
		}
	}
	return best;
}

/*
 * Pair each slide of the shorter gap with one of the longer one, in their
 * order: of those that leave enough for the rest the one that is most like it.
 */
static void pair_gaps(struct saying *few, int few_count, struct saying *many,
		      int many_count)
{
	struct saying *end = many + many_count;

	for (int i = 0; i < few_count; i++) {
		int spare = (int)(end - many) - (few_count - i);
		struct saying *best = most_like(&few[i], many, spare + 1);
		pair(&few[i], best);
		many = best + 1;
	}
}

/* The slides without a partner from `first` on. */
static struct gap gap_at(const struct reading *reading, int first)
{
	struct gap gap = { .first = first };

	while (first + gap.count < reading->count &&
	       reading->sayings[first + gap.count].partner < 0)
		gap.count++;
	return gap;
}

/* The slides without a partner up to `end`. */
static struct gap gap_before(const struct reading *reading, int end)
{
	struct gap gap = { .first = end };

	while (gap.first > 0 && reading->sayings[gap.first - 1].partner < 0) {
		gap.first--;
		gap.count++;
	}
	return gap;
}

/* What stands in the new deck where a gap of the old one was. */
static struct gap gap_across(const struct comparer *comparer, struct gap old)
{
	const struct saying *sayings = comparer->old.sayings;
	int end = old.first + old.count;
	int first = old.first > 0 ? sayings[old.first - 1].partner + 1 : 0;
	struct gap gap = gap_at(&comparer->now, first);

	if (gap.count > 0)
		return gap;
	return gap_before(&comparer->now, end < comparer->old.count
						  ? sayings[end].partner
						  : comparer->now.count);
}

static void pair_edited(struct comparer *comparer)
{
	struct saying *olds = comparer->old.sayings;
	struct saying *nows = comparer->now.sayings;
	int end = comparer->old.count - comparer->after;

	for (int i = comparer->before; i < end; i++) {
		struct gap old = gap_at(&comparer->old, i);
		if (old.count == 0)
			continue;
		struct gap now = gap_across(comparer, old);
		if (old.count <= now.count)
			pair_gaps(&olds[old.first], old.count, &nows[now.first],
				  now.count);
		else
			pair_gaps(&nows[now.first], now.count, &olds[old.first],
				  old.count);
		i += old.count;
	}
}

/* ---- what comes of it ---- */

/* A slide that was removed is where the one after its neighbour is. */
static const int *places_of(const struct comparer *comparer)
{
	int *places =
		arena_array(comparer->arena, int, (size_t)comparer->old.count);
	int next = 0;

	for (int i = 0; i < comparer->old.count; i++) {
		int partner = comparer->old.sayings[i].partner;
		places[i] = partner < 0 ? next : partner;
		if (partner >= 0)
			next = partner + 1;
		if (places[i] >= comparer->now.count)
			places[i] = comparer->now.count - 1;
		places[i]++;
	}
	return places;
}

/* How many lines two texts share at their begins and at their ends. */
struct shared {
	int before, after;
};

struct lines {
	struct str *texts;
	int count;
};

static struct lines lines_of(struct arena *arena, struct str rest)
{
	struct lines lines = { 0 };

	lines.texts = arena_array(arena, struct str, str_count_lines(rest));
	while (rest.len > 0)
		lines.texts[lines.count++] = take_text(&rest);
	return lines;
}

static struct shared share(struct lines old, struct lines now)
{
	int most = old.count < now.count ? old.count : now.count;
	struct shared shared = { 0 };

	while (shared.before < most &&
	       str_eq(old.texts[shared.before], now.texts[shared.before]))
		shared.before++;
	most -= shared.before;
	while (shared.after < most &&
	       str_eq(old.texts[old.count - 1 - shared.after],
		      now.texts[now.count - 1 - shared.after]))
		shared.after++;
	return shared;
}

/* Which lines of a slide are not those of the slide that it was. */
static void find_lines(struct revision *revision,
		       const struct comparer *comparer,
		       const struct saying *now)
{
	struct lines lines = lines_of(comparer->arena, now->text);
	struct shared shared = { 0 };

	if (now->partner >= 0) {
		const struct saying *old = &comparer->old.sayings[now->partner];
		shared = share(lines_of(comparer->arena, old->text), lines);
	}
	revision->first_line = now->line + shared.before;
	revision->last_line = now->line + lines.count - 1 - shared.after;
	if (now->intro)
		revision->last_line = revision->first_line;
}

static void find_slide(struct revision *revision,
		       const struct comparer *comparer)
{
	const struct reading *now = &comparer->now;
	int at = comparer->before;

	while (at < now->count && now->sayings[at].equal)
		at++;
	if (at == now->count)
		return;
	revision->slide = at + 1;
	find_lines(revision, comparer, &now->sayings[at]);
}

struct revision revision_compare(const struct deck *old, const struct deck *now,
				 struct arena *arena)
{
	struct comparer comparer = { .old = reading_of(old, arena),
				     .now = reading_of(now, arena),
				     .arena = arena };
	struct revision revision = { .old_count = old->slide_count,
				     .new_count = now->slide_count };

	pair_ends(&comparer);
	pair_moved(&comparer);
	pair_edited(&comparer);
	revision.places = places_of(&comparer);
	find_slide(&revision, &comparer);
	return revision;
}

int revision_place(const struct revision *revision, int old_slide)
{
	if (old_slide < 1)
		return 1;
	if (old_slide <= revision->old_count)
		return revision->places[old_slide - 1];
	return revision->new_count;
}
