/* SPDX-License-Identifier: MIT */
/*
 * What holds for every deck on every screen: nothing is lost between pages,
 * everything is shown in the end, and a reveal never moves a glyph. The decks
 * are put together at random, the same ones every time.
 */
#include <stdio.h>
#include <string.h>

#include "support/rig.h"
#include "support/unit.h"

enum { DECKS = 150 };

/* Pieces that decks are made of. */
static const char *const pieces[] = {
	"# A heading\n",
	"-> ## Centred <-\n",
	"A line of text that is long enough to be wrapped on small screens.\n",
	"\n",
	"\n\n",
	"^\n",
	"\n^\n",
	"<br>\n",
	"* an item\n",
	"  * a nested item, with some more words in it\n",
	"    * deeper\n",
	"  continued\n",
	"> a quote\n",
	">> nested\n",
	"\n    code that is indented\n",
	"```c\nint main(void) { return a_rather_long_name; }\n\n}\n```\n",
	"\na|b\n-|-\nleft|a longer cell\n^\nmore|cells\n\n",
	"A [link](http://example.org/with/a/long/path) and <http://x.org>.\n",
	"日本語のテキスト、とても長い。\n",
	"1. numbered, so that its rows hang\n",
	"e\xcc\x81 👨‍👩‍👧 \x01 \xff\n",
	"---\n",
	"\n---\n",
};

static const struct size sizes[] = {
	{ 24, 80 }, { 12, 40 }, { 5, 20 }, { 3, 10 },	{ 2, 7 },
	{ 1, 1 },   { 0, 30 },	{ 8, 3 },  { 60, 200 },
};

static unsigned next_random(unsigned *random)
{
	*random = *random * 1103515245u + 12345u;
	return *random >> 12;
}

static void make_deck(struct buf *out, unsigned seed)
{
	unsigned random = seed * 2654435761u + 1;
	unsigned count = next_random(&random) % 40;

	if (next_random(&random) % 2)
		buf_put_text(out, "%title: A title\n%author: Somebody\n\n");
	for (unsigned i = 0; i < count; i++)
		buf_put_text(out, pieces[next_random(&random) % COUNT(pieces)]);
}

static bool is_blank(const struct flow_row *flow)
{
	return !flow->row || flow->row->blank;
}

static void each_row_is_on_one_page(const struct fit *fit)
{
	for (int i = 0; i < fit->flow_count; i++) {
		int pages = 0;
		for (int n = 0; n < fit->page_count; n++) {
			const struct page *page = &fit->pages[n];
			pages += i >= page->first &&
				 i < page->first + page->count;
		}
		assert_true(pages <= 1);
		assert_true(pages == 1 || is_blank(&fit->flow[i]));
	}
}

static void all_of_the_sheet_flows(const struct fit *fit)
{
	const struct rows *all[] = { &fit->sheet->body, &fit->sheet->foot };

	for (size_t n = 0; n < COUNT(all); n++) {
		for (int i = 0; i < all[n]->count; i++) {
			const struct row *row = &all[n]->first[i];
			int found = 0;
			for (int at = 0; at < fit->flow_count; at++)
				found += fit->flow[at].row == row;
			assert_true(found == 1 || (found == 0 && row->blank));
		}
	}
}

static void pages_fit_the_screen(const struct fit *fit)
{
	for (int i = 0; i < fit->page_count; i++) {
		const struct page *page = &fit->pages[i];
		int rows = fit->stage->size.rows;
		int bottom = fit->footer_row < 0 ? rows : fit->footer_row;
		assert_true(page->top >= fit->title_rows);
		assert_true(page->top + page->count <= bottom || rows == 0);
		assert_true(i == 0 || page->count > 0);
	}
}

/* The step after which nothing more appears on a row. */
static int last_step(const struct row *row)
{
	int step = 0;

	for (const struct run *run = row ? row->runs : NULL; run;
	     run = run->next)
		step = run->when.step > step ? run->when.step : step;
	for (const struct panel *panel = row ? row->panels : NULL; panel;
	     panel = panel->next)
		step = panel->when.step > step ? panel->when.step : step;
	return step;
}

/* Steps and pages never go back; every page is seen complete. */
static void views_show_everything(const struct fit *fit, int steps)
{
	const struct view *views = fit->views;
	int last_new[64] = { 0 };

	assert_true(fit->view_count >= 1);
	for (int i = 1; i < fit->view_count; i++) {
		assert_true(views[i].step > views[i - 1].step ||
			    (views[i].step == views[i - 1].step &&
			     views[i].page > views[i - 1].page));
		assert_true(views[i].page >= views[i - 1].page ||
			    views[i].step > views[i - 1].step);
	}
	/* The last step at which anything of a page appears. */
	for (int n = 0; n < fit->page_count && n < 64; n++) {
		const struct page *page = &fit->pages[n];
		for (int i = page->first; i < page->first + page->count; i++) {
			int step = last_step(fit->flow[i].row);
			if (step > last_new[n])
				last_new[n] = step;
		}
	}
	for (int n = 0; n < fit->page_count && n < 64; n++) {
		bool seen = false;
		for (int i = 0; i < fit->view_count; i++)
			seen = seen || (views[i].page == n &&
					views[i].step >= last_new[n]);
		assert_true(seen);
	}
	assert_true(views[fit->view_count - 1].step < steps);
	assert_int_equal(views[fit->view_count - 1].page, fit->page_count - 1);
}

/* What is on the screen at a step is there at the next one, unmoved. */
static void reveal_moves_nothing(struct rig *rig, int page)
{
	struct grid before = rig_draw(rig, (struct view){ 0, page });

	for (int step = 1; step < rig->slide->steps; step++) {
		struct grid after = rig_draw(rig, (struct view){ step, page });
		for (int i = 0; i < before.rows * before.cols; i++) {
			const struct cell *x = &before.cells[i];
			const struct cell *y = &after.cells[i];
			if (x->style.role == ROLE_BLANK)
				continue;
			assert_true(str_eq(x->glyph, y->glyph));
			assert_int_equal(x->style.role, y->style.role);
			assert_int_equal(x->style.emphasis, y->style.emphasis);
		}
		before = after;
	}
}

static void check_deck(struct str source, struct size size)
{
	struct rig rig;

	rig_init(&rig, source, size);
	for (int i = 1; i <= rig.deck.slide_count; i++) {
		rig_fit(&rig, i);
		slide_check(rig.slide);
		each_row_is_on_one_page(rig.fit);
		all_of_the_sheet_flows(rig.fit);
		pages_fit_the_screen(rig.fit);
		views_show_everything(rig.fit, rig.slide->steps);
		for (int page = 0; page < rig.fit->page_count && page < 20;
		     page++)
			reveal_moves_nothing(&rig, page);
	}
	rig_release(&rig);
}

static void holds_for_every_deck(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < DECKS; seed++) {
		struct buf source = { 0 };
		make_deck(&source, seed);
		for (size_t i = 0; i < COUNT(sizes); i++)
			check_deck(buf_str(&source), sizes[i]);
		buf_release(&source);
	}
}

/* A line of its own for each role there is, in the last view of a slide. */
static void the_last_view_shows_all_words(void **state)
{
	static const char deck[] = "one\n^\n* two\n^\n> three\n^\n```\nfour\n"
				   "```\n^\n\na|b\n-|-\n^\nfive|six\n";
	static const char *const words[] = { "one",  "two",  "three",
					     "four", "five", "six" };
	struct rig rig;
	struct buf text = { 0 };

	(void)state;
	rig_init(&rig, str_of(deck), (struct size){ 30, 40 });
	rig_put_views(&rig, 1, &text);
	buf_put_byte(&text, '\0');
	assert_int_equal(rig.fit->view_count, 6);
	const char *last = strstr(text.ptr, "== slide 1 step 5");
	assert_non_null(last);
	for (size_t i = 0; i < COUNT(words); i++)
		assert_non_null(strstr(last, words[i]));
	buf_release(&text);
	rig_release(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(holds_for_every_deck),
		cmocka_unit_test(the_last_view_shows_all_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
