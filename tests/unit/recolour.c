/* SPDX-License-Identifier: MIT */
/*
 * From a command's colours to the looks of lines on a slide.
 */
#include "present/recolour.h"

#include <poll.h>
#include <sys/wait.h>

#include "slide/read.h"
#include "support/unit.h"

static void finish(struct colourist *colourist)
{
	struct error error;

	while (colourist_take(colourist, 1, 0, &error) != COLOURIST_NOTHING ||
	       colourist_timeout(colourist, 0) >= 0) {
		struct pollfd output = { colourist_fd(colourist), POLLIN, 0 };
		siginfo_t info;
		if (output.fd >= 0)
			poll(&output, 1, -1);
		else if (colourist_timeout(colourist, 0) >= 0)
			waitid(P_ALL, 0, &info, WEXITED | WNOWAIT);
	}
}

/* "a|ff0000/000000:3,": up to a byte, in a colour, on one, emphasized. */
static void put_looks(struct buf *out, const struct code_line *line)
{
	const struct code_look *look = line->looks;
	size_t at = 0;

	for (; look && at < line->text.len; at = look++->end) {
		buf_put(out,
			(struct str){ line->text.ptr + at, look->end - at });
		buf_printf(out, "|%x/%x:%x,", (unsigned)look->tint.text,
			   (unsigned)look->tint.ground, look->emphasis);
	}
	buf_put_byte(out, '\n');
}

static void put_blocks(struct buf *out, const struct block *block)
{
	const struct code_line *line = NULL;

	if (block->kind == BLOCK_CODE)
		line = block->code.first;
	for (; line; line = line->next)
		put_looks(out, line);
	for (block = block->first; block; block = block->next)
		put_blocks(out, block);
}

static void gives_looks_to_lines(void **state)
{
	static const struct {
		const char *name, *deck, *command, *want;
	} cases[] = {
		{ "all of a line", "```c\nint\n```\n",
		  "sed 's/.*/\033[38;5;16m&\033[m/'", "int|1000000/0:0,\n" },
		{ "a part of it", "```c\nan int x\n```\n",
		  "sed 's/int/\033[1;3;4;38;2;1;2;3m&\033[m/'",
		  "an |0/0:0,int|1010203/0:e, x|0/0:0,\n" },
		{ "side by side", "```c\nab\n```\n",
		  "sed 's/ab/\033[38;5;196ma\033[48;5;231mb/'",
		  "a|1ff0000/0:0,b|1ff0000/1ffffff:0,\n" },
		{ "the first of the palette, and the next", "```c\nab\n```\n",
		  "sed 's/ab/\033[31;104ma\033[38;5;16;48;5;15mb/'",
		  "a|2000001/200000c:0,b|1000000/200000f:0,\n" },
		{ "over lines, one of them empty", "```c\na\n\nbc\nd\n```\n",
		  "sed '1s/^/\033[4m/;3s/b/b\033[m/'",
		  "a|0/0:2,\n\nb|0/0:2,c|0/0:0,\nd|0/0:0,\n" },
		{ "no colours", "```c\na\n```\n", "cat", "a|0/0:0,\n" },
		{ "refused", "```c\na\n```\n", "tr a b", "\n" },
		{ "no language", "```\na\n```\n", "cat", "\n" },
		{ "more behind the language", "```c {1}\na\n```\n", "cat",
		  "a|0/0:0,\n" },
		{ "within others", "- x\n\n  > ```c\n  > a\n  > ```\n", "cat",
		  "a|0/0:0,\n" },
		{ "two blocks", "```c\na\n```\n\nx\n\n```py\nab\n```\n",
		  "sed 's/a/\033[4m&\033[m/'", "a|0/0:2,\na|0/0:2,b|0/0:0,\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct colourist *colourist = colourist_open(cases[i].command);
		struct buf bytes = { 0 }, got = { 0 };
		struct arena arena = { 0 };
		struct deck deck;
		buf_put_text(&bytes, cases[i].deck);
		read_deck(&deck, &bytes,
			  &(struct deck_options){ .dialect =
							  DIALECT_MARKDOWN });
		struct slide *slide = read_slide(&deck, 1, &arena);
		recolour_slide(NULL, slide, &arena);
		recolour_slide(colourist, slide, &arena);
		finish(colourist);
		recolour_slide(colourist, slide, &arena);
		assert_true(slide_check(slide));
		put_blocks(&got, &slide->body);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		arena_release(&arena);
		buf_release(&got);
		deck_release(&deck);
		colourist_close(colourist);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_looks_to_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
