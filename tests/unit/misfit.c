/* SPDX-License-Identifier: MIT */
/*
 * What gave way to make a slide fit.
 */
#include "layout/misfit.h"

#include "support/rig.h"
#include "support/unit.h"

static void put_remarks(const struct remarks *remarks, struct buf *out)
{
	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next)
		buf_printf(out, "%d:%d %s %.*s\n", remark->line, remark->col,
			   remark_name(remark->kind), (int)remark->detail.len,
			   remark->detail.ptr);
}

static void finds_misfits(void **state)
{
	static const struct {
		const char *name, *source;
		struct size size;
		const char *want;
	} cases[] = {
		{ "what fits", "a\n\nb\n", { 5, 10 }, "" },
		{ "outer blank rows", "\n\na\n\n\n\n\n", { 5, 10 }, "" },
		{ "an empty title bar", "a\nb\nc\nd\n", { 5, 10 }, "" },
		{ "a row",
		  "a\nb\nc\nd\n\ne\n",
		  { 5, 10 },
		  "1:1 pages 2 rows more than 10x5 has\n" },
		{ "a page mark of many",
		  "1\n2\n3\n4\n5\n6\n7\n8\n9\n",
		  { 9, 10 },
		  "1:1 pages 1 row more than 10x9 has\n" },
		{ "a title bar",
		  "%title: T\na\nb\nc\nd\n",
		  { 5, 10 },
		  "2:1 pages 1 row more than 10x5 has\n" },
		{ "links",
		  "[a](b) [c](d)\n",
		  { 3, 10 },
		  "1:1 pages 3 rows more than 10x3 has\n"
		  "1:1 broken-line 1 column more than 10x3 has\n" },
		{ "no rows at all", "a\nb\nc\n", { 0, 10 }, "" },
		{ "a text",
		  "one two three\n",
		  { 9, 10 },
		  "1:1 broken-line 3 columns more than 10x9 has\n" },
		{ "a text in an item",
		  "* one two three four five\n",
		  { 9, 20 },
		  "1:1 broken-line 7 columns more than 20x9 has\n" },
		{ "a text of the deck's width",
		  "%width: 5\none two\n",
		  { 9, 10 },
		  "" },
		{ "a word of the deck's width",
		  "%width: 5\none elephant\n",
		  { 9, 10 },
		  "2:1 broken-line 3 columns more than the width "
		  "of 5 has\n" },
		{ "a width beyond the screen",
		  "%width: 20\na rhinoceros\n",
		  { 9, 8 },
		  "2:1 broken-line 2 columns more than 8x9 has\n" },
		{ "a line of code",
		  "```\nshort\n\n12345678901\n```\n",
		  { 9, 10 },
		  "4:1 broken-line 1 column more than 10x9 has\n" },
		{ "a table",
		  "| a | b |\n|---|---|\n| 1 | 12345678 |\n",
		  { 9, 10 },
		  "1:1 broken-line 2 columns more than 10x9 has\n" },
		{ "wide characters",
		  "一二三四五六\n",
		  { 9, 10 },
		  "1:1 broken-line 2 columns more than 10x9 has\n" },
		{ "stops", "a\n^\nb\n^\nc\n", { 9, 10 }, "" },
		{ "a stop before an empty fence",
		  "a\n^\n```\n```\n^\nb\n",
		  { 9, 10 },
		  "3:1 idle-stop \n" },
		{ "at the end",
		  "a\n^\n\n```\n```\n",
		  { 9, 10 },
		  "4:1 idle-stop \n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct remarks remarks = { 0 };
		struct buf got = { 0 };
		struct rig rig;
		rig_init(&rig, str_of(cases[i].source), cases[i].size);
		rig_fit(&rig, 1);
		misfit_find(rig.fit, rig.slide, &remarks, &rig.arena);
		put_remarks(&remarks, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* Lines of a paragraph are broken wherever they have to be. */
static void knows_paragraphs_and_columns(void **state)
{
	static const struct {
		const char *name, *source;
		int cols;
		const char *want;
	} cases[] = {
		{ "short words", "one two three four five six\n", 20, "" },
		{ "a long word", "one 12345678901234567890123\n", 20,
		  "1:1 broken-line 3 columns more than 20x9 has\n" },
		{ "wide characters", "一二三四五六七八九十一二\n", 20, "" },
		{ "a line of a list's code",
		  "* a\n\n  ```\n  1\n  1234567890123456789\n  ```\n", 20,
		  "5:1 broken-line 3 columns more than 20x9 has\n" },
		{ "a column",
		  "<!-- column_layout: [1, 1] -->\n<!-- column: 1 -->\n\n"
		  "1234567890123456789012345\n",
		  40, "4:1 broken-line 8 columns more than 40x9 has\n" },
		{ "lines that light up",
		  "```c {1|2}\na\nb\n```\n\n<!-- pause -->\n\nc\n", 20, "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct remarks remarks = { 0 };
		struct buf got = { 0 };
		struct rig rig;
		rig_init_as(&rig, str_of(cases[i].source),
			    (struct size){ 9, cases[i].cols },
			    DIALECT_PRESENTERM);
		rig_fit(&rig, 1);
		misfit_find(rig.fit, rig.slide, &remarks, &rig.arena);
		put_remarks(&remarks, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_misfits),
		cmocka_unit_test(knows_paragraphs_and_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
