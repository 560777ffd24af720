/* SPDX-License-Identifier: MIT */
/*
 * What holds for every slide on every screen: nothing is lost between pages,
 * everything is shown in the end, and a reveal never moves a glyph. Decks, and
 * slides of what no mdp deck can hold, are put together at random, the same
 * ones every time.
 */
#include <stdio.h>
#include <string.h>

#include "support/model.h"
#include "support/rig.h"
#include "support/unit.h"

enum { DECKS = 150, MODELS = 300 };

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
	return !flow->row || row_is_blank(flow->row);
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
			assert_true(found == 1 ||
				    (found == 0 && row_is_blank(row)));
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

static int max(int a, int b)
{
	return a > b ? a : b;
}

/* The step after which a piece of a row does not change. */
static int last_change(struct when when)
{
	const struct focus *focus = when.focus;
	int step = when.step;

	for (int i = 1; focus && i < focus->count; i++) {
		if (focus->lit[i] != focus->lit[i - 1])
			step = max(step, focus->step + i - 1);
	}
	return step;
}

/* The step after which nothing changes on a row. */
static int last_step(const struct flow_row *flow)
{
	const struct row *row = flow->row;
	int step = flow->from;

	for (const struct run *run = row ? row->runs : NULL; run;
	     run = run->next)
		step = max(step, last_change(run->when));
	for (const struct panel *panel = row ? row->panels : NULL; panel;
	     panel = panel->next)
		step = max(step, panel->when.step);
	return step;
}

/* Steps and pages never go back; every page is seen complete. */
static void views_show_everything(const struct fit *fit, int steps)
{
	const struct view *views = fit->views;
	int last_new[64] = { 0 };

	assert_true(fit->view_count >= 1);
	for (int i = 1; i < fit->view_count; i++)
		assert_true(views[i].step > views[i - 1].step ||
			    (views[i].step == views[i - 1].step &&
			     views[i].page > views[i - 1].page));
	for (int n = 0; n < fit->page_count && n < 64; n++) {
		const struct page *page = &fit->pages[n];
		for (int i = page->first; i < page->first + page->count; i++)
			last_new[n] =
				max(last_new[n], last_step(&fit->flow[i]));
	}
	for (int n = 0; n < fit->page_count && n < 64; n++) {
		bool seen = false;
		for (int i = 0; i < fit->view_count; i++)
			seen = seen || (views[i].page == n &&
					views[i].step >= last_new[n]);
		assert_true(seen);
	}
	assert_true(views[fit->view_count - 1].step < steps);
}

static struct grid draw(struct arena *arena, const struct fit *fit,
			struct view view)
{
	struct bars bars = { .number = 1 };
	struct grid grid = frame_draw(arena, fit, view, &bars);

	grid_check(&grid);
	return grid;
}

/* What is on the screen at a step is there at the next one, unmoved. */
static void reveal_moves_nothing(const struct fit *fit, int steps, int page)
{
	struct arena arena = { 0 };
	struct grid before = draw(&arena, fit, (struct view){ 0, page });

	for (int step = 1; step < steps; step++) {
		struct grid after =
			draw(&arena, fit, (struct view){ step, page });
		for (int i = 0; i < before.rows * before.cols; i++) {
			const struct cell *x = &before.cells[i];
			const struct cell *y = &after.cells[i];
			if (x->style.role == ROLE_BLANK)
				continue;
			assert_true(str_eq(x->glyph, y->glyph));
			assert_int_equal(x->style.role, y->style.role);
			assert_int_equal(x->style.emphasis & ~EMPHASIS_DIM,
					 y->style.emphasis & ~EMPHASIS_DIM);
		}
		before = after;
	}
	arena_release(&arena);
}

static void check_fit(const struct fit *fit, int steps)
{
	each_row_is_on_one_page(fit);
	all_of_the_sheet_flows(fit);
	pages_fit_the_screen(fit);
	views_show_everything(fit, steps);
	for (int page = 0; page < fit->page_count && page < 20; page++)
		reveal_moves_nothing(fit, steps, page);
}

static void check_deck(struct str source, struct size size)
{
	struct rig rig;

	rig_init(&rig, source, size);
	for (int i = 1; i <= rig.deck.slide_count; i++) {
		rig_fit(&rig, i);
		slide_check(rig.slide);
		check_fit(rig.fit, rig.slide->steps);
		const struct view *last =
			&rig.fit->views[rig.fit->view_count - 1];
		assert_int_equal(last->page, rig.fit->page_count - 1);
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

/* Words of nothing but this letter, which no mark and no name has. */
#define LETTER "w"

struct maker {
	struct model model;
	unsigned random;
	int letters; /* in the slide so far */
};

static int pick(struct maker *maker, int count)
{
	return (int)(next_random(&maker->random) % (unsigned)count);
}

/* Up to 12 words of up to 12 letters, each word in its place or in a row. */
static const char *make_words(struct maker *maker, char behind)
{
	struct buf text = { 0 };
	int words = 1 + pick(maker, 12);

	for (int i = 0; i < words; i++) {
		int letters = 1 + pick(maker, pick(maker, 3) ? 5 : 12);
		buf_repeat(&text, LETTER[0], (size_t)letters);
		buf_put_byte(&text,
			     behind && pick(maker, 4) == 0 ? behind : ' ');
		maker->letters += letters;
	}
	buf_put_byte(&text, '\0');
	struct str kept = arena_str(&maker->model.arena, buf_str(&text));
	buf_release(&text);
	return kept.ptr;
}

static void make_text(struct maker *maker)
{
	struct block *block =
		model_text(&maker->model, make_words(maker, '\n'));

	block->align = (enum align)pick(maker, 3);
	block->text.flows = pick(maker, 2);
	block->space = pick(maker, 2);
}

static void make_code(struct maker *maker)
{
	static const char *const languages[] = { "", "c", "yaml", "html" };
	static const char *const titles[] = { "", "", "a title 日本" };
	struct block *code = model_code(&maker->model, make_words(maker, '\n'));

	code->code.info = str_of(languages[pick(maker, 4)]);
	code->code.title = str_of(titles[pick(maker, 3)]);
	code->code.first_number = pick(maker, 3) * 99;
	if (pick(maker, 2))
		return;
	code->code.focuses = 1 + pick(maker, 4);
	code->code.focus_step = maker->model.step + 1;
	maker->model.step += code->code.focuses - 1;
	maker->model.slide->steps = maker->model.step + 1;
	for (struct code_line *line = code->code.first; line;
	     line = line->next) {
		bool *lit = arena_array(&maker->model.arena, bool,
					(size_t)code->code.focuses);
		for (int i = 0; i < code->code.focuses; i++)
			lit[i] = pick(maker, 2);
		line->lit = lit;
	}
}

static void make_table(struct maker *maker)
{
	struct block *table =
		model_table(&maker->model, make_words(maker, '|'));

	table->align = (enum align)pick(maker, 3);
	table->table.headless = pick(maker, 2);
}

static void make_blocks(struct maker *maker, int depth);

static void make_list(struct maker *maker, int depth)
{
	static const char *const markers[] = { NULL, "1.", "(viii)", "10." };
	int items = 1 + pick(maker, 3);

	model_open(&maker->model, BLOCK_LIST)->level = 1 + pick(maker, 4);
	for (int i = 0; i < items; i++) {
		struct block *item = model_item(&maker->model,
						markers[pick(maker, 4)], NULL);
		item->item.task = (enum task)pick(maker, 3);
		make_blocks(maker, depth + 1);
		model_close(&maker->model);
	}
	model_close(&maker->model);
}

static void make_quote(struct maker *maker, int depth)
{
	static const enum alert kinds[] = { ALERT_NONE, ALERT_TIP };

	model_open(&maker->model, BLOCK_QUOTE)->alert = kinds[pick(maker, 2)];
	make_blocks(maker, depth + 1);
	model_close(&maker->model);
}

static void make_columns(struct maker *maker, int depth)
{
	int columns = 1 + pick(maker, 3);

	model_open(&maker->model, BLOCK_COLUMNS);
	for (int i = 0; i < columns; i++) {
		model_open(&maker->model, BLOCK_COLUMN)->weight =
			1 + pick(maker, 3);
		if (pick(maker, 4))
			make_blocks(maker, depth + 1);
		model_close(&maker->model);
	}
	model_close(&maker->model);
}

static void make_blocks(struct maker *maker, int depth)
{
	static void (*const leaves[])(struct maker *) = { make_text, make_code,
							  make_table };
	static void (*const nests[])(struct maker *, int) = { make_list,
							      make_quote,
							      make_columns };
	int blocks = pick(maker, depth ? 3 : 6);

	for (int i = 0; i < blocks; i++) {
		if (pick(maker, 4) == 0)
			maker->model.step++;
		if (pick(maker, 8) == 0)
			model_add(&maker->model, BLOCK_RULE);
		else if (depth < 5 && pick(maker, 2))
			nests[pick(maker, 3)](maker, depth);
		else
			leaves[pick(maker, 3)](maker);
	}
}

/* At the last step, on all pages together. */
static void shows_every_letter(const struct fit *fit, int steps, int letters)
{
	static const struct str letter = STR(LETTER);
	struct arena arena = { 0 };
	int shown = 0;

	for (int page = 0; page < fit->page_count; page++) {
		struct grid grid =
			draw(&arena, fit, (struct view){ steps - 1, page });
		for (int i = 0; i < grid.rows * grid.cols; i++)
			shown += str_eq(grid.cells[i].glyph, letter);
	}
	assert_int_equal(shown, letters);
	arena_release(&arena);
}

static void holds_for_every_model(void **state)
{
	(void)state;
	for (unsigned seed = 0; seed < MODELS; seed++) {
		struct maker maker = { .random = seed * 2654435761u + 1 };
		model_init(&maker.model);
		make_blocks(&maker, 0);
		for (size_t i = 0; i < COUNT(sizes); i++) {
			int steps = maker.model.slide->steps;
			model_fit(&maker.model, sizes[i]);
			check_fit(maker.model.fit, steps);
			shows_every_letter(maker.model.fit, steps,
					   maker.letters);
		}
		model_release(&maker.model);
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
		cmocka_unit_test(holds_for_every_model),
		cmocka_unit_test(the_last_view_shows_all_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
