/* SPDX-License-Identifier: MIT */
/*
 * What a look at a whole slide tells.
 */
#include "deck/inspect.h"

#include "slide/read.h"
#include "support/unit.h"

static void put_remarks(const struct slide *slide, struct buf *out)
{
	for (const struct remark *remark = slide->remarks.first; remark;
	     remark = remark->next)
		buf_printf(out, "%d:%d %s %.*s\n", remark->line, remark->col,
			   remark_name(remark->kind), (int)remark->detail.len,
			   remark->detail.ptr);
}

static void inspects_decks(void **state)
{
	static const struct {
		const char *name, *source, *want;
	} cases[] = {
		{ "a word", "a\n", "" },
		{ "nothing", "", "1:1 empty-slide \n" },
		{ "blanks", " \n\n", "1:1 empty-slide \n" },
		{ "a definition", "[a]: https://b.c\n", "1:1 empty-slide \n" },
		{ "an empty fence", "```\n\n```\n", "1:1 empty-slide \n" },
		{ "code", "```\na\n```\n", "" },
		{ "an empty item", "*  \n", "" },
		{ "an image without words", "![](a.png)\n", "" },
		{ "a table of nothing", "| |\n|-|\n", "" },
		{ "disputed widths",
		  "a ❤\xef\xb8\x8f b\n\n* ❤\xef\xb8\x8f 8\xef\xb8\x8f"
		  "\xe2\x83\xa3\n",
		  "3:1 width 8\xef\xb8\x8f\xe2\x83\xa3\n"
		  "1:1 width ❤\xef\xb8\x8f\n" },
		{ "in code", "```\nx\n\n\xf0\x9f\x87\xaf\n```\n",
		  "4:1 width \xf0\x9f\x87\xaf\n" },
		{ "set-in code", "x\n\n    a\n\n    \xf0\x9f\x87\xaf\n",
		  "5:1 width \xf0\x9f\x87\xaf\n" },
		{ "in a table", "| a |\n|---|\n| b |\n| \xf0\x9f\x87\xaf |\n",
		  "4:1 width \xf0\x9f\x87\xaf\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct deck_options options = { .dialect = DIALECT_MDP };
		struct arena arena = { 0 };
		struct buf source = { 0 }, got = { 0 };
		struct deck deck;
		buf_put_text(&source, cases[i].source);
		read_deck(&deck, &source, &options);
		struct slide *slide = read_slide(&deck, 1, &arena);
		inspect_slide(slide, &arena);
		put_remarks(slide, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
		deck_release(&deck);
	}
	expect_done(&expect);
}

/* A slide of one text in colours; 0 is the theme's. */
static void inspects_colours(void **state)
{
	static const struct {
		const char *name;
		int text, ground;
		const char *want;
	} cases[] = {
		{ "none", 0, 0, "" },
		{ "black alone", TINT_SET, 0, "" },
		{ "white ground alone", 0, TINT_SET | 0xffffff, "" },
		{ "black on white", TINT_SET, TINT_SET | 0xffffff, "" },
		{ "black on black", TINT_SET, TINT_SET,
		  "4:2 contrast #000000 on #000000\n" },
		{ "grey on white", TINT_SET | 0x949494, TINT_SET | 0xffffff,
		  "" },
		{ "light grey on white", TINT_SET | 0x969696,
		  TINT_SET | 0xffffff, "4:2 contrast #969696 on #ffffff\n" },
		{ "yellow on white", TINT_SET | 0xffff00, TINT_SET | 0xffffff,
		  "4:2 contrast #ffff00 on #ffffff\n" },
		{ "red on blue", TINT_SET | 0xff0000, TINT_SET | 0x0000ff,
		  "4:2 contrast #ff0000 on #0000ff\n" },
		{ "yellow on blue", TINT_SET | 0xffff00, TINT_SET | 0x0000ff,
		  "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct buf got = { 0 };
		struct inline_run run = { .link = -1,
					  .text = str_of("x"),
					  .tint = { cases[i].text,
						    cases[i].ground } };
		struct block text = { .kind = BLOCK_TEXT,
				      .line = 4,
				      .col = 2,
				      .text = { .first = &run } };
		struct slide slide = { .body = { .kind = BLOCK_BODY,
						 .first = &text,
						 .last = &text },
				       .steps = 1 };
		inspect_slide(&slide, &arena);
		put_remarks(&slide, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(inspects_decks),
		cmocka_unit_test(inspects_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
