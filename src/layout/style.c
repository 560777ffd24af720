/* SPDX-License-Identifier: MIT */
/*
 * The letters of the roles.
 */
#include "layout/style.h"

#include <ctype.h>

bool style_is_same(struct style a, struct style b)
{
	return a.role == b.role && a.emphasis == b.emphasis &&
	       a.fade == b.fade && a.tint.text == b.tint.text &&
	       a.tint.ground == b.tint.ground;
}

char style_letter(struct style style)
{
	static const char letters[] = {
#define X(name, letter) letter,
		ROLES(X)
#undef X
	};
	char letter = letters[style.role];

	return style.emphasis ? (char)toupper(letter) : letter;
}
