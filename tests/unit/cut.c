/* SPDX-License-Identifier: MIT */
/*
 * Where the slides of all dialects but mdp's are.
 */
#include "source/cut.h"

#include "slide/read.h"
#include "support/unit.h"

struct cut_case {
	const char *name, *deck, *want;
};

static void init(struct deck *deck, struct str source, enum dialect dialect)
{
	struct buf bytes = { 0 };

	buf_put(&bytes, source);
	read_deck(deck, &bytes, &(struct deck_options){ .dialect = dialect });
}

/*
 * "LINE:source" of every slide, newlines as /, slides separated by |. A title
 * has a T behind the line, an intro an I, a continuation a C.
 */
static void put_slides(const struct deck *deck, struct buf *out)
{
	for (int i = 0; i < deck->slide_count; i++) {
		const struct slide_place *place = &deck->places[i];
		buf_printf(out, "%s%d%s%s%s:", i ? " | " : "", place->line,
			   place->title ? "T" : "", place->intro ? "I" : "",
			   place->continued ? "C" : "");
		for (size_t at = place->begin; at < place->end; at++) {
			char byte = deck->source.ptr[at];
			buf_put_byte(out, byte == '\n' ? '/' : byte);
		}
	}
}

static void check(enum dialect dialect, const struct cut_case *cases,
		  size_t count)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct buf got = { 0 };
		struct deck deck;
		init(&deck, str_of(cases[i].deck), dialect);
		put_slides(&deck, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		deck_release(&deck);
	}
	expect_done(&expect);
}

static void finds_rules(void **state)
{
	static const struct cut_case cases[] = {
		{ "empty", "", "1:" },
		{ "one newline", "\n", "1:/" },
		{ "one slide", "a\n", "1:a/" },
		{ "two", "a\n\n---\nb\n", "1:a// | 4:b/" },
		{ "stars", "a\n***\nb", "1:a/ | 3:b" },
		{ "underscores", "a\n___\nb", "1:a/ | 3:b" },
		{ "blanks between", "a\n\n- - -\nb", "1:a// | 4:b" },
		{ "blanks around", "a\n\n   ----- \nb", "1:a// | 4:b" },
		{ "an underline", "a\n---\nb", "1:a/---/b" },
		{ "an underline of two lines", "a\nb\n---\nc", "1:a/b/---/c" },
		{ "below an item", "- a\n---\nb", "1:- a/ | 3:b" },
		{ "below lazy text", "- a\nb\n---\nc", "1:- a/b/ | 4:c" },
		{ "below a number", "1. a\n---\nb", "1:1. a/ | 3:b" },
		{ "below a quote", "> a\n---\nb", "1:> a/ | 3:b" },
		{ "below a heading", "# a\n---\nb", "1:# a/ | 3:b" },
		{ "below a tag", "<br>\n---\nb", "1:<br>/ | 3:b" },
		{ "below a tag in text", "<b>a</b>\n---\nb",
		  "1:<b>a</b>/---/b" },
		{ "below an address", "<http://a>\n---\nb",
		  "1:<http://a>/---/b" },
		{ "below a comment", "<!-- x -->\n---\nb",
		  "1:<!-- x -->/ | 3:b" },
		{ "below a table", "a|b\n-|-\n1|2\n---\nb",
		  "1:a|b/-|-/1|2/ | 5:b" },
		{ "below a fence", "```\n```\n---\nb", "1:```/```/ | 4:b" },
		{ "within an item", "- a\n\n  ---\n\n  b\n",
		  "1:- a//  ---//  b/" },
		{ "within a quote", "> a\n> ---\n", "1:> a/> ---/" },
		{ "set in by four", "a\n\n    ---\n", "1:a//    ---/" },
		{ "at the top", "---\na", "2:a" },
		{ "at the end", "a\n\n---\n\n", "1:a//" },
		{ "an empty one between", "a\n\n---\n\n---\nb",
		  "1:a// | 4:/ | 6:b" },
		{ "only rules", "***\n***\n", "3:" },
		{ "front matter of nothing", "---\n---\n", "3:" },
		{ "\\r\\n", "a\r\n\r\n---\r\nb\r\n", "1:a\r/\r/ | 4:b\r/" },
		{ "headings mean nothing beside rules", "# a\nb\n# c\n\n---\nd",
		  "1:# a/b/# c// | 6:d" },
		{ "nor below them", "a\n\n---\n# b\n# c\n",
		  "1:a// | 4:# b/# c/" },
		{ "a definition is nothing", "a\n\n---\n[x]: /y\n", "1:a//" },
	};

	(void)state;
	check(DIALECT_MARKDOWN, cases, COUNT(cases));
}

static void minds_code_and_comments(void **state)
{
	static const struct cut_case cases[] = {
		{ "a fence", "```\n---\n```\nb", "1:```/---/```/b" },
		{ "tildes", "~~~\n\n---\n~~~\nb", "1:~~~//---/~~~/b" },
		{ "a longer one", "````\n```\n---\n````\nb",
		  "1:````/```/---/````/b" },
		{ "one in an item", "- a\n\n  ```\n---\n  ```\n",
		  "1:- a//  ```/---/  ```/" },
		{ "one behind a bullet", "- ```c\n---\n  ```\n",
		  "1:- ```c/---/  ```/" },
		{ "one behind a number", "10. ~~~\n---\n    ~~~\n",
		  "1:10. ~~~/---/    ~~~/" },
		{ "set in, it closes nothing", "```\n    ```\n---\nx\n```\n",
		  "1:```/    ```/---/x/```/" },
		{ "left open", "```\na\n---\nb", "1:```/a/ | 4:b" },
		{ "left open, another one follows",
		  "```\na\n---\n```c\nb\n```\n", "1:```/a/ | 4:```c/b/```/" },
		{ "left open, a directive", "```\na\n<!-- end_slide -->\nb",
		  "1:```/a/ | 4:b" },
		{ "a directive in code", "```\n<!-- end_slide -->\n```\nb",
		  "1:```/<!-- end_slide -->/```/b" },
		{ "in a code span", "`<!-- end_slide -->` ends\n",
		  "1:`<!-- end_slide -->` ends/" },
		{ "in code that is set in", "    <!-- end_slide -->\n",
		  "1:    <!-- end_slide -->/" },
		{ "a comment", "<!--\n---\n-->\nb", "1:<!--/---/-->/b" },
		{ "one behind text", "a <!-- x\n---\n--> b\n",
		  "1:a <!-- x/---/--> b/" },
		{ "one that its paragraph ends", "a <!-- x\n\n---\nb -->\n",
		  "1:a <!-- x// | 4:b -->/" },
		{ "left open", "<!-- x\n\n---\nb", "1:<!-- x// | 4:b" },
		{ "left open, another one follows",
		  "<!-- x\n\n---\nb\n<!-- y -->\n",
		  "1:<!-- x// | 4:b/<!-- y -->/" },
		{ "two on a line", "<!-- x --><!--\n---\n-->b",
		  "1:<!-- x --><!--/---/-->b" },
		{ "footnotes and definitions take no slide with them",
		  "a\n\n[^1]: x\n  y\n\n---\n[a]: /b\nc\n",
		  "1:a//[^1]: x/  y// | 7:[a]: /b/c/" },
	};

	(void)state;
	check(DIALECT_MARKDOWN, cases, COUNT(cases));
}

static void obeys_directives(void **state)
{
	static const struct cut_case cases[] = {
		{ "end_slide", "a\n<!-- end_slide -->\nb", "1:a/ | 3:b" },
		{ "right below text", "a\n<!--end_slide-->\nb", "1:a/ | 3:b" },
		{ "at the end", "a\n<!-- end_slide -->\n", "1:a/" },
		{ "on several lines", "a\n<!--\nend_slide\n-->\nb",
		  "1:a/ | 5:b" },
		{ "text behind it", "a\n<!-- end_slide --> b\n",
		  "1:a/ | 2: b/" },
		{ "text before it", "a <!-- end_slide -->\nb\n",
		  "1:a  | 2:b/" },
		{ "several on a line",
		  "a<!-- end_slide -->b<!-- end_slide -->c",
		  "1:a | 1:b | 1:c" },
		{ "in an item", "- a\n  <!-- end_slide -->\nb",
		  "1:- a/ | 3:b" },
		{ "what follows is no paragraph's",
		  "a\n<!-- end_slide -->\n---\n", "1:a/ | 3:---/" },
		{ "a rule draws a line", "a\n\n---\n\nb\n", "1:a//---//b/" },
		{ "headings end nothing", "# a\n\nb\n\nc\n---\nd\n",
		  "1:# a//b//c/---/d/" },
		{ "skip_slide",
		  "a\n<!-- end_slide -->\n<!-- skip_slide -->\nb\n"
		  "<!-- end_slide -->\nc",
		  "1:a/ | 6:c" },
		{ "all skipped", "a\n<!-- skip_slide -->\n", "1:" },
		{ "an intro", "%title: T\n\na\n", "1I: | 2:/a/" },
		{ "an intro alone", "%author: A\n", "1I:" },
		{ "an included file may be missing",
		  "a\n<!-- end_slide -->\n<!-- include: x -->\n",
		  "1:a/ | 3:<!-- include: x -->/" },
	};

	(void)state;
	check(DIALECT_PRESENTERM, cases, COUNT(cases));
}

static void obeys_presenterm_options(void **state)
{
	static const struct cut_case cases[] = {
		{ "titles",
		  "---\noptions:\n  implicit_slide_ends: true\n---\n"
		  "A\n===\na\n\nB\n---\nb\n# c\n",
		  "5:A/===/a// | 9:B/---/b/# c/" },
		{ "titles of two lines, comments before them",
		  "---\noptions:\n  implicit_slide_ends: true\n---\n"
		  "<!-- no_footer -->\nA\nA\n===\na\n<!-- end_slide -->\n\n"
		  "B\n---\n",
		  "5:<!-- no_footer -->/A/A/===/a/ | 11:/B/---/" },
		{ "# as well",
		  "---\noptions:\n  implicit_slide_ends: true\n"
		  "  h1_slide_titles: true\n---\n# a\nb\n# c\n## d\n",
		  "6:# a/b/ | 8:# c/## d/" },
		{ "rules",
		  "---\noptions:\n  end_slide_shorthand: true\n---\n"
		  "a\n\n---\n\nB\n---\nb\n",
		  "5:a// | 8:/B/---/b/" },
		{ "a prefix",
		  "---\noptions:\n  command_prefix: \"cmd:\"\n---\n"
		  "a\n<!-- end_slide -->\nb\n<!-- cmd:end_slide -->\nc\n",
		  "5:a/<!-- end_slide -->/b/ | 9:c/" },
	};

	(void)state;
	check(DIALECT_PRESENTERM, cases, COUNT(cases));
}

static void splits_at_headings_as_patat(void **state)
{
	static const struct cut_case cases[] = {
		{ "one level", "# a\n\nx\n\n# b\n", "1:# a//x// | 5:# b/" },
		{ "titles", "# a\n\n## b\nx\n## c\n# d\n## e\n",
		  "1T:# a// | 3:## b/x/ | 5:## c/ | 6T:# d/ | 7:## e/" },
		{ "deeper ones are text", "# a\nx\n## b\nx\n# c\n",
		  "1:# a/x/## b/x/ | 5:# c/" },
		{ "underlined", "a\nb\n===\nx\n\nc\n===\n",
		  "1:a/b/===/x// | 6:c/===/" },
		{ "text above", "x\n\n# a\ny\n# b\n",
		  "1:x// | 3:# a/y/ | 5:# b/" },
		{ "a comment above", "<!-- n -->\n# a\ny\n# b\n",
		  "1:<!-- n -->/# a/y/ | 4:# b/" },
		{ "a comment below", "# a\n<!-- n -->\n## b\nx\n# c\n",
		  "1T:# a/<!-- n -->/ | 3:## b/x/ | 5T:# c/" },
		{ "in code", "# a\nx\n```\n# b\n```\n# c\n",
		  "1:# a/x/```/# b/```/ | 6:# c/" },
		{ "in an item", "# a\n- x\n  # y\n# b\n",
		  "1:# a/- x/  # y/ | 4:# b/" },
		{ "only one", "x\n\n# a\ny\n", "1:x//# a/y/" },
		{ "the level that is asked for",
		  "---\npatat:\n  slideLevel: 2\n---\n# a\nx\n\n## b\n\n"
		  "a\n===\nx\n",
		  "5T:# a/ | 6:x// | 8:## b// | 10T:a/===/ | 12:x/" },
		{ "comments alone are no slide",
		  "a\n\n---\n\n<!-- n -->\n\n---\n\n---\nb", "1:a// | 10:b" },
		{ "only comments", "<!-- n -->\n", "1:<!-- n -->/" },
		{ "a table between lines of dashes",
		  "------\n a  b\n-- ---\n c  d\n\n e  f\n------\n\n"
		  "---\nx\n",
		  "1:------/ a  b/-- ---/ c  d// e  f/------// | 10:x/" },
		{ "a table's dashes", " a   b\n--- ---\n c   d\n\n---\nx\n",
		  "1: a   b/--- ---/ c   d// | 6:x/" },
	};

	(void)state;
	check(DIALECT_PATAT, cases, COUNT(cases));
}

static void splits_at_headings_as_others(void **state)
{
	static const struct cut_case readme[] = {
		{ "the title does not count", "# t\nx\n## a\ny\n## b\n",
		  "1:# t/x/ | 3:## a/y/ | 5:## b/" },
		{ "a title alone", "# t\n\n## a\ny\n## b\n",
		  "1T:# t// | 3:## a/y/ | 5:## b/" },
		{ "two of a level are no title", "# a\nx\n# b\n## c\ny\n",
		  "1:# a/x/ | 3:# b/## c/y/" },
		{ "one heading", "# t\nx\n", "1:# t/x/" },
		{ "no text at all", "# a\n# b\n", "1T:# a/ | 2T:# b/" },
	};
	static const struct cut_case lookatme[] = {
		{ "the title begins no slide", "x\n\n# t\n\ny\n\n## a\n## b\n",
		  "1:x//# t//y// | 7:## a/ | 8:## b/" },
		{ "the lowest level", "# a\n## b\n# c\n",
		  "1:# a/## b/ | 3:# c/" },
	};
	static const struct cut_case pandoc[] = {
		{ "most of a level", "# a\nx\n## b\ny\n## c\nz\n",
		  "1:# a/x/ | 3:## b/y/ | 5:## c/z/" },
		{ "rules, too", "# a\nx\n\n---\n\ny\n# b\nz\n\n---\n# c\n",
		  "1:# a/x// | 5:/y/ | 7:# b/z// | 11:# c/" },
	};
	static const struct cut_case marp[] = {
		{ "none", "# a\nx\n# b\n", "1:# a/x/# b/" },
		{ "those that are asked for",
		  "---\nmarp: true\nheadingDivider: 2\n---\n"
		  "# a\nx\n\n---\n\n## b\n### c\n# d\n",
		  "5:# a/x// | 9:/## b/### c/ | 12:# d/" },
		{ "comments are for the slide below",
		  "---\nheadingDivider: 1\n---\n<!-- _class: x -->\n# a\n# b\n",
		  "4:<!-- _class: x -->/# a/ | 6:# b/" },
	};

	(void)state;
	check(DIALECT_MARKDOWN, readme, COUNT(readme));
	check(DIALECT_LOOKATME, lookatme, COUNT(lookatme));
	check(DIALECT_PANDOC, pandoc, COUNT(pandoc));
	check(DIALECT_MARP, marp, COUNT(marp));
}

static void splits_at_dashes(void **state)
{
	static const struct cut_case slides[] = {
		{ "below text", "a\n---\nb", "1:a/ | 3:b" },
		{ "exactly three", "a\n\n----\nb\n\n***\nc\n\n- - -\n",
		  "1:a//----/b//***/c//- - -/" },
		{ "not set in", "a\n\n ---\nb", "1:a// ---/b" },
		{ "blanks behind", "a\n--- \nb", "1:a/ | 3:b" },
		{ "no heading splits", "# a\nx\n# b\n", "1:# a/x/# b/" },
	};
	static const struct cut_case remark[] = {
		{ "two are a stop", "a\n--\nb\n---\nc", "1:a/--/b/ | 5:c" },
	};
	static const struct cut_case slidev[] = {
		{ "keys", "a\n\n---\nlayout: center\nx:\n  y: 1\n---\nb",
		  "1:a// | 8:b" },
		{ "at the end", "a\n\n---\nlayout: end\n---\n", "1:a//" },
		{ "no keys", "a\n\n---\nb\n---\nc", "1:a// | 4:b/ | 6:c" },
		{ "keys without an end", "a\n---\nb: c\n", "1:a/ | 3:b: c/" },
		{ "keys and text", "a\n---\nb: c\n\nd\n---\ne",
		  "1:a/ | 3:b: c//d/ | 7:e" },
		{ "four dashes", "a\n----\nb: c\n---\nd",
		  "1:a/ | 3:b: c/ | 5:d" },
	};
	static const struct cut_case reveal[] = {
		{ "down and across", "a\n---\nb\n\n--\n\nc\n----\nd",
		  "1:a/ | 3:b// | 6:/c/ | 9:d" },
		{ "two below text", "a\n--\nb", "1:a/--/b" },
		{ "in code", "```\n---\n\n--\n```\n", "1:```/---//--/```/" },
	};

	(void)state;
	check(DIALECT_SLIDES, slides, COUNT(slides));
	check(DIALECT_REMARK, remark, COUNT(remark));
	check(DIALECT_SLIDEV, slidev, COUNT(slidev));
	check(DIALECT_REVEAL, reveal, COUNT(reveal));
}

static void collects_definitions_and_footnotes(void **state)
{
	static const char source[] = "[a]: /b\n[^n]: note\n  more\n\n---\n"
				     "text\n[no]: /definition\n\n"
				     "```\n[c]: /d\n```\n[^m]: m\n[e]: /f\n";
	struct expect expect = { 0 };
	struct deck deck;

	(void)state;
	init(&deck, str_of(source), DIALECT_MARKDOWN);
	expect_int(&expect, "definitions", 2, (int)deck.definition_count);
	expect_int(&expect, "footnotes", 2, (int)deck.footnote_count);
	expect_int(&expect, "slides", 1, deck.slide_count);
	expect_int(&expect, "its line", 6, deck.places[0].line);
	deck_release(&deck);
	expect_done(&expect);
}

/* Every byte but those of rules is on a slide, in order. */
static void cuts_large_slides(void **state)
{
	struct buf source = { 0 };
	struct deck deck;
	size_t at = 0;

	(void)state;
	buf_repeat(&source, 'x', 3 * DECK_SLIDE_BYTES_MAX);
	buf_put_text(&source, "\n");
	while (source.len < 6 * DECK_SLIDE_BYTES_MAX)
		buf_put_text(&source, "some words\n");
	read_deck(&deck, &source,
		  &(struct deck_options){ .dialect = DIALECT_MARKDOWN });
	assert_true(deck.slide_count >= 6);
	for (int i = 0; i < deck.slide_count; i++) {
		assert_int_equal(deck.places[i].begin, at);
		assert_int_equal(deck.places[i].continued, i > 0);
		at = deck.places[i].end;
		assert_true(at - deck.places[i].begin <=
			    DECK_SLIDE_BYTES_MAX + 16);
	}
	assert_int_equal(at, deck.source.len);
	deck_release(&deck);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_rules),
		cmocka_unit_test(minds_code_and_comments),
		cmocka_unit_test(obeys_directives),
		cmocka_unit_test(obeys_presenterm_options),
		cmocka_unit_test(splits_at_headings_as_patat),
		cmocka_unit_test(splits_at_headings_as_others),
		cmocka_unit_test(splits_at_dashes),
		cmocka_unit_test(collects_definitions_and_footnotes),
		cmocka_unit_test(cuts_large_slides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
