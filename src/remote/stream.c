/* SPDX-License-Identifier: MIT */
/*
 * Lines out of pieces. A byte is looked at once, however many pieces its line
 * comes in.
 */
#include "remote/stream.h"

#include <string.h>

#define ROOM_MAX ((size_t)64 * 1024) /* of an empty buffer that is kept */

void stream_release(struct stream *stream)
{
	buf_release(&stream->buf);
	*stream = (struct stream){ .max = stream->max };
}

static size_t left(const struct stream *stream)
{
	return stream->buf.len - stream->begin;
}

static const char *first(const struct stream *stream)
{
	return stream->buf.ptr + stream->begin;
}

static void drop(struct stream *stream, size_t bytes)
{
	stream->begin += bytes;
	stream->seen = 0;
}

/* Move what is left to the front, so that only that takes memory. */
static void tidy(struct stream *stream)
{
	size_t rest = left(stream);

	if (stream->begin > 0 && rest > 0)
		memmove(stream->buf.ptr, first(stream), rest);
	stream->buf.len = rest;
	stream->begin = 0;
	if (rest == 0 && stream->buf.room > ROOM_MAX)
		buf_release(&stream->buf);
}

void stream_put(struct stream *stream, struct str piece)
{
	tidy(stream);
	buf_put(&stream->buf, piece);
}

/* The end of the first line, or NULL; nothing is searched twice. */
static const char *find_end(struct stream *stream)
{
	struct str rest = { NULL, 0 };

	if (left(stream) > stream->seen)
		rest = (struct str){ first(stream) + stream->seen,
				     left(stream) - stream->seen };
	const char *end = str_find(rest, '\n');
	if (!end)
		stream->seen = left(stream);
	return end;
}

/* Drop the rest of a line that is too long, as far as it has come. */
static void go_on_dropping(struct stream *stream)
{
	const char *end = find_end(stream);

	if (!stream->dropping)
		return;
	stream->dropping = !end;
	drop(stream, end ? (size_t)(end - first(stream)) + 1 : left(stream));
}

bool stream_has(struct stream *stream)
{
	go_on_dropping(stream);
	return find_end(stream) || left(stream) > stream->max;
}

static enum stream_event give_up(struct stream *stream)
{
	stream->dropping = true;
	go_on_dropping(stream);
	return STREAM_TOO_LONG;
}

enum stream_event stream_take(struct stream *stream, struct str *line)
{
	go_on_dropping(stream);
	const char *end = find_end(stream);
	if (!end)
		return left(stream) > stream->max ? give_up(stream)
						  : STREAM_NOTHING;
	*line = (struct str){ first(stream), (size_t)(end - first(stream)) };
	if (line->len > stream->max)
		return give_up(stream);
	drop(stream, line->len + 1);
	if (line->len > 0 && line->ptr[line->len - 1] == '\r')
		line->len--;
	return STREAM_LINE;
}
