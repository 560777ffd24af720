/* SPDX-License-Identifier: MIT */
/*
 * What `deckle remote` is told, as a request.
 */
#include "app/words.h"

#include <string.h>

#include "support/unit.h"

/* Words that are separated by single blanks. */
static bool read_words(struct remote_options *remote, char text[128],
		       const char *line, struct error *error)
{
	const char *words[16];
	int count = 0;

	strcpy(text, line);
	for (char *word = strtok(text, " "); word; word = strtok(NULL, " "))
		words[count++] = word;
	*remote = (struct remote_options){ 0 };
	return words_read(remote, words, count, error);
}

static void reads_commands(void **state)
{
	static const struct {
		const char *line, *want; /* the request, then the file */
	} cases[] = {
		{ "next", "{\"command\":\"next\"}\n" },
		{ "prev", "{\"command\":\"prev\"}\n" },
		{ "goto 7", "{\"command\":\"goto\",\"slide\":7}\n" },
		{ "goto 007", "{\"command\":\"goto\",\"slide\":7}\n" },
		{ "goto 99999999999999999999",
		  "{\"command\":\"goto\",\"slide\":2147483647}\n" },
		{ "step 1", "{\"command\":\"step\",\"step\":1}\n" },
		{ "line 12", "{\"command\":\"line\",\"line\":12}\n" },
		{ "line 12 a.md", "{\"command\":\"line\",\"line\":12}\na.md" },
		{ "first", "{\"command\":\"first\"}\n" },
		{ "last", "{\"command\":\"last\"}\n" },
		{ "blank", "{\"command\":\"blank\"}\n" },
		{ "blank on", "{\"command\":\"blank\",\"on\":true}\n" },
		{ "blank off", "{\"command\":\"blank\",\"on\":false}\n" },
		{ "reload", "{\"command\":\"reload\"}\n" },
		{ "quit", "{\"command\":\"quit\"}\n" },
		{ "status", "{\"command\":\"status\"}\n" },
		{ "watch", "{\"command\":\"watch\"}\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct remote_options remote;
		struct buf got = { 0 };
		struct error error;
		char text[128];
		expect_true(&expect, cases[i].line,
			    read_words(&remote, text, cases[i].line, &error));
		request_put(&remote.request, &got);
		if (remote.file)
			buf_put_text(&got, remote.file);
		expect_text(&expect, cases[i].line, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void refuses(void **state)
{
	static const struct {
		const char *line, *want;
	} cases[] = {
		{ "", "remote: no command (see --help)" },
		{ "nxt", "nxt: no command of remote (see --help)" },
		{ "Next", "Next: no command of remote (see --help)" },
		{ "next 2", "2: one word too many" },
		{ "goto", "goto: N is missing (see --help)" },
		{ "step", "step: N is missing (see --help)" },
		{ "line", "line: N [FILE] is missing (see --help)" },
		{ "goto x", "x: not a whole number from 1" },
		{ "goto 0", "0: not a whole number from 1" },
		{ "goto -1", "-1: not a whole number from 1" },
		{ "goto +1", "+1: not a whole number from 1" },
		{ "goto 1.5", "1.5: not a whole number from 1" },
		{ "goto 1 2", "2: one word too many" },
		{ "line a.md 12", "a.md: not a whole number from 1" },
		{ "line 1 a.md b.md", "b.md: one word too many" },
		{ "blank maybe", "maybe: neither on nor off" },
		{ "blank on off", "off: one word too many" },
		{ "watch me", "me: one word too many" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct remote_options remote;
		struct error error = { "" };
		char text[128];
		expect_true(&expect, cases[i].line,
			    !read_words(&remote, text, cases[i].line, &error));
		expect_text(&expect, cases[i].line, cases[i].want,
			    str_of(error.text));
	}
	expect_done(&expect);
}

static void help_lists_all(void **state)
{
	struct buf help = { 0 };

	(void)state;
	words_put_help(&help);
	buf_put_byte(&help, '\0');
	for (int i = 0; i < REQUEST_COUNT; i++) {
		struct buf row = { 0 };
		buf_printf(&row, "\n  %s %s%c",
			   request_word((enum request_kind)i),
			   request_argument((enum request_kind)i), '\0');
		assert_non_null(strstr(help.ptr, row.ptr));
		buf_release(&row);
	}
	buf_release(&help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_commands),
		cmocka_unit_test(refuses),
		cmocka_unit_test(help_lists_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
