/* SPDX-License-Identifier: MIT */
/*
 * What a theme's shapes make of a slide, seen as text.
 */
#include "layout/form.h"

#include "backend/text.h"
#include "layout/theme_file.h"
#include "support/rig.h"
#include "support/unit.h"

static const struct form_case {
	const char *name, *theme, *deck;
	struct size size;
	const char *want;
} cases[] = {
	{ "nothing",
	  "",
	  "# One\n\n- a\n  - b\n\n> q\n\n---\n\nx\n",
	  { 9, 12 },
	  "\n"
	  " One\n"
	  "\n"
	  "   • a\n"
	  "       ◦ b\n"
	  "\n"
	  " │ q\n"
	  "\n"
	  "      1 / 2\n" },
	{ "bullets",
	  "[glyphs]\nbullets = * --> +\n",
	  "- a\n  - b\n    - c\n      - d\n",
	  { 0, 30 },
	  "        * a\n"
	  "           --> b\n"
	  "                 + c\n"
	  "                     * d\n" },
	{ "boxes",
	  "[glyphs]\ntask-open = [ ]\ntask-done = [x]\n",
	  "- [ ] a\n- [x] b\n",
	  { 0, 20 },
	  "        [ ] a\n"
	  "        [x] b\n" },
	{ "a quote",
	  "[glyphs]\nquote = \">>\"\n",
	  "> a\n> > b\n",
	  { 0, 20 },
	  "      >> a\n"
	  "      >> >> b\n" },
	{ "headings",
	  "[glyphs]\nheading1-prefix = \"# \"\nheading1-underline = =\n"
	  "heading2-underline = -\n",
	  "# One\n\n## Two\n\n### Three\n\n---\n\nx\n",
	  { 0, 20 },
	  "       # One\n"
	  "       =====\n"
	  "\n"
	  "       Two\n"
	  "       ---\n"
	  "\n"
	  "       Three\n" },
	{ "big headings",
	  "[slide]\nbig = 1\nheading1 = right\n",
	  "# Hi\n\n## Two\n\n---\n\nabcdefghij\n",
	  { 0, 10 },
	  "    ▄  ▄ ▄\n"
	  "    █  █ ▄\n"
	  "    █▀▀█ █\n"
	  "    █  █ █\n"
	  "\n"
	  "Two\n" },
	{ "headings aside",
	  "[slide]\nheading1 = right\nheading2 = centre\n",
	  "# 1\n\n## 2\n\n### 3\n\nabcdefghi\n\n---\n\nx\n",
	  { 0, 9 },
	  "        1\n"
	  "\n"
	  "    2\n"
	  "\n"
	  "3\n"
	  "\n"
	  "abcdefghi\n" },
	{ "a table",
	  "[glyphs]\ntable-bar = !\ntable-rule = =\ntable-cross = +\n",
	  "|a|b|\n|-|-|\n|c|d|\n",
	  { 0, 5 },
	  "a ! b\n"
	  "==+==\n"
	  "c ! d\n" },
	{ "to the left, at the top",
	  "[slide]\nbody = left\nplace = top\nmargin = 2\nmargin-top = 1\n",
	  "a\n",
	  { 8, 30 },
	  "\n"
	  "\n"
	  "  a\n"
	  "\n"
	  "\n"
	  "\n"
	  "\n"
	  "                        1 / 1\n" },
	{ "to the right",
	  "[slide]\nbody = right\nmargin = 2\n",
	  "a\n",
	  { 0, 30 },
	  "                           a\n" },
	{ "a margin that makes text wrap",
	  "[slide]\nmargin = 5\n",
	  "aaaa bbbb cccc dddd eeee ffff\n",
	  { 0, 30 },
	  "     aaaa bbbb cccc dddd\n"
	  "     eeee ffff\n" },
	{ "a margin that is too wide",
	  "[slide]\nmargin = 50\n",
	  "aaaa bbbb cccc\n",
	  { 0, 14 },
	  "aaaa bbbb cccc\n" },
	{ "margins that give way",
	  "[slide]\nmargin-top = 2\nmargin-bottom = 1\n",
	  "a\n\nb\n\nc\n",
	  { 7, 10 },
	  "\n"
	  "    a\n"
	  "\n"
	  "    b\n"
	  "\n"
	  "    c\n"
	  "    1 / 1\n" },
	{ "bars",
	  "[bars]\ntop-left = {title}\ntop = \"\"\ntop-right = {date}\n"
	  "bottom-left = {slide} of {slides}\nbottom = by {author}\n"
	  "bottom-right = \"\"\n",
	  "---\ntitle: T\nauthor: A\ndate: D\n---\n\n<!-- end -->\nx\n",
	  { 5, 24 },
	  " T                    D\n"
	  "\n"
	  "           x\n"
	  "\n"
	  " 1 of 1   by A\n" },
	{ "no bar at the top",
	  "[bars]\ntop = \"\"\n",
	  "---\ntitle: T\n---\n\na\n\nb\n",
	  { 5, 10 },
	  "    a\n"
	  "\n"
	  "    b\n"
	  "\n"
	  "    1 / 1\n" },
	{ "progress",
	  "[bars]\nprogress = bottom\n[glyphs]\nprogress-done = #\n"
	  "progress-left = .\n",
	  "a\n\n---\n\nb\n",
	  { 5, 22 },
	  "\n"
	  "\n"
	  "          a\n"
	  "\n"
	  " ##########.... 1 / 2\n" },
	{ "progress at the top",
	  "[bars]\nprogress = top\n[glyphs]\nprogress-done = #\n"
	  "progress-left = .\n",
	  "---\ntitle: T\n---\n\na\n\n---\n\nb\n",
	  { 5, 12 },
	  " ### T ....\n"
	  "\n"
	  "     a\n"
	  "\n"
	  "      1 / 2\n" },
};

static void put_slide(const struct form_case *test, enum dialect dialect,
		      struct buf *out)
{
	struct theme_text text = { "test", str_of(test->theme), false };
	struct theme theme;
	struct error error = { "" };
	struct rig rig;

	theme_begin(&theme);
	if (!theme_add(&theme, &text, &error))
		fail_msg("%s", error.text);
	theme_end(&theme);
	rig_init_as(&rig, str_of(test->deck), test->size, dialect);
	rig.stage.form = &theme.form;
	rig.stage.widest = survey_deck(&rig.deck, &theme.form, SURVEY_ALL);
	rig_fit(&rig, 1);
	struct grid grid = rig_draw(&rig, rig.fit->views[0]);
	text_write(&grid, out);
	rig_release(&rig);
}

/* A rule that is no break: a deck of presenterm's has them. */
static void rules_are_drawn(void **state)
{
	static const struct form_case test = {
		.theme = "[glyphs]\nrule = ~\n",
		.deck = "abc\n\n***\n\ndef\n",
		.size = { 0, 3 },
	};
	struct buf out = { 0 };

	(void)state;
	put_slide(&test, DIALECT_PRESENTERM, &out);
	assert_true(str_eq(buf_str(&out), BYTES("abc\n\n~~~\n\ndef\n")));
	buf_release(&out);
}

static void shapes_are_drawn(void **state)
{
	struct expect expect = { 0 };
	struct buf out = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		buf_clear(&out);
		put_slide(&cases[i], DIALECT_MARKDOWN, &out);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&out));
	}
	buf_release(&out);
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_are_drawn),
		cmocka_unit_test(rules_are_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
