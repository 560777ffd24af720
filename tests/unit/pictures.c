/* SPDX-License-Identifier: MIT */
/*
 * The images of a slide, on their way from the source to the screen.
 */
#include "present/pictures.h"

#include <stdio.h>
#include <unistd.h>

#include "deck/dump.h"
#include "slide/read.h"
#include "support/folder.h"
#include "support/unit.h"

static void count_forms(const struct block *block, int forms[3])
{
	if (block->kind == BLOCK_IMAGE)
		forms[block->image.form]++;
	for (const struct block *child = block->first; child;
	     child = child->next)
		count_forms(child, forms);
}

/* The slide as text, then how many images are drawn and framed. */
static void put_hung_as(const char *source, enum dialect dialect,
			const struct pictures *pictures, struct buf *out)
{
	struct deck_options options = { .dialect = dialect,
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
	count_forms(&slide->body, forms);
	buf_printf(out, "%d %d %d\n", forms[0], forms[1], forms[2]);
	deck_release(&deck);
	arena_release(&arena);
}

static void put_hung(const char *source, const struct pictures *pictures,
		     struct buf *out)
{
	put_hung_as(source, DIALECT_MARKDOWN, pictures, out);
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
	folder_copy(PICTURES "/quarters.png", "talk/a b.png");
	folder_copy(PICTURES "/quarters.png", "out.png");
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

/* The number of a link around it stands below an image that is drawn. */
static void keeps_the_links_of_images(void **state)
{
	struct pictures pictures = { album_open(), IMAGE_DRAWN };
	struct buf out = { 0 };

	(void)state;
	put_hung("[![drawn](a%20b.png)](x) [![gone](gone.png)](y)\n\n"
		 "[![alone](a%20b.png)](z)\n",
		 &pictures, &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "gallery \"[drawn]#1#0 [gone]#3#2\"\n"
				     "  image \"[drawn]#0\" caption \"#0\"\n"
				     "  image \"[gone]#3#2\"\n"
				     "image \"[alone]#4\" caption \"#4\" +1\n"
				     "link 0 x\n"
				     "link 1 a%20b.png\n"
				     "link 2 y\n"
				     "link 3 gone.png\n"
				     "link 4 z\n"
				     "link 5 a%20b.png\n"
				     "0 1 2\n");
	buf_release(&out);
	album_close(pictures.album);
}

/* A gallery of which nothing is drawn is the text that it was. */
static void leaves_galleries_text(void **state)
{
	struct pictures pictures = { album_open(), IMAGE_DRAWN };
	struct buf out = { 0 };

	(void)state;
	put_hung("![a](gone.png) ![b](https://example.org/b.png)\n", &pictures,
		 &out);
	buf_put_byte(&out, '\0');
	assert_string_equal(out.ptr, "gallery \"[a]#0 [b]#1\"\n"
				     "  image \"[a]#0\"\n"
				     "  image \"[b]#1\"\n"
				     "link 0 gone.png\n"
				     "link 1 https://example.org/b.png\n"
				     "2 0 0\n");
	buf_release(&out);
	album_close(pictures.album);
}

/* Outside of the deck's folder only what it is allowed. */
static void draws_what_is_allowed(void **state)
{
	static const struct {
		const char *name, *before;
		bool allowed;
		enum image_form want;
	} cases[] = {
		{ "a path", "", true, IMAGE_DRAWN },
		{ "an address", "file://", true, IMAGE_DRAWN },
		{ "a path that is not", "", false, IMAGE_TEXT },
		{ "an address that is not", "file://", false, IMAGE_TEXT },
	};
	struct pictures pictures = { album_open(), IMAGE_DRAWN };
	struct expect expect = { 0 };
	char folder[1024];

	(void)state;
	assert_non_null(getcwd(folder, sizeof(folder)));
	const char *allowed[] = { folder };
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct deck_options options = { .dialect = DIALECT_MARKDOWN,
						.path = "talk/deck.md",
						.allowed = allowed,
						.allowed_count =
							cases[i].allowed };
		struct arena arena = { 0 };
		struct buf bytes = { 0 };
		struct deck deck;
		buf_printf(&bytes, "![](%s%s/out.png)\n", cases[i].before,
			   folder);
		read_deck(&deck, &bytes, &options);
		struct slide *slide = read_slide(&deck, 1, &arena);
		pictures_hang(&pictures, &deck, slide, &arena);
		expect_int(&expect, cases[i].name, cases[i].want,
			   slide->body.first->image.form);
		deck_release(&deck);
		arena_release(&arena);
	}
	album_close(pictures.album);
	expect_done(&expect);
}

static void puts_captions_below(void **state)
{
	static const char figure[] =
		"<figure><img src='a%20b.png' alt='a'>"
		"<figcaption>A *b*</figcaption></figure>\n";
	static const struct {
		const char *name, *source;
		enum dialect dialect;
		enum image_form form;
		const char *want;
	} cases[] = {
		{ "a figure", figure, DIALECT_MARKDOWN, IMAGE_DRAWN,
		  "image \"[a]\" caption \"A /b/\"\n"
		  "link 0 a%20b.png\n0 0 1\n" },
		{ "in a frame", figure, DIALECT_MARKDOWN, IMAGE_FRAMED,
		  "image \"[a]#0\" caption \"A /b/\"\n"
		  "link 0 a%20b.png\n0 1 0\n" },
		{ "of a gallery",
		  "![](a%20b.png) ![](a%20b.png)\n\n"
		  "<figcaption>C</figcaption>\n\nD\n",
		  DIALECT_MARKDOWN, IMAGE_DRAWN,
		  "gallery \"[a%20b.png] [a%20b.png]\" caption \"C\"\n"
		  "  image \"[a%20b.png]\"\n"
		  "  image \"[a%20b.png]\"\n"
		  "text \"D\" +1\n"
		  "link 0 a%20b.png\nlink 1 a%20b.png\n0 0 2\n" },
		{ "after a stop",
		  "![](a%20b.png)\n\n<!-- pause -->\n\n"
		  "<figcaption>C</figcaption>\n",
		  DIALECT_MARKDOWN, IMAGE_DRAWN,
		  "image \"[a%20b.png]\"\n"
		  "text caption \"C\" +1 @1\n"
		  "link 0 a%20b.png\n0 0 1\n" },
		{ "pandoc's", "![A *b*](a%20b.png)\n", DIALECT_PANDOC,
		  IMAGE_DRAWN,
		  "image figure \"[A b]\" caption \"A b\"\n"
		  "link 0 a%20b.png\n0 0 1\n" },
		{ "pandoc's in a frame", "![A *b*](a%20b.png)\n",
		  DIALECT_PANDOC, IMAGE_FRAMED,
		  "image figure \"[A b]#0\"\n"
		  "link 0 a%20b.png\n0 1 0\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct pictures pictures = { album_open(), cases[i].form };
		struct buf out = { 0 };
		put_hung_as(cases[i].source, cases[i].dialect, &pictures, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
		buf_release(&out);
		album_close(pictures.album);
	}
	expect_done(&expect);
}

#define IN_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, enter, folder_leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_FOLDER(hangs_what_can_be_drawn),
		IN_FOLDER(frames_what_could_be),
		IN_FOLDER(looks_at_nothing_without_an_album),
		IN_FOLDER(keeps_the_links_of_images),
		IN_FOLDER(leaves_galleries_text),
		IN_FOLDER(draws_what_is_allowed),
		IN_FOLDER(puts_captions_below),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
