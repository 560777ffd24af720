/* SPDX-License-Identifier: MIT */
#ifndef BASE_DIE_H
#define BASE_DIE_H

/*
 * The way out when nothing sensible can follow: out of memory, or a mistake
 * of ours that was found too late to be an error.
 */

/*
 * Run the rescue, write "deckle: TEXT" and a newline to standard error, and
 * abort. Never returns.
 */
_Noreturn void die(const char *format, ...)
	__attribute__((format(printf, 1, 2)));

/*
 * What gives the terminal back; it is called with `data`. It may be called
 * from a signal handler, so it may only do what signal-safety(7) allows. NULL
 * takes the rescue away.
 */
void die_set_rescue(void (*rescue)(void *data), void *data);

/* Run the rescue, if there is one, at most once. Safe in a signal handler. */
void die_rescue(void);

#endif
