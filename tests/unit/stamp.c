/* SPDX-License-Identifier: MIT */
/*
 * Images that the terminal draws, and the cells below them.
 */
#include "layout/stamp.h"

#include <poll.h>

#include "layout/frame.h"
#include "slide/read.h"
#include "support/unit.h"

/* Longer than any machine takes. */
#define DEADLINE_MS 60000

/* A slide with an image, on a screen of 24 rows that is sent PNG files. */
struct rig {
	struct deck deck;
	struct arena arena;
	struct stage stage;
	struct album *album;
	struct fit *fit;
};

static void hang(struct rig *rig, struct slide *slide)
{
	const char *path = PICTURES "/quarters.png";
	struct error error;

	for (struct block *block = slide->body.first; block;
	     block = block->next) {
		if (block->kind != BLOCK_IMAGE)
			continue;
		block->image.form = IMAGE_DRAWN;
		block->image.picture =
			album_find(rig->album, path, path, &error);
		assert_non_null(block->image.picture);
	}
}

static void rig_init(struct rig *rig, const char *source, enum copy_kind kind)
{
	struct buf bytes = { 0 };

	*rig = (struct rig){ .album = album_open() };
	buf_put_text(&bytes, source);
	read_deck(&rig->deck, &bytes,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	struct slide *slide = read_slide(&rig->deck, 1, &rig->arena);
	hang(rig, slide);
	rig->stage = (struct stage){ .deck = &rig->deck,
				     .widest = 20,
				     .size = { 24, 80 },
				     .medium = { .kind = kind,
						 .cell = { 20, 10 } } };
	rig->fit = fit_slide(&rig->arena, &rig->stage, slide);
}

static void rig_release(struct rig *rig)
{
	album_close(rig->album);
	deck_release(&rig->deck);
	arena_release(&rig->arena);
}

static void make_all(struct rig *rig)
{
	const struct pane *pane = rig->fit->sheet->panes;
	struct pollfd wait = { .events = POLLIN };

	for (; pane; pane = pane->next) {
		struct copy_wish wish = pane_wish(pane, &rig->stage.medium);
		album_want(rig->album, pane->picture, &wish, true);
	}
	while ((wait.fd = album_fd(rig->album)) >= 0) {
		assert_int_equal(poll(&wait, 1, DEADLINE_MS), 1);
		assert_int_not_equal(album_take(rig->album), ALBUM_BROKEN);
	}
}

/* "(row, col) colsxrows" of each stamp of a view. */
static void put_stamps(struct rig *rig, int view, struct buf *out)
{
	struct stamps stamps =
		stamps_list(&rig->arena, rig->fit, rig->fit->views[view]);

	for (int i = 0; i < stamps.count; i++) {
		const struct stamp *stamp = &stamps.first[i];
		assert_memory_equal(stamp->copy.bytes.ptr, "\x89PNG", 4);
		buf_printf(out, "(%d, %d) %dx%d\n", stamp->at.row,
			   stamp->at.col, stamp->size.cols, stamp->size.rows);
	}
}

static void images_are_stamped_where_they_are_made(void **state)
{
	struct expect expect = { 0 };
	struct buf out = { 0 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "# A\n\n![a|20x6](x)\n", COPY_PNG);
	put_stamps(&rig, 0, &out);
	expect_text(&expect, "before", "", buf_str(&out));
	make_all(&rig);
	put_stamps(&rig, 0, &out);
	expect_text(&expect, "after", "(10, 30) 20x5\n", buf_str(&out));
	expect_done(&expect);
	buf_release(&out);
	rig_release(&rig);
}

static void images_are_revealed(void **state)
{
	struct expect expect = { 0 };
	struct buf out = { 0 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "![a|8x2](x)\n\n<!-- pause -->\n\n![b|12x3](x)\n",
		 COPY_PNG);
	make_all(&rig);
	put_stamps(&rig, 0, &out);
	buf_put_text(&out, "-\n");
	put_stamps(&rig, 1, &out);
	expect_text(&expect, "steps",
		    "(8, 36) 8x2\n-\n(8, 36) 8x2\n(11, 34) 12x3\n",
		    buf_str(&out));
	expect_done(&expect);
	buf_release(&out);
	rig_release(&rig);
}

static void pixels_in_cells_are_no_stamps(void **state)
{
	struct buf out = { 0 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "![a|20x6](x)\n", COPY_PIXELS);
	make_all(&rig);
	put_stamps(&rig, 0, &out);
	assert_int_equal(out.len, 0);
	rig_release(&rig);
}

/* Cells that say nothing, but are not those that others may leave out. */
static void the_ground_is_kept(void **state)
{
	static const struct str ground = STR("\xc2\xa0"), blank = STR(" ");
	struct bars bars = { .number = 1 };
	struct rig rig;

	(void)state;
	rig_init(&rig, "![a|20x6](x)\n", COPY_PNG);
	make_all(&rig);
	struct stamps stamps =
		stamps_list(&rig.arena, rig.fit, rig.fit->views[0]);
	struct grid grid =
		frame_draw(&rig.arena, rig.fit, rig.fit->views[0], &bars);
	const struct stamp *stamp = &stamps.first[0];
	const struct cell *row = grid_row(&grid, stamp->at.row);
	assert_true(str_eq(row[stamp->at.col - 1].glyph, blank));
	assert_true(str_eq(row[stamp->at.col].glyph, ground));
	assert_true(str_eq(row[stamp->at.col + stamp->size.cols - 1].glyph,
			   ground));
	assert_true(str_eq(row[stamp->at.col + stamp->size.cols].glyph, blank));
	rig_release(&rig);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(images_are_stamped_where_they_are_made),
		cmocka_unit_test(images_are_revealed),
		cmocka_unit_test(pixels_in_cells_are_no_stamps),
		cmocka_unit_test(the_ground_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
