/* SPDX-License-Identifier: MIT */
/*
 * The places of slides, none of them too large to be read at once.
 */
#include "source/place.h"

void place_add(struct deck *deck, struct slide_place place)
{
	deck->places =
		arena_extend(&deck->arena, deck->places,
			     (size_t)deck->slide_count, sizeof(*deck->places));
	deck->places[deck->slide_count++] = place;
}

size_t place_cut(struct str line)
{
	size_t cut = DECK_SLIDE_BYTES_MAX;

	while (cut > DECK_SLIDE_BYTES_MAX / 2 && line.ptr[cut - 1] != ' ')
		cut--;
	if (cut > DECK_SLIDE_BYTES_MAX / 2)
		return cut;
	cut = DECK_SLIDE_BYTES_MAX;
	while (cut > DECK_SLIDE_BYTES_MAX - 4 &&
	       ((unsigned char)line.ptr[cut] & 0xc0) == 0x80)
		cut--;
	return cut;
}

/* End the slide at a byte; what follows is its continuation. */
static void cut_at(struct deck *deck, struct slide_place *place, size_t at,
		   int line)
{
	struct slide_place part = *place;

	part.end = at;
	place_add(deck, part);
	place->begin = at;
	place->front = 0;
	place->line = line;
	place->continued = true;
}

void place_add_parts(struct deck *deck, struct slide_place place)
{
	struct str source = { deck->source.ptr, place.end };
	struct str rest = str_from(source, place.begin);
	int line = place.line;

	while (place.end - place.begin > DECK_SLIDE_BYTES_MAX && rest.len > 0) {
		struct str raw = str_take_line(&rest);
		size_t at = (size_t)(raw.ptr - source.ptr);
		if (at - place.begin > DECK_SLIDE_BYTES_MAX)
			cut_at(deck, &place, at, line);
		while (raw.len > DECK_SLIDE_BYTES_MAX) {
			raw = str_from(raw, place_cut(raw));
			at = (size_t)(raw.ptr - source.ptr);
			cut_at(deck, &place, at, line);
		}
		line++;
	}
	place_add(deck, place);
}
