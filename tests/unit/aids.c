/* SPDX-License-Identifier: MIT */
/*
 * What the bars say to an author about a slide.
 */
#include "present/aids.h"

#include <string.h>

#include "support/rig.h"
#include "support/unit.h"

/* "place|notice|marked lines|kinds of all remarks" */
static void put_aids(struct buf *out, const struct aids *aids)
{
	buf_put(out, aids->place);
	buf_put_byte(out, '|');
	buf_put(out, aids->notice);
	buf_put_byte(out, '|');
	for (int i = 0; i < aids->marked_count; i++)
		buf_printf(out, "%d ", aids->marked[i]);
	buf_put_byte(out, '|');
	for (const struct remark *remark = aids->remarks.first; remark;
	     remark = remark->next)
		buf_printf(out, "%s ", remark_name(remark->kind));
}

static void tells_what_is_odd(void **state)
{
	static const struct {
		const char *name, *source;
		int slide;
		const char *want;
	} cases[] = {
		{ "nothing", "# a\n\nb\n", 1, "talk.md:1|||" },
		{ "a place", "%title: T\n\n\na\n\n---\n\nb\n", 2,
		  "talk.md:7|||" },
		{ "a header's remark", "%width: x\n\na\n\n---\n\nb\n", 1,
		  "talk.md:2|line 1: not a value for 'width'||value " },
		{ "which no other slide has", "%width: x\n\na\n\n---\n\nb\n", 2,
		  "talk.md:6|||" },
		{ "the deck's remark on a slide's lines",
		  "a\n\n---\n\n# b\n---\n\nc\n", 2,
		  "talk.md:4|line 6: a slide break without a blank line "
		  "above it||odd-break " },
		{ "but on no other", "a\n\n---\n\n# b\n---\n\nc\n", 3,
		  "talk.md:7|||" },
		{ "reading's", "a\x01\n", 1,
		  "talk.md:1|line 1: a control character is shown as a "
		  "picture||control " },
		{ "an inspector's", "a\n\n---\n\n\n---\n\nb\n", 2,
		  "talk.md:4|line 4: nothing is on this slide||empty-slide " },
		{ "an image", "![x](nowhere/at/all.png)\n", 1,
		  "talk.md:1|line 1: no such image "
		  "'nowhere/at/all.png'||image " },
		{ "a broken line", "a\n\nb\n12345678901234567890\n", 1,
		  "talk.md:1|line 4: a line needs 8 columns more than 12x9 "
		  "has|4 |broken-line " },
		{ "several, by line",
		  "12345678901234567890\n^\n```\n```\n\n\x01\n", 1,
		  "talk.md:1|line 1: a line needs 8 columns more than 12x9 "
		  "has (+1, ? lists them)|1 |broken-line control " },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct rig rig;
		rig_init(&rig, str_of(cases[i].source), (struct size){ 9, 12 });
		rig.deck.options.path = "some/talk.md";
		rig_fit(&rig, cases[i].slide);
		struct aids aids = aids_collect(&rig.arena, rig.slide, rig.fit,
						(struct aids_sizes){ 0 });
		put_aids(&got, &aids);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* The screen's own size does not count where others are asked for. */
static void checks_sizes(void **state)
{
	static const struct size sizes[] = { { 24, 80 },
					     { 24, 15 },
					     { 9, 18 } };
	static const struct {
		int count;
		const char *want;
	} cases[] = {
		{ 0, "12x9 " },
		{ 1, "" },
		{ 2, "15x24 " },
		{ 3, "15x24 18x9 " },
	};
	struct expect expect = { 0 };
	struct rig rig;

	(void)state;
	rig_init(&rig, BYTES("12345678901234567890\n"), (struct size){ 9, 12 });
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		rig_fit(&rig, 1);
		struct aids aids =
			aids_collect(&rig.arena, rig.slide, rig.fit,
				     (struct aids_sizes){ sizes,
							  cases[i].count });
		for (const struct remark *remark = aids.remarks.first; remark;
		     remark = remark->next) {
			const char *than = strstr(remark->detail.ptr, "than ");
			buf_printf(&got, "%.*s ", (int)strcspn(than + 5, " "),
				   than + 5);
		}
		expect_text(&expect, cases[i].want, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	rig_release(&rig);
	expect_done(&expect);
}

/* Lines of included files are those files'. */
static void names_files(void **state)
{
	static const struct {
		const char *name, *path;
		int pieces;
		const char *want;
	} cases[] = {
		{ "no path", NULL, 0,
		  "line 1|line 3: a control character is shown as a picture||"
		  "control " },
		{ "standard input", "-", 0,
		  "line 1|line 3: a control character is shown as a picture||"
		  "control " },
		{ "an odd name", "a\033b.md", 0,
		  "a␛b.md:1|line 3: a control character is shown as a "
		  "picture||control " },
		{ "a remark in another file", "talk.md", 1,
		  "talk.md:1|line 1 of one.md: a control character is shown "
		  "as a picture||control " },
		{ "all in one other file", "talk.md", 2,
		  "two.md:8|line 10: a control character is shown as a "
		  "picture||control " },
	};
	static struct origin_piece pieces[][1] = {
		{ { 3, { "parts/one.md", 1 } } },
		{ { 1, { "parts/two.md", 8 } } },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		struct rig rig;
		rig_init(&rig, BYTES("a\n\n\x01\n"), (struct size){ 9, 12 });
		rig.deck.options.path = cases[i].path;
		if (cases[i].pieces > 0)
			rig.deck.origins =
				(struct origins){ pieces[cases[i].pieces - 1],
						  1 };
		rig_fit(&rig, 1);
		struct aids aids = aids_collect(&rig.arena, rig.slide, rig.fit,
						(struct aids_sizes){ 0 });
		put_aids(&got, &aids);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		rig_release(&rig);
	}
	expect_done(&expect);
}

/* What is asked twice is answered alike: the slide keeps its own remarks. */
static void changes_nothing(void **state)
{
	struct buf first = { 0 }, second = { 0 };
	struct rig rig;

	(void)state;
	rig_init(&rig, BYTES("\x01\n\n![x](nowhere.png)\n12345678901234\n"),
		 (struct size){ 9, 12 });
	rig_fit(&rig, 1);
	const struct remark *own = rig.slide->remarks.last;
	struct aids aids = aids_collect(&rig.arena, rig.slide, rig.fit,
					(struct aids_sizes){ 0 });
	put_aids(&first, &aids);
	aids = aids_collect(&rig.arena, rig.slide, rig.fit,
			    (struct aids_sizes){ 0 });
	put_aids(&second, &aids);
	assert_ptr_equal(rig.slide->remarks.last, own);
	assert_null(own->next);
	assert_true(str_eq(buf_str(&first), buf_str(&second)));
	buf_release(&first);
	buf_release(&second);
	rig_release(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_what_is_odd),
		cmocka_unit_test(checks_sizes),
		cmocka_unit_test(names_files),
		cmocka_unit_test(changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
