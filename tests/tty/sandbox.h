/* SPDX-License-Identifier: MIT */
#ifndef TTY_SANDBOX_H
#define TTY_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/*
 * Where a case's program lives: a directory of its own, removed at the end, in
 * which there is nothing at first but "run", the $XDG_RUNTIME_DIR; and an
 * environment in which nothing is inherited but PATH and the options of the
 * sanitizers.
 */
enum { SANDBOX_VARIABLES = 64 };

struct sandbox {
	char dir[256];
	char *environment[SANDBOX_VARIABLES + 1]; /* ends with NULL */
	size_t count;
};

bool sandbox_open(struct sandbox *sandbox, struct text *error);
void sandbox_close(struct sandbox *sandbox);

/* The value of a variable, NULL if it isn't set. */
const char *sandbox_get(const struct sandbox *sandbox, const char *name);

/* Set a variable from "NAME=VALUE"; false if it isn't of that form. */
bool sandbox_set(struct sandbox *sandbox, struct str assignment);
void sandbox_unset(struct sandbox *sandbox, struct str name);

/*
 * Append the text with $TMP replaced by the directory, and $DECKLE and $SLIDES
 * by what ttytest's own environment says. Any other $ stays.
 */
bool sandbox_expand(const struct sandbox *sandbox, struct str from,
		    struct text *to, struct text *error);

/* Append an absolute path: what isn't one yet is below the directory. */
bool sandbox_path(const struct sandbox *sandbox, struct str from,
		  struct text *path, struct text *error);

#endif
