/* SPDX-License-Identifier: MIT */
/*
 * Any bytes may come over a talk's socket: three bytes choose how large the
 * pieces are that they come in and what kind of client sends them, the rest is
 * sent. Whatever it is, all replies are whole and sound, nothing is executed
 * that was not asked for, and another client is served.
 *
 * The same bytes are then a feed for a follower.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/glyph.h"
#include "base/json.h"
#include "remote/address.h"
#include "remote/control.h"
#include "remote/stream.h"

#define BYTES_MAX  65536 /* more of the same finds nothing new */
#define PIECE_MAX  64
#define SHORT_LINE 64 /* of the feed, so that inputs reach it */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	FLAG_WATCH = 1 << 0,  /* it watches, and all changes all the time */
	FLAG_SILENT = 1 << 1, /* it reads nothing until everything was sent */
	FLAG_STOP = 1 << 2,   /* it stops sending at the end */
};

struct trial {
	char folder[32];
	struct control *control;
	struct talk_status status;
	int client, other;
	int flags;
	struct stream heard; /* by the client */
	int replies;
};

static void require(int truth, const char *what)
{
	if (truth)
		return;
	fprintf(stderr, "broken rule: %s\n", what);
	abort();
}

/* What a request says it is stays so when it is written and read again. */
static void check_request(const struct request *request)
{
	struct arena arena = { 0 };
	struct request again;
	struct buf line = { 0 };
	struct error error;

	require(request->kind < REQUEST_COUNT, "the command is known");
	require(!request_has_number(request->kind) || request->number > 0,
		"numbers count from 1");
	request_put(request, &line);
	line.len--;
	require(request_read(&again, buf_str(&line), &arena, &error),
		"a request can be read again");
	require(again.kind == request->kind &&
			again.number == request->number &&
			again.blank == request->blank &&
			str_eq(again.file, request->file),
		"a request is the same again");
	buf_release(&line);
	arena_release(&arena);
}

static void turn(struct trial *trial)
{
	struct timeval none = { 0 };
	struct request request;
	fd_set readable, writable;

	FD_ZERO(&readable);
	FD_ZERO(&writable);
	int end = control_prepare(trial->control, &readable, &writable);
	require(select(end, &readable, &writable, NULL, &none) >= 0,
		"all descriptors are open");
	control_serve(trial->control, &readable, &writable);
	for (int i = 0; control_next(trial->control, &request); i++) {
		require(i < 2, "each client has one turn");
		check_request(&request);
		control_answer(trial->control, &trial->status);
	}
	if (trial->flags & FLAG_WATCH)
		trial->status.slide++;
	control_publish(trial->control, &trial->status);
}

static void check_line(struct trial *trial, struct str line)
{
	struct arena arena = { 0 };
	struct json_object object;
	struct talk_status status;
	struct error error;

	require(str_is_clean(line), "a line is clean UTF-8");
	require(json_read(&object, line, &arena, &error), "a line is JSON");
	trial->replies += json_find(&object, "ok") != NULL;
	require(json_find(&object, "error") ||
			status_read(&status, line, &arena),
		"a line is a refusal or a status");
	arena_release(&arena);
}

static void hear(struct trial *trial)
{
	char bytes[4096];
	ssize_t got;
	struct str line;

	while ((got = recv(trial->client, bytes, sizeof(bytes), 0)) > 0) {
		stream_put(&trial->heard, (struct str){ bytes, (size_t)got });
		while (stream_take(&trial->heard, &line) == STREAM_LINE)
			check_line(trial, line);
	}
}

static int send_to(int fd, struct str text)
{
	ssize_t put = send(fd, text.ptr, text.len, MSG_NOSIGNAL);

	return put > 0 ? (int)put : 0;
}

static int join(struct trial *trial)
{
	struct error error;
	int fd = address_connect(control_path(trial->control), &error);

	require(fd >= 0, "everybody can come in");
	return fd;
}

static void begin(struct trial *trial, int flags)
{
	struct error error;

	*trial = (struct trial){ .folder = "/tmp/deckle-fuzz-XXXXXX",
				 .status = { .slide = 1, .slides = 1 },
				 .flags = flags,
				 .heard.max = BYTES_MAX };
	require(mkdtemp(trial->folder) != NULL, "there is a folder");
	trial->control = control_open(trial->folder, str_of("/a.md"), &error);
	require(trial->control != NULL, "a socket can be made");
	trial->client = join(trial);
	trial->other = join(trial);
	if (flags & FLAG_WATCH)
		send_to(trial->client, str_of("{\"command\":\"watch\"}\n"));
}

/* Send all of it; a talk that does not read any more is a broken one. */
static void send_all(struct trial *trial, struct str text, size_t piece)
{
	int idle = 0;

	while (text.len > 0) {
		struct str part = { text.ptr,
				    text.len < piece ? text.len : piece };
		int put = send_to(trial->client, part);
		idle = put > 0 ? 0 : idle + 1;
		require(idle < 1000 || trial->flags & FLAG_SILENT,
			"what is sent is read");
		if (idle >= 1000)
			return;
		text = str_from(text, (size_t)put);
		turn(trial);
		if (!(trial->flags & FLAG_SILENT))
			hear(trial);
	}
	if (trial->flags & FLAG_STOP)
		shutdown(trial->client, SHUT_WR);
}

/* The other one has a turn, however much is left to be done. */
static void check_other(struct trial *trial)
{
	char bytes[4096];

	send_to(trial->other, str_of("{\"command\":\"status\"}\n"));
	turn(trial);
	ssize_t got = recv(trial->other, bytes, sizeof(bytes), 0);
	require(got > 0 && bytes[got - 1] == '\n', "the other is served");
}

static void end(struct trial *trial)
{
	struct buf path = { 0 };

	control_close(trial->control);
	hear(trial);
	close(trial->client);
	close(trial->other);
	stream_release(&trial->heard);
	buf_printf(&path, "%s/deckle%c", trial->folder, '\0');
	require(rmdir(path.ptr) == 0 && rmdir(trial->folder) == 0,
		"nothing is left behind");
	buf_release(&path);
}

/* Lines as a follower takes them: any of them is a status or is none. */
static void check_feed(struct str text, size_t piece)
{
	struct stream stream = { .max = SHORT_LINE };
	struct arena arena = { 0 };
	struct talk_status status;
	struct str line;

	while (text.len > 0) {
		size_t bytes = text.len < piece ? text.len : piece;
		enum stream_event event;
		stream_put(&stream, (struct str){ text.ptr, bytes });
		while ((event = stream_take(&stream, &line))) {
			if (event == STREAM_LINE)
				require(line.len <= SHORT_LINE &&
						!str_find(line, '\n'),
					"a line is a short line");
			if (event == STREAM_LINE)
				status_read(&status, line, &arena);
			arena_reset(&arena);
		}
		require(stream.buf.len - stream.begin <= SHORT_LINE,
			"nothing long is kept");
		text = str_from(text, bytes);
	}
	stream_release(&stream);
	arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trial trial;

	if (size < 3 || size > BYTES_MAX)
		return 0;
	struct str text = { (const char *)data + 3, size - 3 };
	size_t piece = 1 + data[0] % PIECE_MAX;
	begin(&trial, data[2]);
	send_all(&trial, text, piece);
	check_other(&trial);
	for (int i = 0; i < 50; i++) {
		hear(&trial);
		turn(&trial);
	}
	require(trial.replies <= (int)str_count_lines(text) + 2,
		"each line has one reply");
	end(&trial);
	check_feed(text, piece);
	return 0;
}
