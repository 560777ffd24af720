/* SPDX-License-Identifier: MIT */
/*
 * Asking a talk: its reply, its refusal, its silence. Whatever the other end
 * says has been sent before anybody waits for it.
 */
#include "remote/ask.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "remote/address.h"
#include "support/folder.h"
#include "support/unit.h"

/* The two ends of a connection. */
struct ends {
	struct address address;
	struct ask ask;
	int fd;
};

static void meet(struct ends *ends, void **state)
{
	static const struct str deck = STR("/a.md");
	struct error error;

	assert_true(address_listen(&ends->address, *state, deck, &error));
	assert_true(ask_open(&ends->ask, ends->address.path, "a.md", &error));
	ends->fd = accept(ends->address.fd, NULL, NULL);
	assert_true(ends->fd >= 0);
}

static void part(struct ends *ends)
{
	ask_close(&ends->ask);
	close(ends->fd);
	address_release(&ends->address);
}

static void say(const struct ends *ends, const char *text)
{
	assert_int_equal(send(ends->fd, text, strlen(text), MSG_NOSIGNAL),
			 strlen(text));
}

static const struct request question = { .kind = REQUEST_GOTO, .number = 7 };

static void gets_replies(void **state)
{
	struct expect expect = { 0 };
	struct ends ends;
	struct error error;
	struct str reply;
	char bytes[64];

	meet(&ends, state);
	say(&ends, "{\"ok\":true,\"slide\":7}\n{\"event\":\"change\"}\n");
	assert_true(ask_reply(&ends.ask, &question, &reply, &error));
	expect_text(&expect, "reply", "{\"ok\":true,\"slide\":7}", reply);
	ssize_t got = recv(ends.fd, bytes, sizeof(bytes), 0);
	expect_text(&expect, "request", "{\"command\":\"goto\",\"slide\":7}\n",
		    (struct str){ bytes, (size_t)got });
	assert_true(ask_watch(&ends.ask, &reply));
	expect_text(&expect, "change", "{\"event\":\"change\"}", reply);
	say(&ends, "{\"event\":\"end\"}\nhalf");
	shutdown(ends.fd, SHUT_RDWR);
	assert_true(ask_watch(&ends.ask, &reply));
	expect_text(&expect, "end", "{\"event\":\"end\"}", reply);
	assert_false(ask_watch(&ends.ask, &reply));
	part(&ends);
	expect_done(&expect);
}

static void tells_refusals(void **state)
{
	static const struct {
		const char *reply, *want;
	} cases[] = {
		{ "{\"ok\":false,\"error\":\"no \\\"x\\\"\"}\n", "no \"x\"" },
		{ "{\"ok\":false}\n", "a.md: not a talk" },
		{ "{\"ok\":1,\"error\":[]}\n", "a.md: not a talk" },
		{ "{}\n", "a.md: not a talk" },
		{ "SSH-2.0\r\n", "a.md: not a talk" },
		{ "\n", "a.md: not a talk" },
		{ "", "a.md: the talk does not answer" },
		{ "{\"ok\":true}", "a.md: the talk does not answer" },
	};
	struct expect expect = { 0 };

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct error error = { "" };
		struct ends ends;
		struct str reply;
		meet(&ends, state);
		say(&ends, cases[i].reply);
		expect_true(&expect, cases[i].reply,
			    !ask_reply(&ends.ask, &question, &reply, &error));
		expect_text(&expect, cases[i].reply, cases[i].want,
			    str_of(error.text));
		part(&ends);
	}
	expect_done(&expect);
}

static void tells_that_it_has_ended(void **state)
{
	struct error error = { "" };
	struct ends ends;
	struct str reply;

	meet(&ends, state);
	shutdown(ends.fd, SHUT_WR);
	assert_false(ask_reply(&ends.ask, &question, &reply, &error));
	assert_string_equal(error.text, "a.md: the talk has ended");
	close(ends.fd);
	assert_false(ask_reply(&ends.ask, &question, &reply, &error));
	assert_string_equal(error.text, "a.md: the talk has ended");
	ends.fd = dup(STDIN_FILENO);
	part(&ends);
}

/* What it said before it closed counts, though nothing can be sent. */
static void hears_last_words(void **state)
{
	struct error error = { "" };
	struct ends ends;
	struct str reply;

	meet(&ends, state);
	say(&ends, "{\"ok\":false,\"error\":\"too many clients\"}\n");
	close(ends.fd);
	assert_false(ask_reply(&ends.ask, &question, &reply, &error));
	assert_string_equal(error.text, "too many clients");
	ends.fd = dup(STDIN_FILENO);
	part(&ends);
}

/* One that reads nothing is not waited for, either. */
static void gives_up_sending(void **state)
{
	struct error error = { "" };
	struct ends ends;
	struct str reply;
	struct buf replies = { 0 };
	int sent = 0;

	meet(&ends, state);
	for (int i = 0; i < 5000; i++)
		buf_put_text(&replies, "{\"ok\":true}\n");
	buf_put_byte(&replies, '\0');
	say(&ends, replies.ptr);
	buf_release(&replies);
	while (sent < 5000 && ask_reply(&ends.ask, &question, &reply, &error))
		sent++;
	assert_true(sent > 0 && sent < 5000);
	assert_string_equal(error.text, "a.md: the talk does not answer");
	part(&ends);
}

#define TEST(function) \
	cmocka_unit_test_setup_teardown(function, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(gets_replies),
		TEST(tells_refusals),
		TEST(tells_that_it_has_ended),
		TEST(hears_last_words),
		TEST(gives_up_sending),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
