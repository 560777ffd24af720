/* SPDX-License-Identifier: MIT */
#ifndef REMOTE_STREAM_H
#define REMOTE_STREAM_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Lines out of bytes that come in pieces. What is kept is at most a line of
 * `max` bytes and the last piece; a longer line is given up as soon as that is
 * known, and the rest of it is dropped as it comes.
 *
 * All zero bytes but for `max` is an empty stream; release it when done.
 */
struct stream {
	size_t max;	/* bytes of a line, its end not counted */
	struct buf buf; /* what has come and was not dropped */
	size_t begin;	/* the first byte of it that was not taken */
	size_t seen;	/* from `begin` on, bytes without a line's end */
	bool dropping;	/* up to the end of a line that is too long */
};

enum stream_event {
	STREAM_NOTHING,
	STREAM_LINE,
	STREAM_TOO_LONG, /* once for each such line */
};

void stream_release(struct stream *stream);

/* Add a piece. Take what was there before it first, or it is kept as well. */
void stream_put(struct stream *stream, struct str piece);

/*
 * The next whole line without its "\n" or "\r\n"; borrowed until the next
 * call. A line whose end has not come is not taken.
 */
enum stream_event stream_take(struct stream *stream, struct str *line);

/* Whether stream_take would come back with anything. */
bool stream_has(struct stream *stream);

#endif
