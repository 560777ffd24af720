/* SPDX-License-Identifier: MIT */
/*
 * The talk's state machine. Every action is a function of a few lines; what
 * stands in front of the slide (help, blank, a number being typed) gets an
 * action first.
 */
#include "present/talk.h"

#include <assert.h>

#define TYPED_MAX 100000000 /* more digits than any deck has slides */

static int clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

struct talk talk_start(int slides, int slide)
{
	return (struct talk){ .slides = slides,
			      .slide = clamp(slide, 1, slides),
			      .views = 1,
			      .help_views = 1 };
}

void talk_fit(struct talk *talk, int views)
{
	talk->views = views;
	talk->view = clamp(talk->view, 0, views - 1);
}

void talk_fit_help(struct talk *talk, int views)
{
	talk->help_views = views;
	talk->help_view = clamp(talk->help_view, 0, views - 1);
}

void talk_reload(struct talk *talk, int slides, int slide)
{
	talk->slides = slides;
	talk->slide = clamp(slide, 1, slides);
}

static enum effect go_to(struct talk *talk, int slide, int view)
{
	talk->slide = clamp(slide, 1, talk->slides);
	talk->view = view;
	return EFFECT_DRAW;
}

void talk_show(struct talk *talk, int slide, int view)
{
	talk->blank = talk->help = false;
	talk->typed = 0;
	go_to(talk, slide, view);
}

static enum effect next_slide(struct talk *talk)
{
	if (talk->slide < talk->slides)
		return go_to(talk, talk->slide + 1, 0);
	/* There is none: show all that is left of this one. */
	return go_to(talk, talk->slide, TALK_LAST_VIEW);
}

/* Going back shows a slide as it was left: complete. */
static enum effect previous_slide(struct talk *talk)
{
	if (talk->slide > 1)
		return go_to(talk, talk->slide - 1, TALK_LAST_VIEW);
	return go_to(talk, 1, 0);
}

static enum effect next(struct talk *talk)
{
	if (talk->view + 1 < talk->views)
		return go_to(talk, talk->slide, talk->view + 1);
	if (talk->slide < talk->slides)
		return next_slide(talk);
	return EFFECT_NONE;
}

static enum effect previous(struct talk *talk)
{
	if (talk->view > 0)
		return go_to(talk, talk->slide, talk->view - 1);
	if (talk->slide > 1)
		return previous_slide(talk);
	return EFFECT_NONE;
}

static enum effect first(struct talk *talk)
{
	return go_to(talk, 1, 0);
}

static enum effect last(struct talk *talk)
{
	return go_to(talk, talk->slides, 0);
}

static enum effect go_to_typed(struct talk *talk)
{
	int slide = talk->typed;

	talk->typed = 0;
	return go_to(talk, slide, 0);
}

static enum effect show_blank(struct talk *talk)
{
	talk->blank = true;
	return EFFECT_DRAW;
}

static enum effect show_help(struct talk *talk)
{
	talk->help = true;
	talk->help_view = 0;
	return EFFECT_DRAW;
}

static enum effect show_slide(struct talk *talk)
{
	(void)talk;
	return EFFECT_DRAW;
}

static enum effect type_digit(struct talk *talk, int digit, long long now)
{
	if (talk->typed == 0 && digit == 0)
		return EFFECT_NONE;
	if (talk->typed < TYPED_MAX)
		talk->typed = talk->typed * 10 + digit;
	talk->typed_at = now;
	return EFFECT_DRAW;
}

static enum effect edit_typed(struct talk *talk, enum action action)
{
	if (action == ACTION_ENTER || action == ACTION_LAST)
		return go_to_typed(talk);
	talk->typed = action == ACTION_PREVIOUS ? talk->typed / 10 : 0;
	return EFFECT_DRAW;
}

/* Leafing through the help; at its end, or with any other key, it goes. */
static enum effect leaf_help(struct talk *talk, enum action action)
{
	bool forth = action == ACTION_NEXT || action == ACTION_ENTER;

	if (forth && talk->help_view + 1 < talk->help_views)
		talk->help_view++;
	else if (action == ACTION_PREVIOUS && talk->help_view > 0)
		talk->help_view--;
	else
		talk->help = false;
	return EFFECT_DRAW;
}

static enum effect leave_blank(struct talk *talk)
{
	talk->blank = false;
	return EFFECT_DRAW;
}

/* What works whatever stands in front of the slide. */
static enum effect global_effect(enum action action)
{
	switch (action) {
	case ACTION_QUIT:
		return EFFECT_QUIT;
	case ACTION_SUSPEND:
		return EFFECT_SUSPEND;
	case ACTION_REPAINT:
		return EFFECT_REPAINT;
	case ACTION_THEME:
		return EFFECT_THEME;
	case ACTION_RELOAD:
		return EFFECT_RELOAD;
	case ACTION_FOLLOW:
		return EFFECT_FOLLOW;
	case ACTION_EDIT:
		return EFFECT_EDIT;
	default:
		return EFFECT_NONE;
	}
}

enum effect talk_apply(struct talk *talk, enum action action, int digit,
		       long long now)
{
	static enum effect (*const moves[ACTION_COUNT])(struct talk *) = {
		[ACTION_NEXT] = next,
		[ACTION_ENTER] = next,
		[ACTION_PREVIOUS] = previous,
		[ACTION_NEXT_SLIDE] = next_slide,
		[ACTION_PREVIOUS_SLIDE] = previous_slide,
		[ACTION_FIRST] = first,
		[ACTION_LAST] = last,
		[ACTION_BLANK] = show_blank,
		[ACTION_HELP] = show_help,
		[ACTION_SHOW] = show_slide,
	};
	enum effect effect = global_effect(action);

	/* It would be gone to while the editor has the screen. */
	if (action == ACTION_EDIT)
		talk->typed = 0;
	if (effect != EFFECT_NONE || action == ACTION_NONE)
		return effect;
	if (talk->blank)
		return leave_blank(talk);
	if (talk->help)
		return leaf_help(talk, action);
	if (action == ACTION_DIGIT)
		return type_digit(talk, digit, now);
	if (talk->typed > 0) {
		bool edits = action == ACTION_ENTER || action == ACTION_LAST ||
			     action == ACTION_PREVIOUS || action == ACTION_SHOW;
		effect = edit_typed(talk, action);
		if (edits)
			return effect;
	}
	assert(moves[action]);
	return moves[action](talk);
}

int talk_timeout(const struct talk *talk, long long now)
{
	long long left = talk->typed_at + TALK_TYPED_MS - now;

	if (talk->typed == 0)
		return -1;
	return left < 0 ? 0 : left > TALK_TYPED_MS ? TALK_TYPED_MS : (int)left;
}

enum effect talk_tick(struct talk *talk, long long now)
{
	if (talk_timeout(talk, now) != 0)
		return EFFECT_NONE;
	return go_to_typed(talk);
}
