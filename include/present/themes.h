/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_THEMES_H
#define PRESENT_THEMES_H

#include "base/error.h"
#include "deck/deck.h"
#include "layout/theme.h"

/*
 * The themes that there are: those built in, by name, and any in files. A file
 * is named by a path with a slash in it or with ".theme" at its end. Release a
 * theme that was loaded when nothing that was laid out with it is used.
 */
#define THEME_DARK  "dark"  /* for terminals with a dark ground */
#define THEME_LIGHT "light" /* with a light one */
#define THEME_PAPER "paper" /* black on white, whatever the terminal has */

/* The largest file that is read, in bytes. */
#define THEME_BYTES_MAX ((size_t)64 * 1024)

/* What the user asks for. */
struct theme_wishes {
	const char *name;  /* NULL: what the deck says, else the usual one */
	bool invert;	   /* if no theme is named, black on white */
	const char *usual; /* else this one; NULL: what suits the terminal */
	struct theme_options look;
	enum depth most; /* no more colours than these */
};

/* The names of those built in, from 0; NULL beyond the last one. */
const char *themes_name(int index);

/* The index of a name, or -1. */
int themes_find(struct str name);

/* True for what names a file. */
bool theme_is_path(struct str name);

/*
 * Read a theme. False, with the reason in *error, when there is none of that
 * name or when it is not right; there is nothing to release then.
 */
bool theme_load(struct theme *theme, const char *name, struct error *error);

/*
 * The same for what a deck names: only files that it may include are read,
 * from the deck's folder on.
 */
bool theme_load_for_deck(struct theme *theme, const struct deck *deck,
			 struct str name, struct error *error);

#endif
