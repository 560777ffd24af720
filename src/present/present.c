/* SPDX-License-Identifier: MIT */
/*
 * The rim of a talk: inputs and signals in, grids out. This is the only file
 * that waits, and the only one that looks at a clock. It wakes up for a key, a
 * signal, or the end of a number's time, and for nothing else.
 */
#include "present/present.h"

#include <errno.h>
#include <stdio.h>
#include <sys/select.h>
#include <time.h>

#include "backend/screen.h"
#include "base/file.h"
#include "present/help.h"
#include "present/keymap.h"
#include "present/prepared.h"
#include "present/signals.h"
#include "present/talk.h"
#include "slide/read.h"

/*
 * A terminal that has gone away is always ready and never has input. A key
 * that arrives byte by byte looks the same a few times in a row.
 */
#define EMPTY_WAKES_MAX 8

struct show {
	const struct present_options *options;
	struct screen *screen;
	struct signals signals;
	struct deck deck;
	struct stage stage;
	struct talk talk;
	char notice[256]; /* for the bar, until the next key */

	struct prepared prepared;
	const struct prepared_slide *current; /* NULL: not prepared yet */
	struct arena frame_arena;

	/* The help, while it is shown. */
	struct deck help_deck;
	struct stage help_stage;
	struct arena help_arena;
	struct fit *help_fit;
};

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---- what is shown ---- */

static void forget_slides(struct show *show)
{
	show->current = NULL;
	prepared_forget(&show->prepared);
}

static void prepare_slide(struct show *show)
{
	show->current =
		prepared_get(&show->prepared, &show->stage, show->talk.slide);
	talk_fit(&show->talk, show->current->fit->view_count);
}

static void forget_help(struct show *show)
{
	if (!show->help_fit)
		return;
	show->help_fit = NULL;
	deck_release(&show->help_deck);
	arena_reset(&show->help_arena);
}

static void prepare_help(struct show *show)
{
	struct buf source = { 0 };

	if (!show->talk.help) {
		forget_help(show);
		return;
	}
	if (!show->help_fit) {
		help_write(&source, &show->deck, show->current->slide, NULL);
		read_deck(&show->help_deck, &source,
			  &(struct deck_options){ .dialect = DIALECT_MDP });
		show->help_stage =
			(struct stage){ .deck = &show->help_deck,
					.widest = survey_deck(&show->help_deck),
					.size = show->stage.size };
		struct slide *slide =
			read_slide(&show->help_deck, 1, &show->help_arena);
		show->help_fit =
			fit_slide(&show->help_arena, &show->help_stage, slide);
	}
	talk_fit_help(&show->talk, show->help_fit->view_count);
}

static void prepare(struct show *show)
{
	prepare_slide(show);
	prepare_help(show);
}

static struct grid frame_of_help(struct show *show)
{
	struct bars bars = { .style = NUMBER_NONE };
	const struct fit *fit = show->help_fit;

	return frame_draw(&show->frame_arena, fit,
			  fit->views[show->talk.help_view], &bars);
}

static struct grid frame_of_slide(struct show *show)
{
	char typed[32];
	struct bars bars = { .number = show->current->slide->number,
			     .style = show->options->number,
			     .notice = str_of(show->notice) };

	if (show->talk.typed > 0) {
		snprintf(typed, sizeof(typed), "go to %d", show->talk.typed);
		bars.notice = arena_str(&show->frame_arena, str_of(typed));
	}
	const struct fit *fit = show->current->fit;
	return frame_draw(&show->frame_arena, fit, fit->views[show->talk.view],
			  &bars);
}

static void draw(struct show *show)
{
	struct grid grid;

	arena_reset(&show->frame_arena);
	if (show->talk.blank)
		grid = grid_new(&show->frame_arena, show->stage.size);
	else if (show->talk.help)
		grid = frame_of_help(show);
	else
		grid = frame_of_slide(show);
	screen_draw(show->screen, &grid);
}

/* ---- what happens ---- */

static void set_notice(struct show *show, const char *text)
{
	snprintf(show->notice, sizeof(show->notice), "%s", text);
}

static void use_deck(struct show *show)
{
	show->stage.deck = &show->deck;
	show->stage.widest = survey_deck(&show->deck);
}

/* A deck that cannot be read leaves the one that was there. */
static void reload(struct show *show)
{
	struct buf source = { 0 };
	struct error error;

	if (!file_can_read_again(show->options->path)) {
		set_notice(show, "this deck can be read only once");
	} else if (!file_read(show->options->path, &source, &error)) {
		set_notice(show, error.text);
	} else {
		forget_help(show);
		forget_slides(show);
		deck_release(&show->deck);
		read_deck(&show->deck, &source, &show->options->deck);
		use_deck(show);
		talk_reload(&show->talk, show->deck.slide_count);
	}
	buf_release(&source);
}

static void take_size(struct show *show)
{
	struct size size = screen_size(show->screen);

	if (size.rows == show->stage.size.rows &&
	    size.cols == show->stage.size.cols)
		return;
	show->stage.size = size;
	forget_help(show);
	forget_slides(show);
}

static void suspend(struct show *show)
{
	screen_suspend(show->screen);
	signals_stop(&show->signals);
	screen_resume(show->screen);
	take_size(show);
}

/* False when the talk is over. */
static bool carry_out(struct show *show, enum effect effect)
{
	switch (effect) {
	case EFFECT_QUIT:
		return false;
	case EFFECT_REPAINT:
		screen_repaint(show->screen);
		break;
	case EFFECT_RELOAD:
		reload(show);
		break;
	case EFFECT_SUSPEND:
		suspend(show);
		break;
	default:
		break;
	}
	prepare(show);
	return true;
}

/*
 * Take all inputs there are, then draw once: keys that came together are all
 * obeyed, and only where they lead to is shown.
 */
static bool take_inputs(struct show *show, bool *any)
{
	int input;

	*any = false;
	while (screen_next_input(show->screen, &input)) {
		enum action action = keymap_find(input);
		*any = true;
		show->notice[0] = '\0';
		if (!carry_out(show, talk_apply(&show->talk, action,
						input - '0', now_ms())))
			return false;
	}
	return true;
}

static void take_signals(struct show *show)
{
	if (signals_take(SIGTSTP))
		suspend(show);
	if (signals_take(SIGCONT))
		screen_resume(show->screen);
	if (signals_take(SIGWINCH))
		take_size(show);
	prepare(show);
}

/* Wait for an input, a signal or the timeout; true when there is input. */
static bool wait_for_input(struct show *show)
{
	int timeout = talk_timeout(&show->talk, now_ms());
	struct timespec limit = { timeout / 1000, timeout % 1000 * 1000000L };
	int fd = screen_fd(show->screen);
	fd_set ready;

	FD_ZERO(&ready);
	FD_SET(fd, &ready);
	return pselect(fd + 1, &ready, NULL, NULL, timeout < 0 ? NULL : &limit,
		       &show->signals.while_waiting) > 0;
}

static int talk_loop(struct show *show)
{
	int empty_wakes = 0;
	bool any;

	while (empty_wakes < EMPTY_WAKES_MAX) {
		draw(show);
		prepared_ahead(&show->prepared, &show->stage,
			       show->talk.slide + 1);
		bool ready = wait_for_input(show);
		int ending = signals_ending();
		if (ending)
			return ending;
		take_signals(show);
		if (!take_inputs(show, &any))
			return 0;
		empty_wakes = ready && !any ? empty_wakes + 1 : 0;
		carry_out(show, talk_tick(&show->talk, now_ms()));
	}
	return SIGHUP;
}

static int give_talk(struct show *show)
{
	const char *remark = screen_remark(show->screen);

	show->stage.size = screen_size(show->screen);
	use_deck(show);
	show->talk = talk_start(show->deck.slide_count, show->options->slide);
	if (remark)
		set_notice(show, remark);
	prepare(show);
	return talk_loop(show);
}

bool present_run(const struct present_options *options, int *ending,
		 struct error *error)
{
	struct show show = { .options = options };
	struct buf source = { 0 };
	bool ok = file_read(options->path, &source, error);

	*ending = 0;
	if (!ok) {
		buf_release(&source);
		return false;
	}
	read_deck(&show.deck, &source, &options->deck);
	signals_open(&show.signals);
	show.screen = screen_open(&options->theme, error);
	ok = show.screen != NULL;
	if (ok) {
		*ending = give_talk(&show);
		screen_close(show.screen);
	}
	signals_close(&show.signals);
	forget_help(&show);
	prepared_release(&show.prepared);
	arena_release(&show.frame_arena);
	arena_release(&show.help_arena);
	deck_release(&show.deck);
	return ok;
}
