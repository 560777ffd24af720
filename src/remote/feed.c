/* SPDX-License-Identifier: MIT */
/*
 * Lines of status from a descriptor that never blocks. Of those that came
 * together the newest is kept as it came, and read again at the end.
 */
#include "remote/feed.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "remote/address.h"
#include "remote/request.h"
#include "remote/stream.h"
#include "remote/wire.h"

#define READ_BYTES ((size_t)64 * 1024)
#define READS_MAX  32 /* at a time: whoever sends more must not keep us */

struct feed {
	int fd;
	int flags; /* of standard input, before; -1: the descriptor is ours */
	bool ended;
	struct stream stream;
	struct buf newest; /* the line of the status that comes back */
	struct arena arena;
};

static struct feed *new_feed(int fd, int flags)
{
	struct feed *feed = calloc(1, sizeof(*feed));

	if (!feed)
		die("out of memory");
	feed->fd = fd;
	feed->flags = flags;
	feed->stream.max = FEED_LINE_MAX;
	return feed;
}

struct feed *feed_open_talk(const char *socket, struct error *error)
{
	const struct request watch = { .kind = REQUEST_WATCH };
	struct buf line = { 0 };
	int fd = address_connect(socket, error);

	if (fd < 0)
		return NULL;
	/* A line this short always fits into a socket that is new. */
	request_put(&watch, &line);
	bool ok = wire_send(fd, buf_str(&line)) == (ssize_t)line.len;
	buf_release(&line);
	if (ok)
		return new_feed(fd, -1);
	error_set_errno(error, socket);
	close(fd);
	return NULL;
}

/* What cannot be a source of lines. */
static bool check_kind(int fd, const char *path, struct error *error)
{
	struct stat about;

	if (isatty(fd))
		return error_set_reason(error, path, "a terminal");
	if (fstat(fd, &about) == 0 && S_ISDIR(about.st_mode))
		return error_set_reason(error, path, "Is a directory");
	return true;
}

static struct feed *open_input(struct error *error)
{
	int flags = fcntl(STDIN_FILENO, F_GETFL);

	if (!check_kind(STDIN_FILENO, "standard input", error))
		return NULL;
	if (flags < 0 || fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK)) {
		error_set_errno(error, "standard input");
		return NULL;
	}
	return new_feed(STDIN_FILENO, flags);
}

struct feed *feed_open_file(const char *path, struct error *error)
{
	if (!strcmp(path, "-"))
		return open_input(error);

	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0) {
		error_set_errno(error, path);
		return NULL;
	}
	if (check_kind(fd, path, error))
		return new_feed(fd, -1);
	close(fd);
	return NULL;
}

void feed_close(struct feed *feed)
{
	if (!feed)
		return;
	if (feed->flags < 0)
		close(feed->fd);
	else
		fcntl(feed->fd, F_SETFL, feed->flags);
	stream_release(&feed->stream);
	buf_release(&feed->newest);
	arena_release(&feed->arena);
	free(feed);
}

int feed_fd(const struct feed *feed)
{
	return feed->fd;
}

/* Read a piece; false when there is none for now. The end ends a line, too. */
static bool read_piece(struct feed *feed)
{
	char bytes[READ_BYTES];
	ssize_t got = read(feed->fd, bytes, sizeof(bytes));

	if (got > 0) {
		stream_put(&feed->stream, (struct str){ bytes, (size_t)got });
		return true;
	}
	if (got < 0 &&
	    (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
		return false;
	feed->ended = true;
	stream_put(&feed->stream, str_of("\n"));
	return true;
}

/* Keep the newest line that says something of a talk. */
static bool take_lines(struct feed *feed)
{
	struct talk_status status;
	bool any = false;

	for (;;) {
		struct str line;
		enum stream_event event = stream_take(&feed->stream, &line);
		if (event == STREAM_NOTHING)
			return any;
		arena_reset(&feed->arena);
		if (event != STREAM_LINE ||
		    !status_read(&status, line, &feed->arena))
			continue;
		any = true;
		buf_clear(&feed->newest);
		buf_put(&feed->newest, line);
	}
}

enum feed_event feed_take(struct feed *feed, struct talk_status *status)
{
	bool any = false;

	for (int i = 0; i < READS_MAX && !feed->ended && read_piece(feed); i++)
		any = take_lines(feed) || any;
	if (!any)
		return feed->ended ? FEED_CLOSED : FEED_NOTHING;
	arena_reset(&feed->arena);
	status_read(status, buf_str(&feed->newest), &feed->arena);
	return FEED_STATUS;
}
