/* SPDX-License-Identifier: MIT */
/*
 * A place for each slide near the current one. The slide that is farthest from
 * the one that is wanted gives its place up.
 */
#include "present/prepared.h"
#include "present/recolour.h"
#include "slide/read.h"

#include <stdlib.h>

static struct prepared_slide *find(struct prepared *prepared, int number)
{
	for (int i = 0; i < PREPARED_SLIDES; i++) {
		struct prepared_slide *place = &prepared->slides[i];
		if (place->slide && place->slide->number == number)
			return place;
	}
	return NULL;
}

static struct prepared_slide *farthest(struct prepared *prepared, int number)
{
	struct prepared_slide *found = NULL;
	int distance = -1;

	for (int i = 0; i < PREPARED_SLIDES; i++) {
		struct prepared_slide *place = &prepared->slides[i];
		if (!place->slide)
			return place;
		if (abs(place->slide->number - number) > distance) {
			distance = abs(place->slide->number - number);
			found = place;
		}
	}
	return found;
}

const struct prepared_slide *prepared_get(struct prepared *prepared,
					  const struct stage *stage, int number)
{
	struct prepared_slide *place = find(prepared, number);

	if (place)
		return place;
	place = farthest(prepared, number);
	arena_reset(&place->arena);
	place->slide = read_slide(stage->deck, number, &place->arena);
	recolour_slide(prepared->colourist, place->slide, &place->arena);
	pictures_hang(&prepared->pictures, stage->deck, place->slide,
		      &place->arena);
	place->fit = fit_slide(&place->arena, stage, place->slide);
	return place;
}

void prepared_ahead(struct prepared *prepared, const struct stage *stage,
		    int number)
{
	if (number < 1 || number > stage->deck->slide_count)
		return;
	const struct slide_place *place = &stage->deck->places[number - 1];
	if (place->end - place->begin <= PREPARED_BYTES_MAX)
		prepared_get(prepared, stage, number);
}

void prepared_want(struct prepared *prepared, int number)
{
	if (prepared->pictures.album)
		album_turn(prepared->pictures.album);
	for (int i = 0; i < PREPARED_SLIDES; i++) {
		struct prepared_slide *place =
			find(prepared, i < 2 ? number + i : number - 1);
		if (place)
			pictures_want(&prepared->pictures, place->fit, i == 0);
	}
}

void prepared_forget(struct prepared *prepared)
{
	colourist_forget(prepared->colourist);
	for (int i = 0; i < PREPARED_SLIDES; i++) {
		prepared->slides[i].slide = NULL;
		arena_reset(&prepared->slides[i].arena);
	}
}

void prepared_release(struct prepared *prepared)
{
	for (int i = 0; i < PREPARED_SLIDES; i++) {
		prepared->slides[i].slide = NULL;
		arena_release(&prepared->slides[i].arena);
	}
}
