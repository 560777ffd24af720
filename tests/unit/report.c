/* SPDX-License-Identifier: MIT */
/*
 * Warnings: their order, each once, and both forms.
 */
#include "app/report.h"

#include "support/unit.h"

static const struct size any = { 0 }, small = { 12, 40 }, large = { 24, 80 };

struct added {
	int line, col;
	enum remark_kind kind;
	const char *detail;
	const struct size *size;
};

/* In an order that nobody wants to read. */
static const struct added added[] = {
	{ 9, 1, REMARK_PAGES, "1 row more than 80x24 has", &large },
	{ 2, 5, REMARK_KEY, "b", &any },
	{ 2, 5, REMARK_KEY, "a", &any },
	{ 2, 5, REMARK_CONTROL, "", &any },
	{ 9, 1, REMARK_PAGES, "2 rows more than 40x12 has", &small },
	{ 2, 5, REMARK_KEY, "b", &any },
	{ 2, 1, REMARK_IDLE_STOP, "", &large },
	{ 2, 1, REMARK_IDLE_STOP, "", &small },
	{ 1, 7, REMARK_TAG, "x\"y", &any },
};

static void fill(struct report *report, const bool ignored[REMARK_COUNT])
{
	const struct deck deck = { 0 };

	for (size_t i = 0; i < COUNT(added); i++) {
		struct arena arena = { 0 };
		struct remarks remarks = { 0 };
		remark_add(&remarks, &arena,
			   (struct remark){ .kind = added[i].kind,
					    .line = added[i].line,
					    .col = added[i].col,
					    .detail =
						    str_of(added[i].detail) });
		report_add(report, &deck, &remarks, ignored, *added[i].size);
		arena_release(&arena);
	}
	report_sort(report);
}

static void expect_put(const struct buf *got, const char *want)
{
	struct expect expect = { 0 };

	expect_text(&expect, "report", want, buf_str(got));
	expect_done(&expect);
}

static void sorts_and_drops_doubles(void **state)
{
	const bool ignored[REMARK_COUNT] = { 0 };
	struct report report = { 0 };
	struct buf got = { 0 };

	(void)state;
	fill(&report, ignored);
	report_put_text(&report, "a.md", &got);
	expect_put(&got,
		   "a.md:1:7: warning: unknown tag, its text is kept 'x\"y' "
		   "[tag]\n"
		   "a.md:2:1: warning: a stop reveals nothing [idle-stop]\n"
		   "a.md:2:5: warning: a control character is shown as a "
		   "picture [control]\n"
		   "a.md:2:5: warning: unknown key 'b' [key]\n"
		   "a.md:2:5: warning: unknown key 'a' [key]\n"
		   "a.md:9:1: warning: the slide needs 1 row more than 80x24 "
		   "has [pages]\n"
		   "a.md:9:1: warning: the slide needs 2 rows more than 40x12 "
		   "has [pages]\n");
	buf_release(&got);
	report_release(&report);
}

/* A file that is included twice is told of once, behind the deck. */
static void names_included_files(void **state)
{
	static const struct origin_piece pieces[] = {
		{ 2, { "b\x1b.md", 1 } },
		{ 4, { NULL, 3 } },
		{ 5, { "b\x1b.md", 1 } },
		{ 7, { NULL, 5 } },
	};
	const bool ignored[REMARK_COUNT] = { 0 };
	struct remarks remarks = { 0 };
	struct report report = { 0 };
	struct buf got = { 0 };
	struct deck deck = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(pieces); i++)
		origins_add(&deck.origins, &deck.arena, pieces[i]);
	for (int line = 1; line <= 7; line++)
		remark_add(&remarks, &deck.arena,
			   (struct remark){ .kind = REMARK_IDLE_STOP,
					    .line = line,
					    .col = 1 });
	report_add(&report, &deck, &remarks, ignored, any);
	report_sort(&report);
	report_put_text(&report, "a.md", &got);
	expect_put(&got,
		   "a.md:1:1: warning: a stop reveals nothing [idle-stop]\n"
		   "a.md:3:1: warning: a stop reveals nothing [idle-stop]\n"
		   "a.md:5:1: warning: a stop reveals nothing [idle-stop]\n"
		   "b␛.md:1:1: warning: a stop reveals nothing [idle-stop]\n"
		   "b␛.md:2:1: warning: a stop reveals nothing [idle-stop]\n");
	buf_release(&got);
	report_release(&report);
	arena_release(&deck.arena);
}

static void leaves_out_what_is_ignored(void **state)
{
	const bool ignored[REMARK_COUNT] = { [REMARK_KEY] = true,
					     [REMARK_PAGES] = true,
					     [REMARK_TAG] = true,
					     [REMARK_CONTROL] = true };
	struct report report = { 0 };
	struct buf got = { 0 };

	(void)state;
	fill(&report, ignored);
	report_put_text(&report, "-", &got);
	expect_put(&got,
		   "-:2:1: warning: a stop reveals nothing [idle-stop]\n");
	buf_release(&got);
	report_release(&report);
}

static void writes_json(void **state)
{
	const bool ignored[REMARK_COUNT] = { [REMARK_KEY] = true,
					     [REMARK_CONTROL] = true,
					     [REMARK_IDLE_STOP] = true };
	struct report report = { 0 };
	struct buf got = { 0 };
	bool begun = false;

	(void)state;
	report_put_json(&report, "none.md", &begun, &got);
	assert_false(begun);
	fill(&report, ignored);
	report_put_json(&report, "a\"b.md", &begun, &got);
	assert_true(begun);
	expect_put(&got,
		   "\n  {\"file\": \"a\\\"b.md\", \"line\": 1, \"column\": 7, "
		   "\"name\": \"tag\", "
		   "\"text\": \"unknown tag, its text is kept 'x\\\"y'\"},"
		   "\n  {\"file\": \"a\\\"b.md\", \"line\": 9, \"column\": 1, "
		   "\"name\": \"pages\", "
		   "\"text\": \"the slide needs 1 row more than 80x24 has\", "
		   "\"size\": \"80x24\"},"
		   "\n  {\"file\": \"a\\\"b.md\", \"line\": 9, \"column\": 1, "
		   "\"name\": \"pages\", "
		   "\"text\": \"the slide needs 2 rows more than 40x12 has\", "
		   "\"size\": \"40x12\"}");
	buf_release(&got);
	report_release(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sorts_and_drops_doubles),
		cmocka_unit_test(names_included_files),
		cmocka_unit_test(leaves_out_what_is_ignored),
		cmocka_unit_test(writes_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
