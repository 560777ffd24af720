/* SPDX-License-Identifier: MIT */
/*
 * A talk's end of its socket, with clients of every kind at the other end:
 * real sockets, driven turn by turn, and nothing that waits.
 */
#include "remote/control.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "remote/address.h"
#include "support/folder.h"
#include "support/unit.h"

/* A talk of nine slides that obeys, and writes down what it was asked for. */
struct talk {
	struct control *control;
	struct talk_status status;
	struct buf log;
	struct buf notes;
	int wakes; /* of the last turns: descriptors that were ready */
};

static void begin(struct talk *talk, void **state)
{
	static const struct str deck = STR("/a/talk.md");
	struct error error = { "" };

	*talk = (struct talk){ .status = { .slide = 1, .slides = 9 } };
	talk->control = control_open(*state, deck, &error);
	if (!talk->control)
		fail_msg("%s", error.text);
	control_publish(talk->control, &talk->status);
}

static void end(struct talk *talk)
{
	control_close(talk->control);
	buf_release(&talk->log);
	buf_release(&talk->notes);
}

static void obey(struct talk *talk, const struct request *request)
{
	buf_printf(&talk->log, "%s ", request_word(request->kind));
	if (request->kind == REQUEST_GOTO && request->number > 9) {
		control_refuse(talk->control, "there is no such slide");
		return;
	}
	if (request->kind == REQUEST_NEXT)
		talk->status.slide++;
	if (request->kind == REQUEST_GOTO)
		talk->status.slide = request->number;
	control_answer(talk->control, &talk->status);
}

/* One turn of the loop; the number of requests that it has obeyed. */
static int turn(struct talk *talk)
{
	struct timeval none = { 0 };
	struct request request;
	fd_set readable, writable;
	int requests = 0;

	FD_ZERO(&readable);
	FD_ZERO(&writable);
	int end = control_prepare(talk->control, &readable, &writable);
	talk->wakes = select(end, &readable, &writable, NULL, &none);
	assert_true(talk->wakes >= 0);
	control_serve(talk->control, &readable, &writable);
	for (; control_next(talk->control, &request); requests++)
		obey(talk, &request);
	control_publish(talk->control, &talk->status);
	return requests;
}

/* Turns until there is nothing to do any more. */
static void settle(struct talk *talk)
{
	int turns = 0;

	do {
		turn(talk);
		assert_true(++turns < 100000);
	} while (talk->wakes > 0);
}

static void expect_log(struct talk *talk, const char *want)
{
	struct expect expect = { 0 };

	expect_text(&expect, "requests", want, buf_str(&talk->log));
	expect_done(&expect);
}

/* ---- clients ---- */

static int join(const struct talk *talk)
{
	struct error error = { "" };
	int fd = address_connect(control_path(talk->control), &error);

	if (fd < 0)
		fail_msg("%s", error.text);
	return fd;
}

static void say(int fd, struct str text)
{
	assert_int_equal(send(fd, text.ptr, text.len, MSG_NOSIGNAL), text.len);
}

#define SAY(fd, literal) say(fd, BYTES(literal))

/* What has come; true when the other end has closed. */
static bool hear(int fd, struct buf *text)
{
	char bytes[4096];
	ssize_t got;

	while ((got = recv(fd, bytes, sizeof(bytes), 0)) > 0)
		buf_put(text, (struct str){ bytes, (size_t)got });
	return got == 0;
}

static const char *const short_names[][2] = {
	{ "\"deck\":\"\",", "" },
	{ ",\"slides\":9,\"step\":0,\"steps\":0,\"page\":0,\"pages\":0,"
	  "\"file\":\"\",\"line\":0,\"title\":\"\",\"heading\":\"\"",
	  "" },
	{ ",\"notes\":\"\",\"blank\":false,\"over\":", " over:" },
	{ "\"elapsed\":", "at:" },
	{ "\"slide\":", "slide:" },
	{ " over:false", "" },
	{ ",at:0", "" },
};

static void shorten(struct buf *text, const char *name, const char *by)
{
	struct buf out = { 0 };
	char *rest, *found;

	buf_put_byte(text, '\0');
	rest = text->ptr;
	while ((found = strstr(rest, name))) {
		buf_put(&out, (struct str){ rest, (size_t)(found - rest) });
		buf_put_text(&out, by);
		rest = found + strlen(name);
	}
	buf_put_text(&out, rest);
	buf_release(text);
	*text = out;
}

/* What a client has heard, without what never changes in this test. */
static void expect_heard(int fd, const char *want)
{
	struct expect expect = { 0 };
	struct buf text = { 0 };

	bool closed = hear(fd, &text);
	for (size_t i = 0; i < COUNT(short_names); i++)
		shorten(&text, short_names[i][0], short_names[i][1]);
	if (closed)
		buf_put_text(&text, "closed");
	expect_text(&expect, "heard", want, buf_str(&text));
	buf_release(&text);
	expect_done(&expect);
}

/* ---- one client ---- */

static void answers(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:2}\n");
	SAY(fd, "{\"command\":\"goto\",\"slide\":7}\r\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:7}\n");
	SAY(fd, "{\"command\":\"goto\",\"slide\":10}\n");
	settle(&talk);
	expect_heard(fd,
		     "{\"ok\":false,\"error\":\"there is no such slide\"}\n");
	close(fd);
	settle(&talk);
	expect_log(&talk, "next goto goto ");
	end(&talk);
}

/* A whole status is what a client gets. */
static void tells_all(void **state)
{
	struct expect expect = { 0 };
	struct buf text = { 0 };
	struct talk talk;

	begin(&talk, state);
	talk.status.deck = str_of("/a/talk.md");
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"status\"}\n");
	settle(&talk);
	hear(fd, &text);
	expect_text(&expect, "status",
		    "{\"ok\":true,\"deck\":\"/a/talk.md\",\"slide\":1,"
		    "\"slides\":9,\"step\":0,\"steps\":0,\"page\":0,"
		    "\"pages\":0,\"file\":\"\",\"line\":0,\"title\":\"\","
		    "\"heading\":\"\",\"elapsed\":0,\"notes\":\"\","
		    "\"blank\":false,\"over\":false}\n",
		    buf_str(&text));
	close(fd);
	buf_release(&text);
	end(&talk);
	expect_done(&expect);
}

/* Each of these gets one reply, and nobody else is disturbed. */
static void refuses_garbage(void **state)
{
	static const struct {
		struct str text;
		const char *want; /* the reply begins with it */
	} cases[] = {
		{ STR("\n"), "not JSON" },
		{ STR("next\n"), "not JSON" },
		{ STR("GET / HTTP/1.1\r\n"), "not JSON" },
		{ STR("\0\n"), "not JSON" },
		{ STR("{\"command\":\"next\0\"}\n"), "not JSON" },
		{ STR("{\"command\":\"\\u0000\"}\n"), "not JSON" },
		{ STR("\xff\xfe\n"), "not JSON" },
		{ STR("{\"command\":\"\xff\"}\n"), "not JSON" },
		{ STR("{\"command\":\"next\",\"command\":\"quit\"}\n"),
		  "not JSON" },
		{ STR("{\"command\":\"goto\",\"slide\":9e999}\n"), "not JSON" },
		{ STR("{\"command\":\"goto\",\"slide\":1e3}\n"),
		  "\\\"slide\\\": not a whole number from 1" },
		{ STR("[[[[\n"), "not JSON" },
		{ STR("[]\n"), "not a JSON object" },
		{ STR("{\"command\":\"nxt\"}\n"),
		  "\\\"nxt\\\": unknown command" },
		{ STR("{\"command\":\"\\u001b[2J\"}\n"),
		  "\\\"\\u001b[2J\\\": unknown command" },
	};
	struct expect expect = { 0 };
	struct talk talk;

	begin(&talk, state);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 }, want = { 0 };
		int fd = join(&talk);
		say(fd, cases[i].text);
		SAY(fd, "{\"command\":\"status\"}\n");
		settle(&talk);
		hear(fd, &got);
		buf_printf(&want, "{\"ok\":false,\"error\":\"%s",
			   cases[i].want);
		expect_true(&expect, cases[i].want,
			    str_starts(buf_str(&got), buf_str(&want)));
		expect_int(&expect, cases[i].want, 2,
			   (long long)str_count_lines(buf_str(&got)));
		close(fd);
		buf_release(&got);
		buf_release(&want);
	}
	end(&talk);
	expect_done(&expect);
}

static void refuses_depth(void **state)
{
	struct buf line = { 0 };
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	buf_repeat(&line, '[', CONTROL_LINE_MAX);
	buf_put_byte(&line, '\n');
	say(fd, buf_str(&line));
	settle(&talk);
	buf_clear(&line);
	hear(fd, &line);
	assert_true(str_starts(buf_str(&line),
			       BYTES("{\"ok\":false,\"error\":\"not JSON")));
	assert_int_equal(str_count_lines(buf_str(&line)), 1);
	close(fd);
	buf_release(&line);
	end(&talk);
}

/* A line as long as is allowed; then longer ones, of which the rest goes. */
static void limits_lines(void **state)
{
	struct buf line = { 0 };
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	buf_put_text(&line, "{\"command\":\"next\"}");
	buf_repeat(&line, ' ', CONTROL_LINE_MAX - line.len);
	buf_put_byte(&line, '\n');
	say(fd, buf_str(&line));
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:2}\n");
	line.ptr[line.len - 1] = ' ';
	for (int i = 0; i < 20; i++) {
		say(fd, buf_str(&line));
		settle(&talk);
	}
	expect_heard(fd, "{\"ok\":false,\"error\":\"a line of more than 4096 "
			 "bytes\"}\n");
	SAY(fd, "{\"command\":\"quit\"}\n{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:3}\n");
	expect_log(&talk, "next next ");
	close(fd);
	buf_release(&line);
	end(&talk);
}

/* Byte by byte; what is not finished is never obeyed. */
static void waits_for_the_end_of_lines(void **state)
{
	static const struct str line = STR("{\"command\":\"next\"}\n");
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	for (size_t i = 0; i < line.len; i++) {
		expect_log(&talk, "");
		say(fd, (struct str){ line.ptr + i, 1 });
		settle(&talk);
	}
	expect_log(&talk, "next ");
	SAY(fd, "{\"command\":\"quit\"}");
	settle(&talk);
	close(fd);
	settle(&talk);
	expect_log(&talk, "next ");
	end(&talk);
}

/* As `printf ... | nc -U` does: everything sent, then no more of it. */
static void answers_who_has_stopped_sending(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"next\"}\n{\"command\":\"next\"}\nhalf");
	shutdown(fd, SHUT_WR);
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:2}\n{\"ok\":true,slide:3}\n"
			 "closed");
	close(fd);
	end(&talk);
}

static void survives_who_has_gone(void **state)
{
	struct talk talk;

	begin(&talk, state);
	for (int i = 0; i < 3 * CONTROL_CLIENTS_MAX; i++) {
		int fd = join(&talk);
		if (i % 3 > 0)
			SAY(fd, "{\"command\":\"status\"}\n{\"comm");
		if (i % 3 > 1)
			turn(&talk);
		close(fd);
	}
	settle(&talk);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:2}\n");
	close(fd);
	end(&talk);
}

/* ---- several clients ---- */

/* One of them sends a lot: the other has its turn at once all the same. */
static void gives_each_a_turn(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int flood = join(&talk), other = join(&talk);
	for (int i = 0; i < 100; i++)
		SAY(flood, "{\"command\":\"goto\",\"slide\":2}\n");
	turn(&talk);
	SAY(other, "{\"command\":\"goto\",\"slide\":3}\n");
	assert_int_equal(turn(&talk), 2);
	expect_heard(other, "{\"ok\":true,slide:3}\n");
	for (int i = 0; i < 99; i++) {
		expect_heard(flood, "{\"ok\":true,slide:2}\n");
		assert_int_equal(turn(&talk), 1);
		assert_true(talk.wakes > 0);
	}
	assert_int_equal(turn(&talk), 0);
	assert_int_equal(talk.wakes, 0);
	close(flood);
	close(other);
	end(&talk);
}

static void turns_away_who_is_too_many(void **state)
{
	int fds[CONTROL_CLIENTS_MAX];
	struct talk talk;

	begin(&talk, state);
	for (int i = 0; i < CONTROL_CLIENTS_MAX; i++)
		fds[i] = join(&talk);
	int more = join(&talk);
	settle(&talk);
	expect_heard(more, "{\"ok\":false,\"error\":\"too many clients\"}\n"
			   "closed");
	close(more);
	for (int i = 0; i < CONTROL_CLIENTS_MAX; i++)
		SAY(fds[i], "{\"command\":\"status\"}\n");
	settle(&talk);
	for (int i = 0; i < CONTROL_CLIENTS_MAX; i++)
		expect_heard(fds[i], "{\"ok\":true,slide:1}\n");
	close(fds[0]);
	settle(&talk);
	fds[0] = join(&talk);
	SAY(fds[0], "{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(fds[0], "{\"ok\":true,slide:2}\n");
	for (int i = 0; i < CONTROL_CLIENTS_MAX; i++)
		close(fds[i]);
	end(&talk);
}

/* More bytes than a socket takes, for who does not read them. */
static void fatten(struct talk *talk)
{
	if (talk->notes.len == 0)
		buf_repeat(&talk->notes, 'n', 500000);
	talk->status.notes = buf_str(&talk->notes);
}

/* The line that begins last in it. */
static struct str last_line(struct str text)
{
	struct str line = { NULL, 0 };

	while (text.len > 0)
		line = str_take_line(&text);
	return line;
}

static void hear_all(struct talk *talk, int fd, struct buf *text)
{
	do {
		hear(fd, text);
		turn(talk);
	} while (talk->wakes > 0);
	hear(fd, text);
}

/* Its requests wait until it takes the replies; others need not. */
static void reads_nothing_from_who_does_not_read(void **state)
{
	struct buf text = { 0 };
	struct talk talk;

	begin(&talk, state);
	fatten(&talk);
	int slow = join(&talk), other = join(&talk);
	for (int i = 0; i < 5; i++)
		SAY(slow, "{\"command\":\"status\"}\n");
	settle(&talk);
	expect_log(&talk, "status ");
	SAY(other, "{\"command\":\"next\"}\n");
	hear_all(&talk, other, &text);
	assert_int_equal(str_count_lines(buf_str(&text)), 1);
	buf_clear(&text);
	expect_log(&talk, "status next ");
	hear_all(&talk, slow, &text);
	assert_int_equal(str_count_lines(buf_str(&text)), 5);
	expect_log(&talk, "status next status status status status ");
	close(slow);
	close(other);
	buf_release(&text);
	end(&talk);
}

/* ---- watching ---- */

static void publishes_changes(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int watcher = join(&talk), other = join(&talk);
	SAY(watcher, "{\"command\":\"watch\"}\n");
	settle(&talk);
	expect_heard(watcher, "{\"ok\":true,slide:1}\n");
	SAY(other, "{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(other, "{\"ok\":true,slide:2}\n");
	expect_heard(watcher, "{\"event\":\"change\",slide:2}\n");
	talk.status.slide = 5;
	talk.status.elapsed = 61;
	settle(&talk);
	expect_heard(other, "");
	expect_heard(watcher, "{\"event\":\"change\",slide:5,at:61}\n");
	talk.status.over = true;
	settle(&talk);
	end(&talk);
	expect_heard(watcher, "{\"event\":\"end\",slide:5,at:61 over:true}\n"
			      "closed");
	close(watcher);
	close(other);
}

static void publishes_nothing_twice(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	/* It may be that nobody has seen the last change yet. */
	talk.status.slide = 3;
	SAY(fd, "{\"command\":\"watch\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:3}\n");
	talk.status.elapsed = 7;
	settle(&talk);
	expect_heard(fd, "");
	SAY(fd, "{\"command\":\"watch\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:3,at:7}\n");
	close(fd);
	end(&talk);
}

/* A watcher may ask, too: first its reply, then the change. */
static void answers_watchers(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"watch\"}\n{\"command\":\"next\"}\n");
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:1}\n{\"ok\":true,slide:2}\n"
			 "{\"event\":\"change\",slide:2}\n");
	close(fd);
	end(&talk);
}

/* What changed while a watcher did not read is missed, but for the newest. */
static void skips_for_slow_watchers(void **state)
{
	struct buf text = { 0 };
	struct talk talk;

	begin(&talk, state);
	fatten(&talk);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"watch\"}\n");
	settle(&talk);
	for (int i = 0; i < 50; i++) {
		talk.status.slide = 1 + i % 9;
		talk.status.line = i;
		settle(&talk);
	}
	hear_all(&talk, fd, &text);
	assert_int_equal(str_count_lines(buf_str(&text)), 2);
	buf_put_byte(&text, '\0');
	struct str line = last_line(str_of(text.ptr));
	assert_true(str_starts(line, BYTES("{\"event\":\"change\"")));
	assert_non_null(strstr(line.ptr, "\"line\":49,"));
	assert_true(line.ptr[line.len - 1] == '}');
	close(fd);
	buf_release(&text);
	end(&talk);
}

/* One that sends nothing more is told on, and costs no turns. */
static void tells_who_has_stopped_sending(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int fd = join(&talk);
	SAY(fd, "{\"command\":\"watch\"}\n");
	shutdown(fd, SHUT_WR);
	settle(&talk);
	turn(&talk);
	assert_int_equal(talk.wakes, 0);
	talk.status.slide = 4;
	settle(&talk);
	expect_heard(fd, "{\"ok\":true,slide:1}\n"
			 "{\"event\":\"change\",slide:4}\n");
	close(fd);
	end(&talk);
}

/* Watchers that have gone leave their places to others. */
static void forgets_watchers(void **state)
{
	struct talk talk;

	begin(&talk, state);
	for (int i = 0; i < 3 * CONTROL_CLIENTS_MAX; i++) {
		int fd = join(&talk);
		SAY(fd, "{\"command\":\"watch\"}\n");
		settle(&talk);
		expect_heard(fd, "{\"ok\":true,slide:1}\n");
		close(fd);
		settle(&talk);
	}
	end(&talk);
}

/* ---- the talk itself ---- */

static void costs_nothing_when_idle(void **state)
{
	struct talk talk;

	begin(&talk, state);
	int half = join(&talk), idle = join(&talk);
	SAY(half, "{\"command\"");
	settle(&talk);
	for (int i = 0; i < 3; i++) {
		turn(&talk);
		assert_int_equal(talk.wakes, 0);
	}
	close(half);
	close(idle);
	end(&talk);
}

static void leaves_nothing_behind(void **state)
{
	struct stat about;
	struct talk talk;
	char path[ADDRESS_BYTES];

	begin(&talk, state);
	strcpy(path, control_path(talk.control));
	assert_int_equal(stat(path, &about), 0);
	end(&talk);
	assert_int_equal(stat(path, &about), -1);
	control_close(NULL);
}

static void says_why_it_cannot_open(void **state)
{
	static const struct str deck = STR("/a.md");
	struct error error = { "" };

	folder_put("deckle", BYTES(""));
	assert_null(control_open(*state, deck, &error));
	assert_non_null(strstr(error.text, "not a folder"));
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(answers),
		TEST(tells_all),
		TEST(refuses_garbage),
		TEST(refuses_depth),
		TEST(limits_lines),
		TEST(waits_for_the_end_of_lines),
		TEST(answers_who_has_stopped_sending),
		TEST(survives_who_has_gone),
		TEST(gives_each_a_turn),
		TEST(turns_away_who_is_too_many),
		TEST(reads_nothing_from_who_does_not_read),
		TEST(publishes_changes),
		TEST(publishes_nothing_twice),
		TEST(answers_watchers),
		TEST(skips_for_slow_watchers),
		TEST(tells_who_has_stopped_sending),
		TEST(forgets_watchers),
		TEST(costs_nothing_when_idle),
		TEST(leaves_nothing_behind),
		TEST(says_why_it_cannot_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
