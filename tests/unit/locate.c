/* SPDX-License-Identifier: MIT */
/*
 * Which view shows a line, and which line a view shows.
 */
#include "layout/locate.h"

#include "support/rig.h"
#include "support/unit.h"

/* A screen whose title bar gives way: four rows and a footer. */
#define ROWS 5

/* Steps, all on one page. */
#define STEPS "# one\n\n* a\n^\n* b\n^\n* c\n"

/* Pages of four rows: 1 to 4, 5 to 8, 9. */
#define PAGES "1\n2\n3\n4\n5\n6\n7\n8\n9\n"

#define CODE "text\n\n```c {3|1-2|all}\none\ntwo\nthree\n```\n"

#define COLUMNS                                   \
	"<!-- column_layout: [1, 1] -->\n"        \
	"<!-- column: 0 -->\n\nleft\n\nbelow\n\n" \
	"<!-- column: 1 -->\n\nright\n\n"         \
	"<!-- pause -->\n\nlate\n"

struct lines_case {
	const char *name, *source;
	enum dialect dialect;
	struct size size;
	int first, last;
	struct view want;
};

static const struct lines_case lines_cases[] = {
	{ "step 0", STEPS, DIALECT_MDP, { 10, 20 }, 3, 3, { 0, 0 } },
	{ "a step", STEPS, DIALECT_MDP, { 10, 20 }, 5, 5, { 1, 0 } },
	{ "a stop and what it reveals",
	  STEPS,
	  DIALECT_MDP,
	  { 10, 20 },
	  6,
	  7,
	  { 2, 0 } },
	{ "a stop alone", STEPS, DIALECT_MDP, { 10, 20 }, 6, 6, { 1, 0 } },
	{ "all", STEPS, DIALECT_MDP, { 10, 20 }, 1, 7, { 0, 0 } },
	{ "above all", STEPS, DIALECT_MDP, { 10, 20 }, 0, 0, { 0, 0 } },
	{ "below all", STEPS, DIALECT_MDP, { 10, 20 }, 99, 99, { 2, 0 } },
	{ "a removed line", STEPS, DIALECT_MDP, { 10, 20 }, 6, 5, { 1, 0 } },
	{ "an empty slide", "", DIALECT_MDP, { 10, 20 }, 1, 1, { 0, 0 } },
	{ "a page", PAGES, DIALECT_MDP, { ROWS, 20 }, 6, 6, { 0, 1 } },
	{ "its first line", PAGES, DIALECT_MDP, { ROWS, 20 }, 5, 5, { 0, 1 } },
	{ "from a page to the next",
	  PAGES,
	  DIALECT_MDP,
	  { ROWS, 20 },
	  4,
	  6,
	  { 0, 0 } },
	{ "the last page", PAGES, DIALECT_MDP, { ROWS, 20 }, 9, 9, { 0, 2 } },
	{ "a step on the second page",
	  PAGES "^\n10\n",
	  DIALECT_MDP,
	  { ROWS, 20 },
	  11,
	  11,
	  { 1, 2 } },
	{ "a wrapped line",
	  "one two three four five six\n^\nseven\n",
	  DIALECT_MDP,
	  { 3, 6 },
	  1,
	  1,
	  { 0, 0 } },
	{ "below a wrapped line",
	  "one two three four five six\n^\nseven\n",
	  DIALECT_MDP,
	  { 3, 6 },
	  2,
	  2,
	  { 0, 2 } },
	{ "a link's text counts",
	  "[a](b)\n\n2\n3\n4\n5\n6\n",
	  DIALECT_MDP,
	  { ROWS, 20 },
	  1,
	  1,
	  { 0, 0 } },
	{ "code that lights up later",
	  CODE,
	  DIALECT_PRESENTERM,
	  { 12, 30 },
	  5,
	  5,
	  { 1, 0 } },
	{ "code that is lit",
	  CODE,
	  DIALECT_PRESENTERM,
	  { 12, 30 },
	  6,
	  6,
	  { 0, 0 } },
	{ "what says which is lit",
	  CODE,
	  DIALECT_PRESENTERM,
	  { 12, 30 },
	  3,
	  3,
	  { 1, 0 } },
	{ "a column",
	  COLUMNS,
	  DIALECT_PRESENTERM,
	  { 12, 60 },
	  10,
	  10,
	  { 0, 0 } },
	{ "a step in a column",
	  COLUMNS,
	  DIALECT_PRESENTERM,
	  { 12, 60 },
	  14,
	  14,
	  { 1, 0 } },
	{ "a row of a table",
	  "| a | b |\n|---|---|\n| 1 | 2 |\n^\n| 3 | 4 |\n",
	  DIALECT_MDP,
	  { 10, 30 },
	  3,
	  3,
	  { 0, 0 } },
	{ "a footnote",
	  "a[^1]\n\n2\n\n3\n\n4\n\n5\n\n[^1]: note\n",
	  DIALECT_MARKDOWN,
	  { ROWS, 20 },
	  11,
	  11,
	  { 0, 2 } },
};

static void finds_views(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(lines_cases); i++) {
		const struct lines_case *at = &lines_cases[i];
		struct rig rig;
		rig_init_as(&rig, str_of(at->source), at->size, at->dialect);
		rig_fit(&rig, 1);
		int view = locate_lines(rig.fit, at->first, at->last);
		expect_true(&expect, at->name,
			    view >= 0 && view < rig.fit->view_count);
		expect_int(&expect, at->name, at->want.step,
			   rig.fit->views[view].step);
		expect_int(&expect, at->name, at->want.page,
			   rig.fit->views[view].page);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* The line that each view of a slide begins with. */
static void finds_lines(void **state)
{
	static const struct {
		const char *name, *source;
		struct size size;
		const char *want;
	} cases[] = {
		{ "steps", STEPS, { 10, 20 }, "1 1 1 " },
		{ "pages", PAGES, { ROWS, 20 }, "1 5 9 " },
		{ "blank lines above", "\n\n\na\n", { 9, 20 }, "4 " },
		{ "a slide of nothing", "%title: T\n\n", { 9, 20 }, "2 " },
		{ "a wrapped line",
		  "one two three\n\nfour\n",
		  { 3, 6 },
		  "1 1 3 " },
		{ "a quote", "> a\n> b\n", { 9, 20 }, "1 " },
		{ "code", "```\n\n  x\n```\n", { 9, 20 }, "1 " },
		{ "a header", "%title: T\n\na\n", { 9, 20 }, "3 " },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct rig rig;
		rig_init(&rig, str_of(cases[i].source), cases[i].size);
		rig_fit(&rig, 1);
		for (int view = 0; view < rig.fit->view_count; view++)
			buf_printf(&got, "%d ", locate_line(rig.fit, view));
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* Steps of a talk on a screen where the slide takes other pages. */
static void follows_steps(void **state)
{
	static const struct {
		const char *name, *source;
		struct size size;
		int step, line;
		struct view want;
	} cases[] = {
		{ "one page", STEPS, { 10, 20 }, 1, 1, { 1, 0 } },
		{ "no such step", STEPS, { 10, 20 }, 9, 1, { 2, 0 } },
		{ "a step below all", STEPS, { 10, 20 }, -1, 1, { 0, 0 } },
		{ "a page", PAGES, { ROWS, 20 }, 0, 7, { 0, 1 } },
		{ "the first page", PAGES, { ROWS, 20 }, 0, 1, { 0, 0 } },
		{ "a line above", PAGES, { ROWS, 20 }, 0, 0, { 0, 0 } },
		{ "a step elsewhere",
		  PAGES "^\n10\n",
		  { ROWS, 20 },
		  1,
		  1,
		  { 0, 0 } },
		{ "a page of a later step",
		  "1\n2\n3\n4\n^\n5\n6\n",
		  { ROWS, 20 },
		  0,
		  6,
		  { 0, 0 } },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rig rig;
		rig_init(&rig, str_of(cases[i].source), cases[i].size);
		rig_fit(&rig, 1);
		int view = locate_step(rig.fit, cases[i].step, cases[i].line);
		expect_int(&expect, cases[i].name, cases[i].want.step,
			   rig.fit->views[view].step);
		expect_int(&expect, cases[i].name, cases[i].want.page,
			   rig.fit->views[view].page);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* Going to the line that a view begins with never leaves its page. */
static void comes_back(void **state)
{
	(void)state;
	for (int rows = 3; rows <= 12; rows++) {
		struct rig rig;
		rig_init(&rig, BYTES(PAGES "^\n> x\n> y\n^\n* z\n* z\n"),
			 (struct size){ rows, 20 });
		rig_fit(&rig, 1);
		for (int i = 0; i < rig.fit->view_count; i++) {
			const struct view *view = &rig.fit->views[i];
			int line = locate_line(rig.fit, i);
			int there = locate_step(rig.fit, view->step, line);
			assert_int_equal(rig.fit->views[there].page,
					 view->page);
			assert_true(rig.fit->views[there].step <= view->step);
			there = locate_lines(rig.fit, line, line);
			assert_int_equal(rig.fit->views[there].page,
					 view->page);
		}
		rig_release(&rig);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_views),
		cmocka_unit_test(finds_lines),
		cmocka_unit_test(follows_steps),
		cmocka_unit_test(comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
