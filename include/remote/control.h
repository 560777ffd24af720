/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_CONTROL_H
#define REMOTE_CONTROL_H

#include <stdbool.h>
#include <sys/select.h>

#include "base/error.h"
#include "remote/request.h"
#include "remote/status.h"

/*
 * The talk's end of its socket. Clients send requests, a line each, and get a
 * line for each in the same order:
 *
 *     {"ok":true,"deck":"/a.md","slide":2, ...}     control_answer
 *     {"ok":false,"error":"there is no slide 9"}    control_refuse
 *
 * Those that have asked to watch also get a line for every change, and one
 * when the talk ends:
 *
 *     {"event":"change","deck":"/a.md", ...}        control_publish
 *     {"event":"end","deck":"/a.md", ...,"over":true}
 *
 * No client can keep the talk waiting, nor grow it: nothing here blocks, and
 * what is kept of a client is less than two lines of requests and one line
 * for it. Until that line is taken nothing more is read from the client; a
 * watcher misses what changed meanwhile, then gets the newest.
 *
 * A turn of the loop is:
 *
 *     control_prepare    what to select(2) for
 *     control_serve      accept, read, write
 *     while (control_next) control_answer or control_refuse
 *     control_publish    what the talk shows now
 */
#define CONTROL_CLIENTS_MAX 32	 /* a room of viewers; select(2) takes 1024 */
#define CONTROL_LINE_MAX    4096 /* bytes: the path of a file, and little else */

struct control;

/*
 * Listen for the talk with that deck, see address_listen. NULL with the reason
 * in *error. The control is released by control_close.
 */
struct control *control_open(const char *runtime_dir, struct str deck,
			     struct error *error);

/*
 * Stop listening: what can be written at once is, the clients are let go and
 * the socket is removed. Does nothing for NULL. Publish that the talk is over
 * first.
 */
void control_close(struct control *control);

/* The path of the socket, borrowed. */
const char *control_path(const struct control *control);

/*
 * Add the descriptors to wait for to the sets; one more than the largest comes
 * back. Requests that are waiting to be taken make select(2) return at once.
 */
int control_prepare(struct control *control, fd_set *readable,
		    fd_set *writable);

/*
 * Accept, read and write what can be, by the sets that select(2) left; clear
 * them when it failed.
 */
void control_serve(struct control *control, const fd_set *readable,
		   const fd_set *writable);

/*
 * The next request; its texts are borrowed until the next call. Every request
 * must be answered or refused before the next call. At most one of each client
 * comes back after each control_serve, so that none keeps the others waiting,
 * then false. What is no request is refused in here.
 */
bool control_next(struct control *control, struct request *request);

/*
 * Reply to the request with where the talk is now that it has been carried
 * out, and publish that. A request to watch makes its client a watcher.
 */
void control_answer(struct control *control, const struct talk_status *status);

/* Reply that the request was not carried out. */
void control_refuse(struct control *control, const char *reason);

/*
 * Tell the watchers where the talk is, unless nothing but `elapsed` differs
 * from what was published last.
 */
void control_publish(struct control *control, const struct talk_status *status);

#endif
