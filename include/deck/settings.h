/* SPDX-License-Identifier: MIT */
#ifndef DECK_SETTINGS_H
#define DECK_SETTINGS_H

#include "deck/deck.h"
#include "deck/front.h"

/*
 * Take what front matter says about the whole deck over into it: title,
 * author, date and the like, and all settings that deckle knows. One table
 * says which keys there are and of which dialect. A value that cannot be
 * understood is a remark. A key that no dialect has is one, too, unless it
 * begins with a dialect's own prefix whose looks deckle leaves to its themes.
 */
void settings_read_deck(struct deck *deck, const struct front *front);

/* The same for a single slide (patat's <!--config: -->). */
void settings_read_slide(struct settings *settings, const struct front *front,
			 struct slide *slide, struct arena *arena);

#endif
