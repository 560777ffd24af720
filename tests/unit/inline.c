/* SPDX-License-Identifier: MIT */
/*
 * The inline markup of CommonMark, and what is read on top of it.
 */
#include "markup/inline.h"

#include "deck/dump.h"
#include "slide/read.h"
#include "source/footnote.h"
#include "support/unit.h"

struct sample {
	const char *name, *source, *want;
};

static struct footnote_source footnotes[] = {
	{ STR("a"), STR("*first*, see [^c]"), 21 },
	{ STR("b"), STR("second\n    line"), 22 },
	{ STR("c"), STR("third, see [^a] and [^c]"), 24 },
};

/* What one text becomes, and what it leaves on its slide. */
static void put_slide(const struct deck *deck, struct inline_batch batch,
		      const char *source, struct buf *out)
{
	struct arena arena = { 0 };
	struct slide slide = { .steps = 1 };
	struct block block = { .kind = BLOCK_TEXT };

	slide.body.first = slide.body.last = &block;
	inline_add(&batch, &arena,
		   (struct inline_text){ .into = &block.text,
					 .source = str_of(source),
					 .line = 7 });
	inline_read(&batch, deck, &slide, &arena);
	dump_slide(&slide, out);
	arena_release(&arena);
}

static void check(const struct sample *samples, size_t count,
		  enum dialect dialect, bool keeps_lines)
{
	static const char source[] = "x\n\n[d]: /target\n[e f]: /other\n";
	struct expect expect = { 0 };
	struct buf bytes = { 0 };
	struct deck deck;

	buf_put_text(&bytes, source);
	read_deck(&deck, &bytes, &(struct deck_options){ .dialect = dialect });
	deck.footnotes = footnotes;
	deck.footnote_count = COUNT(footnotes);
	for (size_t i = 0; i < count; i++) {
		struct buf got = { 0 };
		struct inline_batch batch = { .commonmark = true,
					      .keeps_lines = keeps_lines };
		put_slide(&deck, batch, samples[i].source, &got);
		expect_text(&expect, samples[i].name, samples[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	deck_release(&deck);
	expect_done(&expect);
}

#define CHECK(samples, dialect, keeps_lines) \
	check(samples, COUNT(samples), dialect, keeps_lines)

static void reads_commonmark(void **state)
{
	static const struct sample samples[] = {
		{ "nothing", "", "text \"\"\n" },
		{ "blanks", "  \n ", "text \"\"\n" },
		{ "plain", " a  b ", "text \"a  b\"\n" },
		{ "emphasis", "*a* _b_ **c** __d__ ***e***",
		  "text \"/a/ /b/ **c** **d** **/e/**\"\n" },
		{ "within words", "2*3*4 snake_case_x",
		  "text \"2/3/4 snake_case_x\"\n" },
		{ "code", "`a*b*` `` ` ``", "text \"`a*b*` ```\"\n" },
		{ "escapes", "\\*a\\* \\a \\\\", "text \"*a* \\a \\\"\n" },
		{ "entities", "&amp; &#7; &copy;", "text \"& ␇ ©\"\n" },
		{ "what begins blocks", "a\n# b\n- c\n===\n> d\n```\n<div>\ne",
		  "text \"a # b - c === > d ```\\ne\"\n" },
		{ "a blank line", "a\n\n b", "text \"a b\"\n" },
		{ "other line ends", "a\r\nb\rc", "text \"a b c\"\n" },
		{ "control characters", "a\x1b[1m*b*\tc",
		  "text \"a␛[1m/b/    c\"\n" },
		{ "mathematics", "$a_1*b*c$ *$x$* $*a*",
		  "text \"$a_1*b*c$ /$x$/ $/a/\"\n" },
		{ "displayed", "$$\n\\frac{a*b*}{c}\\\\\nd_{e}_\n$$",
		  "text \"$$ \\frac{a*b*}{c}\\\\ d_{e}_ $$\"\n" },
		{ "money", "$5 *or* $6, $5*x*$6",
		  "text \"$5 /or/ $6, $5/x/$6\"\n" },
		{ "mathematics in code", "`$a*b*$ \\~`",
		  "text \"`$a*b*$ \\~`\"\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_MARKDOWN, false);
}

static void breaks_lines(void **state)
{
	static const struct sample kept[] = {
		{ "line ends", "a\nb", "text \"a\\nb\"\n" },
		{ "hard ones", "a  \nb\\\nc", "text \"a\\nb\\nc\"\n" },
		{ "a comment's line", "a\n<!-- c -->\nb", "text \"a\\nb\"\n" },
		{ "first and last", "<!-- c -->\na\n<!-- d -->",
		  "text \"a\"\n" },
		{ "a break's line", "a\n<br>\nb", "text \"a\\n\\n\\nb\"\n" },
		{ "tags' lines", "<p>\na\n</p>\n<p>\nb\n</p>",
		  "text \"a\\nb\"\n" },
		{ "wide", "日\n本", "text \"日\\n本\"\n" },
	};
	static const struct sample joined[] = {
		{ "line ends", "a\n  b \nc", "text \"a b c\"\n" },
		{ "hard ones", "a  \nb\\\nc", "text \"a\\nb\\nc\"\n" },
		{ "wide", "日\n本", "text \"日本\"\n" },
		{ "wide punctuation", "日、\n*本*", "text \"日、/本/\"\n" },
		{ "wide on one side", "日\na\n本", "text \"日 a 本\"\n" },
		{ "Korean", "한\n국", "text \"한 국\"\n" },
		{ "emoji", "🎉\n🎉", "text \"🎉 🎉\"\n" },
		{ "a comment between", "a <!-- c --> b", "text \"a b\"\n" },
		{ "a break at the end", "a<br>", "text \"a\"\n" },
		{ "a break alone", "<br>", "text \"\\n\"\n" },
		{ "blanks beside breaks", "a <br> b", "text \"a\\nb\"\n" },
		{ "the blank before a link", "see\n<http://x.y>",
		  "text \"see [http://x.y]\"\nlink 0 http://x.y\n" },
	};

	(void)state;
	CHECK(kept, DIALECT_MARKDOWN, true);
	CHECK(joined, DIALECT_MARKDOWN, false);
}

static void reads_links(void **state)
{
	static const struct sample samples[] = {
		{ "a link", "[a *b*](u \"t\")",
		  "text \"[a ]/[b]/#0\"\nlink 0 u\n" },
		{ "autolinks", "<http://x.y/~a/~b> <me@x.y>",
		  "text \"[http://x.y/~a/~b] [me@x.y]\"\n"
		  "link 0 http://x.y/~a/~b\nlink 1 mailto:me@x.y\n" },
		{ "defined", "[a][d] [d][] [D] [a][e\nf]",
		  "text \"[a]#0 [d]#1 [D]#2 [a]#3\"\nlink 0 /target\n"
		  "link 1 /target\nlink 2 /target\nlink 3 /other\n" },
		{ "undefined", "[a][n] [m][] [o] x[1][2] [*b*][p]",
		  "text \"[a][n] [m][] [o] x[1][2] [/b/][p]\"\n"
		  "remark 7:1 no target is defined for 'n'\n"
		  "remark 7:8 no target is defined for 'm'\n"
		  "remark 7:30 no target is defined for 'p'\n" },
		{ "without a label", "[](u) [<i></i>](v)",
		  "text \"[u] [v]\"\nlink 0 u\nlink 1 v\n" },
		{ "without a target", "[a]()", "text \"a\"\n" },
		{ "images", "![a *b*](p/q.png) ![](p/q.png) ![](r)",
		  "text \"[a b]#0 [q.png]#1 [r]\"\nlink 0 p/q.png\n"
		  "link 1 p/q.png\nlink 2 r\n" },
		{ "an image in a link", "[![a](b)](c)",
		  "text \"[a]#1#0\"\nlink 0 c\nlink 1 b\n" },
		{ "wiki links", "[[a]] [[b|c]] [[]] [[ d\ne]] \\[[f]]",
		  "text \"[a] [c]#1 [[]] [[ d e]] [[f]]\"\nlink 0 a\n"
		  "link 1 b\n" },
		{ "a link's line", "a\nb [c][n]",
		  "text \"a b [c][n]\"\n"
		  "remark 8:3 no target is defined for 'n'\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_MARKDOWN, false);
}

static void reads_strikes_and_scripts(void **state)
{
	static const struct sample samples[] = {
		{ "strikes", "~~a~~ ~b c~", "text \"~~~a~~~ ~~~b c~~~\"\n" },
		{ "with markup", "~~a **b**~~ *~~c~~*",
		  "text \"~~~a ~**~b~**~~~~ /~~~c~~~/\"\n" },
		{ "over lines", "~~a\nb~~", "text \"~~~a b~~~\"\n" },
		{ "no strikes", "~5 to ~6, a ~~ b ~~ c, ~~~d~~~, ~~e",
		  "text \"~5 to ~6, a ~~ b ~~ c, ~~~d~~~, ~~e\"\n" },
		{ "escaped", "\\~a\\~ \\~~b~~", "text \"~a~ ~~b~~\"\n" },
		{ "wide", "~~日。~~本", "text \"~~~日。~~~本\"\n" },
		{ "subscripts", "H~2~O, x~ij~, a~b~, CO~2\n~",
		  "text \"H₂O, xᵢⱼ, a_(b), CO~2 ~\"\n" },
		{ "in a strike", "~a H~2~O b~", "text \"~~~a H₂O b~~~\"\n" },
		{ "superscripts", "x^2^ e^*n*^ y^1.5^ ^th^",
		  "text \"x² e/ⁿ/ y^(1.5) ᵗʰ\"\n" },
		{ "no superscripts", "2^10 3^4, a^b c^, ^_^ \\^a\\^ x^^2^^",
		  "text \"2^10 3^4, a^b c^, ^_^ ^a^ x^^2^^\"\n" },
		{ "two that only touch", "a^b^c^d^", "text \"aᵇcᵈ\"\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_MARKDOWN, false);
}

static void reads_footnotes(void **state)
{
	static const struct sample samples[] = {
		{ "footnotes", "a[^b], b[^a], c[^b]",
		  "text \"a¹, b², c¹\"\n"
		  "footnote ¹ \"second line\"\n"
		  "footnote ² \"/first/, see ³\"\n"
		  "footnote ³ \"third, see ² and ³\"\n" },
		{ "side by side", "a[^b][^a]",
		  "text \"a¹,²\"\n"
		  "footnote ¹ \"second line\"\n"
		  "footnote ² \"/first/, see ³\"\n"
		  "footnote ³ \"third, see ² and ³\"\n" },
		{ "none", "a\n [^no] [^] [^a b] \\[^a] [\\^a]",
		  "text \"a [^no] [^] [^a b] [^a] [^a]\"\n"
		  "remark 8:1 no footnote is defined for 'no'\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_MARKDOWN, false);
}

static void reads_tags(void **state)
{
	static const struct sample samples[] = {
		{ "looks", "<b>a</B> <em>b</em> <u>c</u> <MARK>d</mark>",
		  "text \"**a** /b/ _c_ *d*\"\n" },
		{ "code", "<kbd>a</kbd><tt>b *c*</tt>",
		  "text \"`ab `/`c`/\"\n" },
		{ "across", "*a <b>b* c</b> d",
		  "text \"/a /**/b/**** c** d\"\n" },
		{ "struck", "<del>a</del> <s>b", "text \"~~~a~~~ b\"\n" },
		{ "open to the end", "<b>a <i>b", "text \"**a ****/b/**\"\n" },
		{ "never opened", "a</b> b", "text \"a b\"\n" },
		{ "without text", "<b/>a <b></b>b", "text \"a b\"\n" },
		{ "scripts", "x<sup>2</sup> y<sub>a b</sub> <sup>z",
		  "text \"x² y_(a b) z\"\n" },
		{ "scripts in scripts", "<sup>a<sup>2</sup></sup>",
		  "text \"^(a^(2))\"\n" },
		{ "links", "<a href='u?a&amp;b'>a</a> <a href=v></a> <a>c</a>",
		  "text \"[a]#0 [v] c\"\nlink 0 u?a&b\nlink 1 v\n" },
		{ "a link left open", "<a href=u>a",
		  "text \"[a]#0\"\nlink 0 u\n" },
		{ "images",
		  "<img src=p/q.png alt=\"a\nb\"> <img src=r/s.png />",
		  "text \"[a b]#0 [s.png]#1\"\nlink 0 p/q.png\n"
		  "link 1 r/s.png\n" },
		{ "tints", "<span style='color: red; background:#0f0'>a</span>",
		  "text \"{#ff0000 on #00ff00 a}\"\n" },
		{ "tints in tints",
		  "<b style=color:red>a<i style=background:blue>b</i>c</b>",
		  "text \"{#ff0000 **a**}{#ff0000 on #0000ff **/b/**}"
		  "{#ff0000 **c**}\"\n" },
		{ "tints across",
		  "<u style=color:red>a<i style=color:blue>b</u>c</i>d",
		  "text \"{#ff0000 _a_}{#0000ff _/b/_}{#0000ff /c/}d\"\n" },
		{ "unknown colours",
		  "<i style='color:p:x;color:inherit;top:3'>a</i>",
		  "text \"/a/\"\nremark 7:1 unknown colour 'p:x'\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_PRESENTERM, false);
}

static void reads_tags_of_blocks(void **state)
{
	static const struct sample samples[] = {
		{ "blocks", "a<p>b</p><div> c </div>d<hr>e",
		  "text \"a\\nb\\nc\\nd\\ne\"\n" },
		{ "a heading", "<h2>a</h2>b", "text \"**a**\\nb\"\n" },
		{ "a list", "<ul>\n<li>a</li>\n<li>b\n</ul>",
		  "text \"• a\\n• b\"\n" },
		{ "a table", "<table><tr><td>a</td> <td>b</td></tr><tr><td>c",
		  "text \"a  b\\nc\"\n" },
		{ "hidden", "a <script>b *c*</script> d<svg><g>e</g></svg>",
		  "text \"a d\"\n" },
		{ "not hidden", "a <style>b", "text \"a b\"\n" },
		{ "nothing", "<font size=3>a</font> <wbr> <small>b</small>",
		  "text \"a b\"\n" },
		{ "unknown", "a <x-y z>b</x-y>",
		  "text \"a b\"\n"
		  "remark 7:3 unknown tag, its text is kept 'x-y'\n" },
		{ "declarations", "a<?php b?>c<!X y>d<![CDATA[*e*]]>",
		  "text \"acd*e*\"\n"
		  "remark 7:2 unknown tag, its text is kept '?php'\n" },
		{ "no tags", "a < b, <3, \\<b>, <b",
		  "text \"a < b, <3, <b>, <b\"\n" },
		{ "classes", "<span class='a b'>c</span> <b class=d>e</b>",
		  "text \"c **e**\"\nremark 7:1 unknown class 'a'\n"
		  "remark 7:1 unknown class 'b'\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_PRESENTERM, false);
}

static void reads_comments(void **state)
{
	static const struct sample samples[] = {
		{ "a note", "a <!-- note: b -- c --> d",
		  "text \"a d\"\nnote 7 \"b -- c\"\n" },
		{ "two", "a\n<!-- note: b -->\n<!-- speaker_note: |\nc\nd\n-->",
		  "text \"a\"\nnote 8 \"b\"\nnote 9 \"c\nd\"\n" },
		{ "a remark of the author's", "a<!-- b -->", "text \"a\"\n" },
		{ "an unknown directive", "a<!-- bb: c -->", "text \"a\"\n" },
		{ "left open", "a <!-- b", "text \"a <!-- b\"\n" },
		{ "in code", "`<!-- a--b -->`", "text \"`<!-- a--b -->`\"\n" },
	};
	static const struct sample noted[] = {
		{ "all comments", "a<!-- b -->", "text \"a\"\nnote 7 \"b\"\n" },
		{ "but directives", "a<!-- pause -->", "text \"a\"\n" },
	};

	(void)state;
	CHECK(samples, DIALECT_PRESENTERM, false);
	CHECK(noted, DIALECT_MARP, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_commonmark),
		cmocka_unit_test(breaks_lines),
		cmocka_unit_test(reads_links),
		cmocka_unit_test(reads_strikes_and_scripts),
		cmocka_unit_test(reads_footnotes),
		cmocka_unit_test(reads_tags),
		cmocka_unit_test(reads_tags_of_blocks),
		cmocka_unit_test(reads_comments),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
