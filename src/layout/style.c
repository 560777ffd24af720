/* SPDX-License-Identifier: MIT */
/*
 * The letters of the roles, and the roles of blocks.
 */
#include "layout/style.h"

#include <ctype.h>

bool style_is_same(struct style a, struct style b)
{
	return a.role == b.role && a.emphasis == b.emphasis &&
	       a.fade == b.fade && a.tint.text == b.tint.text &&
	       a.tint.ground == b.tint.ground;
}

bool style_is_code(struct style style)
{
	return style.role >= ROLE_CODE && style.role <= ROLE_CODE_DELETED;
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

enum role style_role(const struct block *block)
{
	static const enum role headings[] = { ROLE_HEADING1, ROLE_HEADING2,
					      ROLE_HEADING3 };

	if (block->kind == BLOCK_RULE)
		return ROLE_RULE;
	if (block->kind != BLOCK_HEADING)
		return ROLE_TEXT;
	return headings[block->level < 3 ? block->level - 1 : 2];
}

enum role style_bar(const struct block *quote)
{
	static const enum role roles[] = {
		[ALERT_NONE] = ROLE_QUOTE,
		[ALERT_NOTE] = ROLE_NOTE,
		[ALERT_TIP] = ROLE_TIP,
		[ALERT_IMPORTANT] = ROLE_IMPORTANT,
		[ALERT_WARNING] = ROLE_WARNING,
		[ALERT_CAUTION] = ROLE_CAUTION,
	};

	return roles[quote->alert];
}
