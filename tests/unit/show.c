/* SPDX-License-Identifier: MIT */
/*
 * A talk and the file it is read from: where a save leads to, and what is
 * shown when there is nothing to read.
 */
#include "present/show.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "backend/text.h"
#include "support/folder.h"
#include "support/unit.h"

static const struct present_options options = { .path = "deck.md",
						.deck = { .path = "deck.md" },
						.watch = true };

static void save(const char *text)
{
	folder_put("deck.md", str_of(text));
}

/* The talk at a view of a slide of the deck. */
static void begin(struct show *show, const char *deck, int slide, int view)
{
	struct error error;

	save(deck);
	assert_true(show_open(show, &options, &error));
	show_begin(show, (struct size){ 8, 50 });
	talk_show(&show->talk, slide, view);
	show_prepare(show);
}

static void reload(struct show *show, const char *text, bool follow)
{
	struct error error;

	save(text);
	assert_true(show_reload(show, follow, &error));
	show_prepare(show);
}

/* Slides are words here; ^ between them is a stop. */
#define DECK "a\n\n---\n\nb\n^\nbb\n\n---\n\nc\n\n---\n\nd\n"

static void goes_where_the_deck_has_changed(void **state)
{
	static const struct {
		const char *name, *deck;
		int slide, view;	   /* with following */
		int stay_slide, stay_view; /* and without */
	} cases[] = {
		{ "nothing", DECK, 3, 0, 3, 0 },
		{ "an edit further on",
		  "a\n\n---\n\nb\n^\nbb\n\n---\n\nc\n\n---\n\nd!\n", 4, 0, 3,
		  0 },
		{ "an edit of the slide",
		  "a\n\n---\n\nb\n^\nbb\n\n---\n\nc!\n\n---\n\nd\n", 3, 0, 3,
		  0 },
		{ "an edit behind a stop",
		  "a\n\n---\n\nb\n^\nbb!\n\n---\n\nc\n\n---\n\nd\n", 2, 1, 3,
		  0 },
		{ "a slide before it",
		  "a\n\n---\n\nnew\n\n---\n\nb\n^\nbb\n\n---\n\nc\n\n---"
		  "\n\nd\n",
		  2, 0, 4, 0 },
		{ "a slide less before it",
		  "b\n^\nbb\n\n---\n\nc\n\n---\n\nd\n", 2, 0, 2, 0 },
		{ "the slide is gone", "a\n\n---\n\nb\n^\nbb\n\n---\n\nd\n", 3,
		  0, 3, 0 },
		{ "the slide has moved",
		  "c\n\n---\n\na\n\n---\n\nb\n^\nbb\n\n---\n\nd\n", 1, 0, 1,
		  0 },
		{ "two edits: the first",
		  "a!\n\n---\n\nb\n^\nbb\n\n---\n\nc\n\n---\n\nd!\n", 1, 0, 3,
		  0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct show show;
		begin(&show, "%dialect: mdp\n" DECK, 3, 0);
		struct buf deck = { 0 };
		buf_printf(&deck, "%%dialect: mdp\n%s", cases[i].deck);
		buf_put_byte(&deck, '\0');
		reload(&show, deck.ptr, true);
		expect_int(&expect, cases[i].name, cases[i].slide,
			   show.talk.slide);
		expect_int(&expect, cases[i].name, cases[i].view,
			   show.talk.view);
		show_close(&show);
		begin(&show, "%dialect: mdp\n" DECK, 3, 0);
		reload(&show, deck.ptr, false);
		expect_int(&expect, cases[i].name, cases[i].stay_slide,
			   show.talk.slide);
		expect_int(&expect, cases[i].name, cases[i].stay_view,
			   show.talk.view);
		show_close(&show);
		buf_release(&deck);
	}
	expect_done(&expect);
}

static void keeps_the_step(void **state)
{
	struct show show;

	(void)state;
	begin(&show, "%dialect: mdp\n" DECK, 2, 1);
	reload(&show, "%dialect: mdp\nnew\n\n---\n\n" DECK, false);
	assert_int_equal(show.talk.slide, 3);
	assert_int_equal(show.talk.view, 1);
	show_close(&show);
}

static void goes_to_the_page_of_the_change(void **state)
{
	struct buf deck = { 0 };
	struct show show;

	(void)state;
	buf_put_text(&deck, "%dialect: mdp\n");
	for (int i = 1; i <= 20; i++)
		buf_printf(&deck, "line %d\n", i);
	buf_put_byte(&deck, '\0');
	begin(&show, deck.ptr, 1, 0);
	int views = show.talk.views;
	assert_true(views >= 3);
	memcpy(strstr(deck.ptr, "line 20"), "last", 4);
	reload(&show, deck.ptr, true);
	assert_int_equal(show.talk.view, views - 1);
	memcpy(strstr(deck.ptr, "line 1\n"), "frst", 4);
	reload(&show, deck.ptr, true);
	assert_int_equal(show.talk.view, 0);
	show_close(&show);
	buf_release(&deck);
}

static void expect_screen(struct show *show, const char *has, const char *lacks)
{
	struct grid grid = show_draw(show);
	struct buf text = { 0 };

	text_write(&grid, &text);
	buf_put_byte(&text, '\0');
	if (!strstr(text.ptr, has) || strstr(text.ptr, lacks))
		fail_msg("wanted %s, not %s:\n%s", has, lacks, text.ptr);
	buf_release(&text);
}

/* What is shown is as before, but comes from elsewhere. */
static void knows_the_files_of_the_same_text(void **state)
{
	struct arena arena = { 0 };
	const char **paths;
	struct show show;

	(void)state;
	begin(&show, "a\n\n---\n\nb\n", 2, 0);
	assert_int_equal(show_files(&show, &arena, &paths), 1);
	folder_put("part.md", BYTES("b\n"));
	reload(&show, "a\n\n---\n\n<!-- include: part.md -->\n", true);
	assert_int_equal(show.talk.slide, 2);
	assert_string_equal(show_file(&show), "part.md");
	assert_int_equal(show_line(&show), 1);
	assert_int_equal(show_files(&show, &arena, &paths), 2);
	arena_release(&arena);
	show_close(&show);
}

/* Whether they may be read is asked when they are drawn. */
static void knows_the_images_anywhere(void **state)
{
	static const char *const want[] = { "deck.md", "a.png", "../b.png",
					    "/pictures/c.png",
					    "/pictures/d.png" };
	struct arena arena = { 0 };
	const char **paths;
	struct show show;

	(void)state;
	begin(&show,
	      "![](a.png) ![](../b.png)\n\n![](/pictures/c.png)\n\n"
	      "![](file:///pictures/d.png) ![](https://x.org/e.png)\n",
	      1, 0);
	size_t count = show_files(&show, &arena, &paths);
	assert_int_equal(count, COUNT(want));
	for (size_t i = 0; i < count; i++)
		assert_string_equal(paths[i], want[i]);
	arena_release(&arena);
	show_close(&show);
}

static void keeps_the_last_deck_and_says_why(void **state)
{
	struct show show;
	struct error error;

	(void)state;
	begin(&show, DECK, 3, 0);
	assert_int_equal(unlink("deck.md"), 0);
	assert_false(show_reload(&show, true, &error));
	assert_string_equal(error.text, "deck.md: No such file or directory");
	show_prepare(&show);
	expect_screen(&show, "c\n", "d\n");
	expect_screen(&show, "deck.md: No such file", "d\n");
	/* A key does not take that away, a deck does. */
	show_notice(&show, "");
	expect_screen(&show, "deck.md: No such file", "d\n");
	reload(&show, DECK, true);
	expect_screen(&show, "c\n", "deck.md");
	show_close(&show);
}

static void stays_where_it_is_while_the_file_is_empty(void **state)
{
	struct show show;

	(void)state;
	begin(&show, "%dialect: mdp\n" DECK, 2, 0);
	expect_screen(&show, "2 / 4", "bb");
	reload(&show, "", true);
	expect_screen(&show, "1 / 1", "b");
	reload(&show, "\n \n", true);
	expect_screen(&show, "1 / 1", "b");
	talk_apply(&show.talk, ACTION_NEXT, 0, 0);
	show_prepare(&show);
	expect_screen(&show, "1 / 1", "b");
	/* The key was not lost, and only what is new is followed. */
	reload(&show, "%dialect: mdp\n" DECK, true);
	expect_screen(&show, "bb\n", "1 / 1");
	reload(&show, "", true);
	reload(&show, "%dialect: mdp\n" DECK "!\n", true);
	expect_screen(&show, "!\n", "bb");
	show_close(&show);
}

static void a_deck_that_was_empty_is_shown_from_its_begin(void **state)
{
	struct show show;

	(void)state;
	begin(&show, "", 1, 0);
	reload(&show, "", true);
	reload(&show, DECK, true);
	expect_screen(&show, "a\n", "1 / 1");
	reload(&show, "", true);
	show_close(&show);
}

/* Any order of any bytes: the talk is always somewhere. */
static void any_saves(void **state)
{
	static const char *const decks[] = {
		"",
		"\n",
		DECK,
		"```\ncode",
		"\xff\xfe\0",
		"---\n---\n---\n",
		("x\n\n---\n\n" DECK),
		"# only one\n",
		"%title: t\n",
		"d\n\n---\n\nc\n\n---\n\nb\n\n---\n\na\n",
	};
	unsigned random = 5;
	struct show show;

	(void)state;
	begin(&show, DECK, 4, 0);
	for (int i = 0; i < 2000; i++) {
		random = random * 1103515245u + 12345u;
		reload(&show, decks[(random >> 16) % COUNT(decks)],
		       random >> 28 & 1);
		assert_in_range(show.talk.slide, 1, show.deck.slide_count);
		assert_in_range(show.talk.view, 0, show.talk.views - 1);
		show_draw(&show);
	}
	show_close(&show);
}

/* The user's word counts most, then the slide's, the deck's, the user's
   default, the theme's. */
static void tells_how_slides_come(void **state)
{
	static const struct {
		const char *name, *deck;
		struct present_options options;
		enum transition want;
	} cases[] = {
		{ "nothing", "a\n", { .path = "deck.md" }, TRANSITION_UNSAID },
		{ "the deck",
		  "%transition: fade\n\na\n",
		  { .path = "deck.md" },
		  TRANSITION_FADE },
		{ "the slide",
		  "%transition: fade\n\n<!-- transition: slide -->\na\n",
		  { .path = "deck.md" },
		  TRANSITION_SLIDE },
		{ "the theme",
		  "a\n",
		  { .path = "deck.md", .theme.name = "my.theme" },
		  TRANSITION_DISSOLVE },
		{ "the deck before the theme",
		  "%transition: none\n\na\n",
		  { .path = "deck.md", .theme.name = "my.theme" },
		  TRANSITION_NONE },
		{ "the user's default",
		  "a\n",
		  { .path = "deck.md",
		    .usual_transition = TRANSITION_FADE,
		    .theme.name = "my.theme" },
		  TRANSITION_FADE },
		{ "the deck before that",
		  "%transition: none\n\na\n",
		  { .path = "deck.md", .usual_transition = TRANSITION_FADE },
		  TRANSITION_NONE },
		{ "the user",
		  "%transition: fade\n\na\n",
		  { .path = "deck.md", .transition = TRANSITION_SLIDE },
		  TRANSITION_SLIDE },
		{ "no motion",
		  "%transition: fade\n\na\n",
		  { .path = "deck.md",
		    .transition = TRANSITION_SLIDE,
		    .no_motion = true },
		  TRANSITION_NONE },
		{ "the user wants none",
		  "%transition: fade\n\na\n",
		  { .path = "deck.md", .transition = TRANSITION_NONE },
		  TRANSITION_NONE },
	};
	struct expect expect = { 0 };

	(void)state;
	folder_put("my.theme", BYTES("[slide]\ntransition = dissolve\n"));
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct show show;
		struct error error;
		save(cases[i].deck);
		assert_true(show_open(&show, &cases[i].options, &error));
		show_begin(&show, (struct size){ 8, 50 });
		struct scene scene = show_scene(&show);
		expect_int(&expect, cases[i].name, cases[i].want,
			   scene.transition);
		bool still = cases[i].options.no_motion ||
			     cases[i].options.transition == TRANSITION_NONE;
		expect_int(&expect, cases[i].name, still ? 0 : 1, scene.slide);
		expect_int(&expect, cases[i].name, 1, scene.top);
		expect_int(&expect, cases[i].name, 7, scene.end);
		show.talk.help = true;
		show_prepare(&show);
		expect_int(&expect, cases[i].name, 0, show_scene(&show).slide);
		show_close(&show);
	}
	expect_done(&expect);
}

/* Said until the first key, unless something worse has to be. */
static void begins_with_a_notice(void **state)
{
	static const struct {
		const char *deck, *want;
	} cases[] = {
		{ "a\n", "hear" },
		{ "%theme: neon\n\na\n", "neon: not a theme" },
	};
	struct present_options noted = { .path = "deck.md", .notice = "hear" };
	struct error error;

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct show show;
		save(cases[i].deck);
		assert_true(show_open(&show, &noted, &error));
		show_begin(&show, (struct size){ 8, 50 });
		assert_memory_equal(show.notice, cases[i].want,
				    strlen(cases[i].want));
		show_close(&show);
	}
}

/* In large letters it is no text, and half blocks are no ASCII. */
static void keeps_big_titles_plain_where_it_has_to(void **state)
{
	struct show show;
	struct error error;

	(void)state;
	save("<!-- big -->\n# Title\n");
	for (int plain = 0; plain < 2; plain++) {
		struct buf text = { 0 };
		assert_true(show_open(&show, &options, &error));
		if (plain)
			show_keep_plain(&show);
		show_begin(&show, (struct size){ 8, 50 });
		struct grid grid = show_draw(&show);
		text_write(&grid, &text);
		buf_put_byte(&text, '\0');
		assert_int_equal(strstr(text.ptr, "Title") != NULL, plain);
		assert_int_equal(strstr(text.ptr, "▀") != NULL, !plain);
		buf_release(&text);
		show_close(&show);
	}
}

#define TWENTY "12345678901234567890"

/* The deck's widest line, as far as the screen and the sizes ask for it. */
static void knows_lines_as_wide_as_the_screen(void **state)
{
	static const char deck[] =
		"```\n" TWENTY TWENTY TWENTY "\n```\n\n---\n\n"
		"```\n" TWENTY TWENTY TWENTY TWENTY "\n```\n";
	static const struct size size = { 24, 70 };
	struct present_options aided = { .path = "deck.md",
					 .aids = true,
					 .sizes = { &size, 1 } };
	struct show show;
	struct error error;

	(void)state;
	begin(&show, deck, 1, 0);
	assert_int_equal(show.stage.widest, 60);
	show_resize(&show, (struct size){ 8, 100 });
	show_prepare(&show);
	assert_int_equal(show.stage.widest, 80);
	assert_int_equal(show.current->fit->sheet->cols, 80);
	show_resize(&show, (struct size){ 8, 50 });
	assert_int_equal(show.stage.widest, 80);
	show_close(&show);
	assert_true(show_open(&show, &aided, &error));
	show_begin(&show, (struct size){ 8, 50 });
	assert_int_equal(show.stage.widest, 80);
	show_close(&show);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(goes_where_the_deck_has_changed,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(keeps_the_step, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(goes_to_the_page_of_the_change,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			knows_the_files_of_the_same_text, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(knows_the_images_anywhere,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			keeps_the_last_deck_and_says_why, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(
			stays_where_it_is_while_the_file_is_empty, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(
			a_deck_that_was_empty_is_shown_from_its_begin,
			folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(tells_how_slides_come,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(begins_with_a_notice,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(
			keeps_big_titles_plain_where_it_has_to, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(
			knows_lines_as_wide_as_the_screen, folder_enter,
			folder_leave),
		cmocka_unit_test_setup_teardown(any_saves, folder_enter,
						folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
