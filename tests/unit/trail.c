/* SPDX-License-Identifier: MIT */
/*
 * What paths lead through, in a folder with links of all kinds.
 */
#include "present/trail.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/folder.h"
#include "support/unit.h"

static void make_link(const char *target, const char *path)
{
	assert_int_equal(symlink(target, path), 0);
}

static void make_files(void)
{
	folder_add("talks");
	folder_add("store");
	folder_add("store/deep");
	folder_put("deck.md", str_of("x"));
	folder_put("store/v2.md", str_of("x"));
	folder_put("store/deep/v3.md", str_of("x"));
	make_link("../store/v2.md", "talks/deck.md");
	make_link("talks/deck.md", "first.md");
	make_link("store", "current");
	make_link("store/deep/", "deep");
	make_link("nowhere.md", "broken.md");
	make_link("round.md", "round.md");
}

/* A line for each step: the folder and, where there is one, the name. */
static void put_trail(struct buf *out, const struct trail *trail)
{
	for (size_t i = 0; i < trail->count; i++) {
		const struct trail_step *step = &trail->steps[i];
		buf_put_text(out, step->folder);
		if (step->name)
			buf_printf(out, " %s", step->name);
		buf_put_byte(out, '\n');
	}
}

static void follows_paths(void **state)
{
	static const struct {
		const char *path, *want;
	} cases[] = {
		{ "deck.md", ". deck.md\n" },
		{ "./deck.md", ".\n. deck.md\n" },
		{ "missing.md", ". missing.md\n" },
		{ "talks", ". talks\n" },
		{ "talks/", ". talks\n" },
		{ "store/v2.md", ".\nstore v2.md\n" },
		{ "store//v2.md", ".\nstore v2.md\n" },
		{ "store/no/such.md", ".\nstore no\n" },
		{ "no/such/file.md", ". no\n" },
		{ "deck.md/x", ". deck.md\n" },
		{ "talks/../deck.md", ".\ntalks\ntalks/.. deck.md\n" },
		{ "talks/deck.md",
		  ".\ntalks\ntalks deck.md\ntalks/..\ntalks/../store v2.md\n" },
		{ "first.md", ".\n. first.md\ntalks\ntalks deck.md\n"
			      "talks/..\ntalks/../store v2.md\n" },
		{ "current/v2.md", ".\n. current\nstore v2.md\n" },
		{ "current/../deck.md",
		  ".\n. current\nstore\nstore/.. deck.md\n" },
		{ "deep/v3.md", ".\n. deep\nstore\nstore/deep v3.md\n" },
		{ "broken.md", ". broken.md\n. nowhere.md\n" },
		{ "round.md", ". round.md\n" },
		{ "/", "" },
		{ "/no-such-folder/x", "/ no-such-folder\n" },
		{ "/dev/null", "/dev null\n" },
		{ "/dev/../dev/null", "/dev\n/dev/..\n/dev/../dev null\n" },
		{ "", ".\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	make_files();
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct trail trail = { 0 };
		struct buf got = { 0 };
		trail_add(&trail, &arena, cases[i].path);
		trail_sort(&trail);
		put_trail(&got, &trail);
		expect_text(&expect, cases[i].path, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* A link's absolute target begins at the root. */
static void follows_absolute_links(void **state)
{
	struct arena arena = { 0 };
	struct trail trail = { 0 }, want = { 0 };
	char target[256];

	snprintf(target, sizeof(target), "%s/deck.md", (const char *)*state);
	folder_add("links");
	folder_put("deck.md", str_of("x"));
	make_link(target, "links/absolute.md");
	trail_add(&trail, &arena, "links/absolute.md");
	trail_sort(&trail);
	want.steps = (struct trail_step[]){ { ".", NULL },
					    { "/tmp", NULL },
					    { *state, "deck.md" },
					    { "links", "absolute.md" } };
	want.count = 4;
	assert_true(trail_eq(&trail, &want));
	arena_release(&arena);
}

/* Many links are one trail, and too many of them end. */
static void ends_after_many_links(void **state)
{
	struct arena arena = { 0 };
	struct trail trail = { 0 };
	char from[16], to[16];

	(void)state;
	for (int i = 0; i < 2 * TRAIL_LINKS_MAX; i++) {
		snprintf(from, sizeof(from), "%d", i);
		snprintf(to, sizeof(to), "%d", i + 1);
		make_link(to, from);
	}
	trail_add(&trail, &arena, "0");
	assert_int_equal(trail.count, TRAIL_LINKS_MAX + 1);
	arena_release(&arena);
}

static void copies_and_compares(void **state)
{
	struct trail_step steps[] = {
		{ "b", "x" }, { "a", NULL }, { "a", "y" },
		{ "b", "x" }, { "a", NULL }, { "a", "x" },
	};
	struct trail trail = { steps, COUNT(steps) }, copy;
	struct arena arena = { 0 };
	struct buf got = { 0 };

	(void)state;
	trail_sort(&trail);
	copy = trail_copy(&arena, &trail);
	put_trail(&got, &copy);
	buf_put_byte(&got, '\0');
	assert_string_equal(got.ptr, "a\na x\na y\nb x\n");
	assert_true(trail_eq(&trail, &copy));
	copy.count--;
	assert_false(trail_eq(&trail, &copy));
	copy.count++;
	copy.steps[3].name = NULL;
	assert_false(trail_eq(&trail, &copy));
	buf_release(&got);
	arena_release(&arena);
}

static void knows_empty_trails(void **state)
{
	struct trail empty = { 0 }, copy;
	struct arena arena = { 0 };

	(void)state;
	trail_sort(&empty);
	copy = trail_copy(&arena, &empty);
	assert_int_equal(copy.count, 0);
	assert_true(trail_eq(&empty, &copy));
	arena_release(&arena);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(follows_paths),
		IN_FOLDER(follows_absolute_links),
		IN_FOLDER(ends_after_many_links),
		cmocka_unit_test(copies_and_compares),
		cmocka_unit_test(knows_empty_trails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
