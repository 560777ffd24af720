/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_ANSWER_H
#define BACKEND_ANSWER_H

#include <stdbool.h>

#include "layout/grid.h"

/*
 * What a terminal says when it is asked about itself. It says so among the
 * keys, some time, or never: nobody waits for it. The last question is one
 * that every terminal answers; after that no answer is expected any more.
 */

/*
 * The ground's colour (OSC 11); synchronized output (DECRQM of mode 2026); name
 * and version (XTVERSION); what it can do (primary DA); "are you there?" (DSR).
 */
#define ANSWER_QUESTIONS "\033]11;?\033\\\033[?2026$p\033[>0q\033[c\033[5n"

/*
 * Whether it draws images by kitty's protocol: a=q, a pixel that is not kept.
 * Multiplexers take this for a title: ask only those that gave another name.
 */
#define ANSWER_KITTY_QUESTION "\033_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[5n"

/* How many pixels an image of sixels can have (XTSMGRAPHICS, item 2). */
#define ANSWER_SIXEL_QUESTION "\033[?2;1;0S\033[5n"

/* Longer answers are none to these questions. */
#define ANSWER_LENGTH_MAX 256

enum answer_state {
	ANSWER_NONE,   /* between answers */
	ANSWER_CSI,    /* behind ESC [ */
	ANSWER_STRING, /* behind ESC ], ESC P or ESC _ */
	ANSWER_ESCAPE, /* in a string, behind an ESC that ends it */
};

/* All zero: nothing was asked. */
struct answers {
	int expected; /* how many last questions are open: count them up */
	int lost;     /* so many of these may never have an answer */
	enum answer_state state;
	char kind;		      /* the character behind the ESC */
	char text[ANSWER_LENGTH_MAX]; /* of the answer as far as it is there */
	int length;

	bool has_ground;	/* the next one is known */
	int ground;		/* 0xRRGGBB */
	bool synchronized;	/* it can show a frame at once */
	bool kitty;		/* it draws images by kitty's protocol, */
	bool iterm2;		/* by iTerm2's, */
	bool sixel;		/* as sixels */
	bool may_kitty;		/* it may be asked about the first of these, */
	bool may_sixel;		/* and how large an image of the last can be */
	struct size sixel_most; /* pixels of an image; 0: it does not say */
};

/* Whether what follows an ESC begins an answer; begins it. */
bool answer_begin(struct answers *answers, int character);

/*
 * Take the next character of an answer that has begun. True with its last one:
 * what it says is in the members then.
 */
bool answer_take(struct answers *answers, int character);

/* Whether all has been answered that was not lost. */
bool answers_are_in(const struct answers *answers);

/*
 * Others have read what the terminal said for a while: nothing waits for those
 * answers any more. They are still taken when they come.
 */
void answers_lose(struct answers *answers);

#endif
