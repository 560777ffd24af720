/* SPDX-License-Identifier: MIT */
#ifndef CODE_LANGUAGE_H
#define CODE_LANGUAGE_H

#include "base/str.h"

/*
 * What code is made of, as far as a colour is worth it. The letter stands for
 * the class in tests.
 */
#define CODE_CLASSES(X)                                                   \
	X(PLAIN, '.')	/* operators, names, blanks */                    \
	X(KEYWORD, 'k') /* of the language; tags, headings */             \
	X(TYPE, 't')	/* types, and names that look like types */       \
	X(NAME, 'n')	/* what is called, defined or set: calls, keys */ \
	X(STRING, 's')	/* quotes included */                             \
	X(VALUE, 'v')	/* numbers, and words such as true */             \
	X(COMMENT, 'c')                                                   \
	X(META, 'm')	 /* preprocessor, decorators, prompts */          \
	X(INSERTED, '+') /* of a diff */                                  \
	X(DELETED, '-')

/* clang-format off */
enum code_class {
#define X(name, letter) CODE_##name,
	CODE_CLASSES(X)
#undef X
	CODE_CLASS_COUNT
};
/* clang-format on */

enum rule_kind {
	RULE_NONE,    /* ends a table */
	RULE_LINE,    /* from `open` to the end of the line */
	RULE_SPAN,    /* from `open` up to `close`, or the end of the line */
	RULE_TOKEN,   /* `open` and the word behind it; `close`: more bytes
			 that are of such a word */
	RULE_ESCAPE,  /* `open` and the byte behind it, whatever that is */
	RULE_CODE,    /* `open`, then code of `inner` up to `close` */
	RULE_TAG,     /* `open` and a name, then code of `inner` */
	RULE_FENCE,   /* `open` and a language's name, then code of it */
	RULE_HASHES,  /* r##"..."##: as many # behind as in front */
	RULE_LEVELS,  /* [==[...]==] */
	RULE_RAW,     /* R"word(...)word" */
	RULE_HEREDOC, /* <<WORD: the lines below, up to one that is WORD */
	RULE_PAIR,    /* q{...}: any bracket or mark may stand around it */
	RULE_CHAR,    /* 'x' or '\x', but not 'xy */
	RULE_REGEX,   /* a slash where an operand is wanted */
	RULE_INDENT,  /* `open` at a line's end: lines that are set in more */
};

enum rule_flag {
	RULE_ESCAPES = 1 << 0,	/* a backslash takes the next byte with it */
	RULE_DOUBLES = 1 << 1,	/* `close` twice is no end */
	RULE_LINES = 1 << 2,	/* may go on over lines */
	RULE_NESTS = 1 << 3,	/* `open` within it is one more to close */
	RULE_AT_START = 1 << 4, /* only blanks stand in front on its line */
	RULE_AT_EDGE = 1 << 5,	/* nothing at all does */
	RULE_APART = 1 << 6,   /* a blank or ;|&( stands in front, or nothing */
	RULE_BARE = 1 << 7,    /* there need be no word behind it */
	RULE_DIGITS = 1 << 8,  /* the word may begin with a digit */
	RULE_TWICE = 1 << 9,   /* a second part follows: s/a/b/ */
	RULE_KEY = 1 << 10,    /* a NAME when a colon follows */
	RULE_MARKED = 1 << 11, /* holes are open only behind a prefix */
	RULE_WORD = 1 << 12,   /* `open` is a whole word */
	RULE_NO_OPERAND = 1 << 13, /* not behind an operand */
	RULE_LISTED = 1 << 14,	   /* RULE_APART, or one of [{, in front */
	RULE_COMMENTED = 1 << 15,  /* comments and empty lines do not end it */
	RULE_ALONE = 1 << 16,	   /* the word behind it is another thing */
	RULE_NARROW = 1 << 17,	   /* letters, digits and _ are all of it */
};

struct language;

/* How something begins that is more than a word or a number. */
struct rule {
	const char *open, *close;
	enum rule_kind kind;
	enum code_class class;
	unsigned flags;
	const struct language *inner; /* NULL: the same language */
	const struct rule *holes;     /* rules that hold within it, or NULL */
	const struct rule *then;      /* what begins where it ends, or NULL */
};

enum language_flag {
	LANGUAGE_CASELESS = 1 << 0,    /* SELECT and select are one word */
	LANGUAGE_CALLS = 1 << 1,       /* a name before a bracket is called */
	LANGUAGE_CAPITALS = 1 << 2,    /* types begin with capitals */
	LANGUAGE_PROSE = 1 << 3,       /* digits are text like any other */
	LANGUAGE_APOSTROPHES = 1 << 4, /* 1'000 is a number */
	LANGUAGE_KEYS = 1 << 5,	       /* a word before a colon is a key */
	LANGUAGE_BLANK_KEYS = 1 << 6,  /* as `keys`, but a blank must follow */
	LANGUAGE_UNITS = 1 << 7,       /* 50% is a number */
	LANGUAGE_OUTER = 1 << 8,       /* begins with text that is not code */
	LANGUAGE_SETS = 1 << 9,	       /* a word before = is a key, not so == */
};

/*
 * A language as data. Lists are words with a blank between them; a list that a
 * language does without is NULL.
 */
struct language {
	const char *names; /* in lower case; the first one is its own */
	const char *keywords, *types, *values;
	const char *calls;    /* words that are called: CODE_NAME */
	const char *defines;  /* keywords: the next word is a CODE_NAME */
	const char *typing;   /* keywords: the next word is a CODE_TYPE */
	const char *bytes;    /* of words, besides letters, digits and _ */
	const char *prefixes; /* bytes of words that belong to a string */
	const char *marks;    /* those of them that open its holes */
	const char *keys;     /* what ends a key at the begin of a line */
	enum code_class word; /* of all other words */
	unsigned flags;
	const struct rule *rules;     /* up to RULE_NONE; NULL: none */
	const struct language *outer; /* LANGUAGE_OUTER: of that text */
};

/* ---- for the tables ---- */

#define RULE(begin, end, what, is, how)                               \
	{                                                             \
		.open = (begin), .close = (end), .kind = RULE_##what, \
		.class = CODE_##is, .flags = (how)                    \
	}

/* A rule with holes. */
#define RULE_OPEN(begin, end, what, is, how, within)                  \
	{                                                             \
		.open = (begin), .close = (end), .kind = RULE_##what, \
		.class = CODE_##is, .flags = (how), .holes = (within) \
	}

/* A rule with code of another language. */
#define RULE_OTHER(begin, end, what, is, how, language)                 \
	{                                                               \
		.open = (begin), .close = (end), .kind = RULE_##what,   \
		.class = CODE_##is, .flags = (how), .inner = (language) \
	}

#define RULES_END                 \
	{                         \
		.kind = RULE_NONE \
	}

#define COMMENT_LINE(begin)	  RULE(begin, NULL, LINE, COMMENT, 0)
#define COMMENT_BLOCK(begin, end) RULE(begin, end, SPAN, COMMENT, RULE_LINES)
#define COMMENT_NEST(begin, end) \
	RULE(begin, end, SPAN, COMMENT, RULE_LINES | RULE_NESTS)
#define STRING(quote) RULE(quote, quote, SPAN, STRING, RULE_ESCAPES)
#define STRING_LINES(quote) \
	RULE(quote, quote, SPAN, STRING, RULE_ESCAPES | RULE_LINES)
#define WORD_BEHIND(begin, is) RULE(begin, NULL, TOKEN, is, 0)
#define MARK(text, is)	       RULE(text, NULL, TOKEN, is, RULE_ALONE)

/*
 * The language of a name as it stands behind a fence: in any case, any of its
 * names. NULL when it is not known.
 */
const struct language *language_find(struct str name);

/* The name in what stands behind a fence: there may be more, in mdp's decks. */
struct str language_name(struct str info);

/* All languages in the order of their names: the one at `i`, or NULL. */
const struct language *language_at(int i);

#endif
