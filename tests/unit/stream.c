/* SPDX-License-Identifier: MIT */
/*
 * Lines out of pieces, wherever these are cut.
 */
#include "remote/stream.h"

#include "support/unit.h"

#define MAX 6

/* Everything that can be taken: lines in brackets, "!" for one too long. */
static void take_all(struct stream *stream, struct buf *out)
{
	for (;;) {
		bool has = stream_has(stream);
		struct str line;
		enum stream_event event = stream_take(stream, &line);
		assert_int_equal(has, event != STREAM_NOTHING);
		if (event == STREAM_NOTHING)
			return;
		if (event == STREAM_TOO_LONG)
			buf_put_byte(out, '!');
		else
			buf_printf(out, "[%.*s]", (int)line.len, line.ptr);
	}
}

static const struct {
	const char *bytes, *want;
} cases[] = {
	{ "", "" },
	{ "\n", "[]" },
	{ "a", "" },
	{ "a\n", "[a]" },
	{ "a\nb", "[a]" },
	{ "a\nbc\n\nd\n", "[a][bc][][d]" },
	{ "a\r\nb\r\n", "[a][b]" },
	{ "a\rb\n\r\n", "[a\rb][]" },
	{ "123456\n", "[123456]" },
	{ "123456", "" },
	{ "1234567", "!" },
	{ "1234567\n", "!" },
	{ "1234567890123456789012345\na\n", "![a]" },
	{ "1234567\n1234567\na\n1234567", "!![a]!" },
};

static void takes_lines(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct stream stream = { .max = MAX };
		struct buf got = { 0 };
		stream_put(&stream, str_of(cases[i].bytes));
		take_all(&stream, &got);
		expect_text(&expect, cases[i].bytes, cases[i].want,
			    buf_str(&got));
		stream_release(&stream);
		buf_release(&got);
	}
	expect_done(&expect);
}

/* However the bytes come in, the lines are the same. */
static void takes_pieces(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases) * 4; i++) {
		struct str rest = str_of(cases[i / 4].bytes);
		struct stream stream = { .max = MAX };
		struct buf got = { 0 };
		while (rest.len > 0) {
			size_t len =
				i % 4 + 1 < rest.len ? i % 4 + 1 : rest.len;
			stream_put(&stream, (struct str){ rest.ptr, len });
			take_all(&stream, &got);
			rest = str_from(rest, len);
		}
		expect_text(&expect, cases[i / 4].bytes, cases[i / 4].want,
			    buf_str(&got));
		stream_release(&stream);
		buf_release(&got);
	}
	expect_done(&expect);
}

/* What is dropped takes no memory, and what was taken is given back. */
static void keeps_little(void **state)
{
	struct stream stream = { .max = MAX };
	struct str line;

	(void)state;
	stream_put(&stream, str_of("1234567"));
	assert_int_equal(stream_take(&stream, &line), STREAM_TOO_LONG);
	for (int i = 0; i < 100000; i++) {
		stream_put(&stream, str_of("0123456789"));
		assert_int_equal(stream_take(&stream, &line), STREAM_NOTHING);
	}
	for (int i = 0; i < 100000; i++) {
		stream_put(&stream, str_of("\nabc"));
		stream_take(&stream, &line);
	}
	assert_true(stream.buf.room < 4096);
	stream_release(&stream);
}

static void gives_room_back(void **state)
{
	struct stream stream = { .max = 1000000 };
	struct buf large = { 0 };
	struct str line;

	(void)state;
	buf_repeat(&large, 'x', 999999);
	buf_put_byte(&large, '\n');
	stream_put(&stream, buf_str(&large));
	assert_int_equal(stream_take(&stream, &line), STREAM_LINE);
	assert_int_equal(line.len, 999999);
	stream_put(&stream, str_of("a\n"));
	assert_true(stream.buf.room < 4096);
	assert_int_equal(stream_take(&stream, &line), STREAM_LINE);
	assert_true(str_eq(line, str_of("a")));
	buf_release(&large);
	stream_release(&stream);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_lines),
		cmocka_unit_test(takes_pieces),
		cmocka_unit_test(keeps_little),
		cmocka_unit_test(gives_room_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
