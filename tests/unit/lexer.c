/* SPDX-License-Identifier: MIT */
/*
 * What code is made of, language by language, and that it never takes longer
 * than there is text.
 */
#include "code/lexer.h"

#include "support/classes.h"
#include "support/unit.h"

static void tells_what_code_is_made_of(void **state)
{
	static const struct code_case cases[] = {
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
		{ "elixir", "types and what is within a module",
		  "@spec f(A.B.t) :: C.t", "mmmmm.n.t.t.......t.." },
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
		{ "nix", "strings",
		  "x = ''\n"
		  "  a ${b} ''${c}\n"
		  "''; # d",
		  "n...ss\n"
		  "ssssss.ssssssss\n"
		  "ss..ccc" },
		{ "nix", "a set",
		  "{ pkgs ? import <x> {} }: with pkgs; rec { a = true; }",
		  ".........nnnnnn...........kkkk.......kkk...n...vvvv..." },
		{ "nix", "paths and sets",
		  "{ a = ./b.c/d; e == f; } <nixpkgs/lib> ../g",
		  "..n...sssssss............sssssssssssss.ssss" },
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
		{ "python", "what was typed",
		  ">>> print(1)\n"
		  "... if a:\n"
		  "1",
		  "mmmmnnnnn.v.\n"
		  "mmmmkk...\n"
		  "v" },
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
		{ "ruby", "names within others", "A::B.c ::D", "t..t.....t" },
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
		{ "rust", "attributes and what stands for tokens",
		  "#[cfg(a = \"b]\", c)]\n"
		  "f!($x);",
		  "mmmmmmmmmmssssmmmmm\n"
		  "n..mm.." },
		{ "scala", "templates",
		  "val a = s\"b ${c} $d\" + \"$e\" /* f /* g */ h */",
		  "kkk.....ssssss.ssnns...ssss.ccccccccccccccccc" },
		{ "scala", "a class",
		  "case class A(b: Int) extends C { def d = 'e' }",
		  "kkkk.kkkkk.t....ttt..kkkkkkk.t...kkk.n...sss.." },
		{ "swift", "templates and raw strings",
		  "let a = \"b \\(c(\"d\")) e\" + #\"f \" g\"#",
		  "kkk.....sssssn.sss.ssss...sssssssss" },
		{ "swift", "nested comments",
		  "/* a /* b */ c */ func f(x: Int) -> Bool { true }",
		  "ccccccccccccccccc.kkkk.n....ttt.....tttt...vvvv.." },
		{ "typescript", "types",
		  "interface A<T> { b: string; c?: number }",
		  "kkkkkkkkk.t.t.......tttttt......tttttt.." },
		{ "typescript", "a decorator",
		  "@x() class B { private d = `e` }",
		  "mm...kkkkk.t...kkkkkkk.....sss.." },
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
	expect_classes(&expect, cases, COUNT(cases));
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
			classes_put(language_at(i), buf_str(&code), &got);
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
		classes_put(language_at(i), buf_str(&code), &got);
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
