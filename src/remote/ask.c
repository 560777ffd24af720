/* SPDX-License-Identifier: MIT */
/*
 * Questions to a running talk, over a socket that blocks for a time.
 */
#include "remote/ask.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/json.h"
#include "remote/address.h"
#include "remote/feed.h"
#include "remote/wire.h"

#define READ_BYTES ((size_t)64 * 1024)

/* Block for so long; 0: without a limit. */
static bool set_patience(int fd, int milliseconds)
{
	struct timeval limit = { .tv_sec = milliseconds / 1000,
				 .tv_usec = milliseconds % 1000 * 1000 };
	int flags = fcntl(fd, F_GETFL);

	return flags >= 0 && fcntl(fd, F_SETFL, flags & ~O_NONBLOCK) == 0 &&
	       setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof(limit)) ==
		       0 &&
	       setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit)) ==
		       0;
}

bool ask_open(struct ask *ask, const char *socket, const char *name,
	      struct error *error)
{
	*ask = (struct ask){ .fd = address_connect(socket, error),
			     .name = name,
			     .stream.max = FEED_LINE_MAX };
	if (ask->fd < 0)
		return false;
	if (set_patience(ask->fd, ASK_MILLISECONDS))
		return true;
	error_set_errno(error, name);
	ask_close(ask);
	return false;
}

void ask_close(struct ask *ask)
{
	close(ask->fd);
	stream_release(&ask->stream);
}

/* What errno says of a call that has not come to its end. */
static bool fail(const struct ask *ask, struct error *error)
{
	if (errno == EAGAIN || errno == EWOULDBLOCK)
		return error_set_reason(error, ask->name,
					"the talk does not answer");
	return error_set_errno(error, ask->name);
}

static bool is_gone(int reason)
{
	return reason == EPIPE || reason == ECONNRESET;
}

/* One that has gone may have said why: that is for who reads. */
static bool send_all(struct ask *ask, struct str text, struct error *error)
{
	while (text.len > 0) {
		ssize_t put = wire_send(ask->fd, text);
		if (put < 0 && is_gone(errno))
			return true;
		if (put < 0 && errno != EINTR)
			return fail(ask, error);
		text = str_from(text, put > 0 ? (size_t)put : 0);
	}
	return true;
}

/* Wait for a line. What it is too long for is not what a talk says. */
static bool take_line(struct ask *ask, struct str *line, struct error *error)
{
	char bytes[READ_BYTES];

	for (;;) {
		enum stream_event event = stream_take(&ask->stream, line);
		if (event == STREAM_LINE)
			return true;
		if (event == STREAM_TOO_LONG)
			continue;
		ssize_t got = recv(ask->fd, bytes, sizeof(bytes), 0);
		if (got == 0 || (got < 0 && is_gone(errno)))
			return error_set_reason(error, ask->name,
						"the talk has ended");
		if (got < 0 && errno != EINTR)
			return fail(ask, error);
		if (got > 0)
			stream_put(&ask->stream,
				   (struct str){ bytes, (size_t)got });
	}
}

/* True when the reply says "ok"; else its reason becomes the error. */
static bool is_granted(const struct ask *ask, struct str reply,
		       struct error *error)
{
	struct arena arena = { 0 };
	struct json_object object = { 0 };
	const struct json_member *ok, *reason;

	json_read(&object, reply, &arena, error);
	ok = json_find(&object, "ok");
	reason = json_find(&object, "error");
	bool granted = ok && ok->kind == JSON_TRUTH && ok->truth;
	if (!granted && reason && reason->kind == JSON_TEXT)
		error_set(error, "%.*s", (int)reason->text.len,
			  reason->text.ptr);
	else if (!granted)
		error_set_reason(error, ask->name, "not a talk");
	arena_release(&arena);
	return granted;
}

bool ask_reply(struct ask *ask, const struct request *request,
	       struct str *reply, struct error *error)
{
	struct buf line = { 0 };

	request_put(request, &line);
	bool ok = send_all(ask, buf_str(&line), error) &&
		  take_line(ask, reply, error) &&
		  is_granted(ask, *reply, error);
	buf_release(&line);
	return ok;
}

bool ask_watch(struct ask *ask, struct str *line)
{
	struct error ignored;

	return set_patience(ask->fd, 0) && take_line(ask, line, &ignored);
}
