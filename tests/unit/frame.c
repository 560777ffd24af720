/* SPDX-License-Identifier: MIT */
/*
 * Bars around a slide, and how they give way where there is no room.
 */
#include "layout/frame.h"

#include "backend/text.h"
#include "support/model.h"
#include "support/rig.h"
#include "support/unit.h"

struct frame_case {
	const char *name, *deck;
	struct size size;
	struct bars bars;
	int row;
	const char *want;
};

#define TITLED "%title: A title\n%author: Somebody\n\n"
#define TALL   "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"

static const struct frame_case frame_cases[] = {
	{ "title",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1 },
	  0,
	  "      A title" },
	{ "author and number",
	  TITLED "x\n",
	  { 6, 40 },
	  { .number = 1 },
	  5,
	  "   Somebody                     1 / 1" },
	{ "narrow margins",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1 },
	  5,
	  " Somebody     1 / 1" },
	{ "the number alone",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1, .style = NUMBER_ALONE },
	  5,
	  " Somebody         1" },
	{ "no number",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1, .style = NUMBER_NONE },
	  5,
	  " Somebody" },
	{ "a notice",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1, .notice = STR("Reloaded") },
	  5,
	  " Reloaded     1 / 1" },
	{ "a place",
	  TITLED "x\n",
	  { 6, 40 },
	  { .number = 1, .place = STR("talk.md:12") },
	  5,
	  "   talk.md:12                   1 / 1" },
	{ "a place and a notice",
	  TITLED "x\n",
	  { 6, 40 },
	  { .number = 1,
	    .place = STR("talk.md:12"),
	    .notice = STR("line 9: odd") },
	  5,
	  "   talk.md:12  line 9: odd      1 / 1" },
	{ "a place and a long notice",
	  TITLED "x\n",
	  { 6, 40 },
	  { .number = 1,
	    .place = STR("talk.md:12"),
	    .notice = STR("line 9: a stop reveals nothing") },
	  5,
	  "   talk.md:12  line 9: a stop…  1 / 1" },
	{ "a place that leaves no room",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1, .place = STR("talk.md:1"), .notice = STR("odd odd") },
	  5,
	  " talk.md:1    1 / 1" },
	{ "a place without room",
	  TITLED "x\n",
	  { 6, 20 },
	  { .number = 1, .place = STR("a-long-talk.md:12") },
	  5,
	  " …talk.md:12  1 / 1" },
	{ "a place and pages",
	  TITLED TALL,
	  { 6, 40 },
	  { .number = 1, .place = STR("talk.md:12"), .notice = STR("odd odd") },
	  5,
	  "   talk.md:12      1/3 ▼ Space  1 / 1" },
	{ "a long author",
	  "%title: T\n%author: Somebody With Names\n\nx\n",
	  { 6, 20 },
	  { .number = 1 },
	  5,
	  " Somebody W…  1 / 1" },
	{ "a long title",
	  "%title: A title with many words\n\nx\n",
	  { 6, 15 },
	  { .number = 1 },
	  0,
	  " A title with…" },
	{ "a long title on two rows",
	  "%title: A title with many words\n\nx\n",
	  { 10, 16 },
	  { .number = 1 },
	  1,
	  "   many words" },
	{ "a wide title",
	  "%title: 日本語の題\n\nx\n",
	  { 6, 9 },
	  { .number = 1 },
	  0,
	  " 日本語…" },
	{ "a page mark",
	  TITLED TALL,
	  { 6, 40 },
	  { .number = 1 },
	  5,
	  "   Somebody   1/3 ▼ Space       1 / 1" },
	{ "a page mark without room",
	  TITLED TALL,
	  { 6, 20 },
	  { .number = 1 },
	  5,
	  "       1/3 ▼  1 / 1" },
	{ "no number where there is no room",
	  "x\n",
	  { 4, 6 },
	  { .number = 1 },
	  3,
	  "" },
};

static void draws_bars(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(frame_cases); i++) {
		const struct frame_case *at = &frame_cases[i];
		struct buf text = { 0 };
		struct rig rig;
		rig_init(&rig, str_of(at->deck), at->size);
		rig_fit(&rig, 1);
		struct grid grid = frame_draw(&rig.arena, rig.fit,
					      rig.fit->views[0], &at->bars);
		grid_check(&grid);
		text_write(&grid, &text);
		struct str rest = buf_str(&text), line = { NULL, 0 };
		for (int row = 0; row <= at->row && rest.len > 0; row++)
			line = str_take_line(&rest);
		expect_text(&expect, at->name, at->want, line);
		buf_release(&text);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* The footer of a slide of ten rows, or of one. */
static void put_footer(struct buf *out, bool no_footer, bool no_numbers,
		       int lines, const char *notice)
{
	struct bars bars = { .number = 1, .notice = str_of(notice) };
	struct size size = { 6, 40 };
	struct model model;

	model_init(&model);
	model.deck.author = str_of("Somebody");
	model.deck.settings.no_numbers = no_numbers;
	model.slide->no_footer = no_footer;
	for (int i = 0; i < lines; i++)
		model_text(&model, "x");
	model_fit(&model, size);
	struct grid grid =
		frame_draw(&model.arena, model.fit, model.fit->views[0], &bars);
	grid.cells += (size_t)(grid.rows - 1) * (size_t)grid.cols;
	grid.rows = 1;
	text_write(&grid, out);
	model_release(&model);
}

static void leaves_footers_out(void **state)
{
	static const struct {
		const char *name;
		bool no_footer, no_numbers;
		int lines;
		const char *notice, *want;
	} cases[] = {
		{ "with all", false, false, 1, "",
		  "   Somebody                     1 / 1\n" },
		{ "no number", false, true, 1, "", "   Somebody\n" },
		{ "no footer", true, false, 1, "", "\n" },
		{ "a notice", true, false, 1, "Reloaded", "   Reloaded\n" },
		{ "a page mark", true, false, 10, "",
		  "              1/2 ▼ Space\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_footer(&got, cases[i].no_footer, cases[i].no_numbers,
			   cases[i].lines, cases[i].notice);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* All views of a deck of one slide, with marks on some lines. */
static void put_marks(struct buf *out, const char *source, struct size size,
		      const int *lines, int count)
{
	struct bars bars = { .style = NUMBER_NONE,
			     .marked_lines = lines,
			     .marked_count = count };
	struct rig rig;

	rig_init_as(&rig, str_of(source), size, DIALECT_PRESENTERM);
	rig_fit(&rig, 1);
	for (int i = 0; i < rig.fit->view_count; i++) {
		struct grid grid = frame_draw(&rig.arena, rig.fit,
					      rig.fit->views[i], &bars);
		grid_check(&grid);
		if (i > 0)
			buf_put_text(out, "--\n");
		text_write(&grid, out);
	}
	rig_release(&rig);
}

static void marks_rows(void **state)
{
	static const int lines[] = { 4, 2, 9 };
	static const struct {
		const char *name, *source;
		struct size size;
		const char *want;
	} cases[] = {
		{ "none", "a\n", { 1, 6 }, "  a\n" },
		{ "a code line, and what is dim",
		  "```\na\nb\n```\n",
		  { 2, 6 },
		  "  a  !\n  b\n" },
		{ "continuations",
		  "```\nabcdefgh\nb\n```\n",
		  { 4, 6 },
		  "abcdef\n↳ gh !\nb\n\n" },
		{ "a step",
		  "x\n\n<!-- pause -->\ny\n",
		  { 4, 6 },
		  "  x\n\n\n\n--\n  x\n\n  y  !\n\n" },
		{ "no room at the right",
		  "x\n\n\n- abcdef\n",
		  { 4, 10 },
		  "x\n\n! • abcdef\n\n" },
		{ "no room at all",
		  "```\n一二三\n```\n",
		  { 1, 6 },
		  "一二三\n" },
		{ "an empty line of code",
		  "```\na\nb\n\nc\n```\n",
		  { 7, 6 },
		  "\n  a  !\n  b\n     !\n  c\n\n\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_marks(&got, cases[i].source, cases[i].size, lines,
			  COUNT(lines));
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* Any screen can be drawn, and the grid is as large as it. */
static void draws_at_any_size(void **state)
{
	static const int lines[] = { 4, 14, 15 };
	struct bars bars = { .number = 1,
			     .notice = STR("日本語 notice"),
			     .marked_lines = lines,
			     .marked_count = COUNT(lines) };

	(void)state;
	for (int rows = 1; rows <= 8; rows++) {
		bars.place = str_of(rows % 2 ? "" : "日本.md:12");
		for (int cols = 1; cols <= 45; cols++) {
			struct rig rig;
			rig_init(&rig, BYTES(TITLED TALL "[a](b)\n* 日本\n"),
				 (struct size){ rows, cols });
			rig_fit(&rig, 1);
			for (int i = 0; i < rig.fit->view_count; i++) {
				struct grid grid =
					frame_draw(&rig.arena, rig.fit,
						   rig.fit->views[i], &bars);
				assert_int_equal(grid.rows, rows);
				assert_int_equal(grid.cols, cols);
				grid_check(&grid);
			}
			rig_release(&rig);
		}
	}
}

/* The bars never take what the slide shows: they have rows of their own. */
static void bars_hide_nothing(void **state)
{
	(void)state;
	for (int rows = 1; rows <= 12; rows++) {
		struct rig rig;
		struct buf text = { 0 };
		size_t found = 0;
		rig_init(&rig, BYTES("%title: T\n\na\na\na\na\na\na\na\n"),
			 (struct size){ rows, 12 });
		rig_fit(&rig, 1);
		for (int page = 0; page < rig.fit->page_count; page++) {
			struct grid grid =
				rig_draw(&rig, (struct view){ 0, page });
			text_write(&grid, &text);
		}
		for (size_t i = 0; i < text.len; i++)
			found += text.ptr[i] == 'a';
		assert_int_equal(found, 7);
		buf_release(&text);
		rig_release(&rig);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(draws_bars),
		cmocka_unit_test(leaves_footers_out),
		cmocka_unit_test(marks_rows),
		cmocka_unit_test(draws_at_any_size),
		cmocka_unit_test(bars_hide_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
