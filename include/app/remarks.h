/* SPDX-License-Identifier: MIT */
#ifndef APP_REMARKS_H
#define APP_REMARKS_H

#include "app/config.h"

/*
 * If the configuration asks for it, print remarks to standard error, a line
 * each: "deck.md:12:1: text".
 */
void remarks_print(const struct config *config, const struct remarks *remarks);

#endif
