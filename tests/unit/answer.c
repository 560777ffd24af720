/* SPDX-License-Identifier: MIT */
/*
 * What terminals say, character by character.
 */
#include "backend/answer.h"

#include <string.h>

#include "support/unit.h"

/* Play what a terminal sends; keys are what no answer was made of. */
static void play(struct answers *answers, const char *text, char *keys)
{
	for (const char *at = text; *at; at++) {
		if (answers->state != ANSWER_NONE) {
			answer_take(answers, (unsigned char)*at);
		} else if (*at == 0x1b && answer_begin(answers, at[1])) {
			at++;
		} else {
			*keys++ = *at;
		}
	}
	*keys = '\0';
}

static void answers_are_read(void **state)
{
	static const struct {
		const char *sent;
		int ground; /* -1: not known */
		bool synchronized, expected;
		const char *keys;
	} cases[] = {
		{ "", -1, false, true, "" },
		{ "\x1b]11;rgb:ffff/0000/8080\x1b\\", 0xff0080, false, true,
		  "" },
		{ "\x1b]11;rgb:ffff/0000/8080\x07", 0xff0080, false, true, "" },
		{ "\x1b]11;rgb:f/0/8\x07", 0xff0088, false, true, "" },
		{ "\x1b]11;rgb:0a/0b/0c\x07", 0x0a0b0c, false, true, "" },
		{ "\x1b]11;rgb:abc/def/123\x07", 0xabde12, false, true, "" },
		{ "\x1b]11;rgba:ffff/ffff/ffff/8000\x07", 0xffffff, false, true,
		  "" },
		{ "\x1b]11;rgb:ffff/ffff\x07", -1, false, true, "" },
		{ "\x1b]11;rgb:\x07", -1, false, true, "" },
		{ "\x1b]11;red\x07", -1, false, true, "" },
		{ "\x1b]10;rgb:ffff/ffff/ffff\x07", -1, false, true, "" },
		{ "\x1b[?2026;2$y", -1, true, true, "" },
		{ "\x1b[?2026;1$y", -1, true, true, "" },
		{ "\x1b[?2026;0$y", -1, false, true, "" },
		{ "\x1b[?2026;4$y", -1, false, true, "" },
		{ "\x1b[0n", -1, false, false, "" },
		{ "l\x1b[?2026;2$yl\x1b]11;rgb:ff/ff/ff\x1b\\l\x1b[0nl",
		  0xffffff, true, false, "llll" },
		/* Nothing is expected any more: these are keys. */
		{ "\x1b[0n\x1b]11;rgb:ff/ff/ff\x07", -1, false, false,
		  "\x1b]11;rgb:ff/ff/ff\x07" },
		{ "\x1bq", -1, false, true, "\x1bq" },
		/* No answer is as long, or has that in it. */
		{ "\x1b]11;\nqq", -1, false, true, "qq" },
	};
	struct expect expect = { 0 };
	char keys[128];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct answers answers = { .expected = 1 };
		play(&answers, cases[i].sent, keys);
		expect_int(&expect, cases[i].sent, cases[i].ground,
			   answers.has_ground ? answers.ground : -1);
		expect_int(&expect, cases[i].sent, cases[i].synchronized,
			   answers.synchronized);
		expect_int(&expect, cases[i].sent, cases[i].expected,
			   answers.expected);
		expect_text(&expect, cases[i].sent, cases[i].keys,
			    str_of(keys));
	}
	expect_done(&expect);
}

/* No answer is as long. What it goes on with is keys. */
static void gives_up_in_the_end(void **state)
{
	struct answers answers = { .expected = 1 };
	char sent[ANSWER_LENGTH_MAX + 16] = "\x1b]", keys[16];

	(void)state;
	memset(sent + 2, '1', ANSWER_LENGTH_MAX + 1);
	strcat(sent, "q");
	play(&answers, sent, keys);
	assert_string_equal(keys, "q");
}

static void the_last_answer_is_waited_for(void **state)
{
	struct answers answers = { .expected = 2 };
	char keys[16];

	(void)state;
	play(&answers, "\x1b[0n", keys);
	assert_int_equal(answers.expected, 1);
	play(&answers, "n\x1b[0n\x1b[0n", keys);
	assert_int_equal(answers.expected, 0);
	assert_string_equal(keys, "n\x1b[0n");
}

static void what_is_lost_is_not_waited_for(void **state)
{
	struct answers answers = { .expected = 1 };
	char keys[16];

	(void)state;
	assert_false(answers_are_in(&answers));
	play(&answers, "\x1bP>|x", keys);
	answers_lose(&answers);
	assert_true(answers_are_in(&answers));
	/* Others have the rest of what had begun. */
	play(&answers, "lq", keys);
	assert_string_equal(keys, "lq");
	answers.expected++;
	assert_false(answers_are_in(&answers));
	play(&answers, "\x1b[0n", keys);
	assert_true(answers_are_in(&answers));
	/* It comes after all, and what is asked then is waited for. */
	play(&answers, "\x1b[0n", keys);
	assert_true(answers_are_in(&answers));
	answers.expected++;
	assert_false(answers_are_in(&answers));
}

static void images_are_known(void **state)
{
	static const struct {
		const char *sent;
		bool kitty, iterm2, sixel, may_kitty;
	} cases[] = {
		{ "", false, false, false, false },
		{ "\x1bP>|kitty(0.26.5)\x1b\\", false, false, false, true },
		{ "\x1bP>|tmux 3.3a\x1b\\", false, false, false, false },
		{ "\x1bP>|iTerm2 3.5.0\x1b\\", false, true, false, true },
		{ "\x1bP>|WezTerm 20230712\x1b\\", false, true, false, true },
		{ "\x1bP1$r0m\x1b\\", false, false, false, false },
		{ "\x1b[?63;1;2;4;6;22c", false, false, true, false },
		{ "\x1b[?62;4c", false, false, true, false },
		{ "\x1b[?62;22;41;14c", false, false, false, false },
		{ "\x1b[?4;6c", false, false, false, false },
		{ "\x1b_Gi=1;OK\x1b\\", true, false, false, false },
		{ "\x1b_Gi=1;EINVAL:bad\x1b\\", false, false, false, false },
		{ "\x1b_Gi=2;OK\x1b\\", false, false, false, false },
	};
	struct expect expect = { 0 };
	char keys[128];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct answers answers = { .expected = 1 };
		const char *sent = cases[i].sent;
		play(&answers, sent, keys);
		expect_text(&expect, sent, "", str_of(keys));
		expect_int(&expect, sent, cases[i].kitty, answers.kitty);
		expect_int(&expect, sent, cases[i].iterm2, answers.iterm2);
		expect_int(&expect, sent, cases[i].sixel, answers.sixel);
		expect_int(&expect, sent, cases[i].may_kitty,
			   answers.may_kitty);
	}
	expect_done(&expect);
}

static void sixels_have_limits(void **state)
{
	static const struct {
		const char *sent;
		int cols, rows;
	} cases[] = {
		{ "\x1b[?2;0;1000;800S", 1000, 800 },
		{ "\x1b[?2;3;0S", 0, 0 },
		{ "\x1b[?2;0;1000S", 0, 0 },
		{ "\x1b[?2;0;;S", 0, 0 },
		{ "\x1b[?1;0;1000;800S", 0, 0 },
		{ "\x1b[?2;0;1000000;800S", 0, 0 },
	};
	struct expect expect = { 0 };
	char keys[128];

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct answers answers = { .expected = 1 };
		play(&answers, cases[i].sent, keys);
		expect_int(&expect, cases[i].sent, cases[i].cols,
			   answers.sixel_most.cols);
		expect_int(&expect, cases[i].sent, cases[i].rows,
			   answers.sixel_most.rows);
	}
	expect_done(&expect);
}

static void nothing_asked_nothing_taken(void **state)
{
	struct answers answers = { 0 };

	(void)state;
	assert_false(answer_begin(&answers, '['));
	assert_false(answer_begin(&answers, ']'));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_read),
		cmocka_unit_test(gives_up_in_the_end),
		cmocka_unit_test(the_last_answer_is_waited_for),
		cmocka_unit_test(what_is_lost_is_not_waited_for),
		cmocka_unit_test(images_are_known),
		cmocka_unit_test(sixels_have_limits),
		cmocka_unit_test(nothing_asked_nothing_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
