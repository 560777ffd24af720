/* SPDX-License-Identifier: MIT */
#ifndef BACKEND_ANSWER_H
#define BACKEND_ANSWER_H

#include <stdbool.h>

/*
 * What a terminal says when it is asked about itself. It says so among the
 * keys, some time, or never: nobody waits for it. The last question is one
 * that every terminal answers; after that no answer is expected any more.
 */

/* The ground's colour; synchronized output; "are you there?" */
#define ANSWER_QUESTIONS "\033]11;?\033\\\033[?2026$p\033[5n"

/* Longer answers are none to these questions. */
#define ANSWER_LENGTH_MAX 64

enum answer_state {
	ANSWER_NONE,   /* between answers */
	ANSWER_CSI,    /* behind ESC [ */
	ANSWER_OSC,    /* behind ESC ] */
	ANSWER_ESCAPE, /* in an OSC, behind an ESC that ends it */
};

/* All zero: nothing was asked. */
struct answers {
	bool expected; /* set it when the questions are sent */
	enum answer_state state;
	char text[ANSWER_LENGTH_MAX]; /* of the answer as far as it is there */
	int length;

	bool has_ground;   /* the next one is known */
	int ground;	   /* 0xRRGGBB */
	bool synchronized; /* it can show a frame at once */
};

/* Whether what follows an ESC begins an answer; begins it. */
bool answer_begin(struct answers *answers, int character);

/*
 * Take the next character of an answer that has begun. True with its last one:
 * what it says is in the members then.
 */
bool answer_take(struct answers *answers, int character);

#endif
