/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_THEME_LOOK_H
#define LAYOUT_THEME_LOOK_H

#include "layout/theme.h"

/*
 * Read how a role looks from a line of a theme, as theme_file.h says. False
 * with the word that is neither a colour nor an attribute in *odd; the look is
 * not to be used then.
 */
bool theme_look_read(struct role_look *look, struct str text, struct str *odd);

#endif
