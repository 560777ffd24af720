/* SPDX-License-Identifier: MIT */
/*
 * Languages that are interpreted, but for the shell, as data.
 */
#include "code/script.h"

#include <stddef.h>

/* ---- JavaScript and TypeScript ---- */

static const struct rule template_holes[] = {
	RULE("${", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

static const struct rule javascript_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	RULE("#!", NULL, LINE, COMMENT, RULE_AT_EDGE),
	STRING("\""),
	STRING("'"),
	RULE_OPEN("`", "`", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  template_holes),
	RULE("/", "/", REGEX, STRING, RULE_ESCAPES),
	WORD_BEHIND("@", META),
	RULES_END,
};

#define JAVASCRIPT_KEYWORDS                                            \
	"as async await break case catch const continue debugger "     \
	"default delete do else export extends finally for from get "  \
	"if import in instanceof let new of return set static switch " \
	"throw try typeof var void while with yield"
#define JAVASCRIPT_VALUES \
	"true false null undefined NaN Infinity this super arguments"

const struct language language_javascript = {
	.names = "javascript js jsx mjs cjs node es6 json5",
	.keywords = JAVASCRIPT_KEYWORDS,
	.defines = "function",
	.typing = "class",
	.values = JAVASCRIPT_VALUES,
	.types = "Array Boolean Date Error JSON Map Math Number Object "
		 "Promise Proxy Reflect RegExp Set String Symbol WeakMap "
		 "WeakSet",
	.bytes = "$",
	.flags = LANGUAGE_CALLS,
	.rules = javascript_rules,
};

const struct language language_typescript = {
	.names = "typescript ts tsx mts cts",
	.keywords = JAVASCRIPT_KEYWORDS
	" abstract asserts constructor declare global implements infer is "
	"keyof module override private protected public readonly satisfies "
	"unique",
	.defines = "function",
	.typing = "class interface enum type namespace",
	.values = JAVASCRIPT_VALUES,
	.types = "any bigint boolean never number object string symbol unknown",
	.bytes = "$",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = javascript_rules,
};

/* ---- Lua ---- */

static const struct rule lua_rules[] = {
	RULE("--[", "]", LEVELS, COMMENT, RULE_LINES),
	COMMENT_LINE("--"),
	RULE("#!", NULL, LINE, COMMENT, RULE_AT_EDGE),
	STRING("\""),
	STRING("'"),
	RULE("[", "]", LEVELS, STRING, RULE_LINES),
	RULES_END,
};

const struct language language_lua = {
	.names = "lua",
	.keywords = "and break do else elseif end for goto if in local not or "
		    "repeat return then until while",
	.defines = "function",
	.values = "true false nil self",
	.calls = "assert collectgarbage dofile error getmetatable ipairs load "
		 "loadfile next pairs pcall print rawequal rawget rawlen "
		 "rawset require select setmetatable tonumber tostring type "
		 "xpcall",
	.flags = LANGUAGE_CALLS,
	.rules = lua_rules,
};

/* ---- Perl ---- */

static const struct rule perl_holes[] = {
	RULE("${", "}", SPAN, NAME, 0),
	WORD_BEHIND("$", NAME),
	WORD_BEHIND("@", NAME),
	RULES_END,
};

static const struct rule perl_rules[] = {
	COMMENT_LINE("#"),
	RULE("=cut", NULL, LINE, COMMENT, RULE_AT_EDGE),
	RULE("=head", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=pod", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=over", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=item", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=begin", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=for", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE("=encoding", "=cut", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  perl_holes),
	STRING_LINES("'"),
	STRING_LINES("`"),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES, perl_holes),
	RULE("qw", NULL, PAIR, STRING, RULE_WORD | RULE_LINES | RULE_NESTS),
	RULE_OPEN("qq", NULL, PAIR, STRING,
		  RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES,
		  perl_holes),
	RULE("qr", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES),
	RULE("q", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES),
	RULE("m", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES),
	RULE("s", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES | RULE_TWICE),
	RULE("tr", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES | RULE_TWICE),
	RULE("y", NULL, PAIR, STRING,
	     RULE_WORD | RULE_LINES | RULE_NESTS | RULE_ESCAPES | RULE_TWICE),
	RULE("/", "/", REGEX, STRING, RULE_ESCAPES),
	RULE("$#", NULL, TOKEN, NAME, 0),
	RULE("$", NULL, TOKEN, NAME, RULE_DIGITS),
	WORD_BEHIND("@", NAME),
	RULE("%", NULL, TOKEN, NAME, RULE_NO_OPERAND),
	RULES_END,
};

const struct language language_perl = {
	.names = "perl pl pm",
	.keywords = "and cmp continue default do else elsif eq for foreach ge "
		    "given goto gt if last le local lt my ne next no not or "
		    "our redo require return state unless until use when "
		    "while x xor BEGIN END",
	.defines = "sub",
	.typing = "package",
	.values = "undef __FILE__ __LINE__ __PACKAGE__ STDIN STDOUT STDERR",
	.calls = "abs bless binmode chdir chmod chomp chop chr close defined "
		 "delete die each eof eval exec exists exit fork grep hex "
		 "index int join keys kill lc lcfirst length map mkdir oct "
		 "open opendir ord pack pop pos print printf push quotemeta "
		 "rand read readdir readline ref rename reverse rindex rmdir "
		 "say scalar seek shift sleep sort splice split sprintf sqrt "
		 "srand stat substr symlink system tie time uc ucfirst "
		 "unlink unpack unshift untie values wait wantarray warn "
		 "write",
	.bytes = ":",
	.flags = LANGUAGE_CALLS,
	.rules = perl_rules,
};

/* ---- Python ---- */

static const struct rule python_holes[] = {
	RULE("{{", NULL, TOKEN, STRING, RULE_BARE),
	RULE("{", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

#define PYTHON_STRING RULE_ESCAPES | RULE_MARKED

static const struct rule python_rules[] = {
	COMMENT_LINE("#"),
	RULE_OPEN("\"\"\"", "\"\"\"", SPAN, STRING, PYTHON_STRING | RULE_LINES,
		  python_holes),
	RULE_OPEN("'''", "'''", SPAN, STRING, PYTHON_STRING | RULE_LINES,
		  python_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, PYTHON_STRING, python_holes),
	RULE_OPEN("'", "'", SPAN, STRING, PYTHON_STRING, python_holes),
	RULE(">>> ", NULL, TOKEN, META, RULE_AT_EDGE | RULE_ALONE),
	RULE("... ", NULL, TOKEN, META, RULE_AT_EDGE | RULE_ALONE),
	RULE("@", NULL, TOKEN, META, RULE_AT_START),
	RULES_END,
};

const struct language language_python = {
	.names = "python py python3 py3 pycon pyi",
	.keywords = "and as assert async await break case continue del elif "
		    "else except finally for from global if import in is "
		    "lambda match nonlocal not or pass raise return try while "
		    "with yield",
	.defines = "def",
	.typing = "class",
	.values = "True False None self cls NotImplemented Ellipsis __name__ "
		  "__file__ __doc__",
	.types = "bool bytearray bytes complex dict float frozenset int list "
		 "memoryview object set str tuple type Exception "
		 "ArithmeticError AssertionError AttributeError BaseException "
		 "EOFError FileExistsError FileNotFoundError ImportError "
		 "IndexError IOError KeyboardInterrupt KeyError LookupError "
		 "MemoryError NameError NotImplementedError OSError "
		 "OverflowError PermissionError RuntimeError StopIteration "
		 "SyntaxError SystemExit TimeoutError TypeError UnicodeError "
		 "UnicodeDecodeError ValueError ZeroDivisionError Warning "
		 "DeprecationWarning",
	.calls = "abs all any ascii bin breakpoint callable chr classmethod "
		 "compile delattr dir divmod enumerate eval exec filter format "
		 "getattr globals hasattr hash help hex id input isinstance "
		 "issubclass iter len locals map max min next oct open ord "
		 "pow print property range repr reversed round setattr slice "
		 "sorted staticmethod sum super vars zip __import__",
	.prefixes = "rbufRBUFtT",
	.marks = "fFtT",
	.flags = LANGUAGE_CALLS,
	.rules = python_rules,
};

/* ---- R ---- */

static const struct rule r_rules[] = {
	COMMENT_LINE("#"), STRING_LINES("\""),
	STRING_LINES("'"), RULE("`", "`", SPAN, NAME, 0),
	RULES_END,
};

const struct language language_r = {
	.names = "r rscript splus",
	.keywords = "break else for function if in next repeat return while",
	.values = "TRUE FALSE NULL NA NA_integer_ NA_real_ NA_character_ NaN "
		  "Inf T F",
	.calls = "library require source",
	.bytes = ".",
	.flags = LANGUAGE_CALLS,
	.rules = r_rules,
};

/* ---- Ruby ---- */

static const struct rule ruby_holes[] = {
	RULE("#{", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

#define RUBY_PAIR (RULE_LINES | RULE_NESTS | RULE_ESCAPES | RULE_NO_OPERAND)

static const struct rule ruby_rules[] = {
	RULE("=begin", "=end", SPAN, COMMENT, RULE_AT_EDGE | RULE_LINES),
	COMMENT_LINE("#"),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  ruby_holes),
	STRING_LINES("'"),
	RULE_OPEN("`", "`", SPAN, STRING, RULE_ESCAPES | RULE_LINES,
		  ruby_holes),
	RULE_OPEN("<<", NULL, HEREDOC, STRING, RULE_LINES, ruby_holes),
	RULE("%w", NULL, PAIR, STRING, RUBY_PAIR),
	RULE("%i", NULL, PAIR, STRING, RUBY_PAIR),
	RULE("%q", NULL, PAIR, STRING, RUBY_PAIR),
	RULE_OPEN("%Q", NULL, PAIR, STRING, RUBY_PAIR, ruby_holes),
	RULE_OPEN("%r", NULL, PAIR, STRING, RUBY_PAIR, ruby_holes),
	RULE_OPEN("/", "/", REGEX, STRING, RULE_ESCAPES, ruby_holes),
	MARK("::", PLAIN),
	RULE(":\"", "\"", SPAN, VALUE, RULE_ESCAPES),
	WORD_BEHIND(":", VALUE),
	WORD_BEHIND("@@", NAME),
	WORD_BEHIND("@", NAME),
	RULE("$", NULL, TOKEN, NAME, RULE_DIGITS),
	RULES_END,
};

const struct language language_ruby = {
	.names = "ruby rb gemfile rake gemspec",
	.keywords = "alias and begin break case defined? do else elsif end "
		    "ensure for if in next not or redo rescue retry return "
		    "super then undef unless until when while yield BEGIN END",
	.defines = "def",
	.typing = "class module",
	.values = "true false nil self __FILE__ __LINE__ __method__",
	.calls = "attr_accessor attr_reader attr_writer block_given? catch "
		 "extend fail format gets include lambda loop p prepend "
		 "private proc protected public puts print printf raise "
		 "require require_relative sprintf throw",
	.bytes = "?!",
	.flags = LANGUAGE_CALLS | LANGUAGE_KEYS | LANGUAGE_CAPITALS,
	.rules = ruby_rules,
};
