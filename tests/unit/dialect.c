/* SPDX-License-Identifier: MIT */
/*
 * Which dialect a deck is written in.
 */
#include "deck/dialect.h"
#include "source/detect.h"

#include "base/buf.h"
#include "support/unit.h"

static void knows_names(void **state)
{
	enum dialect dialect;

	(void)state;
	for (int i = 0; i < DIALECT_COUNT; i++) {
		struct str name = str_of(dialect_name((enum dialect)i));
		assert_true(dialect_find(name, &dialect));
		assert_int_equal(dialect, i);
	}
	assert_true(dialect_find(BYTES("Marp"), &dialect));
	assert_false(dialect_find(BYTES("tpp"), &dialect));
	assert_false(dialect_find(BYTES(""), &dialect));
}

struct detect_case {
	const char *deck, *want;
};

static const struct detect_case told[] = {
	{ "%dialect: marp\na\n", "marp" },
	{ "%title: T\n%Dialect: patat\na\n", "patat" },
	{ "%dialect: nonsense\na\n", "mdp" },
	{ "---\ndialect: slides\n---\n", "slides" },
	{ "---\ndialect: mdp\nmarp: true\n---\n", "mdp" },
	{ "---\nmarp: true\n---\n. . .\n", "marp" },
	{ "---\npatat:\n  wrap: true\n---\n", "patat" },
	{ "---\ntitle: T\n...\na\n", "patat" },
	{ "---\nstyles:\n  style: monokai\n---\n", "lookatme" },
	{ "---\nextensions:\n- qrcode\n---\n", "lookatme" },
	{ "---\npaging: Slide %d\n---\n", "slides" },
	{ "---\nsub_title: S\n---\n", "presenterm" },
	{ "---\noptions:\n  incremental_lists: true\n---\n", "presenterm" },
	{ "---\nrevealOptions:\n  center: false\n---\n", "reveal" },
	{ "---\nhighlighter: shiki\n---\n", "slidev" },
	{ "---\ntitle: T\nauthor: A\n---\na\n", "markdown" },
	{ "---\ntitle: T\n---\n-> a\n", "markdown" },
};

static const struct detect_case shown[] = {
	{ "", "markdown" },
	{ "\n \n", "markdown" },
	{ "\xef\xbb\xbf", "markdown" },
	{ "# a\n\ntext\n\n---\n\n# b\n", "markdown" },
	/* mdp */
	{ "%title: T\na\n", "mdp" },
	{ "\xef\xbb\xbf%title: T\na\n", "mdp" },
	{ "---\n%title: T\na\n", "mdp" },
	{ "% T\n% A\n\na\n", "mdp" },
	{ "% T\n\n# a\n\n---\n\n# b\n", "mdp" },
	{ "% T\n\n# a\n\n^\n\n# b\n", "mdp" },
	{ "a\n\n-> b <-\n", "mdp" },
	{ "a\n\n^\n\nb\n", "mdp" },
	{ "```\n-> a\n^\n```\n", "markdown" },
	{ "    -> a\n", "markdown" },
	{ "<!--\n-> a\n-->\n", "markdown" },
	/* pandoc */
	{ "% T\n% A\n\n# a\n\nb\n\n# c\n", "pandoc" },
	{ "% T\n\n# a\n\n::: notes\n:::\n\n---\n\nb\n", "pandoc" },
	{ "a\n\n::: columns\nb\n:::\n", "pandoc" },
	/* patat */
	{ "a\n\n. . .\n\nb\n", "patat" },
	{ "<!--config:\nmargins: 1\n-->\n", "patat" },
	{ "```\n. . .\n```\n", "markdown" },
	/* presenterm */
	{ "a\n<!-- end_slide -->\nb\n", "presenterm" },
	{ "a\n<!-- pause -->\nb\n", "presenterm" },
	{ "a\n<!-- pause -->\nb\n\n---\n\nc\n", "markdown" },
	{ "a\n\n---\n\n<!-- end_slide -->\n", "presenterm" },
	{ "`<!-- end_slide -->`\n", "markdown" },
	{ "```bash +exec\nls\n```\n", "presenterm" },
	{ "a\n\n---\n\n```c +line_numbers\nb\n```\n", "markdown" },
	{ "a\n\n<!-- column_layout: [1, 1] -->\n\nb\n", "presenterm" },
	{ "a\n\n---\n\n<!-- column_layout: [1] -->\n\nb\n", "markdown" },
	/* lookatme */
	{ "a\n<!-- stop -->\nb\n", "lookatme" },
	{ "```terminal8\nls\n```\n", "lookatme" },
	/* slides */
	{ "~~~graph-easy --as=boxart\n[a]\n~~~\n", "slides" },
	{ "```\n~~~./run.sh\n~~~\n```\n", "slides" },
	{ "```go\n///package main\n```\n", "slides" },
	{ "```rust\n/// Says hello.\n```\n", "markdown" },
	{ "~~~python\n~~~\n", "markdown" },
	/* Marp */
	{ "<!-- _class: lead -->\n# a\n", "marp" },
	/* reveal.js */
	{ "a\n\n---\n\nb\n\n--\n\nc\n", "reveal" },
	{ "a\n\n----\n\nb\n", "reveal" },
	{ "a\n\nNote:\nb\n", "reveal" },
	{ "a\n\nNote: this is text.\n", "markdown" },
	{ "<!-- .slide: class=\"x\" -->\n", "reveal" },
	{ "a\n--\n", "markdown" },
	/* remark */
	{ "a\n\n--\n\nb\n???\nc\n", "remark" },
	{ "class: center\n\n# a\n\n--\n\nb\n", "remark" },
	{ "# a\n\n---\nname: x\n\n# b\n", "remark" },
	{ "# a\n\nclass: x\n", "markdown" },
	/* Slidev */
	{ "# a\n\n---\nlayout: center\n---\n# b\n", "slidev" },
	{ "# a\n\n<v-click>\nb\n</v-click>\n", "slidev" },
};

static void check(const struct detect_case *cases, size_t count)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		enum dialect got = detect_dialect(str_of(cases[i].deck));
		expect_text(&expect, cases[i].deck, cases[i].want,
			    str_of(dialect_name(got)));
	}
	expect_done(&expect);
}

static void is_told(void **state)
{
	(void)state;
	check(told, COUNT(told));
}

static void sees_what_decks_show(void **state)
{
	(void)state;
	check(shown, COUNT(shown));
}

/* The begin of a large file tells; it is not read to its end. */
static void reads_no_further_than_needed(void **state)
{
	struct buf source = { 0 };

	(void)state;
	while (source.len < (size_t)300 * 1024)
		buf_put_text(&source, "some words\n");
	buf_put_text(&source, "\n. . .\n");
	assert_int_equal(detect_dialect(buf_str(&source)), DIALECT_MARKDOWN);
	buf_release(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_names),
		cmocka_unit_test(is_told),
		cmocka_unit_test(sees_what_decks_show),
		cmocka_unit_test(reads_no_further_than_needed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
