/* SPDX-License-Identifier: MIT */
/*
 * Languages with braces, that are compiled, as data.
 */
#include "code/curly.h"

#include <stddef.h>

/* ---- C and C++ ---- */

/* What is not part of a directive. */
static const struct rule directive_holes[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	RULES_END,
};

static const struct rule c_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	STRING("\""),
	STRING("'"),
	RULE_OPEN("#", NULL, LINE, META, RULE_AT_START | RULE_ESCAPES,
		  directive_holes),
	RULES_END,
};

const struct language language_c = {
	.names = "c h",
	.keywords = "alignas alignof asm auto break case const constexpr "
		    "continue default do else extern for goto if inline "
		    "register restrict return sizeof static static_assert "
		    "switch thread_local typedef typeof volatile while "
		    "_Alignas _Alignof _Atomic _Generic _Noreturn "
		    "_Static_assert _Thread_local __asm__ __attribute__ "
		    "__extension__ __inline __inline__ __restrict "
		    "__restrict__ __volatile__ __const",
	.typing = "struct union enum",
	.types = "bool char double float int long short signed unsigned void "
		 "_Bool _Complex _Imaginary int8_t int16_t int32_t int64_t "
		 "uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t "
		 "intmax_t uintmax_t size_t ssize_t ptrdiff_t wchar_t wint_t "
		 "off_t time_t clock_t pid_t uid_t gid_t mode_t va_list FILE",
	.values = "true false NULL nullptr stdin stdout stderr EOF",
	.prefixes = "uU8L",
	.flags = LANGUAGE_CALLS | LANGUAGE_APOSTROPHES,
	.rules = c_rules,
};

static const struct rule cpp_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	RULE("R\"", NULL, RAW, STRING, RULE_LINES),
	RULE("u8R\"", NULL, RAW, STRING, RULE_LINES),
	RULE("uR\"", NULL, RAW, STRING, RULE_LINES),
	RULE("UR\"", NULL, RAW, STRING, RULE_LINES),
	RULE("LR\"", NULL, RAW, STRING, RULE_LINES),
	STRING("\""),
	STRING("'"),
	RULE_OPEN("#", NULL, LINE, META, RULE_AT_START | RULE_ESCAPES,
		  directive_holes),
	RULES_END,
};

const struct language language_cpp = {
	.names = "cpp c++ cc cxx hpp hh hxx h++ ino arduino cuda cu",
	.keywords = "alignas alignof and and_eq asm auto bitand bitor break "
		    "case catch compl concept const consteval constexpr "
		    "constinit const_cast continue co_await co_return "
		    "co_yield decltype default delete do dynamic_cast else "
		    "explicit export extern final for friend goto if import "
		    "inline module mutable new noexcept not not_eq operator "
		    "or or_eq override private protected public register "
		    "reinterpret_cast requires return sizeof static "
		    "static_assert static_cast switch template thread_local "
		    "throw try typedef typeid using virtual volatile while "
		    "xor xor_eq __attribute__ __restrict__",
	.typing = "class struct union enum namespace typename",
	.types = "bool char char8_t char16_t char32_t double float int long "
		 "short signed unsigned void wchar_t int8_t int16_t int32_t "
		 "int64_t uint8_t uint16_t uint32_t uint64_t intptr_t "
		 "uintptr_t intmax_t uintmax_t size_t ssize_t ptrdiff_t",
	.values = "true false NULL nullptr this",
	.prefixes = "uU8L",
	.flags = LANGUAGE_CALLS | LANGUAGE_APOSTROPHES,
	.rules = cpp_rules,
};

/* ---- C# ---- */

static const struct rule csharp_holes[] = {
	RULE("{{", NULL, TOKEN, STRING, RULE_BARE),
	RULE("{", "}", CODE, STRING, RULE_LINES),
	RULES_END,
};

static const struct rule csharp_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	RULE_OPEN("$\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES, csharp_holes),
	RULE("\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES),
	RULE_OPEN("$@\"", "\"", SPAN, STRING, RULE_LINES | RULE_DOUBLES,
		  csharp_holes),
	RULE_OPEN("@$\"", "\"", SPAN, STRING, RULE_LINES | RULE_DOUBLES,
		  csharp_holes),
	RULE_OPEN("$\"", "\"", SPAN, STRING, RULE_ESCAPES, csharp_holes),
	RULE("@\"", "\"", SPAN, STRING, RULE_LINES | RULE_DOUBLES),
	STRING("\""),
	STRING("'"),
	RULE("#", NULL, LINE, META, RULE_AT_START),
	RULES_END,
};

const struct language language_csharp = {
	.names = "csharp cs c#",
	.keywords = "abstract add and as async await base break case catch "
		    "checked const continue default delegate do else event "
		    "explicit extern finally fixed for foreach from get "
		    "global goto group if implicit in init internal into is "
		    "join let lock nameof new not operator or orderby out "
		    "override params partial private protected public "
		    "readonly ref remove required return sealed select set "
		    "sizeof stackalloc static switch throw try typeof "
		    "unchecked unsafe using var virtual volatile when where "
		    "while with yield",
	.typing = "class struct interface enum record namespace",
	.types = "bool byte char decimal double dynamic float int long nint "
		 "nuint object sbyte short string uint ulong ushort void",
	.values = "true false null this value",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = csharp_rules,
};

/* ---- Go ---- */

static const struct rule go_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	STRING("\""),
	STRING("'"),
	RULE("`", "`", SPAN, STRING, RULE_LINES),
	RULES_END,
};

const struct language language_go = {
	.names = "go golang",
	.keywords = "break case chan const continue default defer else "
		    "fallthrough for go goto if import interface map "
		    "range return select struct switch var",
	.defines = "func",
	.typing = "package type",
	.types = "any bool byte comparable complex64 complex128 error float32 "
		 "float64 int int8 int16 int32 int64 rune string uint uint8 "
		 "uint16 uint32 uint64 uintptr",
	.values = "true false nil iota",
	.calls = "append cap clear close complex copy delete imag len make max "
		 "min new panic print println real recover",
	.flags = LANGUAGE_CALLS,
	.rules = go_rules,
};

/* ---- Java, Kotlin and Scala ---- */

static const struct rule java_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_BLOCK("/*", "*/"),
	STRING_LINES("\"\"\""),
	STRING("\""),
	STRING("'"),
	RULE("@interface", NULL, TOKEN, KEYWORD, RULE_BARE | RULE_WORD),
	WORD_BEHIND("@", META),
	RULES_END,
};

const struct language language_java = {
	.names = "java",
	.keywords = "abstract assert break case catch const continue default "
		    "do else exports extends final finally for goto if "
		    "implements import instanceof module native new non-sealed "
		    "opens permits private protected provides public requires "
		    "return sealed static strictfp super switch synchronized "
		    "this throw throws to transient try uses var volatile "
		    "while with yield",
	.typing = "class interface enum record package",
	.types = "boolean byte char double float int long short void",
	.values = "true false null",
	.bytes = "$",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = java_rules,
};

static const struct rule kotlin_holes[] = {
	RULE("${", "}", CODE, STRING, RULE_LINES),
	WORD_BEHIND("$", NAME),
	RULES_END,
};

static const struct rule kotlin_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_NEST("/*", "*/"),
	RULE_OPEN("\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES, kotlin_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES, kotlin_holes),
	RULE("'", NULL, CHAR, STRING, 0),
	WORD_BEHIND("@", META),
	RULES_END,
};

const struct language language_kotlin = {
	.names = "kotlin kt kts",
	.keywords = "abstract actual annotation as break by catch companion "
		    "const constructor continue crossinline data do dynamic "
		    "else expect external final finally for get if import in "
		    "infix init inline inner internal is lateinit noinline "
		    "open operator out override package private protected "
		    "public reified return sealed set suspend tailrec throw "
		    "try typealias val value var vararg when where while",
	.defines = "fun",
	.typing = "class interface object enum",
	.values = "true false null this super it",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = kotlin_rules,
};

static const struct rule scala_holes[] = {
	RULE("${", "}", CODE, STRING, RULE_LINES),
	WORD_BEHIND("$", NAME),
	RULES_END,
};

static const struct rule scala_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_NEST("/*", "*/"),
	RULE_OPEN("\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES | RULE_MARKED,
		  scala_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, RULE_ESCAPES | RULE_MARKED,
		  scala_holes),
	RULE("'", NULL, CHAR, STRING, 0),
	WORD_BEHIND("@", META),
	RULES_END,
};

const struct language language_scala = {
	.names = "scala sc sbt",
	.keywords = "abstract case catch derives do else end export extends "
		    "extension final finally for forSome given if implicit "
		    "import infix inline lazy match new opaque open override "
		    "private protected return sealed then throw transparent "
		    "try using val var while with yield",
	.defines = "def",
	.typing = "class trait object enum type package",
	.values = "true false null this super",
	.prefixes = "sfraw",
	.marks = "sf",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = scala_rules,
};

/* ---- Rust, Swift and Zig ---- */

/* #[cfg(feature = "std")] */
static const struct rule attribute_holes[] = {
	STRING_LINES("\""),
	RULES_END,
};

static const struct rule rust_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_NEST("/*", "*/"),
	RULE("r", "\"", HASHES, STRING, RULE_LINES),
	RULE("br", "\"", HASHES, STRING, RULE_LINES),
	RULE("cr", "\"", HASHES, STRING, RULE_LINES),
	STRING_LINES("\""),
	RULE("'", NULL, CHAR, STRING, 0),
	RULE("b'", NULL, CHAR, STRING, 0),
	WORD_BEHIND("'", TYPE),
	RULE_OPEN("#[", "]", SPAN, META, RULE_LINES, attribute_holes),
	RULE_OPEN("#![", "]", SPAN, META, RULE_LINES, attribute_holes),
	WORD_BEHIND("$", META),
	RULES_END,
};

const struct language language_rust = {
	.names = "rust rs",
	.keywords = "as async await become box break const continue crate do "
		    "dyn else extern final for if impl in let loop macro "
		    "match move mut override priv pub ref return static super "
		    "try typeof unsafe unsized use virtual where while yield",
	.defines = "fn macro_rules!",
	.typing = "struct enum trait type union mod",
	.types = "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 "
		 "u64 u128 usize Self",
	.values = "true false self",
	.prefixes = "bc",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = rust_rules,
};

static const struct rule swift_holes[] = {
	RULE("\\(", ")", CODE, STRING, RULE_LINES),
	RULE("\\\"", NULL, TOKEN, STRING, RULE_BARE),
	RULE("\\\\", NULL, TOKEN, STRING, RULE_BARE),
	RULES_END,
};

static const struct rule swift_rules[] = {
	COMMENT_LINE("//"),
	COMMENT_NEST("/*", "*/"),
	RULE("#", "\"\"\"", HASHES, STRING, RULE_LINES),
	RULE("#", "\"", HASHES, STRING, 0),
	RULE_OPEN("\"\"\"", "\"\"\"", SPAN, STRING, RULE_LINES, swift_holes),
	RULE_OPEN("\"", "\"", SPAN, STRING, 0, swift_holes),
	WORD_BEHIND("#", META),
	WORD_BEHIND("@", META),
	RULES_END,
};

const struct language language_swift = {
	.names = "swift",
	.keywords = "actor any as associatedtype async await break case catch "
		    "continue convenience default defer deinit didSet do "
		    "dynamic else fallthrough fileprivate final for get "
		    "guard if import in indirect infix init inout internal is "
		    "isolated lazy let mutating nonisolated nonmutating open "
		    "operator optional override postfix precedencegroup "
		    "prefix private public repeat required rethrows return "
		    "set some static subscript switch throw throws try "
		    "unowned var weak where while willSet",
	.defines = "func",
	.typing = "class struct enum extension protocol typealias",
	.values = "true false nil self super",
	.types = "Self",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = swift_rules,
};

static const struct rule zig_rules[] = {
	COMMENT_LINE("//"),	RULE("\\\\", NULL, LINE, STRING, 0),
	STRING("\""),		STRING("'"),
	WORD_BEHIND("@", META), RULES_END,
};

const struct language language_zig = {
	.names = "zig",
	.keywords = "addrspace align allowzero and anyframe asm async await "
		    "break callconv catch comptime const continue defer else "
		    "enum errdefer error export extern for if inline "
		    "linksection noalias noinline nosuspend opaque or orelse "
		    "packed pub resume return struct suspend switch test "
		    "threadlocal try union usingnamespace var volatile while",
	.defines = "fn",
	.types = "anyerror anyopaque anytype bool comptime_float comptime_int "
		 "f16 f32 f64 f80 f128 i8 i16 i32 i64 i128 isize noreturn "
		 "type u1 u8 u16 u32 u64 u128 usize void c_char c_int c_long "
		 "c_short c_uint c_ulong c_ushort",
	.values = "true false null undefined unreachable",
	.flags = LANGUAGE_CALLS | LANGUAGE_CAPITALS,
	.rules = zig_rules,
};
