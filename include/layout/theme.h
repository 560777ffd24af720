/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_THEME_H
#define LAYOUT_THEME_H

#include <stdbool.h>

#include "layout/form.h"
#include "layout/style.h"

/*
 * A theme says how each role looks, on terminals of any depth, and which
 * shapes stand around the text.
 */
#define THEME_DEFAULT (-1) /* the terminal's own colour */
#define THEME_NEAREST (-2) /* whichever of them is nearest */

enum attribute {
	ATTRIBUTE_BOLD = 1 << 0,
	ATTRIBUTE_UNDERLINE = 1 << 1,
	ATTRIBUTE_REVERSE = 1 << 2,
	ATTRIBUTE_ITALIC = 1 << 3,
	ATTRIBUTE_DIM = 1 << 4,
};

/* How many colours a terminal has, or is taken to have. */
enum depth {
	DEPTH_MONO,   /* none: bold, underline and reverse */
	DEPTH_8,      /* ANSI's */
	DEPTH_16,     /* and their bright kin */
	DEPTH_256,    /* xterm's */
	DEPTH_DIRECT, /* all of 24 bits */
};

/*
 * A colour: TINT_SET | 0xRRGGBB, an index of 0 to 255, or THEME_DEFAULT. With
 * 16 and 8 colours it is what the theme says.
 */
struct shade {
	int colour;
	short of16, of8; /* an index, THEME_DEFAULT or THEME_NEAREST */
};

struct shades {
	struct shade text, ground;
};

struct role_look {
	struct shades shades;
	unsigned attributes; /* with any colours */
	unsigned mono;	     /* without */
	bool has_text;	     /* the theme names the colour; else it is */
	bool has_ground;     /* that of text, or of blank; in code, of code */
};

#define THEME_NAME_MAX 64

struct theme {
	char name[THEME_NAME_MAX];
	struct str about; /* in a few words */
	bool light;	  /* for terminals with a light ground */
	struct role_look roles[ROLE_COUNT];
	struct shades opaque; /* instead of the terminal's own colours */
	struct shade dim;     /* of text that is struck or not in focus */
	struct form form;
	const char *files[2]; /* that it was read from: its own, and the one it
				 inherits; NULL: none */
	struct str texts[2];  /* what it was read from, likewise */
	struct arena arena;   /* of what was read from files */
};

/* A theme that says nothing: text in the terminal's colours, plain shapes. */
void theme_begin(struct theme *theme);

/* All is said: roles without a colour or a ground get those around them. */
void theme_end(struct theme *theme);
void theme_release(struct theme *theme);

/* Abort if a theme breaks a rule of its headers. Always true, for assert. */
bool theme_check(const struct theme *theme);

/* How somebody wants to see any theme. */
struct theme_options {
	bool reverse; /* without colours: dark on light */
	bool opaque;  /* a ground of its own instead of the terminal's */
	bool no_code; /* no panel behind code */
};

/*
 * How a style looks at a depth: colours are indexes into its palette or
 * THEME_DEFAULT. At DEPTH_DIRECT they are TINT_SET | 0xRRGGBB, or an index of
 * 0 to 15.
 */
struct look {
	int text, ground;
	unsigned attributes;
};

struct look_options {
	const struct theme *theme;
	struct colour_table *colours; /* not asked for direct ones */
	struct theme_options options;
	enum depth depth;
};

/*
 * The look of a style, its tint and its emphasis included. What the deck asks
 * for is shown in the nearest colours there are; text is never written in the
 * colour of its ground, and code that has tints can be read on it, but for the
 * terminal's own colours on each other.
 */
struct look theme_look(const struct look_options *options, struct style style);

/*
 * The colours of an image on their way to the ground of the slide: 0 to
 * STYLE_FADED. What has no colour has none.
 */
struct tint theme_fade(const struct look_options *options, struct tint tint,
		       int part);

#endif
