/* SPDX-License-Identifier: MIT */
#ifndef MARKUP_SCRIPT_H
#define MARKUP_SCRIPT_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Characters that Unicode has raised and lowered, as far as terminals have
 * glyphs for them.
 */
enum script {
	SCRIPT_SUPER, /* x² */
	SCRIPT_SUB,   /* H₂O */
};

/* True when every character of the text has such a form. */
bool script_has(enum script script, struct str text);

/* Append the text in that form; what has none goes in as it is. */
void script_put(struct buf *out, enum script script, struct str text);

#endif
