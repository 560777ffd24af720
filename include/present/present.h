/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_PRESENT_H
#define PRESENT_PRESENT_H

#include "present/show.h"

/*
 * Give the talk: read the deck, take the terminal, and return when the speaker
 * quits. False when the deck or the terminal is not to be had. *ending is 0,
 * or the signal that ended the talk; the terminal is given back either way.
 */
bool present_run(const struct present_options *options, int *ending,
		 struct error *error);

#endif
