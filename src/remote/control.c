/* SPDX-License-Identifier: MIT */
/*
 * The server of a talk. Every call does what can be done at once. A client
 * that owes us a read gets nothing but that: neither its requests nor the
 * changes it watches are put on top of what it has not taken.
 */
#include "remote/control.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "remote/address.h"
#include "remote/stream.h"
#include "remote/wire.h"

#define READ_BYTES ((size_t)4096)
#define ROOM_MAX   ((size_t)64 * 1024) /* of an empty buffer that is kept */

/* All zero bytes but for the descriptor is a client that has just come. */
struct client {
	int fd;
	struct stream in;
	struct buf out; /* a line that it has not taken, */
	size_t sent;	/* but for these bytes of it */
	bool watching;
	bool behind; /* and has missed what was published last */
	bool ended;  /* it sends nothing more */
	bool broken; /* it cannot be reached any more */
};

struct control {
	struct address address;
	struct client clients[CONTROL_CLIENTS_MAX];
	int count;
	bool deaf;	       /* accept(2) has failed: wait for a change */
	int turn;	       /* clients before this one had theirs */
	struct client *asking; /* whose request is to be answered */
	enum request_kind asked;
	struct arena arena;   /* of the request */
	struct buf published; /* the last line for watchers */
	struct buf known;     /* the same status at no time */
	struct buf line;      /* being put together */
};

static bool owes_read(const struct client *client)
{
	return client->out.len > client->sent;
}

/* ---- sending ---- */

static void forget_sent(struct client *client)
{
	client->sent = 0;
	buf_clear(&client->out);
	if (client->out.room > ROOM_MAX)
		buf_release(&client->out);
}

static void send_some(struct client *client)
{
	while (owes_read(client) && !client->broken) {
		ssize_t put =
			wire_send(client->fd, str_from(buf_str(&client->out),
						       client->sent));
		if (put >= 0)
			client->sent += (size_t)put;
		else if (errno == EAGAIN || errno == EWOULDBLOCK)
			return;
		else if (errno != EINTR)
			client->broken = true;
	}
	forget_sent(client);
}

static void send_line(struct client *client, const struct buf *line)
{
	buf_put(&client->out, buf_str(line));
	send_some(client);
}

static void send_published(struct control *control, struct client *client)
{
	client->behind = owes_read(client);
	if (!client->behind)
		send_line(client, &control->published);
}

static void put_refusal(struct buf *line, const char *reason)
{
	buf_clear(line);
	buf_put_text(line, "{\"ok\":false,\"error\":");
	json_put_string(line, str_of(reason));
	buf_put_text(line, "}\n");
}

/* ---- clients come and go ---- */

static void release_client(struct client *client)
{
	close(client->fd);
	stream_release(&client->in);
	buf_release(&client->out);
}

/* A watcher that sends nothing more may still listen, or may have gone. */
static void look_after(struct client *client)
{
	static const struct str nothing = STR("");

	if (client->ended && wire_send(client->fd, nothing) < 0 &&
	    errno == EPIPE)
		client->broken = true;
}

static bool is_done(struct client *client)
{
	if (client->broken)
		return true;
	return client->ended && !client->watching && !owes_read(client) &&
	       !stream_has(&client->in);
}

static void drop_done(struct control *control)
{
	int kept = 0;

	for (int i = 0; i < control->count; i++) {
		struct client *client = &control->clients[i];
		if (is_done(client))
			release_client(client);
		else
			control->clients[kept++] = *client;
	}
	if (kept < control->count)
		control->deaf = false;
	control->count = kept;
}

static void turn_away(struct control *control, struct client *client)
{
	put_refusal(&control->line, "too many clients");
	send_line(client, &control->line);
	release_client(client);
}

static void take_in(struct control *control, int fd)
{
	struct client client = { .fd = fd, .in.max = CONTROL_LINE_MAX };

	if (!wire_set_up(fd))
		close(fd);
	else if (fd >= FD_SETSIZE || control->count == CONTROL_CLIENTS_MAX)
		turn_away(control, &client);
	else
		control->clients[control->count++] = client;
}

/* False when there is nobody, or nothing to accept them with. */
static bool accept_one(struct control *control)
{
	int fd = accept(control->address.fd, NULL, NULL);

	if (fd >= 0) {
		take_in(control, fd);
		return true;
	}
	/* Out of descriptors: asking again at once is of no use. */
	control->deaf = errno != EAGAIN && errno != EWOULDBLOCK &&
			errno != EINTR && errno != ECONNABORTED;
	return false;
}

/* Some at a time: more may come as fast as they are turned away. */
static void accept_some(struct control *control)
{
	for (int i = 0; i < control->count; i++)
		look_after(&control->clients[i]);
	drop_done(control);
	for (int i = 0; i < CONTROL_CLIENTS_MAX && accept_one(control); i++)
		continue;
}

/* ---- receiving ---- */

static void receive_some(struct client *client)
{
	char bytes[READ_BYTES];
	ssize_t got = recv(client->fd, bytes, sizeof(bytes), 0);

	if (got > 0)
		stream_put(&client->in, (struct str){ bytes, (size_t)got });
	else if (got == 0)
		client->ended = true;
	else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
		client->broken = true;
}

static bool wants_read(struct client *client)
{
	return !client->ended && !owes_read(client) && !stream_has(&client->in);
}

/* With nothing to be written this is true at once: for a line to be taken. */
static bool wants_write(struct client *client)
{
	return owes_read(client) || stream_has(&client->in);
}

static void catch_up(struct control *control, struct client *client)
{
	send_some(client);
	if (client->behind && !client->broken)
		send_published(control, client);
}

static void serve_client(struct control *control, struct client *client,
			 const fd_set *readable, const fd_set *writable)
{
	if (FD_ISSET(client->fd, writable))
		catch_up(control, client);
	if (FD_ISSET(client->fd, readable) && wants_read(client))
		receive_some(client);
}

/* ---- what the talk calls ---- */

struct control *control_open(const char *runtime_dir, struct str deck,
			     struct error *error)
{
	struct control *control = calloc(1, sizeof(*control));

	if (!control)
		die("out of memory");
	bool ok = address_listen(&control->address, runtime_dir, deck, error);
	if (ok && control->address.fd >= FD_SETSIZE) {
		ok = error_set(error, "too many files are open");
		address_release(&control->address);
	}
	if (ok)
		return control;
	free(control);
	return NULL;
}

void control_close(struct control *control)
{
	if (!control)
		return;
	for (int i = 0; i < control->count; i++) {
		catch_up(control, &control->clients[i]);
		release_client(&control->clients[i]);
	}
	address_release(&control->address);
	arena_release(&control->arena);
	buf_release(&control->published);
	buf_release(&control->known);
	buf_release(&control->line);
	free(control);
}

const char *control_path(const struct control *control)
{
	return control->address.path;
}

static void add(fd_set *set, int fd, int *end)
{
	FD_SET(fd, set);
	if (fd >= *end)
		*end = fd + 1;
}

int control_prepare(struct control *control, fd_set *readable, fd_set *writable)
{
	int end = 0;

	if (!control->deaf)
		add(readable, control->address.fd, &end);
	for (int i = 0; i < control->count; i++) {
		struct client *client = &control->clients[i];
		if (wants_read(client))
			add(readable, client->fd, &end);
		if (wants_write(client))
			add(writable, client->fd, &end);
	}
	return end;
}

void control_serve(struct control *control, const fd_set *readable,
		   const fd_set *writable)
{
	for (int i = 0; i < control->count; i++)
		serve_client(control, &control->clients[i], readable, writable);
	if (FD_ISSET(control->address.fd, readable))
		accept_some(control);
	drop_done(control);
	control->turn = 0;
}

/* True for a request; what is none has been refused. */
static bool take_request(struct control *control, struct client *client,
			 struct request *request)
{
	struct error error;
	struct str line;
	enum stream_event event = stream_take(&client->in, &line);

	if (event == STREAM_NOTHING)
		return false;
	arena_reset(&control->arena);
	if (event == STREAM_LINE &&
	    request_read(request, line, &control->arena, &error))
		return true;
	if (event == STREAM_TOO_LONG)
		error_set(&error, "a line of more than %d bytes",
			  CONTROL_LINE_MAX);
	put_refusal(&control->line, error.text);
	send_line(client, &control->line);
	return false;
}

bool control_next(struct control *control, struct request *request)
{
	control->asking = NULL;
	while (control->turn < control->count) {
		struct client *client = &control->clients[control->turn++];
		if (client->broken || owes_read(client) ||
		    !take_request(control, client, request))
			continue;
		control->asking = client;
		control->asked = request->kind;
		return true;
	}
	return false;
}

void control_refuse(struct control *control, const char *reason)
{
	if (!control->asking)
		return;
	put_refusal(&control->line, reason);
	send_line(control->asking, &control->line);
	control->asking = NULL;
}

void control_answer(struct control *control, const struct talk_status *status)
{
	struct client *client = control->asking;

	if (!client)
		return;
	buf_clear(&control->line);
	buf_put_text(&control->line, "{\"ok\":true,");
	status_put(status, &control->line);
	buf_put_text(&control->line, "}\n");
	send_line(client, &control->line);
	control_publish(control, status);
	/* Only now: the reply says what was published. */
	if (control->asked == REQUEST_WATCH)
		client->watching = true;
	control->asking = NULL;
}

/* False when watchers know it already. */
static bool is_news(struct control *control, const struct talk_status *status)
{
	struct talk_status timeless = *status;
	struct buf known = control->known;

	timeless.elapsed = 0;
	buf_clear(&control->line);
	status_put(&timeless, &control->line);
	if (str_eq(buf_str(&control->line), buf_str(&known)))
		return false;
	control->known = control->line;
	control->line = known;
	return true;
}

void control_publish(struct control *control, const struct talk_status *status)
{
	if (!is_news(control, status))
		return;
	buf_clear(&control->published);
	buf_printf(&control->published, "{\"event\":\"%s\",",
		   status->over ? "end" : "change");
	status_put(status, &control->published);
	buf_put_text(&control->published, "}\n");
	control->deaf = false;
	for (int i = 0; i < control->count; i++) {
		if (control->clients[i].watching)
			send_published(control, &control->clients[i]);
	}
}
