/* SPDX-License-Identifier: MIT */
/*
 * Dying with the terminal given back. This is the only file that aborts, and
 * the rescue below is one of the program's two mutable variables at file
 * scope: a crash has no caller to hand it a pointer.
 */
#include "base/die.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
	void (*volatile rescue)(void *data);
	void *volatile data;
} die_hook;

void die_set_rescue(void (*rescue)(void *data), void *data)
{
	die_hook.rescue = NULL;
	die_hook.data = data;
	die_hook.rescue = rescue;
}

void die_rescue(void)
{
	void (*rescue)(void *) = die_hook.rescue;

	die_hook.rescue = NULL;
	if (rescue)
		rescue(die_hook.data);
}

void die(const char *format, ...)
{
	va_list args;

	die_rescue();
	fputs("deckle: ", stderr);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	abort();
}
