/* SPDX-License-Identifier: MIT */
/*
 * One line of text for what the outside world refused. errno is read here and
 * does not travel further.
 */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define ERROR_NAME_BYTES 160

bool error_set(struct error *error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	return false;
}

/* A long name is cut at its front, so that the reason is never lost. */
bool error_set_reason(struct error *error, const char *name, const char *reason)
{
	size_t len = strlen(name);
	bool cut = len > ERROR_NAME_BYTES;

	return error_set(error, "%s%s: %s", cut ? "..." : "",
			 cut ? name + len - ERROR_NAME_BYTES : name, reason);
}

bool error_set_errno(struct error *error, const char *name)
{
	return error_set_reason(error, name, strerror(errno));
}

void error_print(const struct error *error)
{
	fprintf(stderr, "deckle: %s\n", error->text);
}
