/* SPDX-License-Identifier: MIT */
/*
 * Wrapping: rows of any width, nothing lost but the blanks at breaks.
 */
#include "layout/wrap.h"

#include <string.h>

#include "base/glyph.h"
#include "support/unit.h"

/* All rows of a text as they will stand, each ended by a bar. */
static void put_wrapped(struct buf *out, struct str text, struct wrap_room room)
{
	struct arena arena = { 0 };
	struct span span = span_of_str(&arena, text, ROLE_TEXT);
	struct wrapped *rows;
	int count = wrap_span(&arena, &span, room, &rows);

	for (int i = 0; i < count; i++) {
		buf_repeat(out, ' ', (size_t)rows[i].indent);
		if (rows[i].broken)
			buf_put_text(out, WRAP_MARK);
		for (int n = 0; n < rows[i].count; n++)
			buf_put(out, span.cells[rows[i].first + n].glyph);
		buf_put_byte(out, '|');
	}
	arena_release(&arena);
}

static void wraps(void **state)
{
	static const struct {
		const char *name, *text;
		struct wrap_room room;
		const char *want;
	} cases[] = {
		{ "empty", "", { .cols = 5 }, "|" },
		{ "fits", "abc", { .cols = 5 }, "abc|" },
		{ "fits exactly", "abcde", { .cols = 5 }, "abcde|" },
		{ "two words", "abc def", { .cols = 5 }, "abc|def|" },
		{ "a blank at the edge",
		  "abcde fg",
		  { .cols = 5 },
		  "abcde|fg|" },
		{ "blanks at a break vanish",
		  "abc    def",
		  { .cols = 5 },
		  "abc|def|" },
		{ "blanks inside stay", "a  b c", { .cols = 4 }, "a  b|c|" },
		{ "blanks in front stay",
		  "  ab cd",
		  { .cols = 5 },
		  "  ab|cd|" },
		{ "blanks behind a text that fits",
		  "ab  ",
		  { .cols = 5 },
		  "ab  |" },
		{ "hanging",
		  "ab cd ef",
		  { .cols = 5, .hang = 2 },
		  "ab cd|  ef|" },
		{ "hang is at most half",
		  "ab cd ef",
		  { .cols = 5, .hang = 9 },
		  "ab cd|  ef|" },
		{ "a long word",
		  "abcdefghij",
		  { .cols = 8 },
		  "abcdefgh|↳ ij|" },
		{ "a long word after a short one",
		  "ab cdefghij",
		  { .cols = 6 },
		  "ab|cdefgh|↳ ij|" },
		{ "no mark where room is scarce",
		  "abcdefg",
		  { .cols = 5 },
		  "abcde|fg|" },
		{ "a mark behind the hang",
		  "abcdefghijk",
		  { .cols = 8, .hang = 2 },
		  "abcdefgh|  ↳ ijk|" },
		{ "a mark leaves less room",
		  "abcdefghijklmn",
		  { .cols = 6 },
		  "abcdef|↳ ghij|↳ klmn|" },
		{ "after a broken word",
		  "abcdefgh ij",
		  { .cols = 6 },
		  "abcdef|↳ gh|ij|" },
		{ "wide text", "日本語", { .cols = 4 }, "日本|語|" },
		{ "wide text, odd room", "日本語", { .cols = 5 }, "日本|語|" },
		{ "wide text after narrow",
		  "ab日本",
		  { .cols = 4 },
		  "ab日|本|" },
		{ "a wide glyph in one column",
		  "日本",
		  { .cols = 1 },
		  "日|本|" },
		{ "not before closing punctuation",
		  "日本。語",
		  { .cols = 4 },
		  "日|本。|語|" },
		{ "ASCII closes wide text",
		  "日本,後",
		  { .cols = 4 },
		  "日|本,|後|" },
		{ "ASCII opens wide text", "日(本", { .cols = 4 }, "日|(本|" },
		{ "small kana", "日本ッ後", { .cols = 4 }, "日|本ッ|後|" },
		{ "no good break: at the edge",
		  "日「本」",
		  { .cols = 4 },
		  "日|「本|」|" },
		{ "a word stays whole", "日abc", { .cols = 4 }, "日|abc|" },
		{ "a no-break space",
		  "ab\xc2\xa0"
		  "cd ef",
		  { .cols = 6 },
		  "ab\xc2\xa0"
		  "cd|ef|" },
		{ "verbatim",
		  "ab cd",
		  { .cols = 3, .verbatim = true },
		  "ab |cd|" },
		{ "verbatim keeps blanks",
		  "ab    cd",
		  { .cols = 6, .verbatim = true },
		  "ab    |↳ cd|" },
		{ "verbatim, only blanks",
		  "      ",
		  { .cols = 4, .verbatim = true },
		  "  |" },
		{ "verbatim, a row of blanks is left out",
		  "a            b",
		  { .cols = 6, .verbatim = true },
		  "a     |↳    b|" },
		{ "only blanks, too many", "      ", { .cols = 4 }, "|" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_wrapped(&got, str_of(cases[i].text), cases[i].room);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* A text whose "/" are breaks, wrapped; its columns behind. */
static void put_broken(struct buf *out, const char *source, int cols)
{
	struct inline_run runs[8] = { 0 };
	struct text text = { 0 };
	struct arena arena = { 0 };
	struct slide slide = { 0 };
	struct wrapped *rows;
	int count = 0;

	for (const char *at = source; *at; count++) {
		size_t len = strcspn(at, "/");
		runs[count].link = -1;
		runs[count].kind = len > 0 ? INLINE_TEXT : INLINE_BREAK;
		runs[count].text = (struct str){ at, len };
		if (count > 0)
			runs[count - 1].next = &runs[count];
		at += len > 0 ? len : 1;
	}
	text.first = count ? runs : NULL;
	struct span span = span_of_text(&arena, &slide, &text, ROLE_TEXT);
	count = wrap_span(&arena, &span, (struct wrap_room){ .cols = cols },
			  &rows);
	for (int i = 0; i < count; i++) {
		for (int n = 0; n < rows[i].count; n++)
			buf_put(out, span.cells[rows[i].first + n].glyph);
		buf_put_byte(out, '|');
	}
	buf_printf(out, "%d", text_cols(&slide, &text));
	arena_release(&arena);
}

static void breaks_where_it_is_told(void **state)
{
	static const struct {
		const char *name, *text;
		int cols;
		const char *want;
	} cases[] = {
		{ "one", "ab/cde", 9, "ab|cde|3" },
		{ "an empty row", "ab//c", 9, "ab||c|2" },
		{ "at the begin", "/ab", 9, "|ab|2" },
		{ "at the end", "ab/", 9, "ab|2" },
		{ "alone", "/", 9, "|0" },
		{ "blanks in front of it", "ab  /c", 9, "ab|c|4" },
		{ "at the edge", "abc/d", 3, "abc|d|3" },
		{ "behind a row that wraps", "ab cd/e", 3, "ab|cd|e|5" },
		{ "behind a word that is broken", "abcd/e", 3, "abc|d|e|4" },
		{ "behind blanks at the edge", "abc  /d", 3, "abc|d|5" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_broken(&got, cases[i].text, cases[i].cols);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static const char *const texts[] = {
	"",
	" ",
	"a",
	"The quick brown fox jumps over the lazy dog.",
	"  indented   text  with    gaps   ",
	"Donaudampfschifffahrtsgesellschaftskapitän und mehr",
	"これは「長い」文章です。とても、長い。",
	"mixed 日本語 and English、ですね (really)",
	"e\xcc\x81tude a\xcc\x88\xcc\x83 👨‍👩‍👧 🇩🇪🇫🇷",
	"https://example.org/a/very/long/path/that/never/ends?and=more",
};

/* The text of all rows without blanks is the text without blanks. */
static void put_without_blanks(struct buf *out, const struct span *span,
			       int first, int count)
{
	for (int i = first; i < first + count; i++) {
		if (!str_eq(span->cells[i].glyph, BYTES(" ")))
			buf_put(out, span->cells[i].glyph);
	}
}

static void check_rows(const struct span *span, const struct wrapped *rows,
		       int count, struct wrap_room room)
{
	int end = 0;

	for (int i = 0; i < count; i++) {
		int cols = 0;
		assert_true(rows[i].first >= end);
		for (int n = end; n < rows[i].first; n++)
			assert_true(str_eq(span->cells[n].glyph, BYTES(" ")));
		for (int n = 0; n < rows[i].count; n++)
			cols += span->cells[rows[i].first + n].width;
		assert_int_equal(cols, rows[i].cols);
		assert_true(rows[i].count > 0 || span->count == 0 || i == 0);
		/* One wide glyph in one column is all that may stand out. */
		int taken = rows[i].indent + cols +
			    (rows[i].broken ? WRAP_MARK_COLS : 0);
		assert_true(taken <= room.cols || rows[i].count == 1);
		end = rows[i].first + rows[i].count;
	}
}

static void check_text(struct arena *arena, struct str text,
		       struct wrap_room room)
{
	struct span span = span_of_str(arena, text, ROLE_TEXT);
	struct buf want = { 0 }, got = { 0 };
	struct wrapped *rows;
	int count = wrap_span(arena, &span, room, &rows);

	assert_true(count >= 1);
	check_rows(&span, rows, count, room);
	put_without_blanks(&want, &span, 0, span.count);
	for (int i = 0; i < count; i++)
		put_without_blanks(&got, &span, rows[i].first, rows[i].count);
	assert_true(str_eq(buf_str(&want), buf_str(&got)));
	buf_release(&want);
	buf_release(&got);
}

static void loses_nothing_at_any_width(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		for (int cols = 1; cols <= 20; cols++) {
			struct arena arena = { 0 };
			struct str text = str_of(texts[i]);
			for (int hang = 0; hang <= 6; hang++)
				check_text(&arena, text,
					   (struct wrap_room){ .cols = cols,
							       .hang = hang });
			check_text(&arena, text,
				   (struct wrap_room){ .cols = cols,
						       .verbatim = true });
			arena_release(&arena);
		}
	}
}

/* Words stay whole as long as they fit: no row ends inside one. */
static void keeps_words_whole(void **state)
{
	struct str text = str_of(texts[3]);

	(void)state;
	for (int cols = 5; cols <= 20; cols++) {
		struct arena arena = { 0 };
		struct span span = span_of_str(&arena, text, ROLE_TEXT);
		struct wrapped *rows;
		int count =
			wrap_span(&arena, &span,
				  (struct wrap_room){ .cols = cols }, &rows);
		for (int i = 1; i < count; i++) {
			assert_false(rows[i].broken);
			assert_int_equal(text.ptr[rows[i].first - 1], ' ');
		}
		arena_release(&arena);
	}
}

/* What stands at the begin and at the end of rows of Japanese. */
static void obeys_kinsoku(void **state)
{
	(void)state;
	for (int cols = 4; cols <= 20; cols++) {
		struct arena arena = { 0 };
		struct span span =
			span_of_str(&arena, str_of(texts[6]), ROLE_TEXT);
		struct wrapped *rows;
		int count =
			wrap_span(&arena, &span,
				  (struct wrap_room){ .cols = cols }, &rows);
		for (int i = 0; i < count; i++) {
			const struct cell *cells = &span.cells[rows[i].first];
			int last = rows[i].count - 1;
			if (i > 0 && !rows[i].broken && cols >= 8)
				assert_int_not_equal(glyph_break(
							     cells[0].glyph),
						     BREAK_CLOSE);
			if (i + 1 < count && cols >= 8)
				assert_int_not_equal(glyph_break(
							     cells[last].glyph),
						     BREAK_OPEN);
		}
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wraps),
		cmocka_unit_test(breaks_where_it_is_told),
		cmocka_unit_test(loses_nothing_at_any_width),
		cmocka_unit_test(keeps_words_whole),
		cmocka_unit_test(obeys_kinsoku),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
