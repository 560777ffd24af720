/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_WARDROBE_H
#define PRESENT_WARDROBE_H

#include "base/error.h"
#include "present/themes.h"

/*
 * Which theme a talk is shown in. The user's word counts most, then the
 * deck's; without any it is the one for a terminal with a dark ground, or with
 * a light one once that is known. A key goes through all that are built in,
 * and what it has come to stays.
 *
 * All members are for reading. The theme is changed in its place: what was laid
 * out with the one before is not to be drawn.
 */
enum ground {
	GROUND_UNKNOWN,
	GROUND_DARK,
	GROUND_LIGHT,
};

struct wardrobe {
	const struct theme_wishes *wishes; /* borrowed */
	struct theme theme;
	struct theme_options look; /* opaque where the theme was made for
				      another ground than the terminal's */
	enum ground ground;	   /* of the terminal */
	bool chosen;		   /* by a key */
	struct error trouble;	   /* with what the deck asks for, or empty */
};

/*
 * Put on what is asked for. False, with the reason in *error, when the user
 * asks for what is not to be had; there is nothing to close then.
 */
bool wardrobe_open(struct wardrobe *wardrobe, const struct theme_wishes *wishes,
		   const struct deck *deck, struct error *error);
void wardrobe_close(struct wardrobe *wardrobe);

/*
 * Read the theme again, or the one that the deck asks for now, or one for the
 * ground that the terminal has. True when it is another. One that cannot be
 * read is not put on.
 */
bool wardrobe_use(struct wardrobe *wardrobe, const struct deck *deck,
		  enum ground ground);

/* Put on one of those built in, by its index, and keep it on. */
void wardrobe_wear(struct wardrobe *wardrobe, int index);

#endif
