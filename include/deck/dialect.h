/* SPDX-License-Identifier: MIT */
#ifndef DECK_DIALECT_H
#define DECK_DIALECT_H

#include <stdbool.h>

#include "base/str.h"

/*
 * The Markdown that other presenters read, each with what a deck's file may
 * say in it. mdp's is read line by line; all others are CommonMark with
 * additions.
 *
 *     X(symbol, name, where it comes from)
 */
#define DIALECTS(X)                                                     \
	X(AUTO, "auto", "told by what stands in the deck")              \
	X(MDP, "mdp", "mdp: % headers, -> centring, ^ stops")           \
	X(MARKDOWN, "markdown", "CommonMark with --- between slides")   \
	X(PRESENTERM, "presenterm", "presenterm: <!-- end_slide -->")   \
	X(PATAT, "patat", "patat: pandoc's Markdown, . . . stops")      \
	X(LOOKATME, "lookatme", "lookatme: <!-- stop -->")              \
	X(SLIDES, "slides", "slides: --- between slides")               \
	X(MARP, "marp", "Marp: marp: true in the front matter")         \
	X(REVEAL, "reveal", "reveal.js, reveal-md: Note:, -- and ----") \
	X(REMARK, "remark", "remark: -- stops, ??? notes")              \
	X(SLIDEV, "slidev", "Slidev: front matter on each slide")       \
	X(PANDOC, "pandoc", "pandoc: % title, ::: blocks")

/* clang-format off */
enum dialect {
#define X(symbol, name, about) DIALECT_##symbol,
	DIALECTS(X)
#undef X
	DIALECT_COUNT
};
/* clang-format on */

/* What a comment says that is no directive. */
enum comment_use {
	COMMENT_DROPPED, /* nothing */
	COMMENT_NOTES,	 /* a speaker note */
	COMMENT_CHECKED, /* nothing, but it should have been a directive */
};

/* What ends a slide, besides <!-- end_slide -->. */
enum split {
	SPLIT_LINES,	/* mdp's rules, see line.h */
	SPLIT_RULES,	/* thematic breaks */
	SPLIT_ENDS,	/* nothing else */
	SPLIT_DASHES,	/* the exact line ---, wherever it stands */
	SPLIT_FRONT,	/* the same; "key: value" lines and --- may follow */
	SPLIT_VERTICAL, /* three dashes or more, and -- on its own */
};

/*
 * Which headings begin a slide: those up to the slide level, where nothing
 * else ends slides. Those above it are titles.
 */
enum sections {
	SECTIONS_NONE,
	SECTIONS_PATAT,	   /* the smallest level of a heading with text below;
			      titles are slides of their own */
	SECTIONS_README,   /* the same, but for the deck's title */
	SECTIONS_LOOKATME, /* the smallest level but for the deck's title,
			      which begins no slide */
	SECTIONS_PANDOC,   /* pandoc is told: the level of most headings with
			      text below; whatever else ends slides */
	SECTIONS_ASKED,	   /* the settings say which; the same */
};

struct dialect_traits {
	enum split split;
	enum sections sections;
	enum comment_use comments;
	bool keeps_lines;      /* a line end within a paragraph is one */
	bool dash_stops;       /* -- on its own is a stop */
	bool quote_flips;      /* a list in a quote flips incremental lists */
	bool many_transitions; /* more than deckle has */
	bool pandoc; /* fancy lists, pandoc's tables, definition lists */
};

const char *dialect_name(enum dialect dialect);
const struct dialect_traits *dialect_traits(enum dialect dialect);

/* By name; false for a name that is none. */
bool dialect_find(struct str name, enum dialect *dialect);

#endif
