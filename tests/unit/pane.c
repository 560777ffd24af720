/* SPDX-License-Identifier: MIT */
/*
 * How large images are, and what stands in their place.
 */
#include "layout/pane.h"

#include "layout/fit.h"
#include "picture/album.h"
#include "slide/read.h"
#include "support/unit.h"

/* A slide with an image, of which the block says that it is drawn. */
struct rig {
	struct deck deck;
	struct arena arena;
	struct slide *slide;
	struct block *image;
	struct picture picture;
};

static struct block *find_image(struct block *block)
{
	struct block *found = block->kind == BLOCK_IMAGE ? block : NULL;

	for (struct block *child = block->first; child && !found;
	     child = child->next)
		found = find_image(child);
	return found;
}

static void rig_init(struct rig *rig, const char *source,
		     struct picture picture)
{
	struct buf bytes = { 0 };

	*rig = (struct rig){ .picture = picture };
	buf_put_text(&bytes, source);
	read_deck(&rig->deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	rig->slide = read_slide(&rig->deck, 1, &rig->arena);
	rig->image = find_image(&rig->slide->body);
	assert_non_null(rig->image);
	rig->image->image.form = IMAGE_DRAWN;
	rig->image->image.picture = &rig->picture;
}

static void rig_release(struct rig *rig)
{
	deck_release(&rig->deck);
	arena_release(&rig->arena);
}

static struct size size_of(const struct rig *rig,
			   const struct pane_scale *scale, int cols)
{
	struct pane_extent extent =
		pane_extent(rig->slide, rig->image, scale, cols);

	return (struct size){ .rows = pane_cells(extent.rows, scale->rows),
			      .cols = pane_cells(extent.cols, cols) };
}

static void sizes_images(void **state)
{
	static const struct {
		const char *source;
		int width, height; /* of the file */
		int cols, rows;	   /* of the place */
		const char *want;
	} cases[] = {
		{ "![a](x)", 80, 80, 40, 20, "10x5" },
		{ "![a](x)", 1, 1, 40, 20, "1x1" },
		{ "![a](x)", 8000, 8000, 40, 20, "40x20" },
		{ "![a](x)", 8000, 8000, 40, 10, "20x10" },
		{ "![a](x)", 8000, 80, 40, 20, "40x1" },
		{ "![a](x)", 80, 80000, 40, 20, "1x20" },
		{ "![w:50%](x)", 80, 80, 40, 20, "20x10" },
		{ "![w:50%](x)", 800, 800, 40, 20, "20x10" },
		{ "![w:200%](x)", 80, 80, 40, 20, "40x20" },
		{ "![h:50%](x)", 80, 80, 40, 20, "24x12" },
		{ "![w:640px](x)", 80, 80, 80, 24, "40x20" },
		{ "![h:360](x)", 80, 80, 80, 24, "24x12" },
		{ "![w:50% h:25%](x)", 80, 80, 40, 24, "12x6" },
		{ "![|8](x)", 80, 80, 40, 20, "8x4" },
		{ "![|30x2](x)", 80, 80, 40, 20, "4x2" },
		{ "![a](x)", 80, 80, 1, 1, "1x1" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pane_scale scale = { .slide = { 24, 80 },
					    .rows = cases[i].rows };
		struct buf out = { 0 };
		struct rig rig;
		rig_init(&rig, cases[i].source,
			 (struct picture){ .width = cases[i].width,
					   .height = cases[i].height });
		struct size size = size_of(&rig, &scale, cases[i].cols);
		buf_printf(&out, "%dx%d", size.cols, size.rows);
		expect_text(&expect, cases[i].source, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
		rig_release(&rig);
	}
	expect_done(&expect);
}

static void keeps_proportions_of_any_cell(void **state)
{
	struct pane_scale scale = { .slide = { 24, 80 },
				    .cell = { .rows = 30, .cols = 10 },
				    .rows = 20 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "![a](x)",
		 (struct picture){ .width = 300, .height = 300 });
	struct size size = size_of(&rig, &scale, 80);
	assert_int_equal(size.cols, 30);
	assert_int_equal(size.rows, 10);
	size = size_of(&rig, &scale, 15);
	assert_int_equal(size.cols, 15);
	assert_int_equal(size.rows, 5);
	rig_release(&rig);
}

/* All but the pixels of cells is in proportion, within the place. */
static void knows_what_is_shown_on_it(void **state)
{
	static const struct {
		enum copy_kind kind;
		struct size cell, place;
		int width, height; /* of the file */
		const char *want;
	} cases[] = {
		{ COPY_PIXELS, { 20, 10 }, { 5, 40 }, 80, 80, "40x10" },
		{ COPY_PNG, { 20, 10 }, { 5, 40 }, 80, 80, "100x100" },
		{ COPY_PNG, { 20, 10 }, { 5, 40 }, 800, 80, "400x40" },
		{ COPY_PNG, { 0, 0 }, { 5, 40 }, 80, 80, "80x80" },
		{ COPY_PNG, { 20, 10 }, { 1, 1 }, 8000, 8, "10x1" },
		{ COPY_SIXELS, { 20, 10 }, { 5, 40 }, 80, 80, "100x96" },
		{ COPY_SIXELS, { 18, 9 }, { 2, 40 }, 80, 80, "36x36" },
		{ COPY_SIXELS, { 20, 10 }, { 5, 40 }, 8000, 8, "400x6" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct picture picture = { .width = cases[i].width,
					   .height = cases[i].height };
		struct pane pane = { .picture = &picture,
				     .size = cases[i].place };
		struct pane_medium medium = { .kind = cases[i].kind,
					      .cell = cases[i].cell };
		struct copy_wish wish = pane_wish(&pane, &medium);
		struct buf out = { 0 };
		buf_printf(&out, "%dx%d", wish.width, wish.height);
		expect_text(&expect, "pixels", cases[i].want, buf_str(&out));
		expect_int(&expect, "kind", cases[i].kind, wish.kind);
		buf_release(&out);
	}
	expect_done(&expect);
}

static void no_image_has_more_pixels_than_can_be_sent(void **state)
{
	struct pane_scale scale = { .slide = { 60, 200 },
				    .cell = { .rows = 20, .cols = 10 },
				    .most = { .rows = 400, .cols = 1000 },
				    .rows = 58 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "![w:100%](x)",
		 (struct picture){ .width = 300, .height = 300 });
	struct size size = size_of(&rig, &scale, 200);
	assert_int_equal(size.cols, 40);
	assert_int_equal(size.rows, 20);
	rig_release(&rig);
}

/* The rows of the only pane on the slide's pages, and how many pages. */
static void put_fit(struct rig *rig, struct size size, struct buf *out)
{
	struct stage stage = { .deck = &rig->deck, .widest = 20, .size = size };
	struct fit *fit = fit_slide(&rig->arena, &stage, rig->slide);
	const struct pane *pane = fit->sheet->panes;

	assert_non_null(pane);
	assert_null(pane->next);
	buf_printf(out, "%dx%d on %d", pane->size.cols, pane->size.rows,
		   fit->page_count);
}

static void gives_way_to_text(void **state)
{
	static const struct {
		const char *name, *source;
		struct size size;
		const char *want;
	} cases[] = {
		{ "alone", "![](x)\n", { 24, 80 }, "44x22 on 1" },
		{ "below a heading",
		  "# A\n\n![](x)\n",
		  { 24, 80 },
		  "40x20 on 1" },
		{ "above text",
		  "![](x)\n\na\nb\n\nc\n",
		  { 12, 40 },
		  "12x6 on 1" },
		{ "with too much text",
		  "![](x)\n\n- a\n- b\n- c\n- d\n- e\n- f\n",
		  { 12, 40 },
		  "20x10 on 2" },
		{ "in a list", "- a\n\n  ![](x)\n", { 24, 80 }, "40x20 on 1" },
		{ "in a tiny window", "![](x)\n", { 2, 3 }, "3x2 on 1" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf out = { 0 };
		struct rig rig;
		rig_init(&rig, cases[i].source,
			 (struct picture){ .width = 900, .height = 900 });
		put_fit(&rig, cases[i].size, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
		rig_release(&rig);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes_images),
		cmocka_unit_test(keeps_proportions_of_any_cell),
		cmocka_unit_test(knows_what_is_shown_on_it),
		cmocka_unit_test(no_image_has_more_pixels_than_can_be_sent),
		cmocka_unit_test(gives_way_to_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
