/* SPDX-License-Identifier: MIT */
/*
 * What terminals are sent for images, byte by byte.
 */
#include "backend/graphics.h"

#include <string.h>

#include "support/unit.h"

/* Two images and where they stand. */
static struct stamp left = { { 1, STR("ab") }, { 4, 9 }, { 5, 20 } };
static struct stamp right = { { 2, STR("xyz") }, { 4, 39 }, { 5, 30 } };

static struct stamps stamps_of(struct stamp *stamp)
{
	return (struct stamps){ stamp, stamp ? 1 : 0 };
}

/* Escape codes as "^[". */
static void put_visible(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\033')
			buf_put_text(out, "^[");
		else
			buf_put_byte(out, text.ptr[i]);
	}
}

/* Show these: what goes before the cells, a bar, and what goes after them, of
   which as much as `taken` is sent. */
static void show(struct graphics *graphics, struct stamp *stamp, bool all,
		 size_t taken, struct buf *out)
{
	struct stamps stamps = stamps_of(stamp);
	struct buf text = { 0 };

	graphics_clear(graphics, &stamps, all, &text);
	put_visible(out, buf_str(&text));
	buf_put_byte(out, '|');
	graphics_stamp(graphics, &stamps);
	struct str pending = graphics_pending(graphics);
	if (taken < pending.len)
		pending.len = taken;
	put_visible(out, pending);
	graphics_take(graphics, pending.len);
	buf_put_byte(out, '\n');
	buf_release(&text);
}

#define ALL_OF_IT ((size_t)-1)

/* One image, another one in its place, the same again, nothing. */
static void check_frames(enum image_means means, const char *want)
{
	struct graphics graphics = { .means = means };
	struct expect expect = { 0 };
	struct buf out = { 0 };

	show(&graphics, &left, false, ALL_OF_IT, &out);
	show(&graphics, &right, false, ALL_OF_IT, &out);
	show(&graphics, &right, false, ALL_OF_IT, &out);
	show(&graphics, &right, true, ALL_OF_IT, &out);
	show(&graphics, NULL, false, ALL_OF_IT, &out);
	expect_text(&expect, "frames", want, buf_str(&out));
	buf_release(&out);
	graphics_release(&graphics);
	expect_done(&expect);
}

#define LEFT_ID	 "1684340737"
#define RIGHT_ID "1684340738"
#define AGAIN_ID "1684340739"

static void kitty_is_told_to_delete(void **state)
{
	(void)state;
	check_frames(MEANS_KITTY, "|^[7^[[5;10H^[_Ga=T,f=100,q=2,i=" LEFT_ID
				  ",c=20,r=5,C=1,m=0;YWI=^[\\^[8\n"
				  "^[_Ga=d,d=I,i=" LEFT_ID ",q=2^[\\|"
				  "^[7^[[5;40H^[_Ga=T,f=100,q=2,i=" RIGHT_ID
				  ",c=30,r=5,C=1,m=0;eHl6^[\\^[8\n"
				  "|\n"
				  "^[_Ga=d,d=I,i=" RIGHT_ID ",q=2^[\\|"
				  "^[7^[[5;40H^[_Ga=T,f=100,q=2,i=" AGAIN_ID
				  ",c=30,r=5,C=1,m=0;eHl6^[\\^[8\n"
				  "^[_Ga=d,d=I,i=" AGAIN_ID ",q=2^[\\|\n");
}

static void iterm2_is_overwritten(void **state)
{
	(void)state;
	check_frames(MEANS_ITERM2,
		     "|^[7^[[5;10H^[]1337;File=inline=1;size=2;width=20;"
		     "height=5;preserveAspectRatio=1;doNotMoveCursor=1:YWI="
		     "^[\\^[8\n"
		     "|^[7^[[5;40H^[]1337;File=inline=1;size=3;width=30;"
		     "height=5;preserveAspectRatio=1;doNotMoveCursor=1:eHl6"
		     "^[\\^[8\n"
		     "|\n"
		     "|^[7^[[5;40H^[]1337;File=inline=1;size=3;width=30;"
		     "height=5;preserveAspectRatio=1;doNotMoveCursor=1:eHl6"
		     "^[\\^[8\n"
		     "|\n");
}

static void sixels_are_overwritten(void **state)
{
	(void)state;
	check_frames(MEANS_SIXEL, "|^[7^[[5;10H^[P0;1;0qab^[\\^[8\n"
				  "|^[7^[[5;40H^[P0;1;0qxyz^[\\^[8\n"
				  "|\n"
				  "|^[7^[[5;40H^[P0;1;0qxyz^[\\^[8\n"
				  "|\n");
}

/* What is sent in part is ended, taken away, and sent again. */
static void images_are_broken_off(void **state)
{
	struct graphics graphics = { .means = MEANS_KITTY };
	struct expect expect = { 0 };
	struct buf out = { 0 };

	(void)state;
	show(&graphics, &left, false, 38, &out);
	show(&graphics, &left, false, 0, &out);
	show(&graphics, &right, false, ALL_OF_IT, &out);
	expect_text(&expect, "frames",
		    "|^[7^[[5;10H^[_Ga=T,f=100,q=2,i=" LEFT_ID "\n"
		    "^[\\^[_Gm=0,q=2;^[\\^[8"
		    "^[_Ga=d,d=I,i=" LEFT_ID ",q=2^[\\|\n"
		    "|^[7^[[5;40H^[_Ga=T,f=100,q=2,i=" AGAIN_ID
		    ",c=30,r=5,C=1,m=0;eHl6^[\\^[8\n",
		    buf_str(&out));
	buf_release(&out);
	graphics_release(&graphics);
	expect_done(&expect);
}

static void kitty_gets_chunks(void **state)
{
	static char bytes[3072 + 3];
	struct stamp large = { { 1, { bytes, sizeof(bytes) } },
			       { 0, 0 },
			       { 1, 1 } };
	struct stamps stamps = stamps_of(&large);
	struct graphics graphics = { .means = MEANS_KITTY };
	struct buf out = { 0 };

	(void)state;
	graphics_stamp(&graphics, &stamps);
	put_visible(&out, graphics_pending(&graphics));
	buf_put_byte(&out, '\0');
	assert_non_null(strstr(out.ptr, "C=1,m=1;AAAA"));
	assert_non_null(strstr(out.ptr, "AAAA^[\\^[_Gq=2,m=0;AAAA^[\\^[8"));
	assert_int_equal(strspn(strstr(out.ptr, ";A") + 1, "A"), 4096);
	buf_release(&out);
	graphics_release(&graphics);
}

/* A piece at a time, and the next one when the terminal has had it. */
static void kitty_is_paced(void **state)
{
	static char bytes[GRAPHICS_PIECE * 2 + 3];
	struct stamp large = { { 1, { bytes, sizeof(bytes) } },
			       { 0, 0 },
			       { 1, 1 } };
	struct stamps stamps = stamps_of(&large);
	struct graphics graphics = { .means = MEANS_KITTY, .paced = true };
	static const char *const ends[] = { "m=1;", "m=1;",
					    "m=0;AAAA\033\\\0338" };

	(void)state;
	graphics_stamp(&graphics, &stamps);
	for (int i = 0; i < 3; i++) {
		struct str piece = graphics_pending(&graphics);
		struct buf text = { 0 };
		assert_true(piece.len > 0);
		buf_put(&text, piece);
		buf_put_byte(&text, '\0');
		assert_non_null(strstr(text.ptr, ends[i]));
		assert_int_equal(strstr(text.ptr, "\033[5n") != NULL, i < 2);
		assert_false(graphics_take(&graphics, piece.len - 1));
		graphics_answered(&graphics); /* of another question */
		assert_int_equal(graphics_pending(&graphics).len, 1);
		assert_int_equal(graphics_take(&graphics, 1), i < 2);
		assert_int_equal(graphics_pending(&graphics).len, 0);
		graphics_answered(&graphics);
		buf_release(&text);
	}
	assert_int_equal(graphics_pending(&graphics).len, 0);
	assert_true(graphics_shows(&graphics, &stamps));
	graphics_release(&graphics);
}

static void says_what_cells_are_needed_for(void **state)
{
	struct graphics graphics = { .means = MEANS_SIXEL };
	struct stamps one = stamps_of(&left), other = stamps_of(&right),
		      none = { 0 };
	struct buf out = { 0 };

	(void)state;
	assert_true(graphics_shows(&graphics, &none));
	assert_false(graphics_shows(&graphics, &one));
	graphics_stamp(&graphics, &one);
	assert_true(graphics_shows(&graphics, &one));
	assert_false(graphics_needs_cells(&graphics, &other));
	assert_true(graphics_pending(&graphics).len > 1);
	graphics_take(&graphics, 1);
	assert_true(graphics_needs_cells(&graphics, &other));
	graphics_take(&graphics, graphics_pending(&graphics).len);
	assert_true(graphics_needs_cells(&graphics, &none));
	assert_false(graphics_needs_cells(&graphics, &one));
	graphics_clear(&graphics, &none, true, &out);
	graphics.means = MEANS_KITTY;
	graphics_stamp(&graphics, &one);
	graphics_take(&graphics, graphics_pending(&graphics).len);
	assert_false(graphics_needs_cells(&graphics, &none));
	assert_false(graphics_shows(&graphics, &none));
	assert_false(graphics_shows(&graphics, &other));
	buf_release(&out);
	graphics_release(&graphics);
}

static void says_when_it_is_amid_an_image(void **state)
{
	struct graphics graphics = { .means = MEANS_KITTY };
	struct buf out = { 0 };

	(void)state;
	assert_false(graphics_are_amid(&graphics));
	show(&graphics, &left, false, 0, &out);
	assert_false(graphics_are_amid(&graphics));
	graphics_take(&graphics, 1);
	assert_true(graphics_are_amid(&graphics));
	graphics_take(&graphics, graphics_pending(&graphics).len);
	assert_false(graphics_are_amid(&graphics));
	/* One that is broken off is none any more. */
	show(&graphics, &right, false, 1, &out);
	assert_true(graphics_are_amid(&graphics));
	show(&graphics, NULL, false, ALL_OF_IT, &out);
	assert_false(graphics_are_amid(&graphics));
	buf_release(&out);
	graphics_release(&graphics);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kitty_is_told_to_delete),
		cmocka_unit_test(iterm2_is_overwritten),
		cmocka_unit_test(sixels_are_overwritten),
		cmocka_unit_test(images_are_broken_off),
		cmocka_unit_test(kitty_gets_chunks),
		cmocka_unit_test(kitty_is_paced),
		cmocka_unit_test(says_what_cells_are_needed_for),
		cmocka_unit_test(says_when_it_is_amid_an_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
