/* SPDX-License-Identifier: MIT */
/*
 * The rim of a talk: inputs and signals in, grids out. This is the only file
 * that waits, and the only one that looks at a clock. It wakes up for a key, a
 * signal, or the end of a number's time, and for nothing else.
 */
#include "present/present.h"

#include <sys/select.h>
#include <time.h>

#include "backend/screen.h"
#include "present/keymap.h"
#include "present/signals.h"

/*
 * A terminal that has gone away is always ready and never has input. A key
 * that arrives byte by byte looks the same a few times in a row.
 */
#define EMPTY_WAKES_MAX 8

struct stand {
	struct show show;
	struct screen *screen;
	struct signals signals;
};

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void suspend(struct stand *stand)
{
	screen_suspend(stand->screen);
	signals_stop(&stand->signals);
	screen_resume(stand->screen);
	show_resize(&stand->show, screen_size(stand->screen));
}

/* False when the talk is over. */
static bool carry_out(struct stand *stand, enum effect effect)
{
	switch (effect) {
	case EFFECT_QUIT:
		return false;
	case EFFECT_REPAINT:
		screen_repaint(stand->screen);
		break;
	case EFFECT_RELOAD:
		show_reload(&stand->show, false);
		break;
	case EFFECT_SUSPEND:
		suspend(stand);
		break;
	default:
		break;
	}
	show_prepare(&stand->show);
	return true;
}

/*
 * Take all inputs there are, then draw once: keys that came together are all
 * obeyed, and only where they lead to is shown.
 */
static bool take_inputs(struct stand *stand, bool *any)
{
	struct talk *talk = &stand->show.talk;
	int input;

	*any = false;
	while (screen_next_input(stand->screen, &input)) {
		enum action action = keymap_find(input);
		*any = true;
		show_notice(&stand->show, "");
		if (!carry_out(stand,
			       talk_apply(talk, action, input - '0', now_ms())))
			return false;
	}
	return true;
}

static void take_signals(struct stand *stand)
{
	if (signals_take(SIGTSTP))
		suspend(stand);
	if (signals_take(SIGCONT))
		screen_resume(stand->screen);
	if (signals_take(SIGWINCH))
		show_resize(&stand->show, screen_size(stand->screen));
	show_prepare(&stand->show);
}

/* Wait for an input, a signal or the timeout; true when there is input. */
static bool wait_for_input(struct stand *stand)
{
	int timeout = talk_timeout(&stand->show.talk, now_ms());
	struct timespec limit = { timeout / 1000, timeout % 1000 * 1000000L };
	int fd = screen_fd(stand->screen);
	fd_set ready;

	FD_ZERO(&ready);
	FD_SET(fd, &ready);
	return pselect(fd + 1, &ready, NULL, NULL, timeout < 0 ? NULL : &limit,
		       &stand->signals.while_waiting) > 0;
}

static int talk_loop(struct stand *stand)
{
	int empty_wakes = 0;
	bool any;

	while (empty_wakes < EMPTY_WAKES_MAX) {
		struct grid grid = show_draw(&stand->show);
		screen_draw(stand->screen, &grid);
		show_prepare_ahead(&stand->show);
		bool ready = wait_for_input(stand);
		int ending = signals_ending();
		if (ending)
			return ending;
		take_signals(stand);
		if (!take_inputs(stand, &any))
			return 0;
		empty_wakes = ready && !any ? empty_wakes + 1 : 0;
		carry_out(stand, talk_tick(&stand->show.talk, now_ms()));
	}
	return SIGHUP;
}

static int give_talk(struct stand *stand)
{
	const char *remark = screen_remark(stand->screen);

	show_begin(&stand->show, screen_size(stand->screen));
	if (remark)
		show_notice(&stand->show, remark);
	return talk_loop(stand);
}

bool present_run(const struct present_options *options, int *ending,
		 struct error *error)
{
	struct stand stand;

	*ending = 0;
	if (!show_open(&stand.show, options, error))
		return false;
	signals_open(&stand.signals);
	stand.screen = screen_open(&options->theme, error);
	if (stand.screen) {
		*ending = give_talk(&stand);
		screen_close(stand.screen);
	}
	signals_close(&stand.signals);
	show_close(&stand.show);
	return stand.screen != NULL;
}
