/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_STYLE_H
#define LAYOUT_STYLE_H

#include "deck/deck.h"

/*
 * Layout says what a cell is, never which colour it has: that is the theme's
 * business. The letter stands for the role in tests and debugging views; it is
 * upper case where the cell has an emphasis on top.
 */
#define ROLES(X)                                                        \
	X(BLANK, '.')	 /* nothing */                                  \
	X(TEXT, 'x')	 /* plain text */                               \
	X(TITLE, 't')	 /* the deck's title, on top */                 \
	X(FOOTER, 'f')	 /* author and slide number, at the bottom */   \
	X(HEADING1, '1') /* the three kinds of headings */              \
	X(HEADING2, '2')                                                \
	X(HEADING3, '3')                                                \
	X(BIG, '0')	     /* a title in large letters */             \
	X(HIGHLIGHT, 'h')    /* *x* */                                  \
	X(CODE, 'c')	     /* a block of code, its blanks included */ \
	X(CODE_KEYWORD, 'k') /* what code is made of: CODE_CLASSES */   \
	X(CODE_TYPE, 'y')                                               \
	X(CODE_NAME, 'e')                                               \
	X(CODE_STRING, 's')                                             \
	X(CODE_VALUE, 'v')                                              \
	X(CODE_COMMENT, 'w')                                            \
	X(CODE_META, 'p')                                               \
	X(CODE_INSERTED, 'a')                                           \
	X(CODE_DELETED, 'z')                                            \
	X(CODE_INLINE, 'i') /* `x` */                                   \
	X(BULLET, 'b')	    /* of a list item */                        \
	X(QUOTE, 'q')	    /* the bar beside a quote */                \
	X(NOTE, '4')	    /* the bar and the name of an alert */      \
	X(TIP, '5')                                                     \
	X(IMPORTANT, '6')                                               \
	X(WARNING, '7')                                                 \
	X(CAUTION, '8')                                                 \
	X(RULE, 'd')	    /* a line across the slide: a divider */    \
	X(LINE_NUMBER, 'u') /* beside a line of code */                 \
	X(FOOTNOTE, 'o')    /* at the slide's foot */                   \
	X(LINK, 'l')	    /* a link's label and number */             \
	X(TARGET, 'g')	    /* where it leads, at the slide's foot */   \
	X(TABLE, 'r')	    /* the rules of a table */                  \
	X(IMAGE, 'j')	    /* and the frame that holds its place */    \
	X(MARK, 'm')	    /* deckle's own: broken lines, pages */     \
	X(NOTICE, 'n')	    /* deckle's own: messages */

/* clang-format off */
enum role {
#define X(name, letter) ROLE_##name,
	ROLES(X)
#undef X
	ROLE_COUNT
};
/* clang-format on */

struct style {
	unsigned char role;	/* of enum role */
	unsigned char emphasis; /* bits of enum emphasis */
	unsigned char fade;	/* how far it is gone: 0 to STYLE_FADED */
	struct tint tint;	/* colours instead of the role's */
};

/* All the way: nothing is left but the slide's own ground. */
#define STYLE_FADED 8

bool style_is_same(struct style a, struct style b);

char style_letter(struct style style);

/* Whether it is on the ground of a block of code. */
bool style_is_code(struct style style);

/* What the text of a block is, or the line of a rule. */
enum role style_role(const struct block *block);

/* What the bar beside a quote is. */
enum role style_bar(const struct block *quote);

#endif
