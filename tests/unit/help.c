/* SPDX-License-Identifier: MIT */
/*
 * The help is a deck that shows the keys, and what it is told, literally.
 */
#include "present/help.h"

#include <string.h>

#include "backend/text.h"
#include "present/keymap.h"
#include "support/rig.h"
#include "support/unit.h"

/* The help on a deck's first slide, as plain text on wide rows. */
static void put_help_on(struct buf *text, struct str source,
			const struct remarks *found)
{
	struct buf help = { 0 };
	struct rig about, rig;

	rig_init(&about, source, (struct size){ 24, 80 });
	rig_fit(&about, 1);
	help_write(&help, &about.deck, about.slide, found);
	rig_init(&rig, buf_str(&help), (struct size){ 0, 200 });
	assert_int_equal(rig.deck.slide_count, 1);
	rig_fit(&rig, 1);
	assert_int_equal(rig.fit->view_count, 1);
	assert_null(rig.slide->remarks.first);
	struct grid grid = rig_draw(&rig, rig.fit->views[0]);
	text_write(&grid, text);
	buf_put_byte(text, '\0');
	rig_release(&rig);
	rig_release(&about);
	buf_release(&help);
}

static void put_help(struct buf *text, struct str source)
{
	put_help_on(text, source, NULL);
}

static void lists_all_keys(void **state)
{
	struct expect expect = { 0 };
	struct buf text = { 0 };

	(void)state;
	put_help(&text, BYTES("x\n"));
	for (int i = ACTION_NONE + 1; i < ACTION_COUNT; i++) {
		const char *keys = keymap_keys((enum action)i);
		const char *help = keymap_help((enum action)i);
		expect_true(&expect, keys, strstr(text.ptr, keys) != NULL);
		expect_true(&expect, help, strstr(text.ptr, help) != NULL);
	}
	buf_release(&text);
	expect_done(&expect);
}

/* Whatever a deck is called: no markup of it is taken for ours. */
static void shows_titles_literally(void **state)
{
	static const char *const titles[] = {
		"A *title* with `marks` and _more_", "a|b \\| c",
		"[link](http://x) <http://y> &amp;", "^ --- ``` -> # x",
		"日本語 👨‍👩‍👧",
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(titles); i++) {
		struct buf source = { 0 }, text = { 0 };
		buf_printf(&source, "%%title: %s\n\nx\n", titles[i]);
		put_help(&text, buf_str(&source));
		expect_true(&expect, titles[i],
			    strstr(text.ptr, titles[i]) != NULL);
		buf_release(&source);
		buf_release(&text);
	}
	expect_done(&expect);
}

static void tells_where_and_what_is_odd(void **state)
{
	struct buf text = { 0 };

	(void)state;
	put_help(&text, BYTES("%title: T\n%width: x\n# a\n---\n\x01\n"));
	assert_non_null(strstr(text.ptr, "slide 1 begins at line 3"));
	assert_non_null(strstr(text.ptr, "line 2"));
	assert_non_null(strstr(text.ptr, "not a value for 'width'"));
	assert_non_null(strstr(text.ptr, "line 4"));
	assert_non_null(strstr(text.ptr, "without a blank line above it"));
	buf_release(&text);
}

static int count_of(const char *text, const char *wanted)
{
	int count = 0;

	for (; (text = strstr(text, wanted)) != NULL; text++)
		count++;
	return count;
}

/* What was found beyond reading takes the place of the slide's remarks. */
static void lists_what_was_found(void **state)
{
	struct arena arena = { 0 };
	struct remarks found = { 0 };
	struct buf text = { 0 };

	(void)state;
	remark_add(&found, &arena,
		   (struct remark){
			   .kind = REMARK_ODD_BREAK, .line = 3, .col = 1 });
	remark_add(&found, &arena,
		   (struct remark){ .kind = REMARK_PAGES,
				    .line = 2,
				    .col = 1,
				    .detail = STR("2 rows more") });
	put_help_on(&text, BYTES("%width: x\n# a\n---\n"), &found);
	assert_non_null(strstr(text.ptr, "not a value for 'width'"));
	assert_non_null(strstr(text.ptr, "the slide needs 2 rows more"));
	assert_int_equal(count_of(text.ptr, "without a blank line above it"),
			 1);
	buf_release(&text);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_all_keys),
		cmocka_unit_test(shows_titles_literally),
		cmocka_unit_test(tells_where_and_what_is_odd),
		cmocka_unit_test(lists_what_was_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
