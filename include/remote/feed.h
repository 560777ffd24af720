/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_FEED_H
#define REMOTE_FEED_H

#include "base/error.h"
#include "remote/status.h"

/*
 * The follower's end: where a talk is, line by line, from its socket or from
 * anything that hands on what `deckle remote watch` prints. Lines that say
 * nothing of a talk are passed over.
 */

/*
 * The longest line that is read, in bytes; longer ones are passed over. The
 * notes of a slide are at most its source, 1 MiB, and one byte of them takes
 * up to six in JSON.
 */
#define FEED_LINE_MAX ((size_t)8 * 1024 * 1024)

enum feed_event {
	FEED_NOTHING,
	FEED_STATUS,
	FEED_CLOSED, /* nothing more will come */
};

struct feed;

/* Watch the talk with that socket. NULL with the reason in *error. */
struct feed *feed_open_talk(const char *socket, struct error *error);

/*
 * Read lines from a file, a FIFO or a device, or from standard input if the
 * path is "-"; a terminal is refused. NULL with the reason in *error. A FIFO
 * is closed when the last who wrote to it has gone.
 */
struct feed *feed_open_file(const char *path, struct error *error);

/* Release it; does nothing for NULL. Standard input stays open. */
void feed_close(struct feed *feed);

/* What to wait for until there is something to take. */
int feed_fd(const struct feed *feed);

/*
 * Read what is there, without waiting, but no more than a few megabytes at a
 * time. Of several lines only the newest comes back; its texts are borrowed
 * until the next call. Once closed, always closed.
 */
enum feed_event feed_take(struct feed *feed, struct talk_status *status);

#endif
