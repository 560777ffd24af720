/* SPDX-License-Identifier: MIT */
/*
 * The text of a theme: every key, and what is said about a line that is wrong.
 */
#include "layout/theme_file.h"

#include "layout/theme_look.h"
#include "support/unit.h"

static bool add(struct theme *theme, const char *text, struct error *error)
{
	struct theme_text source = { .name = "mine.theme",
				     .text = str_of(text) };

	theme_begin(theme);
	bool ok = theme_add(theme, &source, error);
	theme_end(theme);
	assert_true(theme_check(theme));
	return ok;
}

static void faults_are_told(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "[roles]\n\nheadin = bold", "3: unknown role 'headin'" },
		{ "[colours]\n", "1: unknown section 'colours'" },
		{ "[roles\n", "1: a section without its ]: '[roles'" },
		{ "[", "1: a section without its ]: '['" },
		{ "title = bold\n", "1: no [section] above 'title'" },
		{ "[theme]\nabouts = x\n", "2: unknown key 'abouts'" },
		{ "[theme]\nwords\n",
		  "2: not of the form \"key = value\": 'words'" },
		{ "[theme]\n= x\n",
		  "2: not of the form \"key = value\": '= x'" },
		{ "[theme]\nground = grey\n", "2: neither dark nor light: "
					      "'grey'" },
		{ "[roles]\ntitle = orange\n",
		  "2: neither a colour nor an attribute: 'orange'" },
		{ "[roles]\ntitle = #12345\n",
		  "2: neither a colour nor an attribute: '#12345'" },
		{ "[roles]\ntitle = #12345g\n",
		  "2: neither a colour nor an attribute: '#12345g'" },
		{ "[roles]\ntitle = 256\n",
		  "2: neither a colour nor an attribute: '256'" },
		{ "[roles]\ntitle = #fff 12\n",
		  "2: neither a colour nor an attribute: '12'" },
		{ "[roles]\ntitle = red red red red\n",
		  "2: neither a colour nor an attribute: 'red'" },
		{ "[roles]\ntitle = on red on blue\n",
		  "2: neither a colour nor an attribute: 'on'" },
		{ "[roles]\ntitle = mono red\n",
		  "2: neither a colour nor an attribute: 'red'" },
		{ "[roles]\ntitle = \x1b[31m\n",
		  "2: neither a colour nor an attribute: '...'" },
		{ "[roles]\ndim = no\n",
		  "2: neither a colour nor an attribute: 'no'" },
		{ "[glyphs]\nrule = ==\n",
		  "2: does not take one column: '=='" },
		{ "[glyphs]\nrule =\n", "2: does not take one column: ''" },
		{ "[glyphs]\nquote = \"\"\n",
		  "2: does not take 1 to 8 columns: ''" },
		{ "[glyphs]\nquote = 123456789\n",
		  "2: does not take 1 to 8 columns: '123456789'" },
		{ "[glyphs]\nbullets =\n", "2: not 1 to 6 bullets: ''" },
		{ "[glyphs]\nbullets = a b c d e f g\n",
		  "2: not 1 to 6 bullets: 'g'" },
		{ "[glyphs]\nbullets = a \x01\n", "2: not a bullet: '...'" },
		{ "[slide]\nmargin = x\n", "2: not a number: 'x'" },
		{ "[slide]\nmargin = 101\n", "2: out of range: '101'" },
		{ "[slide]\nmargin = 99999999999\n",
		  "2: not a number: '99999999999'" },
		{ "[slide]\nbody = up\n",
		  "2: neither left, centre nor right: 'up'" },
		{ "[slide]\nplace = low\n", "2: neither middle nor top: "
					    "'low'" },
		{ "[slide]\nbig = 7\n", "2: out of range: '7'" },
		{ "[slide]\ntransition = cube\n",
		  "2: neither none, fade, slide nor dissolve: 'cube'" },
		{ "[bars]\nprogress = 1\n", "2: neither none, top nor bottom: "
					    "'1'" },
		{ "[bars]\ntop = a\tb\x07\n", "2: not a short text: '...'" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct theme theme;
		struct error error = { "" };
		bool ok = add(&theme, cases[i].text, &error);
		struct str got =
			str_from(str_of(error.text), sizeof("mine.theme:") - 1);
		expect_true(&expect, cases[i].text, !ok);
		expect_text(&expect, cases[i].text, cases[i].want, got);
	}
	expect_done(&expect);
}

static void looks_are_read(void **state)
{
	static const struct {
		const char *text;
		struct shades want;
		unsigned attributes, mono;
	} cases[] = {
		{ "", { { -1, -1, -1 }, { -1, -1, -1 } }, 0, 0 },
		{ "red", { { 1, 1, 1 }, { -1, -1, -1 } }, 0, 0 },
		{ "bright-red", { { 9, 9, 1 }, { -1, -1, -1 } }, 0, 0 },
		{ "208", { { 208, -2, -2 }, { -1, -1, -1 } }, 0, 0 },
		{ "11", { { 11, 11, 3 }, { -1, -1, -1 } }, 0, 0 },
		{ "#f80",
		  { { TINT_SET | 0xff8800, -2, -2 }, { -1, -1, -1 } },
		  0,
		  0 },
		{ "#ABCDEF bright-white",
		  { { TINT_SET | 0xabcdef, 15, 7 }, { -1, -1, -1 } },
		  0,
		  0 },
		{ "#abcdef bright-white black",
		  { { TINT_SET | 0xabcdef, 15, 0 }, { -1, -1, -1 } },
		  0,
		  0 },
		{ "208 default", { { 208, -1, -1 }, { -1, -1, -1 } }, 0, 0 },
		{ "default on 16 black",
		  { { -1, -1, -1 }, { 16, 0, 0 } },
		  0,
		  0 },
		{ "on blue bold",
		  { { -1, -1, -1 }, { 4, 4, 4 } },
		  ATTRIBUTE_BOLD,
		  ATTRIBUTE_BOLD },
		{ "  bold\titalic  ",
		  { { -1, -1, -1 }, { -1, -1, -1 } },
		  ATTRIBUTE_BOLD | ATTRIBUTE_ITALIC,
		  ATTRIBUTE_BOLD | ATTRIBUTE_ITALIC },
		{ "dim mono reverse underline",
		  { { -1, -1, -1 }, { -1, -1, -1 } },
		  ATTRIBUTE_DIM,
		  ATTRIBUTE_REVERSE | ATTRIBUTE_UNDERLINE },
		{ "bold mono plain",
		  { { -1, -1, -1 }, { -1, -1, -1 } },
		  ATTRIBUTE_BOLD,
		  0 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct shade *want[] = { &cases[i].want.text,
					       &cases[i].want.ground };
		struct role_look look;
		struct str odd;
		expect_true(&expect, cases[i].text,
			    theme_look_read(&look, str_of(cases[i].text),
					    &odd));
		const struct shade *got[] = { &look.shades.text,
					      &look.shades.ground };
		for (int k = 0; k < 2; k++) {
			expect_int(&expect, cases[i].text, want[k]->colour,
				   got[k]->colour);
			expect_int(&expect, cases[i].text, want[k]->of16,
				   got[k]->of16);
			expect_int(&expect, cases[i].text, want[k]->of8,
				   got[k]->of8);
		}
		expect_int(&expect, cases[i].text, cases[i].attributes,
			   look.attributes);
		expect_int(&expect, cases[i].text, cases[i].mono, look.mono);
	}
	expect_done(&expect);
}

static void every_key_is_read(void **state)
{
	static const char text[] =
		"; a comment\n# another\n\n"
		"[theme]\nabout = mine\ninherit = dark\nground = light\n"
		"[roles]\nblank = on 17\ntext = 200\ntitle = 201 on 18\n"
		"dim = 240\nopaque = 1 on 2\n"
		"[glyphs]\nbullets = * -> \xe2\x80\xa2\nquote = \"> \"\n"
		"rule = =\ntask-open = [ ]\ntask-done = [x]\n"
		"table-bar = |\ntable-rule = -\ntable-cross = +\n"
		"progress-done = #\nprogress-left = .\n"
		"heading1-prefix = \"# \"\nheading2-prefix = ##\n"
		"heading3-prefix = \"\"\nheading1-underline = =\n"
		"heading2-underline = -\nheading3-underline =\n"
		"[slide]\ncode-padding = 2\nmargin = 3\nmargin-top = 4\n"
		"margin-bottom = 5\nbody = left\nplace = top\n"
		"heading1 = centre\nheading2 = right\nheading3 = as-written\n"
		"[bars]\ntop-left = a\ntop = b\ntop-right = c\n"
		"bottom-left = d\nbottom = \" e \"\nbottom-right =\n"
		"progress = bottom\r\n";
	struct theme theme;
	struct error error = { "" };
	const struct form *form = &theme.form;

	(void)state;
	bool ok = add(&theme, text, &error);
	assert_string_equal(error.text, "");
	assert_true(ok);
	assert_true(str_eq(theme.about, BYTES("mine")));
	assert_true(theme.light);
	assert_int_equal(theme.roles[ROLE_FOOTER].shades.text.colour, 200);
	assert_int_equal(theme.roles[ROLE_FOOTER].shades.ground.colour, 17);
	assert_int_equal(theme.roles[ROLE_TITLE].shades.ground.colour, 18);
	assert_int_equal(theme.dim.colour, 240);
	assert_int_equal(theme.opaque.text.colour, 1);
	assert_int_equal(theme.opaque.ground.colour, 2);
	assert_int_equal(form->bullet_count, 3);
	assert_true(str_eq(form->bullets[1], BYTES("->")));
	assert_true(str_eq(form->quote, BYTES("> ")));
	assert_true(str_eq(form->rule, BYTES("=")));
	assert_true(str_eq(form->task_open, BYTES("[ ]")));
	assert_true(str_eq(form->table_cross, BYTES("+")));
	assert_true(str_eq(form->progress_left, BYTES(".")));
	assert_true(str_eq(form->headings[0].prefix, BYTES("# ")));
	assert_true(str_eq(form->headings[1].underline, BYTES("-")));
	assert_int_equal(form->headings[2].underline.len, 0);
	assert_int_equal(form->code_padding, 2);
	assert_int_equal(form->margin + form->margin_top, 7);
	assert_int_equal(form->margin_bottom, 5);
	assert_int_equal(form->body, FORM_LEFT);
	assert_true(form->at_top);
	assert_int_equal(form->headings[0].align, FORM_CENTRE);
	assert_int_equal(form->headings[1].align, FORM_RIGHT);
	assert_true(str_eq(form->top.parts[FORM_MIDDLE_PART], BYTES("b")));
	assert_true(str_eq(form->bottom.parts[FORM_MIDDLE_PART], BYTES(" e ")));
	assert_int_equal(form->bottom.parts[FORM_RIGHT_PART].len, 0);
	assert_int_equal(form->progress, FORM_PROGRESS_BOTTOM);
}

static void the_last_word_counts(void **state)
{
	struct theme theme;
	struct error error = { "" };

	(void)state;
	assert_true(add(&theme, "[roles]\ntitle = red bold\ntitle = blue\n",
			&error));
	assert_int_equal(theme.roles[ROLE_TITLE].shades.text.colour, 4);
	assert_int_equal(theme.roles[ROLE_TITLE].attributes, 0);
}

static void inherits_are_found(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "[theme]\ninherit = dark\n", "dark" },
		{ "inherit = dark\n", "" },
		{ "[roles]\ninherit = dark\n", "" },
		{ "[roles]\n[theme]\r\n  inherit=\"a b.theme\"", "a b.theme" },
		{ "[theme]\n# inherit = dark\n", "" },
		{ "[theme]\ninherit = dark\n[bars]\ninherit = light\n",
		  "dark" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		expect_text(&expect, cases[i].text, cases[i].want,
			    theme_inherits(str_of(cases[i].text)));
	expect_done(&expect);
}

static void roles_have_names(void **state)
{
	char name[THEME_ROLE_MAX];
	struct str one = { name, theme_role_name(ROLE_LINE_NUMBER, name) };

	(void)state;
	assert_true(str_eq(one, BYTES("line-number")));
	one.len = theme_role_name(ROLE_HEADING1, name);
	assert_true(str_eq(one, BYTES("heading1")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faults_are_told),
		cmocka_unit_test(looks_are_read),
		cmocka_unit_test(every_key_is_read),
		cmocka_unit_test(the_last_word_counts),
		cmocka_unit_test(inherits_are_found),
		cmocka_unit_test(roles_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
