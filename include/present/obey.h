/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_OBEY_H
#define PRESENT_OBEY_H

#include "present/show.h"
#include "remote/request.h"
#include "remote/status.h"

/*
 * What others ask of a talk, done to a show, and what they are told of it. A
 * request that is named like a key does what the key does; one that names a
 * place shows it, whatever stands in front of the slide.
 */

/*
 * Do what a request asks for, and prepare the show. False, with the reason in
 * *error, when there is no such slide, step or file, or the deck cannot be read
 * again; the show is where it was then. *effect is what is left to do for
 * whoever has the terminal.
 */
bool obey_request(struct show *show, const struct request *request,
		  enum effect *effect, struct error *error);

/*
 * Where the talk is, all but `deck`, `elapsed` and `over`. Texts are the
 * arena's, or borrowed from the show until the next change.
 */
void obey_status(const struct show *show, struct arena *arena,
		 struct talk_status *status);

#endif
