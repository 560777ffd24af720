/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_OUTLET_H
#define BACKEND_OUTLET_H

#include "backend/graphics.h"

/*
 * The terminal of standard output, for what it may take its time for: nobody
 * waits here. O_NONBLOCK of a descriptor that was inherited would be the
 * shell's as well, so the terminal is opened once more.
 */
struct outlet {
	int fd; /* -1: it cannot be had, or is gone */
};

void outlet_open(struct outlet *outlet);
void outlet_close(struct outlet *outlet);

/*
 * Send of images what the terminal takes now. Returns how often it was asked
 * with that whether it is there: so many answers will come.
 */
int outlet_send(struct outlet *outlet, struct graphics *graphics);

#endif
