/* SPDX-License-Identifier: MIT */
#ifndef DECK_DECK_H
#define DECK_DECK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "deck/dialect.h"
#include "deck/origin.h"
#include "deck/remark.h"
#include "deck/transition.h"

/*
 * A deck is what was read from a Markdown file: a header and slides. Slides
 * are found when the deck is opened and read when they are asked for, so that
 * opening a deck costs no more than finding its slide breaks.
 *
 *     deck --> slide --> block --> block         text, heading, code, table
 *                          |         '-> inline --> inline
 *                          '-> block             list > item, quote,
 *                                                columns > column
 *
 * Nothing in here knows sizes, colours or terminals, nor which dialect the
 * deck was written in. Every byte string is a deck: what is odd about one is
 * said in remarks, never in an error.
 */

/* Deeper nesting is drawn at this depth; it bounds every walk of a slide. */
#define DECK_DEPTH_MAX 32

/*
 * A slide with more source bytes than this is continued on a slide of its
 * own, so that no key ever waits for a file without slide breaks.
 */
#ifndef DECK_SLIDE_BYTES_MAX
#define DECK_SLIDE_BYTES_MAX ((size_t)1024 * 1024)
#endif

enum emphasis {
	EMPHASIS_HIGHLIGHT = 1 << 0, /* *x* of mdp, <mark> */
	EMPHASIS_UNDERLINE = 1 << 1, /* _x_ of mdp, <u> */
	EMPHASIS_STRONG = 1 << 2,    /* **x** */
	EMPHASIS_ITALIC = 1 << 3,    /* *x* and _x_ of CommonMark */
	EMPHASIS_STRIKE = 1 << 4, /* ~~x~~; the tildes are part of the text */
	EMPHASIS_DIM = 1 << 5,	  /* of no run: code that is not in focus */
};

enum inline_kind {
	INLINE_TEXT,
	INLINE_CODE,
	INLINE_NUMBER, /* where a link's number is shown; it has no text */
	INLINE_BREAK,  /* a new row begins here; it has no text */
};

/*
 * Colours that the deck asks for: TINT_SET | 0xRRGGBB, or 0: the theme's. In
 * code that has looks of its own also TINT_INDEX | one of 0 to 15, which is
 * the terminal's in themes that name no others.
 */
#define TINT_SET   0x1000000
#define TINT_INDEX 0x2000000
struct tint {
	int text, ground;
};

/* A run of text that looks the same all along. */
struct inline_run {
	struct inline_run *next;
	enum inline_kind kind;
	unsigned emphasis; /* of enum emphasis */
	int link;	   /* index of its link on the slide, or -1 */
	struct tint tint;
	struct str text; /* of the slide's arena; no control characters */
};

/*
 * The inlines of one line of a slide, or of one paragraph. Blanks in a line
 * are as in the source: they carry the columns of tables and pictures.
 */
struct text {
	struct inline_run *first;
	int hang;   /* columns by which its wrapped rows are set in */
	bool flows; /* a paragraph: no line of it was meant to be that long */
	bool captions; /* it belongs to the image above it */
};

/* How large an image is meant to be, in one direction. */
enum length_unit {
	LENGTH_NONE,	/* nothing is said */
	LENGTH_PERCENT, /* of the place it stands in */
	LENGTH_PIXELS,	/* of a slide of LENGTH_SLIDE pixels */
	LENGTH_CELLS,
};
struct length {
	enum length_unit unit;
	int amount; /* 1 and up */
};

/* The pixels of a slide, as those have it who give sizes in pixels. */
#define LENGTH_SLIDE_WIDTH  1280
#define LENGTH_SLIDE_HEIGHT 720

struct link {
	struct str target;
	int number; /* shown behind the label, from 0 as in mdp; -1: hidden,
		       because the label is the target */
	int step;   /* the step that first shows it */
	int line;
	bool image;
	bool background;	     /* of an image: it is meant to be one */
	struct length width, height; /* of an image */
};

/* What stands at the foot of the slide that refers to it. */
struct footnote {
	struct str mark; /* what stands in the text, such as "¹" */
	struct text text;
	int step; /* the step that first shows it */
	int line;
};

/* What the speaker wants to be told, never shown on the slide. */
struct note {
	struct note *next;
	struct str text; /* may hold line ends */
	int line;
};

enum align {
	ALIGN_LEFT,
	ALIGN_CENTRE,
	ALIGN_RIGHT,
};

struct table_row {
	struct table_row *next;
	struct text *cells; /* `columns` of them */
	int step;
	int line;
};

enum block_kind {
	BLOCK_BODY, /* the whole slide: holds any blocks */
	BLOCK_TEXT,
	BLOCK_HEADING,
	BLOCK_CODE,
	BLOCK_TABLE,
	BLOCK_LIST,    /* holds items */
	BLOCK_ITEM,    /* holds any blocks */
	BLOCK_QUOTE,   /* holds any blocks */
	BLOCK_RULE,    /* a line from edge to edge */
	BLOCK_COLUMNS, /* holds columns, side by side */
	BLOCK_COLUMN,  /* holds any blocks */
	BLOCK_IMAGE,   /* its text is the image's link and nothing else, but for
			  the number of a link around it */
	BLOCK_GALLERY, /* holds images, side by side; its text is that of all,
			  for where none is drawn */
};

enum task {
	TASK_NONE,
	TASK_OPEN, /* [ ] */
	TASK_DONE, /* [x] */
};

/* The kinds of a quote: GitHub's alerts have a name and a colour. */
enum alert {
	ALERT_NONE,
	ALERT_NOTE,
	ALERT_TIP,
	ALERT_IMPORTANT,
	ALERT_WARNING,
	ALERT_CAUTION,
};

/* How a part of a line looks, from where the one before it ends. */
struct code_look {
	size_t end;	   /* byte of the text */
	unsigned emphasis; /* of enum emphasis */
	struct tint tint;
};

/* What an image is shown as. */
enum image_form {
	IMAGE_TEXT,
	IMAGE_FRAMED, /* its text, with a frame around it */
	IMAGE_DRAWN,
};

struct picture;

struct code_line {
	struct code_line *next;
	struct str text;
	int line;	 /* of the source, 1-based */
	const bool *lit; /* for each focus of the block, or NULL: always */

	/* Up to the end of the text; NULL, as of all that was only read: as
	   its language says. */
	const struct code_look *looks;
};

/*
 * `step` is how many stops stand before the block on its slide: it is shown
 * from that step on. `space` is how many blank rows stand above it.
 */
struct block {
	struct block *parent, *next, *first, *last;
	enum block_kind kind;
	int line, col; /* where it begins in the source, both 1-based */
	int step;
	int space;
	enum align align; /* of text, headings and images */
	struct text text; /* of text, headings, images and galleries */
	bool big;	  /* a heading in large letters, where there is room */
	union {
		int level; /* of a heading: 1 to 6; of a list: 1 and up */
		struct {
			struct code_line *first, *last;
			struct str info;  /* what follows the fence */
			struct str title; /* above the lines, if any */
			int first_number; /* of its lines; 0: not shown */

			/* Which lines are lit changes while the talk goes on:
			   focus 0 from the block's step on, focus i > 0 from
			   the step focus_step + i - 1 on. */
			int focuses; /* 0: all lines are lit */
			int focus_step;
		} code;
		struct {
			int columns;
			enum align *aligns;
			struct table_row *header; /* first row, bold */
			bool headless; /* the first row is like any other */
			struct table_row *last;
		} table;
		struct {
			bool marked; /* it has a bullet of its own */
			enum task task;
			struct str marker; /* "12." instead of a bullet */
		} item;
		enum alert alert; /* of a quote */
		int weight; /* of a column: its part of the width, 1 and up */
		struct {
			int link; /* its index on the slide; of a gallery that
				     of its first image */
			bool breaks; /* it begins a row of its gallery */
			bool figure; /* pandoc: its text is its caption */

			/* Who reads a slide to show it may say more than
			   that it is text, and what stands below it then. A
			   gallery has the form that some of its images have. */
			enum image_form form;
			const struct picture *picture; /* of one that is drawn:
							  borrowed */
			struct text caption;
		} image;
	};
};

struct slide {
	int number; /* 1-based */
	int line;   /* its first source line, 1-based */
	struct block body;
	struct link *links; /* an array of link_count */
	int link_count;
	struct footnote *footnotes; /* an array of footnote_count */
	int footnote_count;
	struct note *notes; /* in the order of the source */
	const char **files; /* that it asks for, whether they could be read or
			       not: an array of file_count */
	int file_count;
	bool no_footer;
	enum transition transition; /* from the slide before, and back to it */
	int transition_ms;	    /* how long that takes */
	int steps;	 /* how many it takes to show everything: 1 and up */
	int space_below; /* blank rows after the last block */
	struct remarks remarks;
};

struct definition;
struct footnote_source;

/* Where a slide stands in the source: the bytes from `begin` up to `end`. */
struct slide_place {
	size_t begin, end;
	int line;	/* of its first byte */
	size_t front;	/* bytes of front matter of its own before `begin` */
	bool continued; /* cut off from the slide before by its size alone */
	bool intro;	/* made of the deck's title and author; no bytes */
	bool title;	/* a heading above the slide level, on its own */
};

/*
 * What a deck can choose, in its header or front matter; some of it a slide
 * can choose for itself. Zero is what holds when nothing is said.
 */
struct settings {
	int width;	     /* most columns of a slide's body, 0: no limit */
	bool arrows_literal; /* mdp: "-> x" after a list item is not centred */
	bool joins_lines;    /* lines of a paragraph, against the dialect */
	bool incremental_lists;
	bool incremental_tables;
	int item_space;		  /* blank rows between list items on top */
	bool no_numbers;	  /* no slide numbers in the footer */
	bool implicit_slide_ends; /* presenterm: a slide title begins a slide */
	bool end_slide_shorthand; /* presenterm: --- ends a slide */
	bool h1_slide_titles;	  /* presenterm: # is a slide title as well */
	bool literate;		  /* Haskell: code is behind ">" */
	int slide_level;	  /* patat: of headings, 0: told by the deck */
	struct str command_prefix; /* presenterm: of directives */
	enum transition transition;
	int transition_ms; /* 0: as long as they take usually */
};

/* The strings are borrowed as long as the deck lives. */
struct deck_options {
	enum dialect dialect; /* DIALECT_AUTO: what the deck looks like */
	bool arrows_literal;  /* as %arrows: literal, whatever the deck says */
	const char *path;     /* of the deck, for the files that it names; "-"
				 is in the current folder; NULL: none are read */
	const char *const *allowed; /* folders that may be read as well as the
				       deck's own: allowed_count of them */
	int allowed_count;
};

/* All members are for reading. */
struct deck {
	struct str title, author, date; /* empty when the deck does not say */
	struct str sub_title, event, location; /* for the intro slide */
	struct str theme; /* that it wants to be shown in; may be empty */
	int theme_line;	  /* in a header of mdp's; 0: it is not from there */
	enum dialect dialect;
	struct settings settings;
	int slide_count;	/* 1 and up */
	struct remarks remarks; /* on the header and on the file as a whole */

	struct deck_options options;
	struct buf source; /* included files and all; lines are counted here */
	struct origins origins; /* whose lines they were, see deck_origin */
	const char **files; /* that it includes, whether they could be read or
			       not, maybe twice: an array of file_count */
	int file_count;
	struct arena arena;
	struct slide_place *places; /* slide_count of them */
	struct definition *definitions;
	size_t definition_count;
	struct footnote_source *footnotes;
	size_t footnote_count;
};

/* Give back all that read_deck took. */
void deck_release(struct deck *deck);

/*
 * The slide that a line of the deck is on: the last one that begins there or
 * above; 1 for lines above all slides.
 */
int deck_slide_at(const struct deck *deck, int line);

/*
 * Abort if a slide breaks a rule of this header: parents and children agree,
 * depth and steps are in range, links exist. Always true, for use in assert.
 */
bool slide_check(const struct slide *slide);

#endif
