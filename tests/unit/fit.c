/* SPDX-License-Identifier: MIT */
/*
 * Fitting: what gives way first, where things stand, which views there are.
 */
#include "layout/fit.h"

#include <string.h>

#include "backend/text.h"
#include "support/model.h"
#include "support/rig.h"
#include "support/unit.h"

/* n lines "1" to "n", as a slide. */
static void put_lines(struct buf *out, int lines)
{
	for (int i = 1; i <= lines; i++)
		buf_printf(out, "%d\n", i);
}

static void begin(struct rig *rig, const char *deck, int cols, int rows)
{
	rig_init(rig, str_of(deck), (struct size){ rows, cols });
	rig_fit(rig, 1);
}

/* The screen row and column of a word, or -1, -1. */
static struct pos find(struct rig *rig, struct view view, const char *word)
{
	struct grid grid = rig_draw(rig, view);
	struct pos found = { -1, -1 };

	for (int row = 0; row < grid.rows && found.row < 0; row++) {
		const struct cell *cells = grid_row(&grid, row);
		for (int col = 0; col < grid.cols; col++) {
			struct str rest = str_of(word);
			int at = col;
			while (rest.len > 0 && at < grid.cols &&
			       str_starts(rest, cells[at].glyph)) {
				rest = str_from(rest, cells[at].glyph.len);
				at++;
			}
			if (rest.len == 0) {
				found = (struct pos){ row, col };
				break;
			}
		}
	}
	return found;
}

static void stands_in_the_middle(void **state)
{
	static const struct {
		const char *name, *deck;
		int cols, rows, row, col;
	} cases[] = {
		{ "both ways", "word\n", 20, 11, 5, 8 },
		{ "odd rest is below and right", "word\n", 21, 12, 5, 8 },
		{ "blank lines above push down", "\n\nword\n", 20, 12, 6, 8 },
		{ "blank lines below push up", "word\n\n\n", 20, 12, 4, 8 },
		{ "as wide as the widest line of the deck",
		  "word\n\n---\n1234567890\n", 20, 11, 4, 5 },
		{ "centred", "-> word <-\n\n---\n1234567890\n", 20, 11, 4, 8 },
		{ "a footer, but no title bar below 5 rows", "word\n", 20, 4, 1,
		  8 },
		{ "no bars below 3 rows", "word\n", 20, 2, 0, 8 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rig rig;
		begin(&rig, cases[i].deck, cases[i].cols, cases[i].rows);
		struct pos at = find(&rig, rig.fit->views[0], "word");
		expect_int(&expect, cases[i].name, cases[i].row, at.row);
		expect_int(&expect, cases[i].name, cases[i].col, at.col);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* As written, then without outer blanks, then over the bar, then pages. */
static void gives_way_in_order(void **state)
{
	struct expect expect = { 0 };
	struct buf deck = { 0 };
	struct rig rig;

	(void)state;
	buf_put_text(&deck, "%title: T\n\n\n");
	put_lines(&deck, 6);
	buf_put_text(&deck, "\n\n");
	buf_put_byte(&deck, '\0');
	struct {
		const char *name;
		int rows, pages, first_row;
	} cases[] = {
		{ "as written", 12, 1, 3 },
		{ "without outer blanks", 11, 1, 2 },
		{ "just without them", 8, 1, 1 },
		{ "pages", 7, 2, 1 },
		{ "more pages", 5, 2, 1 },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		begin(&rig, deck.ptr, 20, cases[i].rows);
		expect_int(&expect, cases[i].name, cases[i].pages,
			   rig.fit->page_count);
		expect_int(&expect, cases[i].name, cases[i].first_row,
			   find(&rig, rig.fit->views[0], "1").row);
		rig_release(&rig);
	}
	buf_release(&deck);
	expect_done(&expect);
}

static void untitled_decks_give_the_title_bar(void **state)
{
	struct buf deck = { 0 };
	struct rig rig;

	(void)state;
	put_lines(&deck, 9);
	buf_put_byte(&deck, '\0');
	begin(&rig, deck.ptr, 20, 10);
	assert_int_equal(rig.fit->page_count, 1);
	assert_int_equal(rig.fit->title_rows, 0);
	rig_release(&rig);
	begin(&rig, deck.ptr, 20, 11);
	assert_int_equal(rig.fit->title_rows, 1);
	rig_release(&rig);
	buf_release(&deck);
}

static void pages_end_at_blank_rows(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, "1\n2\n3\n4\n5\n\n6\n7\n8\n9\n", 10, 8);
	assert_int_equal(rig.fit->page_count, 2);
	assert_int_equal(rig.fit->pages[0].count, 5);
	assert_int_equal(find(&rig, (struct view){ 0, 1 }, "6").row,
			 rig.fit->pages[1].top);
	rig_release(&rig);
}

static void links_stand_at_the_foot(void **state)
{
	struct rig rig;

	(void)state;
	begin(&rig, "[a](http://b)\n", 60, 12);
	assert_int_equal(find(&rig, rig.fit->views[0], "[0] http").row, 9);
	assert_int_equal(find(&rig, rig.fit->views[0], "[0] http").col, 3);
	rig_release(&rig);
}

/* "step.page step.page ..." */
static void put_views(const struct fit *fit, struct buf *out)
{
	for (int i = 0; i < fit->view_count; i++)
		buf_printf(out, i ? " %d.%d" : "%d.%d", fit->views[i].step,
			   fit->views[i].page);
}

static void lists_views(void **state)
{
	static const struct {
		const char *name, *deck;
		int rows; /* of which one is the footer */
		const char *want;
	} cases[] = {
		{ "one", "1\n", 4, "0.0" },
		{ "nothing", "", 4, "0.0" },
		{ "steps", "1\n^\n2\n^\n3\n", 4, "0.0 1.0 2.0" },
		{ "pages", "1\n2\n3\n4\n5\n6\n", 4, "0.0 0.1" },
		{ "a step on the next page", "1\n2\n3\n^\n4\n5\n", 4,
		  "0.0 1.1" },
		{ "a step on both", "1\n2\n^\n3\n4\n", 4, "0.0 1.0 1.1" },
		{ "pages, then a step on the last", "1\n2\n3\n4\n^\n5\n", 4,
		  "0.0 0.1 1.1" },
		{ "a step that shows nothing new", "1\n^\n\n^\n2\n", 6,
		  "0.0 1.0" },
		{ "stops at the top count not", "^\n1\n^\n2\n", 6, "0.0 1.0" },
		{ "a stop at the end counts not", "1\n^\n", 4, "0.0" },
		{ "no rows: all on one", "1\n2\n3\n^\n4\n", 0, "0.0 1.0" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct rig rig;
		begin(&rig, cases[i].deck, 20, cases[i].rows);
		put_views(rig.fit, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* Six rows beside two, the second of which comes later. */
static void columns_on_pages(struct model *model)
{
	model_open(model, BLOCK_COLUMNS);
	model_open(model, BLOCK_COLUMN);
	for (int i = 0; i < 6; i++)
		model_text(model, "x");
	model_close(model);
	model_open(model, BLOCK_COLUMN);
	model_text(model, "y");
	model->step = 1;
	model_text(model, "z");
}

/* Code on both pages: its focus moves on the first one, then on both. */
static void focus_on_pages(struct model *model)
{
	static const bool lit[][3] = { { true, false, true },
				       { false, true, true },
				       { true, true, true },
				       { true, true, true },
				       { true, true, false } };
	struct block *code = model_code(model, "1\n2\n3\n4\n5\n");
	int i = 0;

	code->code.focuses = 3;
	code->code.focus_step = 1;
	model->slide->steps = 3;
	for (struct code_line *line = code->code.first; line; line = line->next)
		line->lit = lit[i++];
}

static void lists_views_of_models(void **state)
{
	static const struct {
		const char *name;
		void (*build)(struct model *model);
		const char *want;
	} cases[] = {
		{ "a step on a page before", columns_on_pages, "0.0 0.1 1.0" },
		{ "a focus on pages", focus_on_pages, "0.0 0.1 1.0 2.0 2.1" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct model model;
		model_init(&model);
		cases[i].build(&model);
		model_fit(&model, (struct size){ 4, 20 });
		put_views(model.fit, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		model_release(&model);
	}
	expect_done(&expect);
}

static void surveys_the_deck(void **state)
{
	static const struct {
		const char *name, *deck;
		int want;
	} cases[] = {
		{ "empty", "", 1 },
		{ "the widest of all slides", "a\n\n---\n12345\n", 5 },
		{ "markup does not count", "*abc* `d`\n", 5 },
		{ "wide characters", "日本\n", 4 },
		{ "an item", "* abc\n", 7 },
		{ "a nested item", "* a\n  * abc\n", 11 },
		{ "a quote", "> abc\n", 5 },
		{ "code", "```\nabcd\n```\n", 4 },
		{ "a table", "a|b\n-|-\n", 5 },
		{ "a link and its number", "[abc](http://x)\n", 7 },
		{ "an indent", "   abc\n", 6 },
		{ "trailing blanks do not", "abc    \n", 3 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct rig rig;
		rig_init(&rig, str_of(cases[i].deck), (struct size){ 24, 80 });
		expect_int(&expect, cases[i].name, cases[i].want,
			   rig.stage.widest);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* What is wider than the screen is as wide as anything else that is. */
static void surveys_no_further(void **state)
{
	static const struct {
		int cols, want;
	} cases[] = { { 1, 2 }, { 2, 4 }, { 3, 4 }, { 4, 6 }, { 6, 6 } };
	struct rig rig;

	(void)state;
	rig_init(&rig, str_of("12\n\n---\n1234\n\n---\n123456\n"),
		 (struct size){ 24, 80 });
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(survey_deck(&rig.deck, NULL, cases[i].cols),
				 cases[i].want);
	rig_release(&rig);
}

/* Which columns the body has: of a deck with one long line, by its width. */
static void chooses_columns(void **state)
{
	static const struct {
		const char *name;
		int line, window;
		const char *header;
		int want;
	} cases[] = {
		{ "fits", 60, 80, "", 60 },
		{ "fits exactly", 80, 80, "", 80 },
		{ "wraps: a margin is kept", 90, 80, "", 76 },
		{ "wraps on a small window: none", 90, 30, "", 30 },
		{ "%width", 90, 80, "%width: 50\n", 50 },
		{ "%width beyond the window", 70, 60, "%width: 500\n", 56 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf deck = { 0 };
		struct rig rig;
		buf_put_text(&deck, cases[i].header);
		for (int n = 1; n <= cases[i].line; n++)
			buf_put_byte(&deck, n % 10 ? 'x' : ' ');
		deck.ptr[deck.len - 1] = 'x';
		buf_put_byte(&deck, '\0');
		begin(&rig, deck.ptr, cases[i].window, 24);
		expect_int(&expect, cases[i].name, cases[i].want,
			   rig.fit->sheet->cols);
		rig_release(&rig);
		buf_release(&deck);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stands_in_the_middle),
		cmocka_unit_test(gives_way_in_order),
		cmocka_unit_test(untitled_decks_give_the_title_bar),
		cmocka_unit_test(pages_end_at_blank_rows),
		cmocka_unit_test(links_stand_at_the_foot),
		cmocka_unit_test(lists_views),
		cmocka_unit_test(lists_views_of_models),
		cmocka_unit_test(surveys_the_deck),
		cmocka_unit_test(surveys_no_further),
		cmocka_unit_test(chooses_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
