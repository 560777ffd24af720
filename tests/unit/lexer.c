/* SPDX-License-Identifier: MIT */
/*
 * What code is made of, language by language, and that it never takes longer
 * than there is text.
 */
#include "code/lexer.h"

#include <string.h>

#include "support/unit.h"

static const char letters[] = {
#define X(name, letter) letter,
	CODE_CLASSES(X)
#undef X
};

/* The letters of all lines of some code. */
static void put_classes(const struct language *language, struct str code,
			struct buf *out)
{
	struct arena arena = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, &arena, language);
	while (code.len > 0) {
		struct str line = str_take_line(&code);
		unsigned char *classes =
			arena_array(&arena, unsigned char, line.len);
		memset(classes, 0xff, line.len);
		lexer_line(&lexer, line, classes);
		for (size_t i = 0; i < line.len; i++) {
			assert_in_range(classes[i], 0, CODE_CLASS_COUNT - 1);
			buf_put_byte(out, letters[classes[i]]);
		}
		buf_put_byte(out, '\n');
	}
	arena_release(&arena);
}

static void tells_what_code_is_made_of(void **state)
{
	static const struct {
		const char *language, *name, *code, *want;
	} cases[] = {
		{ "c", "a block comment over lines",
		  "int a; /* one\n"
		  "two */ char b = 'x';",
		  "ttt....cccccc\n"
		  "cccccc.tttt.....sss." },
		{ "c", "a directive that goes on",
		  "#define A(x) \\\n"
		  "\tf(x) // c\n"
		  "return f(\"a\\\"b\", 0x1fu);",
		  "mmmmmmmmmmmmmm\n"
		  "mmmmmmcccc\n"
		  "kkkkkk.n.ssssss..vvvvv.." },
		{ "c", "a struct and a string that is not closed",
		  "struct point p = \"open\n"
		  "int x;",
		  "kkkkkk.ttttt.....sssss\n"
		  "ttt..." },
		{ "cpp", "a raw string",
		  "auto s = R\"x(a)\" \n"
		  ")x\"; int n = 1'000;",
		  "kkkk.....ssssssss\n"
		  "sss..ttt.....vvvvv." },
		{ "cpp", "members are no keywords",
		  "a.class = this; class B : public C {};",
		  "..........vvvv..kkkkk.t...kkkkkk......" },
		{ "csharp", "an interpolated string",
		  "var s = $\"a {b.C(\"d\")} e\";\n"
		  "#region x",
		  "kkk.....sssss..n.sss.ssss.\n"
		  "mmmmmmmmm" },
		{ "csharp", "a verbatim string",
		  "string p = @\"c:\\\"\"x\"; // y",
		  "tttttt.....sssssssss..cccc" },
		{ "css", "a rule",
		  "a.b:hover { color: #fff; margin: 0 1.5em; }",
		  "kttmmmmmm...nnnnn..vvvv..nnnnnn..v.vvvvv..." },
		{ "css", "a media query",
		  "@media (min-width: 10px) { /* c */ p { width: 50% } }",
		  "kkkkkk..kkkkkkkkk..vvvv....ccccccc.....nnnnn..vvv...." },
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
		  "RUN echo \"$HOME\" # no comment\n"
		  "# one",
		  "kkkk...........kk.....\n"
		  "kkk......snnnnns.............\n"
		  "ccccc" },
		{ "dockerfile", "lower case",
		  "copy . /src\n"
		  "ENV A=${B}",
		  "kkkk.......\n"
		  "kkk...nnnn" },
		{ "elixir", "a module",
		  "defmodule A.B do\n"
		  "  @doc \"x #{y} z\"\n"
		  "  def f(x), do: :ok\n"
		  "end",
		  "kkkkkkkkk.t.t.kk\n"
		  "..mmmm.sssss.ssss\n"
		  "..kkk.n.....kk..vvv\n"
		  "kkk" },
		{ "elixir", "a heredoc and a sigil",
		  "\"\"\"\n"
		  "x\n"
		  "\"\"\"\n"
		  "~r/a\\/b/i # c",
		  "sss\n"
		  "s\n"
		  "sss\n"
		  "sssssssss.ccc" },
		{ "elm", "nested comments",
		  "{- a {- b -} c -} x = 'a'\n"
		  "type Msg = Up -- d",
		  "ccccccccccccccccc.....sss\n"
		  "kkkk.ttt...tt.cccc" },
		{ "elm", "lines",
		  "\"\"\"a\n"
		  "b\"\"\" |> f 1.5",
		  "ssss\n"
		  "ssss......vvv" },
		{ "go", "a function",
		  "func (t *T) Get(n int) error {\n"
		  "\treturn `a\n"
		  "b`",
		  "kkkk........nnn...ttt..ttttt..\n"
		  ".kkkkkk.ss\n"
		  "ss" },
		{ "go", "numbers", "x := 0x1F + 1e-3 + len(y) // z",
		  ".....vvvv...vvvv...nnn....cccc" },
		{ "haskell", "nested comments and primes",
		  "{- a {- b\n"
		  " -} -} f' x = 'y' -- z",
		  "ccccccccc\n"
		  "cccccc........sss.cccc" },
		{ "haskell", "a pragma",
		  "{-# LANGUAGE X #-}\n"
		  "main :: IO ()",
		  "mmmmmmmmmmmmmmmmmm\n"
		  "........tt..." },
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
		{ "java", "an annotation",
		  "@Override public String f() { return null; }",
		  "mmmmmmmmm.kkkkkk.tttttt.n.....kkkkkk.vvvv..." },
		{ "java", "a text block",
		  "var s = \"\"\"\n"
		  "  a \"b\" c\n"
		  "  \"\"\"; // d",
		  "kkk.....sss\n"
		  "sssssssss\n"
		  "sssss..cccc" },
		{ "javascript", "a template",
		  "let a = `b ${c(`d ${e}`)} f\n"
		  "g`;",
		  "kkk.....sssssn.sssss.ss.sss\n"
		  "ss." },
		{ "javascript", "a regex and a division",
		  "x = a / b / c; y = /[/]\\//gi.test(z)",
		  "...................sssssssss.nnnn..." },
		{ "javascript", "a regex after return", "return /x/; // y",
		  "kkkkkk.sss..cccc" },
		{ "json", "keys and strings",
		  "{ \"a\": [\"b\", 1.5e3, true], \"c\" : null }",
		  "..nnn...sss..vvvvv..vvvv...nnn...vvvv.." },
		{ "json", "comments",
		  "// a\n"
		  "{\"b\\\"\": -1}",
		  "cccc\n"
		  ".nnnnn...v." },
		{ "kotlin", "nested comments and templates",
		  "/* a /* b */ c */ val s = \"d $e ${f(1)}\"",
		  "ccccccccccccccccc.kkk.....sssnnsssn.v.ss" },
		{ "kotlin", "a function",
		  "fun main(args: Array<String>) { println('a') }",
		  "kkk.nnnn.......ttttt.tttttt.....nnnnnnn.sss..." },
		{ "lua", "long brackets",
		  "x = [==[ a ]] b ]==] --[[ c\n"
		  "d ]] y = nil",
		  "....ssssssssssssssss.cccccc\n"
		  "cccc.....vvv" },
		{ "lua", "a function",
		  "local function f(x) return #x .. \"a\" end -- b",
		  "kkkkk.kkkkkkkk.n....kkkkkk.......sss.kkk.cccc" },
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
		{ "nix", "strings",
		  "x = ''\n"
		  "  a ${b} ''${c}\n"
		  "''; # d",
		  "....ss\n"
		  "ssssss.ssssssss\n"
		  "ss..ccc" },
		{ "nix", "a set",
		  "{ pkgs ? import <x> {} }: with pkgs; rec { a = true; }",
		  ".........nnnnnn...........kkkk.......kkk.......vvvv..." },
		{ "perl", "quotes",
		  "my $x = q{a {b} c}; $y =~ s/a/b/g; print \"d $z\";",
		  "kk.nn...ssssssssss..nn....sssssss..nnnnn.sssnns." },
		{ "perl", "a heredoc and pod",
		  "print <<'E';\n"
		  "a\n"
		  "E\n"
		  "=pod\n"
		  "b\n"
		  "=cut\n"
		  "my @a = qw(b c);",
		  "nnnnn.sssss.\n"
		  "s\n"
		  "s\n"
		  "cccc\n"
		  "c\n"
		  "cccc\n"
		  "kk.nn...sssssss." },
		{ "perl", "keys are no quotes",
		  "$h{s} = { y => 1, q => 2 }; # c",
		  "nn.............v.......v....ccc" },
		{ "php", "tags", "<p><?php echo $a; // b ?>",
		  ".k.mmkkk.kkkk.nn..ccccccc" },
		{ "php", "without tags",
		  "function f(int $a) { return \"b $c\"; }",
		  "kkkkkkkk.n.ttt.nn....kkkkkk.sssnns..." },
		{ "php", "html between",
		  "?>\n"
		  "<b>x</b>\n"
		  "<?php foreach",
		  "mm\n"
		  ".k....k.\n"
		  "mmkkk.kkkkkkk" },
		{ "python", "strings of three",
		  "def f(x):\n"
		  "    '''a\n"
		  "    b'''\n"
		  "    return r\"\\d\" # c",
		  "kkk.n....\n"
		  "....ssss\n"
		  "ssssssss\n"
		  "....kkkkkk.sssss.ccc" },
		{ "python", "a template",
		  "@dec\n"
		  "x = f\"a {b['c']} {{d}}\" + \"{e}\"",
		  "mmmm\n"
		  "....sssss..sss.ssssssss...sssss" },
		{ "python", "a class", "class A(B): x: int = None; print(0b1)",
		  "kkkkk.t........ttt...vvvv..nnnnn.vvv." },
		{ "r", "a function",
		  "f <- function(x, na.rm = TRUE) { x$y } # a",
		  ".....kkkkkkkk............vvvv..........ccc" },
		{ "r", "strings", "paste('a', \"b\", 1L)",
		  "nnnnn.sss..sss..vv." },
		{ "ruby", "strings and symbols",
		  "def f?(a: 1) = \"b #{c[\"d\"]} e\" + :f.to_s",
		  "kkk.nn.n..v....sssss..sss.ssss...vv....." },
		{ "ruby", "a heredoc",
		  "x = <<~EOS\n"
		  "  a #{b}\n"
		  "  EOS\n"
		  "y = %w[c d] # e",
		  "....ssssss\n"
		  "ssssss.s\n"
		  "sssss\n"
		  "....sssssss.ccc" },
		{ "ruby", "a regex and a division", "a = b / c; d =~ /e\\//x",
		  "................ssssss" },
		{ "rust", "lifetimes and characters",
		  "fn f<'a>(x: &'a str) -> char { 'a' }",
		  "kk.n.tt......tt.ttt.....tttt...sss.." },
		{ "rust", "nested comments",
		  "/* a /* b */ c */ let s = r#\"d \" e\"#;",
		  "ccccccccccccccccc.kkk.....ssssssssss." },
		{ "rust", "macros and attributes",
		  "#[derive(Debug)]\n"
		  "struct A; println!(\"{}\", b'x');",
		  "mmmmmmmmmmmmmmmm\n"
		  "kkkkkk.t..nnnnnnn..ssss..ssss.." },
		{ "scala", "templates",
		  "val a = s\"b ${c} $d\" + \"$e\" /* f /* g */ h */",
		  "kkk.....ssssss.ssnns...ssss.ccccccccccccccccc" },
		{ "scala", "a class",
		  "case class A(b: Int) extends C { def d = 'e' }",
		  "kkkk.kkkkk.t....ttt..kkkkkkk.t...kkk.n...sss.." },
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
		{ "sql", "words in any case",
		  "Select a, 'it''s' FROM b -- c\n"
		  "WHERE d = 1.5;",
		  "kkkkkk....sssssss.kkkk...cccc\n"
		  "kkkkk.....vvv." },
		{ "sql", "types",
		  "create table t (id INTEGER primary key, n varchar(9));",
		  "kkkkkk.kkkkk.......ttttttt.kkkkkkk.kkk....ttttttt.v..." },
		{ "swift", "templates and raw strings",
		  "let a = \"b \\(c(\"d\")) e\" + #\"f \" g\"#",
		  "kkk.....sssssn.sss.ssss...sssssssss" },
		{ "swift", "nested comments",
		  "/* a /* b */ c */ func f(x: Int) -> Bool { true }",
		  "ccccccccccccccccc.kkkk.n....ttt.....tttt...vvvv.." },
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
		{ "typescript", "types",
		  "interface A<T> { b: string; c?: number }",
		  "kkkkkkkkk.t.t.......tttttt......tttttt.." },
		{ "typescript", "a decorator",
		  "@x() class B { private d = `e` }",
		  "mm...kkkkk.t...kkkkkkk.....sss.." },
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
		{ "zig", "lines of strings",
		  "const a = \\\\b \"c\"\n"
		  ";// d\n"
		  "const e = @import(\"f\");",
		  "kkkkk.....sssssss\n"
		  ".cccc\n"
		  "kkkkk.....mmmmmmm.sss.." },
		{ "zig", "a function",
		  "pub fn main() !void { var x: u8 = 'a'; }",
		  "kkk.kk.nnnn....tttt...kkk....tt...sss..." },
	};
	struct expect expect = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct buf want = { 0 }, got = { 0 }, name = { 0 };
		const struct language *language =
			language_find(str_of(cases[i].language));
		buf_printf(&name, "%s: %s", cases[i].language, cases[i].name);
		buf_printf(&want, "%s\n", cases[i].want);
		assert_non_null(language);
		put_classes(language, str_of(cases[i].code), &got);
		buf_put_byte(&want, '\0');
		buf_put_byte(&name, '\0');
		expect_text(&expect, name.ptr, want.ptr, buf_str(&got));
		buf_release(&want);
		buf_release(&got);
		buf_release(&name);
	}
	expect_done(&expect);
}

/* What opens something in one language or another. */
static const char *const openers[] = {
	"/*",	"{-",	"(",	"[",	"{",  "\"",   "'",  "`${",
	"$(",	"\"$(", "#{",	"<",	"</", "<!--", "<?", "```\n",
	"[=",	"r#",	"R\"",	"<<a ", "q{", "%w",   "s{", "/",
	"- ",	": ",	"a:",	"\\",	"$",  "@",    "'a", "r#\"",
	"--[[", "x = ", "f\"{", "''",	"1.", "e",    "b'", "|\n",
};

/*
 * Any of them ten thousand times, in every language. Quadratic time would be
 * seen: it would take minutes.
 */
static void is_linear(void **state)
{
	(void)state;
	for (int i = 0; language_at(i); i++) {
		for (size_t k = 0; k < COUNT(openers); k++) {
			struct buf code = { 0 }, got = { 0 };
			for (int n = 0; n < 10000; n++)
				buf_put_text(&code, openers[k]);
			put_classes(language_at(i), buf_str(&code), &got);
			assert_int_equal(buf_str(&got).len,
					 buf_str(&code).len +
						 (code.ptr[code.len - 1] !=
						  '\n'));
			buf_release(&code);
			buf_release(&got);
		}
	}
}

/* Bytes that are no text are nobody's business here. */
static void takes_any_bytes(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (int i = 0; language_at(i); i++) {
		struct buf code = { 0 }, got = { 0 };
		for (int n = 0; n < 20000; n++) {
			seed = seed * 1103515245 + 12345;
			unsigned pick = seed >> 16;
			if (pick % 3)
				buf_put_text(
					&code,
					openers[pick / 3 % COUNT(openers)]);
			else
				buf_put_byte(&code, (char)(pick >> 4));
		}
		put_classes(language_at(i), buf_str(&code), &got);
		assert_true(got.len > 0);
		buf_release(&code);
		buf_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_what_code_is_made_of),
		cmocka_unit_test(is_linear),
		cmocka_unit_test(takes_any_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
