/* SPDX-License-Identifier: MIT */
/*
 * Tags of HTML.
 */
#include "markup/tag.h"

#include "base/buf.h"
#include "support/unit.h"

static void reads_tags(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
		enum tag_kind kind;
		bool closing, empty;
	} cases[] = {
		{ "<b>x", 3, TAG_LOOK, false, false },
		{ "<B>", 3, TAG_LOOK, false, false },
		{ "</b >", 5, TAG_LOOK, true, false },
		{ "<b/>", 4, TAG_LOOK, false, true },
		{ "<br>", 4, TAG_BREAK, false, true },
		{ "<br />", 6, TAG_BREAK, false, true },
		{ "<h1 id=x>", 9, TAG_BLOCK, false, false },
		{ "<a href='<>' b\n=\n\"'\" c>", 23, TAG_LINK, false, false },
		{ "<x-y z:1 _a.b>", 14, TAG_UNKNOWN, false, false },
		{ "<style>", 7, TAG_HIDDEN, false, false },
		{ "", 0, 0, false, false },
		{ "<", 0, 0, false, false },
		{ "</", 0, 0, false, false },
		{ "<>", 0, 0, false, false },
		{ "< b>", 0, 0, false, false },
		{ "<1>", 0, 0, false, false },
		{ "<b", 0, 0, false, false },
		{ "<b ", 0, 0, false, false },
		{ "<b/", 0, 0, false, false },
		{ "<b / >", 0, 0, false, false },
		{ "<b c=>", 0, 0, false, false },
		{ "<b c=\"d>", 0, 0, false, false },
		{ "<b c='d'e>", 0, 0, false, false },
		{ "<b *>", 0, 0, false, false },
		{ "</b c>", 0, 0, false, false },
		{ "<b:c>", 0, 0, false, false },
		{ "<b @>", 5, TAG_LOOK, false, false },
		{ "<b @c.d=\"e\">", 12, TAG_LOOK, false, false },
		{ "<b c@d>", 0, 0, false, false },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct tag tag = { .kind = TAG_UNKNOWN };
		const char *name = cases[i].text;
		expect_int(&expect, name, (long long)cases[i].bytes,
			   (long long)tag_read(str_of(name), &tag));
		expect_int(&expect, name, cases[i].kind, tag.kind);
		expect_int(&expect, name, cases[i].closing, tag.closing);
		expect_int(&expect, name, cases[i].empty, tag.empty);
	}
	expect_done(&expect);
}

static void finds_attributes(void **state)
{
	static const char text[] =
		"<a one two=2 THREE = '3 &amp; \"4\"' four=\"a&lt;\r\nb\" "
		"five='' six=&nbsp; one=7>";
	static const struct {
		const char *name, *want; /* NULL: it has none */
	} cases[] = {
		{ "one", "" },	    { "two", "2" }, { "three", "3 & \"4\"" },
		{ "four", "a< b" }, { "five", "" }, { "six", "&nbsp;" },
		{ "seven", NULL },  { "o", NULL },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };
	struct tag tag;

	(void)state;
	assert_int_equal(tag_read(str_of(text), &tag), sizeof(text) - 1);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str value = { NULL, 0 };
		bool has = tag_attribute(&tag, cases[i].name, &arena, &value);
		expect_int(&expect, cases[i].name, cases[i].want != NULL, has);
		if (has && cases[i].want)
			expect_text(&expect, cases[i].name, cases[i].want,
				    value);
	}
	arena_release(&arena);
	expect_done(&expect);
}

static void takes_styles(void **state)
{
	static const struct {
		const char *style, *want;
	} cases[] = {
		{ "color: red", "<color=red>" },
		{ " color :red ; ; top:1px;", "<color=red><top=1px>" },
		{ "color", "" },
		{ "a:b:c;d", "<a=b:c>" },
		{ "a:", "<a=>" },
		{ ":b", "<=b>" },
		{ "", "" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str style = str_of(cases[i].style), key, value;
		struct buf got = { 0 };
		while (tag_take_style(&style, &key, &value))
			buf_printf(&got, "<%.*s=%.*s>", (int)key.len, key.ptr,
				   (int)value.len, value.ptr);
		expect_text(&expect, cases[i].style, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_tags),
		cmocka_unit_test(finds_attributes),
		cmocka_unit_test(takes_styles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
