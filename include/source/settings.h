/* SPDX-License-Identifier: MIT */
#ifndef SOURCE_SETTINGS_H
#define SOURCE_SETTINGS_H

#include "deck/deck.h"
#include "source/front.h"

/*
 * Take what front matter says about the whole deck over into it: title,
 * author, date and the like as plain text, and all settings that deckle knows.
 * A text that the deck has already stays. One table says which keys there are.
 *
 * A value that cannot be understood is a remark. So is a key that no dialect
 * has; keys of the looks that deckle leaves to its themes are passed over,
 * with all that is below them.
 */
void settings_read_deck(struct deck *deck, const struct front *front);

/*
 * The same for a single slide (patat's <!--config: -->), whose keys are those
 * of patat without "patat." in front. Remarks are the slide's, of the arena.
 */
void settings_read_slide(struct settings *settings, const struct front *front,
			 struct slide *slide, struct arena *arena);

#endif
