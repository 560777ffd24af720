/* SPDX-License-Identifier: MIT */
/*
 * Choosing a theme: by name, by deck, by terminal, by key.
 */
#include "present/wardrobe.h"

/* Themes of other presenters have names of their own, and meanings. */
static struct str asked_by(const struct deck *deck)
{
	static const struct str none = { NULL, 0 };

	return deck->dialect == DIALECT_MDP || deck->dialect == DIALECT_MARKDOWN
		       ? deck->theme
		       : none;
}

static const char *usual(const struct wardrobe *wardrobe)
{
	if (wardrobe->wishes->name)
		return wardrobe->wishes->name;
	if (wardrobe->wishes->invert)
		return THEME_PAPER;
	if (wardrobe->wishes->usual)
		return wardrobe->wishes->usual;
	return wardrobe->ground == GROUND_LIGHT ? THEME_LIGHT : THEME_DARK;
}

/* Colours that were made for one ground are not put on the other. */
static bool suit_ground(struct wardrobe *wardrobe)
{
	enum ground meant = wardrobe->theme.light ? GROUND_LIGHT : GROUND_DARK;
	bool before = wardrobe->look.opaque;

	wardrobe->look = wardrobe->wishes->look;
	if (wardrobe->ground != GROUND_UNKNOWN && wardrobe->ground != meant)
		wardrobe->look.opaque = true;
	return wardrobe->look.opaque != before;
}

/* Put a theme on, in place of one that is maybe the same. */
static bool put_on(struct wardrobe *wardrobe, const struct theme *theme)
{
	struct theme before = wardrobe->theme;
	bool same = str_eq(before.texts[0], theme->texts[0]) &&
		    str_eq(before.texts[1], theme->texts[1]);

	wardrobe->theme = *theme;
	theme_release(&before);
	return !same;
}

/* Load what the deck asks for, if it asks for a theme that is there. */
static bool load_asked(struct wardrobe *wardrobe, const struct deck *deck,
		       struct theme *theme)
{
	struct str name = asked_by(deck);
	struct error error;

	if (name.len == 0 || wardrobe->wishes->name)
		return false;
	if (theme_load_for_deck(theme, deck, name, &error))
		return true;
	/* Front matter may be meant for others. */
	if (deck->dialect == DIALECT_MDP)
		wardrobe->trouble = error;
	return false;
}

bool wardrobe_use(struct wardrobe *wardrobe, const struct deck *deck,
		  enum ground ground)
{
	struct theme theme;
	bool changed = false;

	wardrobe->ground = ground;
	wardrobe->trouble.text[0] = '\0';
	if (!wardrobe->chosen &&
	    (load_asked(wardrobe, deck, &theme) ||
	     theme_load(&theme, usual(wardrobe), &wardrobe->trouble)))
		changed = put_on(wardrobe, &theme);
	return suit_ground(wardrobe) || changed;
}

bool wardrobe_open(struct wardrobe *wardrobe, const struct theme_wishes *wishes,
		   const struct deck *deck, struct error *error)
{
	*wardrobe = (struct wardrobe){ .wishes = wishes };
	wardrobe_use(wardrobe, deck, GROUND_UNKNOWN);
	if (wardrobe->theme.name[0])
		return true;
	*error = wardrobe->trouble;
	return false;
}

void wardrobe_wear(struct wardrobe *wardrobe, int index)
{
	const char *name = themes_name(index);
	struct theme theme;

	if (!name || !theme_load(&theme, name, &wardrobe->trouble))
		return;
	put_on(wardrobe, &theme);
	wardrobe->chosen = true;
	suit_ground(wardrobe);
}

void wardrobe_close(struct wardrobe *wardrobe)
{
	theme_release(&wardrobe->theme);
}
