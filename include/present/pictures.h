/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_PICTURES_H
#define PRESENT_PICTURES_H

#include "deck/deck.h"
#include "layout/fit.h"
#include "picture/album.h"

/* How images are shown that stand alone. No album: as text, unlooked at. */
struct pictures {
	struct album *album;
	enum image_form form; /* of those that can be */
};

/*
 * Say on a slide that was read how its images are shown. One that is drawn is
 * no link any more. Those that cannot be drawn stay text, with a remark that
 * says why, whose memory is the arena's.
 */
void pictures_hang(const struct pictures *pictures, const struct deck *deck,
		   struct slide *slide, struct arena *arena);

/*
 * Have the copies made of all images that a slide shows. Of one that is seen
 * now they are made in any case, of others as the album has room.
 */
void pictures_want(const struct pictures *pictures, const struct fit *fit,
		   bool seen);

#endif
