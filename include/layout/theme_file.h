/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_THEME_FILE_H
#define LAYOUT_THEME_FILE_H

#include "base/error.h"
#include "layout/theme.h"

/*
 * The text of a theme: sections with lines of the form "key = value", as
 * base/ini.h has it.
 *
 *     [theme]                     about, inherit, ground
 *     [roles]
 *     heading1 = #87ffff bright-cyan on #102030 bold underline mono bold
 *     [glyphs]                    bullets = • ◦ –
 *     [slide]                     margin = 4
 *     [bars]                      bottom-right = {slide} / {slides}
 *
 * A look is colours, then "on" and the ground's colours, then attributes, then
 * "mono" and the attributes that stand for all of it where there are no
 * colours. The first colour is for terminals with 256 or more, the second,
 * an ANSI name, for those with 16, a third for those with 8.
 *
 * What is said twice counts as said last.
 */
struct theme_text {
	const char *name; /* in errors */
	struct str text;  /* has to live as long as the theme */
	bool inherited;	  /* by another: it cannot inherit itself */
};

/*
 * Add what a text says. False with "NAME:LINE: what is wrong" in *error; the
 * theme is sound then, but holds a part of it.
 */
bool theme_add(struct theme *theme, const struct theme_text *text,
	       struct error *error);

/* What the text names as the theme that it inherits, or empty. */
struct str theme_inherits(struct str text);

/* The name of a role in a theme: "line-number". Returns its length. */
#define THEME_ROLE_MAX 32
size_t theme_role_name(enum role role, char name[THEME_ROLE_MAX]);

#endif
