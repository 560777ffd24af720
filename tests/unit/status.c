/* SPDX-License-Identifier: MIT */
/*
 * The status of a talk: written in one way, read from anything.
 */
#include "remote/status.h"

#include "support/unit.h"

static const struct talk_status full = {
	.deck = STR("/a/talk.md"),
	.slide = 2,
	.slides = 9,
	.step = 3,
	.steps = 4,
	.page = 1,
	.pages = 5,
	.file = STR("/a/part.md"),
	.line = 12,
	.title = STR("A \"talk\""),
	.heading = STR("日本"),
	.elapsed = 61,
	.notes = STR("one\ntwo\n"),
	.blank = true,
};

#define FULL                                                               \
	"\"deck\":\"/a/talk.md\",\"slide\":2,\"slides\":9,\"step\":3,"     \
	"\"steps\":4,\"page\":1,\"pages\":5,\"file\":\"/a/part.md\","      \
	"\"line\":12,\"title\":\"A \\\"talk\\\"\",\"heading\":\"日本\"," \
	"\"elapsed\":61,\"notes\":\"one\\u000atwo\\u000a\","               \
	"\"blank\":true,\"over\":false"

static void writes(void **state)
{
	static const struct talk_status empty = { 0 };
	struct expect expect = { 0 };
	struct buf got = { 0 };

	(void)state;
	status_put(&full, &got);
	expect_text(&expect, "full", FULL, buf_str(&got));
	buf_clear(&got);
	status_put(&empty, &got);
	expect_text(&expect, "empty",
		    "\"deck\":\"\",\"slide\":0,\"slides\":0,\"step\":0,"
		    "\"steps\":0,\"page\":0,\"pages\":0,\"file\":\"\","
		    "\"line\":0,\"title\":\"\",\"heading\":\"\",\"elapsed\":0,"
		    "\"notes\":\"\",\"blank\":false,\"over\":false",
		    buf_str(&got));
	buf_release(&got);
	expect_done(&expect);
}

/* Read, then written again: what was understood. */
static void reads(void **state)
{
	static const struct {
		const char *name, *line, *want;
	} cases[] = {
		{ "all", "{" FULL "}", FULL },
		{ "a reply", "{\"ok\":true," FULL "}", FULL },
		{ "a change", "{\"event\":\"change\"," FULL "}", FULL },
		{ "strange members", "{\"x\":[[1]],\"Slide\":3," FULL "}",
		  FULL },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct talk_status status;
		struct buf got = { 0 };
		expect_true(&expect, cases[i].name,
			    status_read(&status, str_of(cases[i].line),
					&arena));
		status_put(&status, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void passes_over_what_cannot_be(void **state)
{
	struct arena arena = { 0 };
	struct talk_status status;

	(void)state;
	assert_true(status_read(
		&status,
		BYTES("{\"slide\":1,\"slides\":-2,\"step\":\"3\",\"steps\":1.5,"
		      "\"page\":null,\"pages\":2147483648,\"deck\":7,"
		      "\"elapsed\":-1,\"blank\":1,\"over\":\"true\"}"),
		&arena));
	assert_int_equal(status.slide, 1);
	assert_int_equal(status.slides, 0);
	assert_int_equal(status.step, 0);
	assert_int_equal(status.steps, 0);
	assert_int_equal(status.page, 0);
	assert_int_equal(status.pages, 0);
	assert_int_equal(status.deck.len, 0);
	assert_int_equal(status.elapsed, 0);
	assert_false(status.blank);
	assert_false(status.over);
	arena_release(&arena);
}

static void tells_a_status_from_others(void **state)
{
	static const struct {
		const char *line;
		bool want;
	} cases[] = {
		{ "{\"slide\":1}", true },
		{ "{\"over\":true}", true },
		{ "{\"ok\":true,\"slide\":1}", true },
		{ "{\"ok\":false,\"slide\":1}", false },
		{ "{\"ok\":1,\"slide\":1}", false },
		{ "{\"slide\":0}", false },
		{ "{\"over\":false}", false },
		{ "{\"slide\":\"1\"}", false },
		{ "{}", false },
		{ "", false },
		{ "[1]", false },
		{ "hello", false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct talk_status status;
		expect_int(&expect, cases[i].line, cases[i].want,
			   status_read(&status, str_of(cases[i].line), &arena));
		arena_release(&arena);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes),
		cmocka_unit_test(reads),
		cmocka_unit_test(passes_over_what_cannot_be),
		cmocka_unit_test(tells_a_status_from_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
