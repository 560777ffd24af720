/* SPDX-License-Identifier: MIT */
/*
 * The images of a slide, on their way from the source to the screen.
 */
#include "present/pictures.h"

#include <stdio.h>

#include "base/file.h"
#include "deck/dump.h"
#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

static void copy_picture(const char *name, const char *to)
{
	struct buf path = { 0 }, bytes = { 0 };
	struct error error;

	buf_printf(&path, "%s/%s", PICTURES, name);
	buf_put_byte(&path, '\0');
	assert_true(file_read(path.ptr, &bytes, &error));
	folder_put(to, buf_str(&bytes));
	buf_release(&path);
	buf_release(&bytes);
}

/* The slide as text, then how many images are drawn and framed. */
static void put_hung(const char *source, const struct pictures *pictures,
		     struct buf *out)
{
	struct deck_options options = { .dialect = DIALECT_MARKDOWN,
					.path = "talk/deck.md" };
	struct arena arena = { 0 };
	struct buf bytes = { 0 };
	int forms[3] = { 0 };
	struct deck deck;

	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes, &options);
	struct slide *slide = read_slide(&deck, 1, &arena);
	pictures_hang(pictures, &deck, slide, &arena);
	assert_true(slide_check(slide));
	dump_slide(slide, out);
	for (const struct block *block = slide->body.first; block;
	     block = block->next) {
		if (block->kind == BLOCK_IMAGE)
			forms[block->image.form]++;
	}
	buf_printf(out, "%d %d %d\n", forms[0], forms[1], forms[2]);
	deck_release(&deck);
	arena_release(&arena);
}

static const char source[] = "[a](b) ![in text](a.png)\n\n"
			     "![drawn](a%20b.png)\n\n"
			     "[after](c)\n\n"
			     "![gone](gone.png)\n\n"
			     "![far](https://example.org/a.png)\n\n"
			     "![bad](deck.md)\n\n"
			     "![out](../out.png)\n";

#define WHY_NOT                                                        \
	"remark 11:1 cannot be drawn: deck.md: not PNG, JPEG, GIF or " \
	"WebP\n"                                                       \
	"remark 13:1 cannot be drawn: ../out.png: outside the deck's " \
	"folder\n"

static int enter(void **state)
{
	if (folder_enter(state))
		return -1;
	folder_add("talk");
	folder_put("talk/deck.md", BYTES("# A deck\n\nwith enough bytes\n"));
	copy_picture("quarters.png", "talk/a b.png");
	copy_picture("quarters.png", "out.png");
	return 0;
}

/* Others take the number of an image that is drawn. */
static void hangs_what_can_be_drawn(void **state)
{
	struct pictures pictures = { album_open(), IMAGE_DRAWN };
	struct buf out = { 0 };

	(void)state;
	put_hung(source, &pictures, &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "text \"[a]#0 [in text]#1\"\n"
				     "image \"[drawn]\" +1\n"
				     "text \"[after]#3\" +1\n"
				     "image \"[gone]#4\" +1\n"
				     "image \"[far]#5\" +1\n"
				     "image \"[bad]#6\" +1\n"
				     "image \"[out]#7\" +1\n"
				     "link 0 b\n"
				     "link 1 a.png\n"
				     "link 2 a%20b.png\n"
				     "link 3 c\n"
				     "link 4 gone.png\n"
				     "link 5 https://example.org/a.png\n"
				     "link 6 deck.md\n"
				     "link 7 ../out.png\n" WHY_NOT "4 0 1\n");
	buf_release(&out);
	album_close(pictures.album);
}

static void frames_what_could_be(void **state)
{
	struct pictures pictures = { album_open(), IMAGE_FRAMED };
	struct buf out = { 0 };

	(void)state;
	put_hung("![drawn](a%20b.png)\n", &pictures, &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "image \"[drawn]#0\"\n"
				     "link 0 a%20b.png\n"
				     "0 1 0\n");
	buf_release(&out);
	album_close(pictures.album);
}

static void looks_at_nothing_without_an_album(void **state)
{
	struct pictures pictures = { 0 };
	struct buf out = { 0 };

	(void)state;
	put_hung("![bad](deck.md)\n", &pictures, &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "image \"[bad]#0\"\n"
				     "link 0 deck.md\n"
				     "1 0 0\n");
	buf_release(&out);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(hangs_what_can_be_drawn),
		IN_FOLDER(frames_what_could_be),
		IN_FOLDER(looks_at_nothing_without_an_album),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
