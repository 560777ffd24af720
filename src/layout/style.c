/* SPDX-License-Identifier: MIT */
/*
 * The letters of the roles.
 */
#include "layout/style.h"

#include <ctype.h>

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
