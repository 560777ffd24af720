/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_DIRECT_H
#define BACKEND_DIRECT_H

#include "base/buf.h"

/*
 * Colours of 24 bits, on terminals that have them and whose description does
 * not say so: nearly all. The description is read from where ncurses would
 * find it, what it lacks is added, and ncurses takes the result as the value
 * of TERMINFO. No file is written.
 *
 * With the new description colour numbers below DIRECT_PALETTE are indexes of
 * the terminal's own, all others are 0xRRGGBB.
 */
#define DIRECT_PALETTE 16

/* What the environment says of descriptions; NULL: nothing. */
struct direct_places {
	const char *term;     /* TERM */
	const char *terminfo; /* TERMINFO */
	const char *home;     /* HOME */
	const char *dirs;     /* TERMINFO_DIRS */
};

/*
 * Append the value of TERMINFO, zero-terminated. False, with nothing appended,
 * where no description is found, or none that something can be added to.
 */
bool direct_describe(const struct direct_places *places, struct buf *out);

/*
 * Append a compiled description with direct colours added. False, with nothing
 * appended, when it is not sound or has them already. Any bytes will do.
 */
bool direct_patch(struct str entry, struct buf *out);

#endif
