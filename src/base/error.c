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

bool error_set(struct error *error, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(error->text, sizeof(error->text), format, args);
	va_end(args);
	return false;
}

bool error_set_errno(struct error *error, const char *name)
{
	return error_set(error, "%s: %s", name, strerror(errno));
}
