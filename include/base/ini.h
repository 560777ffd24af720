/* SPDX-License-Identifier: MIT */
#ifndef BASE_INI_H
#define BASE_INI_H

#include <stdbool.h>

#include "base/str.h"

/*
 * Text of the form that themes and the configuration file have: a line is
 * "[section]" or "key = value". Lines that are empty, or begin with # or ;, say
 * nothing and are passed over. Double quotes around a value keep its blanks.
 *
 *     struct ini ini = { .rest = text };
 *     while (ini_next(&ini, &line))
 *             ...
 */
struct ini {
	struct str rest; /* has to live as long as the lines */
	int line;	 /* how many were taken */
};

enum ini_kind {
	INI_ENTRY,
	INI_SECTION,
	INI_CUT,   /* a section without its ] */
	INI_OTHER, /* anything else */
};

struct ini_line {
	enum ini_kind kind;
	int number;	  /* from 1 */
	struct str text;  /* all of it, without blanks around it */
	struct str key;	  /* of an entry, not empty; or a section's name */
	struct str value; /* of an entry, maybe empty */
};

/* The next line that says something; false at the end. */
bool ini_next(struct ini *ini, struct ini_line *line);

#endif
