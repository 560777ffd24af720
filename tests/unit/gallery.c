/* SPDX-License-Identifier: MIT */
/*
 * Where images stand that stand beside each other, and how large they are.
 */
#include "layout/gallery.h"

#include "layout/layout.h"
#include "picture/album.h"
#include "slide/read.h"
#include "support/unit.h"

/* What targets of images name: their pixels. */
static const struct {
	struct str target;
	struct picture picture;
} pictures[] = {
	{ STR("square"), { .width = 160, .height = 160 } },   /* 20x10 */
	{ STR("wide"), { .width = 640, .height = 160 } },     /* 80x10 */
	{ STR("tall"), { .width = 160, .height = 320 } },     /* 20x20 */
	{ STR("icon"), { .width = 32, .height = 32 } },	      /* 4x2 */
	{ STR("huge"), { .width = 16000, .height = 16000 } }, /* too large */
};

/* Others are not drawn. */
static const struct picture *find_picture(struct str target)
{
	for (size_t i = 0; i < COUNT(pictures); i++) {
		if (str_eq(pictures[i].target, target))
			return &pictures[i].picture;
	}
	return NULL;
}

static void hang(const struct slide *slide, struct block *block)
{
	for (struct block *child = block->first; child; child = child->next)
		hang(slide, child);
	if (block->kind == BLOCK_GALLERY)
		block->image.form = IMAGE_DRAWN;
	if (block->kind != BLOCK_IMAGE)
		return;
	block->image.picture =
		find_picture(slide->links[block->image.link].target);
	block->image.form = block->image.picture ? IMAGE_DRAWN : IMAGE_FRAMED;
}

/* "COL,ROW COLSxROWS" of each image from the left, row by row. */
static void put_panes(const struct rows *rows, int cols, struct buf *out)
{
	for (int row = 0; row < rows->count; row++) {
		for (int col = 0; col < cols; col++) {
			const struct run *run = rows->first[row].runs;
			for (; run; run = run->next) {
				if (run->pane && run->pane_row == 0 &&
				    run->col == col)
					buf_printf(out, "%d,%d %dx%d; ", col,
						   row, run->pane->size.cols,
						   run->pane->size.rows);
			}
		}
	}
}

static void lay_out(const char *source, int cols, int rows, struct buf *out)
{
	struct layout_room room = {
		.cols = cols,
		.panes = { .slide = { rows, cols }, .rows = rows, .to = cols }
	};
	struct arena arena = { 0 };
	struct buf bytes = { 0 };
	struct deck deck;

	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	struct slide *slide = read_slide(&deck, 1, &arena);
	hang(slide, &slide->body);
	assert_true(slide_check(slide));
	struct sheet *sheet = layout_slide(&arena, slide, room);
	put_panes(&sheet->body, cols, out);
	deck_release(&deck);
	arena_release(&arena);
}

static void shares_the_place(void **state)
{
	static const struct {
		const char *name, *source;
		int cols, rows;
		const char *want;
	} cases[] = {
		{ "as large as they are", "![](square) ![](square)", 80, 24,
		  "19,0 20x10; 41,0 20x10; " },
		{ "as high as the lowest", "![](square) ![](tall)", 80, 24,
		  "24,0 20x10; 46,0 10x10; " },
		{ "sharing the width", "![](square) ![](wide)", 52, 24,
		  "0,0 10x5; 12,0 40x5; " },
		{ "sharing the height", "![](huge) ![](huge)", 80, 8,
		  "23,0 16x8; 41,0 16x8; " },
		{ "all in a row", "![](huge) ![](huge) ![](huge)", 34, 24,
		  "0,0 10x5; 12,0 10x5; 24,0 10x5; " },
		{ "in rows of the same number",
		  "![](huge) ![](huge) ![](huge) ![](huge)", 40, 24,
		  "0,0 19x10; 21,0 19x10; 0,11 19x10; 21,11 19x10; " },
		{ "the last row in the middle", "![](huge) ![](huge) ![](huge)",
		  30, 24, "0,0 14x7; 16,0 14x7; 8,8 14x7; " },
		{ "below each other", "![](square) ![](square)", 20, 24,
		  "0,0 20x10; 0,11 20x10; " },
		{ "small ones side by side",
		  "![](icon) ![](icon) ![](icon) ![](icon)", 24, 24,
		  "1,0 4x2; 7,0 4x2; 13,0 4x2; 19,0 4x2; " },
		{ "small ones that do not fit",
		  "![](icon) ![](icon) ![](icon) ![](icon)", 12, 24,
		  "1,0 4x2; 7,0 4x2; 1,3 4x2; 7,3 4x2; " },
		{ "sizes of their own", "![w:10%](huge) ![w:40%](huge)", 80, 30,
		  "19,0 8x4; 29,0 32x16; " },
		{ "that share the width", "![w:50%](huge) ![w:50%](huge)", 80,
		  30, "0,0 39x20; 41,0 39x20; " },
		{ "one with and one without", "![|10](huge) ![](tall)", 80, 24,
		  "24,0 10x5; 36,0 20x20; " },
		{ "a break", "![](icon)\\\n![](square) ![](square)", 80, 24,
		  "38,0 4x2; 19,3 20x10; 41,3 20x10; " },
		{ "a frame among them", "![ab](no) ![](square)", 80, 24,
		  "36,0 20x10; " },
		{ "in a list", "- ![](square) ![](square)", 80, 24,
		  "4,0 20x10; 26,0 20x10; " },
		{ "in a quote", "> ![](square) ![](square)", 80, 24,
		  "2,0 20x10; 24,0 20x10; " },
		{ "on the right",
		  "<!-- alignment: right -->\n\n![](square) ![](square)", 80,
		  24, "38,0 20x10; 60,0 20x10; " },
		{ "in one column", "![](square) ![](square)", 1, 9,
		  "0,0 1x1; 0,2 1x1; " },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		lay_out(cases[i].source, cases[i].cols, cases[i].rows, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
	}
	expect_done(&expect);
}

static void measures(void **state)
{
	static const struct {
		const char *source;
		int want;
	} cases[] = {
		{ "![](icon) ![](icon)", 10 },
		{ "![](icon) ![](icon)\\\n![](square)", 20 },
		{ "![](icon)\\\n![](icon)", 4 },
		{ "![](square) ![](wide)", 40 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct buf bytes = { 0 };
		struct deck deck;
		buf_put_text(&bytes, cases[i].source);
		read_deck(&deck, &bytes,
			  &(struct deck_options){ .dialect =
							  DIALECT_MARKDOWN });
		struct slide *slide = read_slide(&deck, 1, &arena);
		hang(slide, &slide->body);
		expect_int(&expect, cases[i].source, cases[i].want,
			   gallery_measure(slide, slide->body.first));
		deck_release(&deck);
		arena_release(&arena);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_the_place),
		cmocka_unit_test(measures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
