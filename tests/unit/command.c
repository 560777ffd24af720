/* SPDX-License-Identifier: MIT */
/*
 * What is said of commands of the user's.
 */
#include "present/command.h"

#include <stdlib.h>

#include "support/folder.h"
#include "support/unit.h"

static void knows_the_program(void **state)
{
	static const struct {
		const char *command, *want;
	} cases[] = {
		{ "bat", "bat" },
		{ " bat -pf", "bat" },
		{ "/usr/bin/bat\t-pf", "/usr/bin/bat" },
		{ "'my bat' -pf", "my bat" },
		{ "\"my \"bat -pf", "my bat" },
		{ "my\\ bat -pf", "my bat" },
		{ "", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		command_program(&got, cases[i].command);
		expect_text(&expect, cases[i].command, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void fails_by_name(void **state)
{
	struct error error;

	(void)state;
	assert_false(command_fail("bat -pf", "takes too long", &error));
	assert_string_equal(error.text, "bat: takes too long");
}

static const struct {
	const char *command, *script, *want; /* "": well */
} ends[] = {
	{ "vim", "exit 0", "" },
	{ "vim", "exit 1", "vim: ended with status 1" },
	{ "./no/such -x", "./no/such -x 2>/dev/null", "./no/such: not found" },
	{ "'my vim' -R", "exit 127", "my vim: not found" },
	{ "./plain", "./plain 2>/dev/null", "./plain: cannot be run" },
	{ "vim\n-R", "exit 2", "vim: ended with status 2" },
	{ "vim", "kill -TERM $$", "vim: ended by signal 15" },
	{ "vim", "exit 128", "vim: ended with status 128" },
	{ "vim", "exit 137", "vim: ended by signal 9" },
	{ "vim", "exit 255", "vim: ended with status 255" },
};

static void says_how_it_ended(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	folder_put("plain", BYTES("x\n"));
	for (size_t i = 0; i < COUNT(ends); i++) {
		struct error error = { "" };
		bool well = command_check(ends[i].command,
					  system(ends[i].script), &error);
		expect_true(&expect, ends[i].want, well == !ends[i].want[0]);
		expect_text(&expect, ends[i].command, ends[i].want,
			    str_of(error.text));
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_the_program),
		cmocka_unit_test(fails_by_name),
		cmocka_unit_test(says_how_it_ended),
	};

	return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
