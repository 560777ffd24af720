/* SPDX-License-Identifier: MIT */
/*
 * What code is made of whose lines, indents and marks say more than its words:
 * the shell, what is stored, and pages.
 */
#include "code/lexer.h"

#include "support/classes.h"
#include "support/unit.h"

static void tells_what_code_is_made_of(void **state)
{
	static const struct code_case cases[] = {
		{ "css", "a rule",
		  "a.b:hover { color: #fff; margin: 0 1.5em; }",
		  "kttmmmmmm...nnnnn..vvvv..nnnnnn..v.vvvvv..." },
		{ "css", "a media query",
		  "@media (min-width: 10px) { /* c */ p { width: 50% } }",
		  "kkkkkk..kkkkkkkkk..vvvv....ccccccc.....nnnnn..vvv...." },
		{ "css", "an id, in front of braces and a colour within",
		  "#a b { c : #fff; left: left; }",
		  "nn.k.......vvvv..nnnn..vvvv..." },
		{ "diff", "added and removed",
		  "--- a/x\n"
		  "+++ b/x\n"
		  "@@ -1 +1 @@\n"
		  "-old\n"
		  "+new\n"
		  " same",
		  "mmmmmmm\n"
		  "mmmmmmm\n"
		  "mmmmmmmmmmm\n"
		  "----\n"
		  "++++\n"
		  "....." },
		{ "dockerfile", "instructions",
		  "FROM debian:12 AS base\n"
		  "RUN echo \"$HOME\" # a comment\n"
		  "# one",
		  "kkkk...........kk.....\n"
		  "kkk.nnnn.snnnnns.ccccccccccc\n"
		  "ccccc" },
		{ "dockerfile", "lower case",
		  "copy . /src\n"
		  "ENV A=${B}",
		  "kkkk.......\n"
		  "kkk.n.nnnn" },
		{ "dockerfile", "a line of the shell that goes on",
		  "RUN if x; \\\n"
		  "# c\n"
		  "\n"
		  "  then echo \"a\"; fi\n"
		  "add run",
		  "kkk.kk.....\n"
		  "ccc\n"
		  "\n"
		  "..kkkk.nnnn.sss..kk\n"
		  "kkk...." },
		{ "dockerfile", "words that are no instructions",
		  "COPY --from=a run .\n"
		  "ENV a=1 add=\"b\"\n"
		  "HEALTHCHECK CMD x",
		  "kkkk.nnnnnn........\n"
		  "kkk.n...nnn.sss\n"
		  "kkkkkkkkkkk.kkk.." },
		{ "dockerfile", "a here-document",
		  "RUN <<E\n"
		  "for $A\n"
		  "E\n"
		  "USER a",
		  "kkk.sss\n"
		  "ssssnn\n"
		  "s\n"
		  "kkkk.." },
		{ "html", "a page",
		  "<!-- a -->\n"
		  "<p class=\"b\" id=c>x &amp; y</p>",
		  "cccccccccc\n"
		  ".k.nnnnn.sss.nn.n...vvvv.....k." },
		{ "html", "a script and a style",
		  "<script>let a = \"b\"; // c\n"
		  "</script><style>p { color: red }</style>",
		  ".kkkkkk.kkk.....sss..cccc\n"
		  "kkkkkkkk..kkkkk.k...nnnnn..vvv..kkkkkkk." },
		{ "xml", "a declaration",
		  "<?xml version=\"1\"?>\n"
		  "<a:b c='d'/><![CDATA[ <x> ]]>",
		  "mmmmmmmmmmmmmmmmmmm\n"
		  ".kkk.n.sss..sssssssssssssssss" },
		{ "ini", "sections and keys",
		  "[a.b]\n"
		  "key one = 12 ; c\n"
		  "# d\n"
		  "flag: true",
		  "kkkkk\n"
		  "nnnnnnn...vv.ccc\n"
		  "ccc\n"
		  "nnnn..vvvv" },
		{ "ini", "an environment", "A_B=\"c\"", "nnn.sss" },
		{ "json", "keys and strings",
		  "{ \"a\": [\"b\", 1.5e3, true], \"c\" : null }",
		  "..nnn...sss..vvvvv..vvvv...nnn...vvvv.." },
		{ "json", "comments",
		  "// a\n"
		  "{\"b\\\"\": -1}",
		  "cccc\n"
		  ".nnnnn...v." },
		{ "makefile", "a rule",
		  "CFLAGS := -O2 # a\n"
		  "all: $(OBJ) x.o\n"
		  "\tcc -o $@ $<",
		  "nnnnnn........ccc\n"
		  "nnn..nnnnnn....\n"
		  ".......nn.nn" },
		{ "makefile", "a condition",
		  "ifeq ($(A),b)\n"
		  "endif",
		  "kkkk..nnnn...\n"
		  "kkkkk" },
		{ "makefile", "a keyword is no key",
		  "ifneq ($(A:b=c),)\nexport B = d",
		  "kkkkk..nnnnnnnn..\nkkkkkk......" },
		{ "makefile", "a recipe",
		  "a: b\n"
		  "\t@if x; then echo \"$(B) $$c\"; fi # d\n"
		  "\tfor i \\\n"
		  "  in a; do \n"
		  "for: e",
		  "n...\n"
		  "..kk....kkkk.nnnn.snnnnsnnns..kk.ccc\n"
		  ".kkk....\n"
		  "..kk....kk.\n"
		  "nnn..." },
		{ "makefile", "functions",
		  "A := $(dir b $(C) \"d\") $(dirs) $(filter-out e,f)",
		  "n....nnnnn...nnnn.sssn.nnnnnnn.nnnnnnnnnnnn....n" },
		{ "makefile", "what is asked for",
		  "ifdef A\n"
		  "B = c",
		  "kkkkk.n\n"
		  "n...." },
		{ "makefile", "the shell's own brackets",
		  "\ta $$(b \"$@\") ${C} $${d} $$$$ '$@'",
		  "...nnn..snnsn.nnnn.nnnnn.nnnn.snns" },
		{ "makefile", "where a variable of the shell ends",
		  "\t@if $$a/b.c \"$$a-d\" host:80",
		  "..kk.nnn.....snnnsss........" },
		{ "markdown", "a page",
		  "# Title\n"
		  "- `a` **b** [c](d)\n"
		  "> e",
		  "kkkkkkk\n"
		  "kksss.ttttt...vvvv\n"
		  "m.." },
		{ "markdown", "a fence",
		  "```c\n"
		  "int a;\n"
		  "```\n"
		  "int b;",
		  "mmmm\n"
		  "ttt...\n"
		  "mmm\n"
		  "......" },
		{ "markdown", "a fence of no language",
		  "~~~\n"
		  "# a\n"
		  "~~~\n"
		  "# b",
		  "mmm\n"
		  "...\n"
		  "mmm\n"
		  "kkk" },
		{ "markdown", "a tag that is none",
		  "a < b <c d 'e\n"
		  "f <https://g> `h`",
		  ".......k.n.ss\n"
		  "..vvvvvvvvvvv.sss" },
		{ "markdown", "items and autolinks",
		  "- one *two*\n"
		  "* three\n"
		  "> four\n"
		  "1. five <http://a.b> <b>c</b>",
		  "kk....ttttt\n"
		  "kk.....\n"
		  "m.....\n"
		  "........vvvvvvvvvvvv..k....k." },
		{ "markdown", "a fence ends all that is open",
		  "````sh\n"
		  "`a \"b\n"
		  "```\n"
		  "<<E\n"
		  " ````\n"
		  "c `d`",
		  "mmmmmm\n"
		  "n..ss\n"
		  "nnn\n"
		  "sss\n"
		  "mmmmm\n"
		  "..sss" },
		{ "console", "prompts",
		  "$ ls -l \"a b\"\n"
		  "total 0\n"
		  "# exit",
		  "mm......sssss\n"
		  ".......\n"
		  "mmnnnn" },
		{ "console", "a line that goes on",
		  "$ echo \\\n"
		  "  'a'\n"
		  "b",
		  "mmnnnn..\n"
		  "..sss\n"
		  "." },
		{ "shell", "quotes within quotes",
		  "x=\"a $(b \"c d\" | e) f\" # g",
		  "..sssnn..sssss....nsss.ccc" },
		{ "shell", "a heredoc",
		  "cat <<EOF | wc\n"
		  "a $b\n"
		  "EOF\n"
		  "echo 'c'",
		  "....sssss.....\n"
		  "ssnn\n"
		  "sss\n"
		  "nnnn.sss" },
		{ "shell", "no comment", "echo a#b ${c#d} $# \\\" # e",
		  "nnnn.....nnnnnn.nn....ccc" },
		{ "shell", "a case", "case $1 in a) export B=c;; esac",
		  "kkkk.nn.kk....nnnnnn.......kkkk" },
		{ "shell", "where a variable ends",
		  "$A/b.sh \"$A-c\" $A:$B x@y:8080 if: $1.d",
		  "nn......snnsss.nn.nn..............nn.." },
		{ "sql", "words in any case",
		  "Select a, 'it''s' FROM b -- c\n"
		  "WHERE d = 1.5;",
		  "kkkkkk....sssssss.kkkk...cccc\n"
		  "kkkkk.....vvv." },
		{ "sql", "types",
		  "create table t (id INTEGER primary key, n varchar(9));",
		  "kkkkkk.kkkkk.......ttttttt.kkkkkkk.kkk....ttttttt.v..." },
		{ "sql", "types and parameters", "create type t; f(out x int4)",
		  "kkkkkk.kkkk....n.kkk...tttt." },
		{ "sql", "code in dollars", "as $$begin $$;",
		  "kk.sskkkkk.ss." },
		{ "toml", "tables",
		  "[a.b]\n"
		  "key = \"c\" # d\n"
		  "n = 1_000",
		  "kkkkk\n"
		  "nnn...sss.ccc\n"
		  "n...vvvvv" },
		{ "toml", "strings of lines",
		  "x = '''\n"
		  "a\n"
		  "''' # b\n"
		  "[[c]]",
		  "n...sss\n"
		  "s\n"
		  "sss.ccc\n"
		  "kkkkk" },
		{ "yaml", "keys and scalars",
		  "a: text true here\n"
		  "b: true\n"
		  "- c: 1.5 # d\n"
		  "- \"e\": [f, 2]",
		  "n................\n"
		  "n..vvvv\n"
		  "..n..vvv.ccc\n"
		  "..nnn......v." },
		{ "yaml", "blocks",
		  "a: |\n"
		  "  b: c\n"
		  "\n"
		  "  # d\n"
		  "e: >-\n"
		  "  f\n"
		  "- g: &x h",
		  "n..s\n"
		  "ssssss\n"
		  "\n"
		  "sssss\n"
		  "n..ss\n"
		  "sss\n"
		  "..n..mm.." },
		{ "yaml", "strings",
		  "a: \"b\\\"\n"
		  "c\" # d\n"
		  "e: it's\n"
		  "url: http://f/",
		  "n..ssss\n"
		  "ss.ccc\n"
		  "n......\n"
		  "nnn..........." },
		{ "yaml", "strings in a list", "a: [\"b\", 'c', d'e]",
		  "n...sss..sss......" },
		{ "yaml", "words in a list",
		  "a: [true, b, null]\n"
		  "c: {d: 1, e: [2]}",
		  "n...vvvv.....vvvv.\n"
		  "n...n..v..n...v.." },
	};
	struct expect expect = { 0 };

	(void)state;
	expect_classes(&expect, cases, COUNT(cases));
	expect_done(&expect);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_what_code_is_made_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
