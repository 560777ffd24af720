/* SPDX-License-Identifier: MIT */
/*
 * Which images are looked for, and where.
 */
#include "deck/images.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/unit.h"

static void make(const char *folder, const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
}

static void remove_file(const char *folder, const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	unlink(path);
}

static void looks_for_files(void **state)
{
	static const struct {
		const char *target;
		bool image, missing;
	} cases[] = {
		{ "a.png", true, false },
		{ "./a.png", true, false },
		{ "with blank.png", true, false },
		{ "with%20blank.png", true, false },
		{ "100%.png", true, false },
		{ "a.png#xywh=0,0,9,9", true, false },
		{ "a.png?raw=true", true, false },
		{ "b.png", true, true },
		{ "b.png", false, false },
		{ "#123456", true, false },
		{ "folder/a.png", true, true },
		{ "%", true, true },
		{ "%zz", true, true },
		{ "/nowhere/b.png", true, false },
		{ "//example.org/b.png", true, false },
		{ "file:///nowhere/b.png", true, false },
		{ "https://example.org/b.png", true, false },
		{ "data:image/png;base64,AAAA", true, false },
		{ "x-y+z.1:b", true, false },
		{ "pictures/a:b.png", true, true },
		{ ":b", true, true },
	};
	static const char *const files[] = { "a.png", "with blank.png",
					     "100%.png" };
	char folder[] = "/tmp/deckle-images-XXXXXX", path[64];
	struct deck deck = { .options.path = path };
	struct expect expect = { 0 };

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/deck.md", folder);
	for (size_t i = 0; i < COUNT(files); i++)
		make(folder, files[i]);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct link link = { .target = str_of(cases[i].target),
				     .line = 7,
				     .image = cases[i].image };
		struct slide slide = { .links = &link, .link_count = 1 };
		struct arena arena = { 0 };
		images_find_missing(&deck, &slide, &arena);
		const struct remark *remark = slide.remarks.first;
		expect_int(&expect, cases[i].target, cases[i].missing,
			   !!remark);
		if (remark)
			expect_true(&expect, cases[i].target,
				    remark->kind == REMARK_IMAGE &&
					    remark->line == 7 &&
					    str_eq(remark->detail,
						   link.target));
		arena_release(&arena);
	}
	for (size_t i = 0; i < COUNT(files); i++)
		remove_file(folder, files[i]);
	rmdir(folder);
	expect_done(&expect);
}

static void lists_paths(void **state)
{
	static const struct {
		const char *target;
		bool image;
		int line;
		const char *want;
	} cases[] = {
		{ "a.png", true, 1, "talks/a.png " },
		{ "b/./a%20b.png", true, 1, "talks/b/./a b.png " },
		{ "a.png?raw=true", true, 1,
		  "talks/a.png?raw=true talks/a.png " },
		{ "a.png", true, 7, "talks/a.png talks/part/a.png " },
		{ "a.png#x", true, 7,
		  "talks/a.png#x talks/a.png "
		  "talks/part/a.png#x talks/part/a.png " },
		{ "a.png", false, 1, "" },
		{ "", true, 1, "" },
		{ "#123456", true, 1, "" },
		{ "?x", true, 1, "talks/?x " },
		{ "/a.png", true, 1, "/a.png " },
		{ "/a%20b.png?x", true, 7, "/a b.png?x /a b.png " },
		{ "/a.png", false, 1, "" },
		{ "file:///a.png", true, 7, "/a.png " },
		{ "file://localhost/a.png", true, 1, "/a.png " },
		{ "file:/a.png", true, 1, "/a.png " },
		{ "file://host/a.png", true, 1, "" },
		{ "file:a.png", true, 1, "" },
		{ "//example.org/a.png", true, 1, "" },
		{ "https://example.org/a.png", true, 1, "" },
	};
	struct origin_piece piece = { 5, { "talks/part/one.md", 1 } };
	struct deck deck = { .options.path = "talks/deck.md",
			     .origins = { &piece, 1 } };
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct link link = { .target = str_of(cases[i].target),
				     .line = cases[i].line,
				     .image = cases[i].image };
		struct slide slide = { .links = &link, .link_count = 1 };
		struct arena arena = { 0 };
		struct buf got = { 0 };
		const char **paths;
		int count = images_list(&deck, &slide, &arena, &paths);
		for (int at = 0; at < count; at++)
			buf_printf(&got, "%s ", paths[at]);
		expect_text(&expect, cases[i].target, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* What Slidev calls "/a.png" is in a folder beside the deck. */
static void knows_the_public_folder(void **state)
{
	struct deck deck = { .options.path = "talks/deck.md",
			     .dialect = DIALECT_SLIDEV };
	struct link links[] = {
		{ .target = STR("/a.png"), .line = 1, .image = true },
		{ .target = STR("file:///b.png"), .line = 1, .image = true },
		{ .target = STR("/c.png"), .line = 1 },
	};
	struct slide slide = { .links = links, .link_count = COUNT(links) };
	struct arena arena = { 0 };
	const char **paths;

	(void)state;
	assert_int_equal(images_list(&deck, &slide, &arena, &paths), 3);
	assert_string_equal(paths[0], "talks/public/a.png");
	assert_string_equal(paths[1], "/a.png");
	assert_string_equal(paths[2], "/b.png");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(looks_for_files),
		cmocka_unit_test(lists_paths),
		cmocka_unit_test(knows_the_public_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
