/* SPDX-License-Identifier: MIT */
/*
 * What others can ask of a talk, as lists of requests: where it is after them.
 */
#include "present/obey.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/folder.h"
#include "support/unit.h"

static const struct present_options options = { .path = "deck.md",
						.deck = { .path = "deck.md" } };

/* Slide 2 has three steps, slide 3 needs pages, slide 4 is of another file. */
static const char deck[] =
	"%title: *T*\n%dialect: mdp\n\n# One\n\n---\n\n" /* to line 6 */
	"two\n^\nb\n^\nc\n\n---\n\n"			 /* to 14 */
	"# Three\n\n1\n2\n3\n4\n5\n6\n7\n\n---\n\n"	 /* to 27 */
	"<!-- include: parts/four.md -->\n";

static void begin(struct show *show)
{
	struct error error;

	if (access("parts", F_OK))
		folder_add("parts");
	folder_put("deck.md", str_of(deck));
	folder_put("parts/four.md",
		   BYTES("four\n\n<!-- note: say this\nand this -->\n"
			 "<!-- note: and that -->\n"));
	assert_true(show_open(show, &options, &error));
	show_begin(show, (struct size){ 8, 40 });
}

/* "slide.step page", what stands in front of it, and the last effect. */
static void put_place(const struct show *show, enum effect effect,
		      struct buf *out)
{
	struct view view = show->current->fit->views[show->talk.view];

	buf_printf(out, "%d.%d", show->talk.slide, view.step + 1);
	if (show->current->fit->page_count > 1)
		buf_printf(out, " page %d", view.page + 1);
	if (show->talk.blank)
		buf_put_text(out, " blank");
	if (show->talk.help)
		buf_put_text(out, " help");
	if (effect == EFFECT_QUIT)
		buf_put_text(out, " quit");
}

/* "line 3 deck.md": the word, its number, and what else it has. */
static struct request parse(char *text, char **real)
{
	char word[16] = "", rest[32] = "";
	struct request request = { 0 };

	if (sscanf(text, "%15s %d %31s", word, &request.number, rest) < 2)
		sscanf(text, "%15s %31s", word, rest);
	request.kind = request_find(str_of(word));
	assert_true(request.kind < REQUEST_COUNT);
	if (request.kind == REQUEST_BLANK && rest[0])
		request.blank = strcmp(rest, "on") ? BLANK_OFF : BLANK_ON;
	*real = request.kind == REQUEST_LINE && rest[0] ? realpath(rest, NULL)
							: NULL;
	request.file = str_of(*real ? *real : "");
	return request;
}

/* Do all that is asked for; what comes of the last. */
static void ask(struct show *show, const char *requests, struct buf *got)
{
	enum effect effect = EFFECT_NONE;
	struct error error;
	char text[128];

	strcpy(text, requests);
	for (char *at = strtok(text, ";"); at; at = strtok(NULL, ";")) {
		char *real;
		struct request request = parse(at, &real);
		bool ok = obey_request(show, &request, &effect, &error);
		free(real);
		buf_clear(got);
		if (ok)
			put_place(show, effect, got);
		else
			buf_put_text(got, error.text);
	}
}

static void obeys(void **state)
{
	static const struct {
		const char *requests, *want;
	} cases[] = {
		{ "next", "2.1" },
		{ "next; next", "2.2" },
		{ "goto 3; prev", "2.3" },
		{ "last", "4.1" },
		{ "last; first", "1.1" },
		{ "goto 2", "2.1" },
		{ "goto 5", "slide 5: the deck has 4" },
		{ "goto 2; step 3", "2.3" },
		{ "goto 3; prev; step 1", "2.1" },
		{ "goto 2; step 4", "step 4: the slide has 3" },
		{ "line 1", "1.1" },
		{ "line 10", "2.2" },
		{ "line 24", "3.1 page 2" },
		{ "line 999", "4.1" },
		{ "line 12 deck.md", "2.3" },
		{ "line 1 parts/four.md", "4.1" },
		{ "blank", "1.1 blank" },
		{ "blank; blank", "1.1" },
		{ "blank on; blank on", "1.1 blank" },
		{ "blank off", "1.1" },
		{ "blank; goto 2", "2.1" },
		{ "blank; line 8", "2.1" },
		{ "blank; status", "1.1 blank" },
		{ "blank; next", "1.1" },
		{ "watch", "1.1" },
		{ "reload", "1.1" },
		{ "quit", "1.1 quit" },
	};
	struct expect expect = { 0 };
	struct buf got = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct show show;
		begin(&show);
		ask(&show, cases[i].requests, &got);
		expect_text(&expect, cases[i].requests, cases[i].want,
			    buf_str(&got));
		show_close(&show);
	}
	buf_release(&got);
	expect_done(&expect);
}

static void knows_its_files(void **state)
{
	struct buf got = { 0 };
	struct show show;

	(void)state;
	begin(&show);
	folder_put("other.md", BYTES("x\n"));
	ask(&show, "line 1 other.md", &got);
	buf_put_byte(&got, '\0');
	assert_non_null(strstr(got.ptr, "/other.md: not a part of this deck"));
	assert_int_equal(show.talk.slide, 1);
	buf_release(&got);
	show_close(&show);
}

static void refuses_what_cannot_be_read(void **state)
{
	struct buf got = { 0 };
	struct show show;

	(void)state;
	begin(&show);
	assert_int_equal(unlink("deck.md"), 0);
	ask(&show, "next; reload", &got);
	buf_put_byte(&got, '\0');
	assert_string_equal(got.ptr, "deck.md: No such file or directory");
	assert_int_equal(show.talk.slide, 2);
	buf_release(&got);
	show_close(&show);
}

static void put_status(struct show *show, struct buf *out)
{
	struct arena arena = { 0 };
	struct talk_status status;

	obey_status(show, &arena, &status);
	buf_printf(out, "slide %d/%d step %d/%d page %d/%d line %d of ",
		   status.slide, status.slides, status.step, status.steps,
		   status.page, status.pages, status.line);
	const char *slash = status.file.ptr;
	for (size_t i = 0; i < status.file.len; i++) {
		if (status.file.ptr[i] == '/')
			slash = status.file.ptr + i + 1;
	}
	buf_put(out, str_from(status.file, (size_t)(slash - status.file.ptr)));
	buf_put_text(out, " title ");
	buf_put(out, status.title);
	buf_put_text(out, " heading ");
	buf_put(out, status.heading);
	buf_put_text(out, " notes ");
	buf_put(out, status.notes);
	if (status.blank)
		buf_put_text(out, " blank");
	arena_release(&arena);
}

static void tells_where_it_is(void **state)
{
	static const struct {
		const char *name, *want;
		int slide, view;
		bool blank;
	} cases[] = {
		{ "at the begin",
		  "slide 1/4 step 1/1 page 1/1 line 4 of deck.md title *T* "
		  "heading One notes ",
		  1, 0, false },
		{ "at a step",
		  "slide 2/4 step 2/3 page 1/1 line 8 of deck.md title *T* "
		  "heading  notes ",
		  2, 1, false },
		{ "on a page, blank",
		  "slide 3/4 step 1/1 page 2/2 line 22 of deck.md title *T* "
		  "heading Three notes  blank",
		  3, 1, true },
		{ "in a part, with notes",
		  "slide 4/4 step 1/1 page 1/1 line 1 of four.md title *T* "
		  "heading  notes say this\nand this\nand that",
		  4, 0, false },
	};
	struct expect expect = { 0 };
	struct show show;

	(void)state;
	begin(&show);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		talk_show(&show.talk, cases[i].slide, cases[i].view);
		show.talk.blank = cases[i].blank;
		show_prepare(&show);
		put_status(&show, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	show_close(&show);
	expect_done(&expect);
}

static void tells_of_an_empty_file(void **state)
{
	struct buf got = { 0 };
	struct error error;
	struct show show;

	(void)state;
	begin(&show);
	talk_show(&show.talk, 2, 2);
	show_prepare(&show);
	folder_put("deck.md", BYTES(""));
	assert_true(show_reload(&show, true, &error));
	put_status(&show, &got);
	buf_put_byte(&got, '\0');
	assert_memory_equal(got.ptr, "slide 1/1 step 1/1 page 1/1 line 1", 34);
	struct request line = { .kind = REQUEST_LINE, .number = 3 };
	enum effect effect;
	assert_true(obey_request(&show, &line, &effect, &error));
	buf_release(&got);
	show_close(&show);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(obeys, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(knows_its_files, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(refuses_what_cannot_be_read,
						folder_enter, folder_leave),
		cmocka_unit_test_setup_teardown(tells_where_it_is, folder_enter,
						folder_leave),
		cmocka_unit_test_setup_teardown(tells_of_an_empty_file,
						folder_enter, folder_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
