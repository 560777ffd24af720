/* SPDX-License-Identifier: MIT */
/*
 * Languages of functions, as data.
 */
#include "code/pure.h"

#include <stddef.h>

/* ---- Elixir ---- */

static const struct rule elixir_holes[] = {
	RULE("#{", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

#define SIGIL (RULE_LINES | RULE_NESTS | RULE_ESCAPES)

static const struct rule elixir_rules[] = {
	COMMENT_LINE("#"),
	RULE("~S\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES),
	RULE_OPEN("~s\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES, elixir_holes),
	RULE("~H\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES),
	RULE_OPEN("\"\"\"", "\"\"\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  elixir_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  elixir_holes),
	STRING_LINES("'"),
	RULE("~r", NULL, PAIR, STRING, SIGIL),
	RULE("~s", NULL, PAIR, STRING, SIGIL),
	RULE("~S", NULL, PAIR, STRING, SIGIL),
	RULE("~w", NULL, PAIR, STRING, SIGIL),
	RULE("~c", NULL, PAIR, STRING, SIGIL),
	RULE("~D", NULL, PAIR, STRING, SIGIL),
	RULE("~T", NULL, PAIR, STRING, SIGIL),
	MARK("::", PLAIN),
	RULE(":\"", "\"", SPAN, VALUE, RULE_ESCAPES),
	WORD_BEHIND(":", VALUE),
	WORD_BEHIND("@", META),
	RULES_END,
};

const struct language language_elixir = {
	.names = "elixir ex exs iex",
	.keywords = "after alias and case catch cond do else end fn for if "
		    "import in not or quote raise receive require rescue "
		    "super throw try unless unquote use when with "
		    "defdelegate defexception defguard defimpl defoverridable "
		    "defprotocol defstruct",
	.defines = "def defp defmacro defmacrop",
	.typing = "defmodule",
	.values = "true false nil __MODULE__ __DIR__ __ENV__",
	.bytes = "?!",
	.flags = LANGUAGE_CALLS | LANGUAGE_KEYS | LANGUAGE_CAPITALS,
	.rules = elixir_rules,
};

/* ---- Elm and Haskell ---- */

static const struct rule elm_rules[] = {
	COMMENT_NEST("{-", "-}"),	  COMMENT_LINE("--"),
	STRING_LINES("\"\"\""),		  STRING("\""),
	RULE("'", NULL, CHAR, STRING, 0), RULES_END,
};

const struct language language_elm = {
	.names = "elm",
	.keywords = "alias as case effect else exposing if import in infix let "
		    "module of port then type where",
	.values = "True False",
	.bytes = "'",
	.flags = LANGUAGE_CAPITALS,
	.rules = elm_rules,
};

static const struct rule haskell_rules[] = {
	RULE("{-#", "#-}", SPAN, META, RULE_LINES),
	COMMENT_NEST("{-", "-}"),
	MARK("-->", PLAIN),
	COMMENT_LINE("--"),
	MARK("|--", PLAIN),
	STRING("\""),
	RULE("'", NULL, CHAR, STRING, 0),
	RULE("#", NULL, LINE, META, RULE_AT_EDGE),
	RULE("`", "`", SPAN, NAME, 0),
	RULES_END,
};

const struct language language_haskell = {
	.names = "haskell hs lhs purescript purs",
	.keywords = "case class data default deriving do else family forall "
		    "foreign hiding if import in infix infixl infixr "
		    "instance let mdo module newtype of pattern proc "
		    "qualified rec role then type via where",
	.values = "undefined otherwise",
	.calls = "error",
	.bytes = "'",
	.flags = LANGUAGE_CAPITALS,
	.rules = haskell_rules,
};

/* ---- Nix ---- */

static const struct rule nix_holes[] = {
	RULE("''$", NULL, TOKEN, STRING, RULE_BARE),
	RULE("'''", NULL, TOKEN, STRING, RULE_BARE),
	RULE("${", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

/* Two quotes end such a string only when nothing escapes with them. */
static const struct rule nix_rules[] = {
	COMMENT_LINE("#"),
	COMMENT_BLOCK("/*", "*/"),
	RULE_OPEN("''", "''", SPAN, STRING, RULE_LINES, nix_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  nix_holes),
	RULE("${", "}", CODE, PLAIN, RULE_LINES),
	RULE("./", "./+", TOKEN, STRING, RULE_BARE),
	RULE("../", "./+", TOKEN, STRING, RULE_BARE),
	RULE("<nixpkgs", "/.>", TOKEN, STRING, RULE_BARE),
	RULES_END,
};

const struct language language_nix = {
	.names = "nix",
	.keywords = "assert else if in inherit let or rec then with",
	.values = "true false null",
	.calls = "abort baseNameOf builtins derivation dirOf fetchTarball "
		 "import map removeAttrs throw toString",
	.bytes = "-'",
	.flags = LANGUAGE_SETS,
	.rules = nix_rules,
};
