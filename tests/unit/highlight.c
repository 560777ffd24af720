/* SPDX-License-Identifier: MIT */
/*
 * Lines of code as spans: the same text, with roles.
 */
#include "layout/highlight.h"

#include "support/unit.h"

/* The text and the roles of all lines of some code. */
static void put_lines(struct buf *out, const char *language, struct str code)
{
	struct arena arena = { 0 };
	struct highlighter highlighter;

	highlight_init(&highlighter, &arena, str_of(language));
	while (code.len > 0) {
		struct str line = str_take_line(&code);
		struct code_line code_line = { .text = line };
		struct span span = highlight_line(&highlighter, &code_line);
		for (int i = 0; i < span.count; i++)
			buf_put(out, span.cells[i].glyph);
		buf_put_byte(out, '|');
		for (int i = 0; i < span.count; i++)
			buf_put_byte(out, style_letter(span.cells[i].style));
		buf_put_byte(out, '\n');
	}
	arena_release(&arena);
}

static void gives_roles_to_code(void **state)
{
	static const struct {
		const char *name, *language, *code, *want;
	} cases[] = {
		{ "a line", "c", "int x = f(1);",
		  "int x = f(1);|yyycccccecvcc\n" },
		{ "an alias in capitals", "JS", "let a", "let a|kkkcc\n" },
		{ "more behind the name", "c {1|2}", "int", "int|yyy\n" },
		{ "a language nobody knows", "cobol", "int x",
		  "int x|ccccc\n" },
		{ "no language", "", "int x", "int x|ccccc\n" },
		{ "no text", "c", "\n", "|\n" },
		{ "over lines", "c", "/*\n\nint", "/*|ww\n|\nint|www\n" },
		{ "wide characters", "c", "\"日本\" x", "\"日本\" x|sssscc\n" },
		{ "combining characters", "c", "\"e\xcc\x81\"a",
		  "\"e\xcc\x81\"a|sssc\n" },
		{ "added and removed", "diff", "+a\n-b", "+a|aa\n-b|zz\n" },
		{ "decorators and comments", "py", "@a # b",
		  "@a # b|ppcwww\n" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf got = { 0 };
		put_lines(&got, cases[i].language, str_of(cases[i].code));
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void puts_looks_on_top(void **state)
{
	static const struct code_look looks[] = {
		{ .end = 3, .tint = { TINT_SET | 1, 0 } },
		{ .end = 4, .emphasis = EMPHASIS_STRONG },
		{ .end = 8, .tint = { TINT_SET | 2, TINT_SET | 3 } },
	};
	/* The second look begins within a glyph. */
	struct code_line line = { .text = STR("ne\xcc\x81 int"),
				  .looks = looks };
	struct highlighter highlighter;
	struct arena arena = { 0 };

	(void)state;
	highlight_init(&highlighter, &arena, str_of("c"));
	struct span span = highlight_line(&highlighter, &line);
	assert_int_equal(span.count, 6);
	for (int i = 0; i < span.count; i++) {
		const struct style *style = &span.cells[i].style;
		assert_int_equal(style->role, ROLE_CODE);
		assert_int_equal(style->emphasis, 0);
		assert_int_equal(style->tint.text, TINT_SET | (i < 2 ? 1 : 2));
		assert_int_equal(style->tint.ground, i < 2 ? 0 : TINT_SET | 3);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gives_roles_to_code),
		cmocka_unit_test(puts_looks_on_top),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
