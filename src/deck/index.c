/* SPDX-License-Identifier: MIT */
/*
 * Where the slides are. The line grammar decides what a slide break is; this
 * file only walks the lines, and settles what an unclosed fence means.
 */
#include "deck/index.h"

#include "deck/definition.h"
#include "deck/line.h"

enum { FENCE_SIZES = LINE_FENCE_MAX + 1 };

struct indexer {
	struct deck *deck;
	struct str source;
	struct line_state state;
	size_t places_room;
	size_t definitions_room;
	struct slide_place slide; /* the one being walked */
	bool has_text;		  /* something but blank lines is on it */

	/* What was found out about fences, for each kind: a line up to which
	   the answer holds, and the answer. */
	size_t fence_seen[2][FENCE_SIZES];
	bool fence_closes[2][FENCE_SIZES];
};

static void begin_slide(struct indexer *indexer, size_t begin, int line)
{
	indexer->slide = (struct slide_place){ .begin = begin, .line = line };
	indexer->has_text = false;
	indexer->state = (struct line_state){
		.arrows_literal = indexer->deck->settings.arrows_literal
	};
}

static void end_slide(struct indexer *indexer, size_t end)
{
	struct deck *deck = indexer->deck;
	size_t count = (size_t)deck->slide_count;
	size_t size = sizeof(*deck->places);

	if (count == indexer->places_room) {
		indexer->places_room = count ? count * 2 : 64;
		deck->places =
			arena_grow(&deck->arena, deck->places, count * size,
				   indexer->places_room * size);
	}
	indexer->slide.end = end;
	deck->places[deck->slide_count++] = indexer->slide;
}

static void add_definition(struct indexer *indexer, struct str text, int line)
{
	struct deck *deck = indexer->deck;
	size_t count = deck->definition_count;
	size_t size = sizeof(*deck->definitions);

	if (count == indexer->definitions_room) {
		indexer->definitions_room = count ? count * 2 : 16;
		deck->definitions =
			arena_grow(&deck->arena, deck->definitions,
				   count * size,
				   indexer->definitions_room * size);
	}
	deck->definitions[deck->definition_count++] =
		definition_read(&deck->arena, text, line);
}

/*
 * Is the fence that is open closed further down? The next line that could be
 * a fence tells: without an info string it closes, with one it opens another,
 * so that ours was left open. The answer holds for all breaks before that
 * line, so every line is looked at once for each kind of fence.
 */
static bool fence_is_closed_after(struct indexer *indexer, size_t byte)
{
	int kind = indexer->state.fence == '~';
	int size = indexer->state.fence_size;
	size_t *seen = &indexer->fence_seen[kind][size];
	bool *closes = &indexer->fence_closes[kind][size];
	struct str rest = str_from(indexer->source, byte);

	if (byte < *seen)
		return *closes;
	*closes = false;
	while (rest.len > 0) {
		struct str raw = str_take_line(&rest);
		if (line_is_fence(raw, indexer->state.fence, size, closes))
			break;
	}
	*seen = indexer->source.len - rest.len;
	return *closes;
}

/* A slide break inside a fence that nobody closes ends the fence. */
static void leave_open_fence(struct indexer *indexer, struct str raw,
			     size_t after)
{
	struct line_state *state = &indexer->state;

	if (!state->fence || !line_is_rule(raw) ||
	    !str_is_blank(state->above_text))
		return;
	if (!fence_is_closed_after(indexer, after)) {
		state->fence = 0;
		state->above = LINE_BLANK;
	}
}

/*
 * How much of a line that is too long for one slide goes on this one: up to
 * its last blank, or to a character's begin when it has none nearby.
 */
static size_t cut_of(struct str raw)
{
	size_t cut = DECK_SLIDE_BYTES_MAX;

	while (cut > DECK_SLIDE_BYTES_MAX / 2 && raw.ptr[cut - 1] != ' ')
		cut--;
	if (cut > DECK_SLIDE_BYTES_MAX / 2)
		return cut;
	cut = DECK_SLIDE_BYTES_MAX;
	while (cut > DECK_SLIDE_BYTES_MAX - 4 &&
	       ((unsigned char)raw.ptr[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

static void continue_slide(struct indexer *indexer, size_t at, int line)
{
	end_slide(indexer, at);
	begin_slide(indexer, at, line);
	indexer->slide.continued = true;
}

static void read_line(struct indexer *indexer, struct str raw, size_t after,
		      int number)
{
	size_t at = (size_t)(raw.ptr - indexer->source.ptr);

	leave_open_fence(indexer, raw, after);
	struct line line = line_read(&indexer->state, raw,
				     str_from(indexer->source, after));
	if (line.kind == LINE_BREAK) {
		if (indexer->has_text || indexer->deck->slide_count > 0)
			end_slide(indexer, at);
		begin_slide(indexer, after, number + 1);
	} else if (line.kind == LINE_DEFINITION) {
		add_definition(indexer, line.text, number);
	} else if (line.kind != LINE_BLANK) {
		indexer->has_text = true;
	}
}

void index_slides(struct deck *deck, size_t begin, int line)
{
	struct indexer indexer = { .deck = deck,
				   .source = buf_str(&deck->source) };
	struct str rest = str_from(indexer.source, begin);

	begin_slide(&indexer, begin, line);
	while (rest.len > 0) {
		struct str raw = str_take_line(&rest);
		size_t at = (size_t)(raw.ptr - indexer.source.ptr);
		if (at - indexer.slide.begin > DECK_SLIDE_BYTES_MAX)
			continue_slide(&indexer, at, line);
		while (raw.len > DECK_SLIDE_BYTES_MAX) {
			raw = str_from(raw, cut_of(raw));
			indexer.has_text = true;
			at = (size_t)(raw.ptr - indexer.source.ptr);
			continue_slide(&indexer, at, line);
		}
		read_line(&indexer, raw, indexer.source.len - rest.len, line);
		line++;
	}
	if (indexer.has_text || deck->slide_count == 0)
		end_slide(&indexer, indexer.source.len);
	definitions_sort(deck);
}
