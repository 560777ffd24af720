/* SPDX-License-Identifier: MIT */
#ifndef PRESENT_TALK_H
#define PRESENT_TALK_H

#include <stdbool.h>

#include "present/action.h"

/*
 * Where a talk is, as a value: it sees no screen, no file and no clock. Time
 * comes in with every action, in ms of any clock that does not jump.
 *
 * A slide is shown in views, one after the other: its steps, and its pages
 * where it does not fit the screen. How many there are depends on the screen,
 * so whoever lays the slide out says so with talk_fit after every action.
 */
struct talk {
	int slides;	/* of the deck: 1 and up */
	int slide;	/* the current one: 1 to slides */
	int views;	/* of the current slide: 1 and up */
	int view;	/* the current one: 0 to views - 1 */
	int help_views; /* of the help, as above */
	int help_view;
	bool help;	    /* the help stands in front of the slide */
	bool blank;	    /* the screen is blank */
	int typed;	    /* a slide's number as far as typed; 0: none */
	long long typed_at; /* when its last digit came, ms */
};

/* What the outside has to do after an action. */
enum effect {
	EFFECT_NONE,
	EFFECT_DRAW,
	EFFECT_REPAINT,
	EFFECT_THEME,
	EFFECT_RELOAD,
	EFFECT_FOLLOW,
	EFFECT_EDIT,
	EFFECT_SUSPEND,
	EFFECT_QUIT,
};

/*
 * A number that was typed and not confirmed is taken when no digit has come
 * for this long, as in mdp, but with the time to find the next key.
 */
#define TALK_TYPED_MS 1000

/* A view that talk_fit makes the last one of the slide. */
#define TALK_LAST_VIEW 2147483647

/* The talk at the first view of a slide; what is out of range is not. */
struct talk talk_start(int slides, int slide);

/* Do what a key asks for; `digit` is its value when the action is a digit. */
enum effect talk_apply(struct talk *talk, enum action action, int digit,
		       long long now);

/* Show a view of a slide, and nothing in front of it. */
void talk_show(struct talk *talk, int slide, int view);

/* How many views the current slide has; keeps the current one in range. */
void talk_fit(struct talk *talk, int views);

/* The same for the help. */
void talk_fit_help(struct talk *talk, int views);

/*
 * The deck was read again: how many slides it has now, and which of them is the
 * current one. Keeps its view, and what stands in front of it.
 */
void talk_reload(struct talk *talk, int slides, int slide);

/* In how many ms talk_tick wants to be called; -1: never. */
int talk_timeout(const struct talk *talk, long long now);
enum effect talk_tick(struct talk *talk, long long now);

#endif
