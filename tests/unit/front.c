/* SPDX-License-Identifier: MIT */
/*
 * Front matter: what is some, and what it says.
 */
#include "source/front.h"

#include "support/unit.h"

struct front_case {
	const char *name;
	const char *source;
	const char *want; /* "key=value" per entry, then the remarks */
};

/* Line ends in values are shown as "/". */
static void put_front(const struct front *front, const struct remarks *remarks,
		      struct buf *out)
{
	for (int i = 0; i < front->count; i++) {
		const struct front_entry *entry = &front->entries[i];
		buf_put(out, entry->key);
		buf_put_byte(out, '=');
		for (size_t n = 0; n < entry->value.len; n++)
			buf_put_byte(out, entry->value.ptr[n] == '\n'
						  ? '/'
						  : entry->value.ptr[n]);
		buf_put_byte(out, '\n');
	}
	for (const struct remark *remark = remarks->first; remark;
	     remark = remark->next) {
		buf_printf(out, "%d:%d %s", remark->line, remark->col,
			   remark_name(remark->kind));
		if (remark->detail.len > 0)
			buf_printf(out, " %.*s", (int)remark->detail.len,
				   remark->detail.ptr);
		buf_put_byte(out, '\n');
	}
}

static void check_cases(const struct front_case *cases, size_t count)
{
	struct expect expect = { 0 };

	for (size_t i = 0; i < count; i++) {
		struct arena arena = { 0 };
		struct remarks remarks = { 0 };
		struct front front;
		struct buf got = { 0 };
		front_read_bare(&front, &arena, str_of(cases[i].source), 1,
				&remarks);
		put_front(&front, &remarks, &got);
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

static void reads_values(void **state)
{
	static const struct front_case cases[] = {
		{ "nothing", "", "" },
		{ "plain", "a: b c", "a=b c\n" },
		{ "a colon", "title: My Deck: part 2",
		  "title=My Deck: part 2\n" },
		{ "an address", "url: http://x.y/", "url=http://x.y/\n" },
		{ "blanks", "a:   b \t\n", "a=b\n" },
		{ "a blank before the colon", "a : b", "a=b\n" },
		{ "no value", "a:\nb:", "a=\nb=\n" },
		{ "a comment", "a: b # c\n# d\ne: f#g", "a=b\ne=f#g\n" },
		{ "only a comment", "a: # b\n", "a=\n" },
		{ "a colour", "a: #ff8800\nb: #fff # c\nd: #nix",
		  "a=#ff8800\nb=#fff\nd=\n" },
		{ "single quotes", "a: 'b # it''s' # c", "a=b # it's\n" },
		{ "double quotes", "a: \"b \\\"c\\\" \\u2019\\x41\\z\"",
		  "a=b \"c\" ’A\\z\n" },
		{ "an escaped line end", "a: \"b\\nc\"", "a=b/c\n" },
		{ "quotes over lines", "a: \"b \n  c\n\n  d\\\n  e\"\nf: g",
		  "a=b c/de\nf=g\n" },
		{ "quotes with more behind", "a: \"b\" c",
		  "a=\"b\" c\n1:4 front-matter\n" },
		{ "open quotes", "a: 'tis b\nc: d",
		  "a='tis b\nc=d\n1:4 front-matter\n" },
		{ "empty quotes", "a: \"\"\nb: ''", "a=\nb=\n" },
		{ "a text goes on", "a: b\n  c # d\n\n  e\nf: g",
		  "a=b c/e\nf=g\n" },
		{ "a text that goes on like a key", "a: b\n  c: d",
		  "a=b c: d\n2:3 front-matter\n" },
		{ "literal", "a: |\n  b\n    c\n\n  # d\ne: f",
		  "a=b/  c//# d\ne=f\n" },
		{ "folded", "a: >\n  b\n  c\n\n  d\n    e\n  f\n",
		  "a=b c/d/  e/f\n" },
		{ "block indicators", "a: |-\n b\nc: >+ # d\n e\nf: |2\n   g",
		  "a=b\nc=e\nf= g\n" },
		{ "an empty block", "a: |\nb: c", "a=\nb=c\n" },
		{ "control characters", "a: b\x1b[31m\tc", "a=b␛[31m    c\n" },
		{ "not UTF-8", "a\xff: b\xff",
		  "a\xef\xbf\xbd=b\xef\xbf\xbd\n" },
		{ "\\r\\n", "a: |\r\n  b\r\n  c\r\nd: e\r\n", "a=b/c\nd=e\n" },
		{ "a template", "a: {{ b.c }}", "a={{ b.c }}\n" },
		{ "emphasis", "a: *b* c", "a=*b* c\n" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void reads_nesting(void **state)
{
	static const struct front_case cases[] = {
		{ "a flow list", "a: [b, 'c, d', \"e\" , f g]",
		  "a=b\na=c, d\na=e\na=f g\n" },
		{ "an empty list", "a: []\nb: {}", "a=\nb=\n" },
		{ "a flow map", "a: {b: c, \"d\": 'e', f: , g}",
		  "a.b=c\na.d=e\na.f=\na.g=\n" },
		{ "flow in flow", "a: {b: [c, d], e: {f: g}}",
		  "a.b=c\na.b=d\na.e.f=g\n" },
		{ "flow over lines", "a: [\n  b, # c\n  d\n]\ne: f",
		  "a=b\na=d\ne=f\n" },
		{ "comments in flow", "a: [b # c\n  , d]", "a=b\na=d\n" },
		{ "flow too deep", "a: [[[[[[[[[b], c]]]]]]]]",
		  "a=[b\na=c\n1:25 front-matter\n" },
		{ "colours in flow", "a: [#fff, #123456]",
		  "a=#fff\na=#123456\n" },
		{ "an open list", "a: [b, c\nd: e",
		  "a=[b, c\nd=e\n1:4 front-matter\n" },
		{ "more behind a list", "a: [b] c",
		  "a=[b] c\n1:4 front-matter\n" },
		{ "a block list", "a:\n  - b\n  - c\nd: e", "a=b\na=c\nd=e\n" },
		{ "a list at the edge", "a:\n- b: x\n  c: y\n- d\ne: f",
		  "a.b=x\na.c=y\na=d\ne=f\n" },
		{ "lists in a list", "a:\n- - b\n  - c\n- [d, e]",
		  "a=b\na=c\na=d\na=e\n" },
		{ "an item that goes on", "a:\n- b\n  c\n- |\n  d\n  e\n",
		  "a=b c\na=d/e\n" },
		{ "an empty item", "a:\n-\n- b", "a=b\n" },
		{ "an item with an address", "a:\n- http://b", "a=http://b\n" },
		{ "maps",
		  "patat:\n    wrap: true\n    margins:\n        left: 1\n"
		  "        right: 2\n    eval:\n",
		  "patat.wrap=true\npatat.margins.left=1\n"
		  "patat.margins.right=2\npatat.eval=\n" },
		{ "a blank line within", "a:\n\n  b: c\n\n  d: e",
		  "a.b=c\na.d=e\n" },
		{ "a comment within", "a:\n  b: c\n  #x: y\n# z\n  d: e",
		  "a.b=c\na.d=e\n" },
		{ "tabs", "a:\n\tb: c\n\td: e", "a.b=c\na.d=e\n" },
		{ "quoted keys", "a:\n  \"1\": b\n  'x y': c",
		  "a.1=b\na.x y=c\n" },
		{ "keys with blanks", "reading time: 5", "reading time=5\n" },
		{ "the same key twice", "a: b\nc: d\na: e\nf:\n  c: g",
		  "a=b\nc=d\na=e\nf.c=g\n3:1 duplicate a\n" },
		{ "lines that are nothing", "a: b\nnothing\n- c\n\"d\ne: f",
		  "a=b\ne=f\n2:1 front-matter\n3:1 front-matter\n"
		  "4:1 front-matter\n" },
		{ "a list of nothing", "- a\n[b, c]",
		  "1:1 front-matter\n2:1 front-matter\n" },
	};

	(void)state;
	check_cases(cases, COUNT(cases));
}

static void knows_front_matter(void **state)
{
	static const struct {
		const char *name, *source;
		const char *want; /* entries, lines, what follows */
	} cases[] = {
		{ "plain", "---\na: b\n---\nc", "1 3 <c>" },
		{ "dots", "---\na: b\n...\nc", "1 3 <c>" },
		{ "longer, with blanks", "----- \na: b\n--- \nc", "1 3 <c>" },
		{ "a byte order mark", "\xef\xbb\xbf---\na: b\n---\nc",
		  "1 3 <c>" },
		{ "\\r\\n", "---\r\na: b\r\n---\r\nc", "1 3 <c>" },
		{ "at the end", "---\na: b\n---", "1 3 <>" },
		{ "empty", "---\n---\nc", "0 2 <c>" },
		{ "blank", "---\n\n---\nc", "0 3 <c>" },
		{ "a comment above", "---\n# x\na: b\n---\n", "1 4 <>" },
		{ "set in", "---\n  a: b\n  c: d\n---\n", "2 4 <>" },
		{ "a list at the edge", "---\na:\n- b\n- c\n---\n", "2 5 <>" },
		{ "a block", "---\na: |\n  # b\n\n  c\n---\n", "1 6 <>" },
		{ "brackets over lines", "---\na: [\n  b\n]\n---\n", "1 5 <>" },
		{ "a line that is none", "---\na: b\nno key\n---\n", "1 4 <>" },
		{ "not closed", "---\na: b\n", "no" },
		{ "not at the begin", "\n---\na: b\n---\n", "no" },
		{ "two dashes", "--\na: b\n--\n", "no" },
		{ "a rule and text", "---\nA slide\n---\n", "no" },
		{ "a rule and a heading", "---\n# A slide\n---\n", "no" },
		{ "a heading and text", "---\n# A slide\n\ntext\n---\n", "no" },
		{ "a list", "---\n- a\n- b\n---\n", "no" },
		{ "mdp's header", "---\n%title: a\n\nb\n---\n", "no" },
		{ "an address", "---\nhttp://a\n---\n", "no" },
		{ "a sentence with a colon", "---\nLook here: a\n---\n", "no" },
		{ "a word with a colon, then prose",
		  "---\nAgenda: now\nand then\n---\n", "no" },
		{ "a key, then a slide", "---\na: b\n\n- c\n\nd\n---\n", "no" },
		{ "indented code", "---\n    a: b\n---\n", "no" },
		{ "mostly prose", "---\na: b\nc\nd\n---\n", "no" },
		{ "nothing at all", "", "no" },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct arena arena = { 0 };
		struct remarks remarks = { 0 };
		struct front front;
		struct buf got = { 0 };
		struct str source = str_of(cases[i].source);
		if (front_read(&front, &arena, source, 1, &remarks)) {
			struct str rest = str_from(source, front.bytes);
			buf_printf(&got, "%d %d <%.*s>", front.count,
				   front.lines, (int)rest.len, rest.ptr);
		} else {
			buf_put_text(&got, "no");
			expect_true(&expect, cases[i].name,
				    !front.entries && !remarks.first);
		}
		expect_text(&expect, cases[i].name, cases[i].want,
			    buf_str(&got));
		buf_release(&got);
		arena_release(&arena);
	}
	expect_done(&expect);
}

/* Entries know where they stand. */
static void tells_places(void **state)
{
	static const struct {
		const char *key;
		int line, col;
	} cases[] = {
		{ "a", 11, 1 },	  { "b.c", 13, 3 }, { "d.x", 14, 5 },
		{ "d.y", 15, 3 }, { "e", 17, 5 },   { "f", 18, 1 },
	};
	struct expect expect = { 0 };
	struct arena arena = { 0 };
	struct remarks remarks = { 0 };
	struct front front;

	(void)state;
	assert_true(front_read(&front, &arena,
			       str_of("---\na: 1\nb:\n  c: 2\n"
				      "d: {x: 1,\n  y: 2}\ne:\n  - 3\nf:\n"
				      "---\n"),
			       10, &remarks));
	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct front_entry *entry =
			front_find(&front, cases[i].key);
		assert_non_null(entry);
		expect_int(&expect, cases[i].key, cases[i].line, entry->line);
		expect_int(&expect, cases[i].key, cases[i].col, entry->col);
	}
	assert_null(front_find(&front, "b"));
	arena_release(&arena);
	expect_done(&expect);
}

static void reads_words(void **state)
{
	static const struct {
		const char *value;
		int want; /* -1: no answer */
	} bools[] = {
		{ "true", 1 }, { "Yes", 1 }, { "on", 1 }, { "FALSE", 0 },
		{ "no", 0 },   { "off", 0 }, { "", -1 },  { "truer", -1 },
		{ "1", -1 },   { "y", -1 },
	};
	static const struct {
		const char *value;
		int want;
	} numbers[] = {
		{ "0", 0 },   { "7", 7 },    { "10", 10 },
		{ "-2", -2 }, { "11", -9 },  { "-3", -9 },
		{ "", -9 },   { "-", -9 },   { "1x", -9 },
		{ "x", -9 },  { "1.5", -9 }, { "99999999999999999999", -9 },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(bools); i++) {
		bool answer;
		bool some = front_bool(str_of(bools[i].value), &answer);
		expect_int(&expect, bools[i].value, bools[i].want,
			   some ? answer : -1);
	}
	for (size_t i = 0; i < COUNT(numbers); i++) {
		int answer;
		bool some =
			front_int(str_of(numbers[i].value), -2, 10, &answer);
		expect_int(&expect, numbers[i].value, numbers[i].want,
			   some ? answer : -9);
	}
	expect_done(&expect);
}

/* Deep and long ones cost no more than their bytes. */
static void reads_much(void **state)
{
	struct buf source = { 0 };
	struct arena arena = { 0 };
	struct remarks remarks = { 0 };
	struct front front;

	(void)state;
	buf_put_text(&source, "---\n");
	for (int i = 0; i < 1000; i++) {
		buf_repeat(&source, ' ', (size_t)i);
		buf_put_text(&source, i % 2 ? "b: \"\n" : "a:\n");
	}
	buf_put_text(&source, "c: ");
	buf_repeat(&source, '[', 100000);
	buf_put_text(&source, "\nd: ");
	buf_repeat(&source, '\'', 99999);
	buf_put_text(&source, "\n---\n");
	assert_true(front_read(&front, &arena, buf_str(&source), 1, &remarks));
	assert_int_equal(front.bytes, source.len);
	assert_non_null(front_find(&front, "c"));
	arena_release(&arena);
	buf_release(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_values),
		cmocka_unit_test(reads_nesting),
		cmocka_unit_test(knows_front_matter),
		cmocka_unit_test(tells_places),
		cmocka_unit_test(reads_words),
		cmocka_unit_test(reads_much),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
