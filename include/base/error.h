/* SPDX-License-Identifier: MIT */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

/*
 * Why something in the outside world did not work, as one line that names the
 * thing: "talk.md: No such file or directory". The caller owns the storage; a
 * function that can fail takes it last and returns bool.
 */
struct error {
	char text[256]; /* zero-terminated, cut when longer, no newline */
};

/* Fill in the text and return false, so that it can be returned at once. */
bool error_set(struct error *error, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* error_set with "NAME: REASON"; of a long name its end. */
bool error_set_reason(struct error *error, const char *name,
		      const char *reason);

/* The same with what errno says. */
bool error_set_errno(struct error *error, const char *name);

/* Say it on standard error: "deckle: talk.md: No such file or directory". */
void error_print(const struct error *error);

#endif
