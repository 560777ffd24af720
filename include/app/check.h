/* SPDX-License-Identifier: MIT */
#ifndef APP_CHECK_H
#define APP_CHECK_H

#include "app/config.h"
#include "base/error.h"

/*
 * Print what is odd about the decks that the configuration names, at all sizes
 * that it names. *status says whether there was anything; that a deck could
 * not be read is said on standard error, and the others are still checked.
 * False, with the reason in *error, when nothing can be printed.
 */
bool check_run(const struct config *config, enum status *status,
	       struct error *error);

#endif
