/* SPDX-License-Identifier: MIT */
#ifndef APP_REMARKS_H
#define APP_REMARKS_H

#include "app/config.h"

/*
 * If the configuration asks for it, print remarks on a deck to standard error,
 * a line each: "deck.md:12:1: text [name]". What stands in an included file is
 * said with the path and the line of that file.
 */
void remarks_print(const struct config *config, const struct deck *deck,
		   const struct remarks *remarks);

#endif
