/* SPDX-License-Identifier: MIT */
/*
 * Graphemes of any bytes, what is sent to a terminal for them, and where lines
 * may be broken.
 */
#include "base/glyph.h"

#include "support/unit.h"

/* "[text:width]" for every glyph of a text. */
static void put_glyphs(struct buf *out, struct str text)
{
	struct glyph glyph;

	while (glyph_next(&text, &glyph)) {
		buf_put_byte(out, '[');
		buf_put(out, glyph.text);
		buf_printf(out, ":%d]", glyph.width);
	}
}

static void finds_glyphs(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		const char *want;
	} cases[] = {
		{ "nothing", STR(""), "" },
		{ "ASCII", STR("a b"), "[a:1][ :1][b:1]" },
		{ "two bytes", STR("äß"), "[ä:1][ß:1]" },
		{ "CJK is wide", STR("日a本"), "[日:2][a:1][本:2]" },
		{ "hangul", STR("한글"), "[한:2][글:2]" },
		{ "jamo make a syllable",
		  STR("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"),
		  "[\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab:2]" },
		{ "full width", STR("Ａ"), "[Ａ:2]" },
		{ "half width katakana", STR("ｱ"), "[ｱ:1]" },
		{ "ambiguous is 1", STR("“…”→±"), "[“:1][…:1][”:1][→:1][±:1]" },
		{ "box drawing", STR("─█"), "[─:1][█:1]" },
		{ "an emoji", STR("😀"), "[😀:2]" },
		{ "a combining mark", STR("e\xcc\x81x"), "[e\xcc\x81:1][x:1]" },
		{ "a mark on a wide one", STR("日\xcc\x81"), "[日\xcc\x81:2]" },
		{ "a mark with nothing before", STR("\xcc\x81"),
		  "[\xcc\x81:1]" },
		{ "a mark behind a control", STR("\x01\xcc\x81"),
		  "[␁:1][\xcc\x81:1]" },
		{ "a mark behind a newline", STR("\n\xcc\x81"),
		  "[␊:1][\xcc\x81:1]" },
		{ "control characters", STR("\0\x1b\x1f\x7f"),
		  "[␀:1][␛:1][␟:1][␡:1]" },
		{ "a tab is one, too", STR("\t"), "[␉:1]" },
		{ "C1 controls", STR("\xc2\x80\xc2\x9b\xc2\x9f"),
		  "[\xef\xbf\xbd:1][\xef\xbf\xbd:1][\xef\xbf\xbd:1]" },
		{ "U+0085 is a space", STR("\xc2\x85"), "[ :1]" },
		{ "line separators", STR("\xe2\x80\xa8\xe2\x80\xa9"),
		  "[ :1][ :1]" },
		{ "not UTF-8",
		  STR("a\xff"
		      "b"),
		  "[a:1][\xef\xbf\xbd:1][b:1]" },
		{ "cut short", STR("\xe6\x97"),
		  "[\xef\xbf\xbd:1][\xef\xbf\xbd:1]" },
		{ "overlong", STR("\xc0\x80"),
		  "[\xef\xbf\xbd:1][\xef\xbf\xbd:1]" },
		{ "a surrogate", STR("\xed\xa0\x80"),
		  "[\xef\xbf\xbd:1][\xef\xbf\xbd:1][\xef\xbf\xbd:1]" },
		{ "beyond Unicode", STR("\xf4\x90\x80\x80"),
		  "[\xef\xbf\xbd:1][\xef\xbf\xbd:1][\xef\xbf\xbd:1]"
		  "[\xef\xbf\xbd:1]" },
		{ "U+FFFD itself", STR("\xef\xbf\xbd"), "[\xef\xbf\xbd:1]" },
		{ "direction marks are skipped",
		  STR("a\xe2\x80\x8e\xe2\x80\xae"
		      "b"),
		  "[a:1][b:1]" },
		{ "only what is skipped", STR("\xe2\x80\x8e"), "" },
		{ "a byte order mark is skipped",
		  STR("\xef\xbb\xbf"
		      "a"),
		  "[a:1]" },
		{ "a soft hyphen takes no column",
		  STR("\xc2\xad"
		      "a"),
		  "[a:1]" },
		{ "no-break space", STR("\xc2\xa0"), "[\xc2\xa0:1]" },
		{ "private use", STR("\xee\x82\xb0"), "[\xee\x82\xb0:1]" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_glyphs(&got, cases[i].text);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

/* How many columns, in how many glyphs, emoji and their like take. */
static void measures_emoji(void **state)
{
	static const struct {
		const char *name, *text;
		int glyphs, width;
	} cases[] = {
		{ "a flag", "🇩🇪", 1, 2 },
		{ "two flags", "🇩🇪🇫🇷", 2, 4 },
		{ "a letter of a flag", "🇩", 1, 1 },
		{ "a skin tone", "👍🏽", 1, 2 },
		{ "a family", "👨‍👩‍👧‍👦", 1, 2 },
		{ "a rainbow flag", "🏳️‍🌈", 1, 1 },
		{ "a red heart", "❤️", 1, 1 },
		{ "a keycap", "8️⃣", 1, 1 },
		{ "a warning sign", "⚠️", 1, 1 },
		{ "text style", "☺︎", 1, 1 },
		{ "a rocket between letters", "a🚀b", 3, 4 },
		{ "a check mark", "✅", 1, 2 },
		{ "a tag flag",
		  "🏴\xf3\xa0\x81\xa7\xf3\xa0\x81\xa2\xf3\xa0\x81\xbf", 1,
		  2 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct glyph glyph;
		int glyphs = 0;
		while (glyph_next(&rest, &glyph))
			glyphs++;
		expect_int(&expect, cases[i].name, cases[i].glyphs, glyphs);
		expect_int(&expect, cases[i].name, cases[i].width,
			   str_width(str_of(cases[i].text)));
	}
	expect_done(&expect);
}

/* A glyph of a glyph is itself, so that a cell can be measured again. */
static void glyphs_are_stable(void **state)
{
	static const char text[] =
		"a\x01\xff\xc2\x80 "
		"日e\xcc\x81👨‍👩‍👧🇩🇪8️⃣"
		"\xe1\x84\x92\xe1\x85\xa1\xe0\xb8\x81\xe0\xb8\xb3\xcc\x81";
	struct str rest = str_of(text);
	struct glyph glyph, again;

	(void)state;
	while (glyph_next(&rest, &glyph)) {
		struct str whole = glyph.text;
		assert_true(glyph.text.len > 0);
		assert_true(glyph.width == 1 || glyph.width == 2);
		assert_true(glyph_next(&whole, &again));
		assert_int_equal(whole.len, 0);
		assert_true(str_eq(again.text, glyph.text));
		assert_int_equal(again.width, glyph.width);
	}
}

static void put_codes(struct buf *out, struct str glyph, int max)
{
	unsigned codes[16];
	int count = glyph_codes(glyph, codes, max);

	for (int i = 0; i < count; i++)
		buf_printf(out, i ? " %x" : "%x", codes[i]);
}

static void sends_codes(void **state)
{
	static const struct {
		const char *name, *glyph, *want;
		int max;
	} cases[] = {
		{ "ASCII", "a", "61", 16 },
		{ "a mark", "e\xcc\x81", "65 301", 16 },
		{ "three marks", "e\xcc\x81\xcc\x82\xcc\x83", "65 301 302 303",
		  16 },
		{ "a fourth mark is left out",
		  "e\xcc\x81\xcc\x82\xcc\x83\xcc\x84", "65 301 302 303", 16 },
		{ "room for two", "e\xcc\x81\xcc\x82", "65 301", 2 },
		{ "a skin tone is left out", "👍🏽", "1f44d", 16 },
		{ "a skin tone alone", "🏽", "1f3fd", 16 },
		{ "what is joined is left out", "👨‍👩‍👧", "1f468",
		  16 },
		{ "a variation selector is left out", "❤️", "2764", 16 },
		{ "a flag is both", "🇩🇪", "1f1e9 1f1ea", 16 },
		{ "jamo", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab",
		  "1112 1161 11ab", 16 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_codes(&got, str_of(cases[i].glyph), cases[i].max);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void breaks(void **state)
{
	static const struct {
		const char *glyph;
		enum glyph_break want;
	} cases[] = {
		{ " ", BREAK_SPACE },  { "a", BREAK_NEVER },
		{ "-", BREAK_NEVER },  { "\xc2\xa0", BREAK_NEVER },
		{ "ä", BREAK_NEVER },  { "日", BREAK_WIDE },
		{ "あ", BREAK_WIDE },  { "한", BREAK_WIDE },
		{ "😀", BREAK_WIDE },   { "。", BREAK_CLOSE },
		{ "、", BREAK_CLOSE }, { "）", BREAK_CLOSE },
		{ "」", BREAK_CLOSE }, { "！", BREAK_CLOSE },
		{ "？", BREAK_CLOSE }, { "：", BREAK_CLOSE },
		{ "々", BREAK_CLOSE }, { "（", BREAK_OPEN },
		{ "「", BREAK_OPEN },  { "『", BREAK_OPEN },
		{ "🇩🇪", BREAK_NEVER },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].glyph, cases[i].want,
			   glyph_break(str_of(cases[i].glyph)));
	expect_done(&expect);
}

static void knows_clean_text(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		bool clean;
	} cases[] = {
		{ "empty", STR(""), true },
		{ "ASCII", STR("a b~"), true },
		{ "a tab", STR("a\tb"), true },
		{ "UTF-8", STR("ä日😀"), true },
		{ "first beyond C1", STR("\xc2\xa0"), true },
		{ "NUL", STR("a\0"), false },
		{ "a newline", STR("\n"), false },
		{ "an escape", STR("\x1b[m"), false },
		{ "delete", STR("\x7f"), false },
		{ "C1", STR("\xc2\x9b"), false },
		{ "not UTF-8", STR("a\xff"), false },
		{ "cut short", STR("a\xe6\x97"), false },
		{ "overlong", STR("\xc0\xaf"), false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].name, cases[i].clean,
			   str_is_clean(cases[i].text));
	expect_done(&expect);
}

static void knows_disputed_glyphs(void **state)
{
	static const struct {
		const char *name;
		struct str text;
		bool disputed;
	} cases[] = {
		{ "ASCII", STR("a"), false },
		{ "an ideograph", STR("日"), false },
		{ "an emoji", STR("🦊"), false },
		{ "a flag", STR("🇯🇵"), false },
		{ "a combined letter", STR("e\xcc\x81"), false },
		{ "a rule", STR("─"), false },
		{ "an arrow", STR("→"), false },
		{ "a syllable", STR("한"), false },
		{ "a text character", STR("☀"), false },
		{ "as text", STR("☀\xef\xb8\x8e"), false },
		{ "a joiner in a word", STR("ක්\xe2\x80\x8d"), false },
		{ "not UTF-8", STR("\xff"), false },
		{ "as an emoji", STR("❤\xef\xb8\x8f"), true },
		{ "a keycap", STR("8\xef\xb8\x8f\xe2\x83\xa3"), true },
		{ "a bare keycap", STR("8\xe2\x83\xa3"), true },
		{ "a skin tone", STR("👍\xf0\x9f\x8f\xbd"), true },
		{ "a tone alone", STR("\xf0\x9f\x8f\xbd"), true },
		{ "a family", STR("👩\xe2\x80\x8d👦"), true },
		{ "half a flag", STR("\xf0\x9f\x87\xaf"), true },
		{ "letters of a syllable", STR("\xe1\x84\x92\xe1\x85\xa1"),
		  true },
		{ "a leader alone", STR("\xe1\x84\x92"), false },
		{ "of Unicode 15", STR("\xf0\x9f\xab\xa8"), true },
		{ "of none", STR("\xf0\x9f\xab\xbf"), true },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_int(&expect, cases[i].name, cases[i].disputed,
			   glyph_is_disputed(cases[i].text));
	expect_done(&expect);
}

static void decodes(void **state)
{
	(void)state;
	for (unsigned code = 0; code < 0x110000; code++) {
		char bytes[4];
		size_t used;
		if (code >= 0xd800 && code <= 0xdfff)
			continue;
		struct str text = { bytes, str_encode(bytes, code) };
		assert_int_equal(str_decode(text, &used), code);
		assert_int_equal(used, text.len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_glyphs),
		cmocka_unit_test(measures_emoji),
		cmocka_unit_test(glyphs_are_stable),
		cmocka_unit_test(sends_codes),
		cmocka_unit_test(breaks),
		cmocka_unit_test(knows_clean_text),
		cmocka_unit_test(knows_disputed_glyphs),
		cmocka_unit_test(decodes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
