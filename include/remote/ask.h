/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_ASK_H
#define REMOTE_ASK_H

#include "base/error.h"
#include "remote/request.h"
#include "remote/stream.h"

/*
 * The other end of control.h, for programs that do nothing but ask: these
 * calls wait, but for a line no longer than ASK_MILLISECONDS. A talk answers at
 * once, unless it is suspended.
 */
#ifndef ASK_MILLISECONDS
#define ASK_MILLISECONDS 5000
#endif

struct ask {
	int fd;
	const char *name; /* of the talk, in errors */
	struct stream stream;
};

/*
 * Connect to a talk's socket; `name` has to live as long as the connection.
 * False, with the reason in *error: there is nothing to close.
 */
bool ask_open(struct ask *ask, const char *socket, const char *name,
	      struct error *error);

void ask_close(struct ask *ask);

/*
 * Send a request and wait for the reply, a line without its end: borrowed
 * until the next call. False, with the reason in *error, when there was none,
 * or when it is a refusal; the text of a refusal is the talk's.
 */
bool ask_reply(struct ask *ask, const struct request *request,
	       struct str *reply, struct error *error);

/*
 * Wait for the next line of a talk that is watched, as long as it takes. False
 * when the talk is over.
 */
bool ask_watch(struct ask *ask, struct str *line);

#endif
