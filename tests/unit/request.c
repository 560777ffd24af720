/* SPDX-License-Identifier: MIT */
/*
 * Requests: every command there and back, and all that is none.
 */
#include "remote/request.h"

#include "support/unit.h"

static void put_request(const struct request *request, struct buf *out)
{
	static const char *const blanking[] = {
		[BLANK_TOGGLE] = "", [BLANK_ON] = " on", [BLANK_OFF] = " off"
	};

	buf_put_text(out, request_word(request->kind));
	if (request->number)
		buf_printf(out, " %d", request->number);
	buf_put_text(out, blanking[request->blank]);
	if (request->file.len > 0)
		buf_printf(out, " %.*s", (int)request->file.len,
			   request->file.ptr);
}

static void reads_and_writes(void **state)
{
	static const struct {
		const char *line, *want;
		const char *written; /* NULL: as it was read */
	} cases[] = {
		{ "{\"command\":\"next\"}", "next", NULL },
		{ "{\"command\":\"prev\"}", "prev", NULL },
		{ "{\"command\":\"goto\",\"slide\":7}", "goto 7", NULL },
		{ "{\"command\":\"step\",\"step\":2}", "step 2", NULL },
		{ "{\"command\":\"line\",\"line\":12}", "line 12", NULL },
		{ "{\"command\":\"line\",\"line\":12,\"file\":\"/a b.md\"}",
		  "line 12 /a b.md", NULL },
		{ "{\"command\":\"line\",\"line\":1,\"file\":\"/\\\"日\\\\\"}",
		  "line 1 /\"日\\", NULL },
		{ "{\"command\":\"first\"}", "first", NULL },
		{ "{\"command\":\"last\"}", "last", NULL },
		{ "{\"command\":\"blank\"}", "blank", NULL },
		{ "{\"command\":\"blank\",\"on\":true}", "blank on", NULL },
		{ "{\"command\":\"blank\",\"on\":false}", "blank off", NULL },
		{ "{\"command\":\"reload\"}", "reload", NULL },
		{ "{\"command\":\"quit\"}", "quit", NULL },
		{ "{\"command\":\"status\"}", "status", NULL },
		{ "{\"command\":\"watch\"}", "watch", NULL },
		{ " { \"slide\" : 7, \"command\" : \"g\\u006fto\" } ", "goto 7",
		  "{\"command\":\"goto\",\"slide\":7}" },
		{ "{\"command\":\"goto\",\"slide\":99999999999}",
		  "goto 2147483647",
		  "{\"command\":\"goto\",\"slide\":2147483647}" },
		{ "{\"command\":\"next\",\"slide\":7,\"on\":3,\"x\":[{}]}",
		  "next", "{\"command\":\"next\"}" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const char *written =
			cases[i].written ? cases[i].written : cases[i].line;
		struct arena arena = { 0 };
		struct request request = { 0 };
		struct buf got = { 0 };
		struct error error;
		expect_true(&expect, cases[i].line,
			    request_read(&request, str_of(cases[i].line),
					 &arena, &error));
		put_request(&request, &got);
		expect_text(&expect, cases[i].line, cases[i].want,
			    buf_str(&got));
		buf_clear(&got);
		request_put(&request, &got);
		assert_int_equal(got.ptr[--got.len], '\n');
		expect_text(&expect, cases[i].line, written, buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void refuses(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "[]", "not a JSON object" },
		{ "{}", "\"command\" is missing" },
		{ "{\"command\":7}", "\"command\": not a string" },
		{ "{\"command\":null}", "\"command\": not a string" },
		{ "{\"command\":\"nxt\"}", "\"nxt\": unknown command" },
		{ "{\"command\":\"\"}", "\"\": unknown command" },
		{ "{\"command\":\"Next\"}", "\"Next\": unknown command" },
		{ "{\"command\":\"next \"}", "\"next \": unknown command" },
		{ "{\"command\":\"goto\"}", "\"slide\" is missing" },
		{ "{\"command\":\"goto\",\"step\":1}", "\"slide\" is missing" },
		{ "{\"command\":\"step\"}", "\"step\" is missing" },
		{ "{\"command\":\"line\"}", "\"line\" is missing" },
		{ "{\"command\":\"goto\",\"slide\":0}",
		  "\"slide\": not a whole number from 1" },
		{ "{\"command\":\"goto\",\"slide\":-3}",
		  "\"slide\": not a whole number from 1" },
		{ "{\"command\":\"goto\",\"slide\":1.5}",
		  "\"slide\": not a whole number from 1" },
		{ "{\"command\":\"goto\",\"slide\":\"7\"}",
		  "\"slide\": not a whole number from 1" },
		{ "{\"command\":\"line\",\"line\":[1]}",
		  "\"line\": not a whole number from 1" },
		{ "{\"command\":\"line\",\"line\":1,\"file\":7}",
		  "\"file\": not an absolute path" },
		{ "{\"command\":\"line\",\"line\":1,\"file\":\"a.md\"}",
		  "\"file\": not an absolute path" },
		{ "{\"command\":\"line\",\"line\":1,\"file\":\"\"}",
		  "\"file\": not an absolute path" },
		{ "{\"command\":\"blank\",\"on\":1}",
		  "\"on\": neither true nor false" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct request request;
		struct error error = { "" };
		expect_true(&expect, cases[i].line,
			    !request_read(&request, str_of(cases[i].line),
					  &arena, &error));
		expect_text(&expect, cases[i].line, cases[i].want,
			    str_of(error.text));
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* An error stays a short line, whatever the command was. */
static void cuts_long_words(void **state)
{
	struct buf line = { 0 };
	struct arena arena = { 0 };
	struct request request;
	struct error error;

	(void)state;
	buf_put_text(&line, "{\"command\":\"");
	buf_repeat(&line, 'x', 3000);
	buf_put_text(&line, "\"}");
	assert_false(request_read(&request, buf_str(&line), &arena, &error));
	assert_true(str_of(error.text).len < 100);
	buf_release(&line);
	arena_release(&arena);
}

static void finds_words(void **state)
{
	(void)state;
	for (int i = 0; i < REQUEST_COUNT; i++) {
		enum request_kind kind = (enum request_kind)i;
		assert_int_equal(request_find(str_of(request_word(kind))),
				 kind);
		assert_true(request_help(kind)[0] != '\0');
		assert_int_equal(request_has_number(kind),
				 request_argument(kind)[0] == 'N');
	}
	assert_int_equal(request_find(str_of("")), REQUEST_COUNT);
	assert_int_equal(request_find(str_of("nex")), REQUEST_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_and_writes),
		cmocka_unit_test(refuses),
		cmocka_unit_test(cuts_long_words),
		cmocka_unit_test(finds_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
