/* SPDX-License-Identifier: MIT */
/*
 * What stands at the foot of a slide.
 */
#include "layout/foot.h"

#include "support/model.h"
#include "support/unit.h"

static void build(struct model *model)
{
	model_init(model);
	struct slide *slide = model->slide;

	model_text(model, "body");
	slide->steps = 3;
	slide->footnote_count = 2;
	slide->footnotes = arena_array(&model->arena, struct footnote, 2);
	slide->footnotes[0].mark = str_of("¹");
	slide->footnotes[1].mark = str_of("²");
	slide->footnotes[1].step = 2;
	model_run(model, &slide->footnotes[0].text, INLINE_TEXT,
		  "A note of some words");
	model_run(model, &slide->footnotes[1].text, INLINE_TEXT, "later");
	slide->link_count = 2;
	slide->links = arena_array(&model->arena, struct link, 2);
	slide->links[0] = (struct link){ .target = str_of("http://x.org"),
					 .number = 0,
					 .step = 1 };
	slide->links[1] =
		(struct link){ .target = str_of("hidden"), .number = -1 };
}

static void stands_at_the_foot(void **state)
{
	struct buf got = { 0 };
	struct expect expect = { 0 };
	struct model model;

	(void)state;
	build(&model);
	model_put_planes(&model, (struct size){ 8, 16 }, &got);
	expect_text(&expect, "footnotes above targets",
		    "== 0.0\n"
		    "|                |................|\n"
		    "|      body      |......xxxx......|\n"
		    "|                |................|\n"
		    "|¹ A note of some|oooooooooooooooo|\n"
		    "|  words         |..ooooo.........|\n"
		    "|                |................|\n"
		    "|                |................|\n"
		    "|                |................|\n"
		    "== 1.0\n"
		    "|                |................|\n"
		    "|      body      |......xxxx......|\n"
		    "|                |................|\n"
		    "|¹ A note of some|oooooooooooooooo|\n"
		    "|  words         |..ooooo.........|\n"
		    "|                |................|\n"
		    "|[0] http://x.org|gggggggggggggggg|\n"
		    "|                |................|\n"
		    "== 2.0\n"
		    "|                |................|\n"
		    "|      body      |......xxxx......|\n"
		    "|                |................|\n"
		    "|¹ A note of some|oooooooooooooooo|\n"
		    "|  words         |..ooooo.........|\n"
		    "|² later         |ooooooo.........|\n"
		    "|[0] http://x.org|gggggggggggggggg|\n"
		    "|                |................|\n",
		    buf_str(&got));
	buf_release(&got);
	model_release(&model);
	expect_done(&expect);
}

static void has_rows_for_all_at_any_width(void **state)
{
	(void)state;
	for (int cols = 1; cols <= 40; cols++) {
		struct model model;
		build(&model);
		struct rows rows = foot_layout(&model.arena, model.slide, cols);
		assert_true(rows.count >= 3);
		assert_int_equal(row_step(&rows.first[0], -1), 0);
		assert_int_equal(row_step(&rows.first[rows.count - 1], -1), 1);
		model_release(&model);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stands_at_the_foot),
		cmocka_unit_test(has_rows_for_all_at_any_width),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
