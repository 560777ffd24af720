/* SPDX-License-Identifier: MIT */
/*
 * The list of remarks, and how they read.
 */
#include "deck/remark.h"

#include <string.h>

#include "support/unit.h"

static bool is_name(const char *name)
{
	size_t len = strlen(name);

	return len > 0 &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len &&
	       name[0] != '-' && name[len - 1] != '-' && !strstr(name, "--");
}

/* Names are words in lower case with dashes, and each leads back. */
static void names_are_unique(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (int i = 0; i < REMARK_COUNT; i++) {
		const char *name = remark_name((enum remark_kind)i);
		expect_true(&expect, name, is_name(name));
		expect_int(&expect, name, i, (int)remark_find(str_of(name)));
	}
	expect_done(&expect);
}

static void finds_no_other_names(void **state)
{
	static const char *const names[] = { "",	  "Pages",  "page",
					     "pages ",	  "pages-", "--pages",
					     "idle_stop", "all" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_int_equal(remark_find(str_of(names[i])), REMARK_COUNT);
}

static void reads_well(void **state)
{
	static const struct {
		enum remark_kind kind;
		const char *detail, *want;
	} cases[] = {
		{ REMARK_IDLE_STOP, "", "a stop reveals nothing" },
		{ REMARK_VALUE, "width", "not a value for 'width'" },
		{ REMARK_VALUE, "", "not a value for '...'" },
		{ REMARK_VALUE, "{}", "not a value for '{}'" },
		{ REMARK_KEY, "a\\nb", "unknown key 'a\\nb'" },
		{ REMARK_CONTROL, "",
		  "a control character is shown as a picture" },
		{ REMARK_PAGES, "",
		  "the slide needs more rows than the screen has" },
		{ REMARK_PAGES, "7 rows more than 80x24 has",
		  "the slide needs 7 rows more than 80x24 has" },
		{ REMARK_BROKEN_LINE, "",
		  "a line needs more columns than there are" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct remark remark = { .kind = cases[i].kind,
					 .detail = str_of(cases[i].detail) };
		struct buf got = { 0 };
		remark_put(&remark, &got);
		expect_text(&expect, cases[i].want, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* Whatever stands in a text, it is one line and all of it is shown. */
static void texts_are_lines(void **state)
{
	struct expect expect = { 0 };

	(void)state;
	for (int i = 0; i < REMARK_COUNT; i++) {
		struct remark remark = { .kind = (enum remark_kind)i };
		const char *name = remark_name(remark.kind);
		struct buf got = { 0 };
		remark_put(&remark, &got);
		struct str text = buf_str(&got);
		expect_true(&expect, name, text.len > 0);
		expect_true(&expect, name,
			    !str_find(text, '{') && !str_find(text, '}') &&
				    !str_find(text, '\n'));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void keeps_copies_in_order(void **state)
{
	struct remarks remarks = { 0 };
	struct arena arena = { 0 };
	char detail[] = "a\x1b";

	(void)state;
	remark_add(&remarks, &arena,
		   (struct remark){ .kind = REMARK_KEY,
				    .line = 3,
				    .col = 2,
				    .detail = str_of(detail) });
	remark_add(&remarks, &arena,
		   (struct remark){ .kind = REMARK_TAG, .line = 1 });
	detail[0] = 'b';
	assert_int_equal(remarks.first->line, 3);
	assert_int_equal(remarks.first->col, 2);
	assert_true(str_eq(remarks.first->detail, str_of("a␛")));
	assert_ptr_equal(remarks.first->next, remarks.last);
	assert_int_equal(remarks.last->kind, REMARK_TAG);
	assert_null(remarks.last->next);
	arena_release(&arena);
}

static void tells_others_apart(void **state)
{
	const struct remark remark = {
		.kind = REMARK_KEY, .line = 3, .col = 2, .detail = STR("a")
	};
	struct remark others[5] = { remark, remark, remark, remark, remark };

	(void)state;
	others[0].kind = REMARK_VALUE;
	others[1].line = 4;
	others[2].col = 1;
	others[3].detail.len = 0;
	others[4].detail = str_of("b");
	for (size_t i = 0; i < COUNT(others); i++)
		assert_false(remark_eq(&remark, &others[i]));
	others[0] = remark;
	others[0].detail = str_of("a");
	others[0].next = &others[1];
	assert_true(remark_eq(&remark, &others[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_unique),
		cmocka_unit_test(finds_no_other_names),
		cmocka_unit_test(reads_well),
		cmocka_unit_test(texts_are_lines),
		cmocka_unit_test(keeps_copies_in_order),
		cmocka_unit_test(tells_others_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
