/* SPDX-License-Identifier: MIT */
/*
 * The line grammar: decks of a few lines, and what each line is.
 */
#include "source/line.h"
#include "source/row.h"

#include "support/unit.h"

static void put_line(struct buf *out, const struct line *line)
{
	static const char *const names[] = {
		[LINE_BLANK] = "blank",	    [LINE_BREAK] = "break",
		[LINE_STOP] = "stop",	    [LINE_FENCE] = "fence",
		[LINE_FENCE_END] = "end",   [LINE_CODE] = "code",
		[LINE_UNDERLINE] = "under", [LINE_HEADING] = "head",
		[LINE_BULLET] = "item",	    [LINE_QUOTE] = "quote",
		[LINE_DELIMITER] = "delim", [LINE_ROW] = "row",
		[LINE_DEFINITION] = "def",  [LINE_TEXT] = "text",
	};

	buf_put_text(out, names[line->kind]);
	if (line->level)
		buf_printf(out, "%d", line->level);
	if (line->centred)
		buf_put_text(out, " centred");
	if (line->continues)
		buf_put_text(out, " more");
	if (line->odd_break)
		buf_put_text(out, " odd");
	if (line->pad)
		buf_printf(out, " pad%d", line->pad);
	if (line->kind != LINE_BREAK && line->kind != LINE_BLANK &&
	    line->kind != LINE_UNDERLINE && line->kind != LINE_FENCE_END &&
	    line->kind != LINE_DELIMITER)
		buf_printf(out, "<%.*s>", (int)line->text.len, line->text.ptr);
}

/* All lines of a deck, separated by a space. */
static void put_lines(struct buf *out, struct str text, bool arrows_literal)
{
	struct line_state state = { .arrows_literal = arrows_literal };

	while (text.len > 0) {
		struct str raw = str_take_line(&text);
		struct line line = line_read(&state, raw, text);
		if (out->len > 0)
			buf_put_byte(out, ' ');
		put_line(out, &line);
		if (line.kind == LINE_BREAK)
			state = (struct line_state){ .arrows_literal =
							     arrows_literal };
	}
}

struct line_case {
	const char *name, *deck, *want;
};

static void check_cases(const struct line_case *cases, size_t count,
			bool arrows_literal)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct buf got = { 0 };
		put_lines(&got, str_of(cases[i].deck), arrows_literal);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
	}
	expect_done(&expect);
}

static void reads_text(void **state)
{
	static const struct line_case cases[] = {
		{ "plain", "abc", "text<abc>" },
		{ "indented", "  abc", "text<abc>" },
		{ "blank", "\n \n\t\n", "blank blank blank" },
		{ "numbered", "1. a", "text<1. a>" },
		{ "no bullet", "*a*\n-a\n+a", "text<*a*> text<-a> text<+a>" },
		{ "no heading", "#a", "text<#a>" },
		{ "an arrow without a blank", "->a", "text<->a>" },
		{ "underscores are no rule", "___", "text<___>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_headings(void **state)
{
	static const struct line_case cases[] = {
		{ "levels", "# a\n## b\n###### c",
		  "head1<a> head2<b> head6<c>" },
		{ "seven", "####### a", "text<####### a>" },
		{ "closing", "# a ##", "head1<a>" },
		{ "closing without a blank", "# C#", "head1<C#>" },
		{ "only marks", "#\n# #", "text<#> head1<#>" },
		{ "a tab", "#\ta", "head1<a>" },
		{ "indented by 3", "   # a", "head1<a>" },
		{ "underlined", "a\n===", "text<a> under1" },
		{ "one = is enough", "a\n=", "text<a> under1" },
		{ "dashes", "a\n--", "text<a> under2" },
		{ "one dash is text", "a\n-", "text<a> text<->" },
		{ "a long underline", "a\n---------", "text<a> under2" },
		{ "a numbered line", "1. a\n----", "text<1. a> under2" },
		{ "the line above only",
		  "a\nb\n===", "text<a> text<b> under1" },
		{ "no text above", "\n===", "blank text<===>" },
		{ "an underline has none",
		  "a\n===\n===", "text<a> under1 text<===>" },
		{ "mixed marks", "a\n=-=", "text<a> text<=-=>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_breaks(void **state)
{
	static const struct line_case cases[] = {
		{ "at the top", "---\na", "break text<a>" },
		{ "after a blank line", "a\n\n---", "text<a> blank break" },
		{ "after blanks", "a\n  \n---", "text<a> blank break" },
		{ "stars", "\n***", "blank break" },
		{ "many, trailing blanks", "\n--------  ", "blank break" },
		{ "in groups", "\n--- ---", "blank break" },
		{ "blanks between", "\n- - -", "blank item1<- ->" },
		{ "stars and blanks", "\n* * *", "blank item1<* *>" },
		{ "two", "\n--", "blank text<-->" },
		{ "mixed", "\n-*-", "blank text<-*->" },
		{ "underscores", "\n___", "blank text<___>" },
		{ "below a heading", "# a\n---", "head1<a> break odd" },
		{ "below an item", "* a\n---", "item1<a> break odd" },
		{ "below a quote", "> a\n----", "quote1<a> break odd" },
		{ "stars below an item", "* a\n***",
		  "item1<a> text more<***>" },
		{ "below an underline", "a\n===\n---",
		  "text<a> under1 break odd" },
		{ "two in a row", "\n---\n---", "blank break break" },
		{ "after a fence", "```\na\n```\n---",
		  "fence<> code<a> end break" },
		{ "inside a fence", "```\n\n---\n```",
		  "fence<> code<> code<---> end" },
		{ "indented by 4", "\n    ---", "blank code<--->" },
		{ "indented by 3", "\n   ---", "blank break" },
		{ "below centred text", "-> a\n---", "text centred<a> under2" },
		{ "below a stop", "a\n^\n---", "text<a> stop<> break odd" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_centred(void **state)
{
	static const struct line_case cases[] = {
		{ "open", "-> a", "text centred<a>" },
		{ "closed", "-> a <-", "text centred<a>" },
		{ "blanks are kept", "->   a   <-",
		  "text centred pad2<  a  >" },
		{ "glued closing is text", "-> a<-", "text centred<a<->" },
		{ "a tab", "->\ta", "text centred<a>" },
		{ "indented", "a\n     -> b", "text<a> text centred<b>" },
		{ "heading", "-> # a <-", "head1 centred<a>" },
		{ "second level", "-> ## a", "head2 centred<a>" },
		{ "underlined", "-> a <-\n===", "text centred<a> under1" },
		{ "underlined, centred", "-> a <-\n-> === <-",
		  "text centred<a> under1 centred" },
		{ "right below an item", "* a\n-> b",
		  "item1<a> text centred<b>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_literal_arrows(void **state)
{
	static const struct line_case cases[] = {
		{ "below an item", "* a\n-> b <-",
		  "item1<a> text more<-> b <->" },
		{ "elsewhere", "-> b <-", "text centred<b>" },
		{ "after a blank line", "* a\n\n-> b",
		  "item1<a> blank text centred<b>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), true);
}

static void reads_lists(void **state)
{
	static const struct line_case cases[] = {
		{ "three marks", "* a\n- b\n+ c",
		  "item1<a> item1<b> item1<c>" },
		{ "nested by 2", "* a\n  * b\n    * c",
		  "item1<a> item2<b> item3<c>" },
		{ "nested by 4", "* a\n    * b", "item1<a> item2<b>" },
		{ "nested by tabs", "* a\n\t* b\n\t\t* c",
		  "item1<a> item2<b> item3<c>" },
		{ "nested by 1", "* a\n * b", "item1<a> item2<b>" },
		{ "back", "* a\n    * b\n* c", "item1<a> item2<b> item1<c>" },
		{ "back to between", "* a\n    * b\n  * c",
		  "item1<a> item2<b> item2<c>" },
		{ "memory across blank lines", "* a\n\n    * b",
		  "item1<a> blank item2<b>" },
		{ "memory across stops", "* a\n^\n    * b",
		  "item1<a> stop<> item2<b>" },
		{ "text forgets", "* a\n\nb\n\n    * c",
		  "item1<a> blank text<b> blank item1<c>" },
		{ "a heading forgets", "* a\n\n# b\n    * c",
		  "item1<a> blank head1<b> item1<c>" },
		{ "continued", "* a\n  b\n  c",
		  "item1<a> text more<b> text more<c>" },
		{ "continued at the margin", "* a\nb",
		  "item1<a> text more<b>" },
		{ "not after a blank line", "* a\n\nb",
		  "item1<a> blank text<b>" },
		{ "# continues", "* a\n# b", "item1<a> text more<# b>" },
		{ "=== continues", "* a\n===", "item1<a> text more<===>" },
		{ "1. continues", "* a\n1. b", "item1<a> text more<1. b>" },
		{ "restart at a smaller indent", "  - x\n* last",
		  "item1<x> item1<last>" },
		{ "blanks behind the mark", "*   a", "item1<  a>" },
		{ "a tab behind the mark", "*\ta", "item1<a>" },
		{ "an empty item", "* \n", "item1<>" },
		{ "only a mark", "*", "text<*>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_code(void **state)
{
	static const struct line_case cases[] = {
		{ "indented", "\n    a\n      b", "blank code<a> code<  b>" },
		{ "a tab", "\n\ta", "blank code<a>" },
		{ "at the top", "    a", "code<a>" },
		{ "below text", "a\n    b", "text<a> text<b>" },
		{ "after a stop", "a\n^\n    b", "text<a> stop<> code<b>" },
		{ "after a list and a blank", "* a\n\n    b",
		  "item1<a> blank code<b>" },
		{ "backticks", "```\na\n```", "fence<> code<a> end" },
		{ "tildes", "~~~\na\n~~~", "fence<> code<a> end" },
		{ "info", "```c x=y\na\n```", "fence<c x=y> code<a> end" },
		{ "other fence inside", "~~~\n```\n~~~",
		  "fence<> code<```> end" },
		{ "longer fence", "````\n```\n````", "fence<> code<```> end" },
		{ "closed by a longer one", "```\na\n`````",
		  "fence<> code<a> end" },
		{ "an info string does not close", "```\na\n``` b\n```",
		  "fence<> code<a> code<``` b> end" },
		{ "backticks in the info", "```a`b", "text<```a`b>" },
		{ "everything is code",
		  "```\n# a\n^\n-> b\n* c\n\n> d\n[e]: f\n```",
		  "fence<> code<# a> code<^> code<-> b> code<* c> code<> "
		  "code<> d> code<[e]: f> end" },
		{ "the fence's indent is taken off",
		  "  ```\n  a\n   b\n c\n  ```",
		  "fence<> code<a> code< b> code<c> end" },
		{ "two marks", "``\na", "text<``> text<a>" },
		{ "an indented bullet", "\n    * a", "blank item1<a>" },
		{ "a bullet below code", "\n    x\n    * a",
		  "blank code<x> code<* a>" },
		{ "an indented bullet below text", "a\n    * b",
		  "text<a> item1<b>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_stops(void **state)
{
	static const struct line_case cases[] = {
		{ "caret", "^", "stop<>" },
		{ "indented", "  ^", "stop<>" },
		{ "indented by 4", "a\n\n    ^", "text<a> blank stop<>" },
		{ "in indented code", "\n    a\n    ^",
		  "blank code<a> code<^>" },
		{ "with text", "^ a", "stop<a>" },
		{ "glued text is text", "^^ a\n^a", "text<^^ a> text<^a>" },
		{ "tags", "<br>\n<BR>\n<br/>\n<br />",
		  "stop<> stop<> stop<> stop<>" },
		{ "a tag with text", "<br>a", "stop<a>" },
		{ "no such tag", "<bra>", "text<<bra>>" },
		{ "no such tag, short", "<br", "text<<br>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_quotes(void **state)
{
	static const struct line_case cases[] = {
		{ "one", "> a", "quote1<a>" },
		{ "no blank", ">a", "quote1<a>" },
		{ "blanks are kept", ">   a", "quote1<  a>" },
		{ "nested", ">> a\n> > a", "quote2<a> quote2<a>" },
		{ "empty", ">", "quote1<>" },
		{ "below text", "a\n> b", "text<a> quote1<b>" },
		{ "below an item", "* a\n> b", "item1<a> quote1 more<b>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_tables(void **state)
{
	static const struct line_case cases[] = {
		{ "bars outside", "|a|b|\n|-|-|\n|c|d|",
		  "text<|a|b|> delim row<|c|d|>" },
		{ "no bars outside", "a|b\n-|-\nc|d",
		  "text<a|b> delim row<c|d>" },
		{ "alignments", "a|b|c\n:-|:-:|-:", "text<a|b|c> delim" },
		{ "other count", "a|b|c\n-|-", "text<a|b|c> text<-|->" },
		{ "an escaped bar", "a\\|b|c\n-|-", "text<a\\|b|c> delim" },
		{ "ends without a bar", "a|b\n-|-\nc\n|d",
		  "text<a|b> delim text<c> text<|d>" },
		{ "ends at a blank line", "a|b\n-|-\n\nc|d",
		  "text<a|b> delim blank text<c|d>" },
		{ "goes on after a stop", "a|b\n-|-\nc|d\n^\ne|f",
		  "text<a|b> delim row<c|d> stop<> row<e|f>" },
		{ "no header", "\n|-|-|", "blank text<|-|-|>" },
		{ "one column", "|a|\n|-|", "text<|a|> delim" },
		{ "no bar at all is an underline", "a\n---", "text<a> under2" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

static void reads_definitions(void **state)
{
	static const struct line_case cases[] = {
		{ "plain", "[a]: b.c", "def<[a]: b.c>" },
		{ "brackets", "[a b]: <c>", "def<[a b]: <c>>" },
		{ "a title", "[a]: #b \"c d\"", "def<[a]: #b \"c d\">" },
		{ "no target", "[a]:", "text<[a]:>" },
		{ "no label", "[]: b", "text<[]: b>" },
		{ "blank label", "[ ]: b", "text<[ ]: b>" },
		{ "a footnote", "[^a]: b", "text<[^a]: b>" },
		{ "prose", "[a]: b c", "text<[a]: b c>" },
		{ "indented by 4", "\n    [a]: b", "blank code<[a]: b>" },
		{ "no colon", "[a] b", "text<[a] b>" },
	};

	(void)state;
	check_cases(cases, COUNT(cases), false);
}

/* No depth of nesting goes beyond what a deck allows. */
static void bounds_nesting(void **state)
{
	struct str nothing = { NULL, 0 };
	struct line_state lines = { 0 };
	struct buf raw = { 0 };

	(void)state;
	for (int i = 0; i < 3 * DECK_DEPTH_MAX; i++) {
		buf_clear(&raw);
		buf_repeat(&raw, ' ', (size_t)i);
		buf_put_text(&raw, "* a");
		struct line line = line_read(&lines, buf_str(&raw), nothing);
		assert_int_equal(line.kind, LINE_BULLET);
		assert_in_range(line.level, 1, DECK_DEPTH_MAX);
	}
	buf_clear(&raw);
	buf_repeat(&raw, '>', 3 * DECK_DEPTH_MAX);
	assert_int_equal(line_read(&lines, buf_str(&raw), nothing).level,
			 DECK_DEPTH_MAX);
	buf_release(&raw);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_text),
		cmocka_unit_test(reads_headings),
		cmocka_unit_test(reads_breaks),
		cmocka_unit_test(reads_centred),
		cmocka_unit_test(reads_literal_arrows),
		cmocka_unit_test(reads_lists),
		cmocka_unit_test(reads_code),
		cmocka_unit_test(reads_stops),
		cmocka_unit_test(reads_quotes),
		cmocka_unit_test(reads_tables),
		cmocka_unit_test(reads_definitions),
		cmocka_unit_test(bounds_nesting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
