/* SPDX-License-Identifier: MIT */
/*
 * The rim of a talk: inputs, signals and saved files in, grids out. This is the
 * only file that waits, and the only one that looks at a clock. It wakes up
 * for what comes from outside, or at the end of somebody's time, and for
 * nothing else.
 */
#include "present/present.h"

#include <sys/select.h>
#include <time.h>

#include "backend/screen.h"
#include "base/file.h"
#include "picture/sixel.h"
#include "present/command.h"
#include "present/editor.h"
#include "present/keymap.h"
#include "present/obey.h"
#include "present/signals.h"
#include "present/viewer.h"
#include "present/waits.h"
#include "present/watch.h"
#include "remote/control.h"

/*
 * A terminal that has gone away is always ready and never has input. A key
 * that arrives byte by byte looks the same a few times in a row.
 */
#define EMPTY_WAKES_MAX 8

struct session {
	const struct present_options *options;
	struct show show;
	struct screen *screen;
	struct motion motion;
	struct signals signals;
	pid_t editor;		 /* has the terminal until it ends; 0: none */
	struct watch *watch;	 /* NULL: files are not watched */
	struct control *control; /* NULL: nobody can ask for anything */
	struct viewer viewer;	 /* where another talk is followed */
	long long began;	 /* when the talk did, ms */
	int empty_wakes; /* how often a terminal was ready for nothing */
};

static long long now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* The screen's colours are those of the theme that is shown. */
static void dress(struct session *session)
{
	const struct wardrobe *wardrobe = &session->show.wardrobe;

	if (session->show.redressed)
		screen_use_theme(session->screen, &wardrobe->theme,
				 wardrobe->look);
	session->show.redressed = false;
}

static void draw(struct session *session)
{
	if (session->editor)
		return;
	dress(session);
	struct grid grid = show_draw(&session->show);
	struct scene scene = show_scene(&session->show);
	struct grid shown =
		motion_draw(&session->motion, &scene, &grid, now_ms());
	struct stamps stamps = { 0 };
	if (!session->motion.runs)
		stamps = show_stamps(&session->show);
	screen_draw(session->screen, &shown, &stamps);
	motion_keep(&session->motion, &grid);
	show_prepare_ahead(&session->show);
	show_want_images(&session->show);
}

static void use_images(struct session *session)
{
	static const enum copy_kind kinds[] = { [MEANS_KITTY] = COPY_PNG,
						[MEANS_ITERM2] = COPY_PNG,
						[MEANS_SIXEL] = COPY_SIXELS,
						[MEANS_BLOCKS] = COPY_PIXELS,
						[MEANS_TEXT] = COPY_PIXELS };
	enum image_means means = screen_images(session->screen);
	struct error ignored;

	if (means == MEANS_SIXEL && !sixel_open(&ignored)) {
		screen_forgo_sixels(session->screen);
		means = screen_images(session->screen);
	}
	struct pane_medium medium = {
		.kind = kinds[means],
		.cell = screen_cell(session->screen),
		.most = screen_image_most(session->screen),
	};
	show_use_images(&session->show,
			means == MEANS_TEXT ? IMAGE_FRAMED : IMAGE_DRAWN,
			medium);
}

/* Who wants them is told when there are none. */
static void tell_of_sixels(struct session *session)
{
	struct error error;

	if (session->options->images == MEANS_SIXEL && !sixel_open(&error))
		show_notice(&session->show, error.text);
}

/* Colours that have come are seen at once, and what is next is asked for. */
static void take_colours(struct session *session)
{
	while (show_take_colours(&session->show, now_ms()))
		draw(session);
}

static void take_size(struct session *session)
{
	use_images(session);
	show_resize(&session->show, screen_size(session->screen));
}

static void suspend(struct session *session)
{
	screen_suspend(session->screen);
	signals_stop(&session->signals);
	screen_resume(session->screen);
	take_size(session);
}

static void reload(struct session *session, bool follow)
{
	struct error ignored; /* the bar says it */

	show_reload(&session->show, follow, &ignored);
}

/* ---- the editor ---- */

/* What was edited is read, and shown where it is. */
static void end_edit(struct session *session)
{
	session->editor = 0;
	signals_regain();
	screen_resume(session->screen);
	take_size(session);
	reload(session, false);
}

static void begin_edit(struct session *session)
{
	const char *path = show_file(&session->show);
	int line = show_line(&session->show);
	struct buf command = { 0 };
	struct error error;

	if (!file_can_read_again(path)) {
		show_notice(&session->show, "this deck cannot be edited");
		return;
	}
	editor_command(&command, session->options->editor, path, line);
	buf_put_byte(&command, '\0');
	screen_suspend(session->screen);
	signals_lend();
	session->editor = editor_start(command.ptr, screen_fd(session->screen),
				       &session->signals, &error);
	if (session->editor < 0) {
		end_edit(session);
		show_notice(&session->show, error.text);
	}
	buf_release(&command);
}

static void take_editor(struct session *session)
{
	struct error error;
	int status;

	if (!session->editor || !editor_reap(session->editor, &status))
		return;
	end_edit(session);
	if (!command_check(session->options->editor, status, &error))
		show_notice(&session->show, error.text);
}

/* ---- keys and signals ---- */

/* False when the talk is over. */
static bool carry_out(struct session *session, enum effect effect)
{
	switch (effect) {
	case EFFECT_QUIT:
		return false;
	case EFFECT_REPAINT:
		screen_repaint(session->screen);
		break;
	case EFFECT_THEME:
		show_next_theme(&session->show);
		break;
	case EFFECT_RELOAD:
		reload(session, false);
		break;
	case EFFECT_FOLLOW:
		viewer_follow(&session->viewer);
		break;
	case EFFECT_SUSPEND:
		suspend(session);
		break;
	case EFFECT_EDIT:
		begin_edit(session);
		break;
	default:
		break;
	}
	show_prepare(&session->show);
	return true;
}

/*
 * Take all inputs there are, then draw once: keys that came together are all
 * obeyed, and only where they lead to is shown. Those behind one that calls the
 * editor are the editor's.
 */
static bool take_inputs(struct session *session, bool *any)
{
	struct talk *talk = &session->show.talk;
	int input;

	*any = false;
	while (!session->editor && screen_next_input(session->screen, &input)) {
		enum action action = keymap_find(input);
		*any = true;
		if (input == INPUT_ANSWER) {
			show_take_ground(&session->show,
					 screen_ground(session->screen));
			use_images(session);
			show_prepare(&session->show);
			continue;
		}
		motion_end(&session->motion);
		show_notice(&session->show, "");
		if (!carry_out(session,
			       talk_apply(talk, action, input - '0', now_ms())))
			return false;
	}
	return true;
}

static void take_signals(struct session *session)
{
	if (signals_take(SIGCHLD))
		take_editor(session);
	if (session->editor)
		return;
	if (signals_take(SIGTSTP))
		suspend(session);
	if (signals_take(SIGCONT))
		screen_resume(session->screen);
	if (signals_take(SIGWINCH))
		take_size(session);
	show_prepare(&session->show);
}

/* ---- others ---- */

static struct talk_status status_of(const struct session *session,
				    struct arena *arena)
{
	struct talk_status status;

	obey_status(&session->show, arena, &status);
	status.deck = session->show.path;
	status.elapsed = (now_ms() - session->began) / 1000;
	return status;
}

/* The talk cannot leave the terminal to its editor. */
static bool check_editor(const struct session *session,
			 const struct request *request, struct error *error)
{
	if (!session->editor || request->kind != REQUEST_QUIT)
		return true;
	return error_set(error, "the talk cannot end while its editor runs");
}

static bool take_request(struct session *session, const struct request *request)
{
	struct arena arena = { 0 };
	enum effect effect;
	struct error error;
	bool goes_on = true;

	if (request->kind != REQUEST_STATUS && request->kind != REQUEST_WATCH)
		motion_end(&session->motion);
	if (check_editor(session, request, &error) &&
	    obey_request(&session->show, request, &effect, &error)) {
		goes_on = carry_out(session, effect);
		struct talk_status status = status_of(session, &arena);
		control_answer(session->control, &status);
	} else {
		control_refuse(session->control, error.text);
	}
	arena_release(&arena);
	return goes_on;
}

/* False when the talk is over. */
static bool take_requests(struct session *session, const struct waits *waits)
{
	struct request request;

	if (!session->control)
		return true;
	control_serve(session->control, &waits->readable, &waits->writable);
	while (control_next(session->control, &request)) {
		if (!take_request(session, &request))
			return false;
	}
	return true;
}

static void publish(struct session *session, bool over)
{
	struct arena arena = { 0 };

	if (!session->control)
		return;
	struct talk_status status = status_of(session, &arena);
	status.over = over;
	control_publish(session->control, &status);
	arena_release(&arena);
}

static void open_control(struct session *session)
{
	const struct present_options *options = session->options;
	struct error reason, error;

	if (options->follow || options->tours_themes)
		return;
	session->control =
		control_open(options->runtime_dir, session->show.path, &reason);
	if (session->control)
		return;
	error_set_reason(&error, "no remote control", reason.text);
	show_notice(&session->show, error.text);
}

/* ---- files ---- */

/* True when files are watched from now on that were not before. */
static bool watch_files(struct session *session)
{
	struct arena arena = { 0 };
	const char **paths;
	size_t count = show_files(&session->show, &arena, &paths);
	bool more = watch_set(session->watch, paths, count);

	arena_release(&arena);
	return more;
}

/* Read until what is watched is what was read. */
static void read_files(struct session *session)
{
	bool follow = !session->options->stay && !session->editor;

	do {
		reload(session, follow);
		show_prepare(&session->show);
	} while (watch_files(session));
}

static void take_files(struct session *session)
{
	if (session->watch && watch_take(session->watch, now_ms()))
		read_files(session);
}

/* Another slide has other files, which may be newer than what was read. */
static void watch_slide(struct session *session)
{
	if (!session->watch || !watch_files(session))
		return;
	show_look_again(&session->show);
	draw(session);
}

/* After the first frame: it waits for nothing that can come later. */
static void open_watch(struct session *session)
{
	if (!session->options->watch)
		return;
	session->watch = watch_open();
	watch_files(session);
	read_files(session);
}

/* ---- waiting ---- */

static void collect_waits(struct session *session, struct waits *waits)
{
	long long now = now_ms();

	waits_clear(waits);
	if (session->control)
		waits->count =
			control_prepare(session->control, &waits->readable,
					&waits->writable);
	if (!session->editor)
		waits_read(waits, screen_fd(session->screen));
	waits_read(waits, show_images_fd(&session->show));
	waits_at_most(waits, talk_timeout(&session->show.talk, now));
	waits_read(waits, show_colours_fd(&session->show));
	waits_at_most(waits, show_colours_timeout(&session->show, now));
	waits_at_most(waits, motion_timeout(&session->motion, now));
	if (session->watch) {
		waits_read(waits, watch_fd(session->watch));
		waits_at_most(waits, watch_timeout(session->watch, now));
	}
	if (session->options->follow) {
		waits_read(waits, viewer_fd(&session->viewer));
		waits_at_most(waits, viewer_timeout(&session->viewer, now));
	}
}

/* How many descriptors are ready; without one no set has any. */
static int wait_once(struct session *session, struct waits *waits)
{
	struct timespec limit = { waits->timeout / 1000,
				  waits->timeout % 1000 * 1000000L };
	int ready = pselect(waits->count, &waits->readable, &waits->writable,
			    NULL, waits->timeout < 0 ? NULL : &limit,
			    &session->signals.while_waiting);

	if (ready > 0)
		return ready;
	waits_clear(waits);
	return 0;
}

/* Wait for anything to happen but that the terminal takes more of an image. */
static void wait_for_any(struct session *session, struct waits *waits)
{
	bool sent;
	int ready;

	do {
		collect_waits(session, waits);
		int fd = screen_out_fd(session->screen);
		waits_write(waits, session->editor ? -1 : fd);
		ready = wait_once(session, waits);
		sent = fd >= 0 && FD_ISSET(fd, &waits->writable);
		if (sent)
			screen_send(session->screen);
	} while (sent && ready == 1);
}

static void take_images(struct session *session, const struct waits *waits)
{
	int fd = show_images_fd(&session->show);

	if (fd >= 0 && FD_ISSET(fd, &waits->readable))
		show_take_images(&session->show);
}

static void take_followed(struct session *session, const struct waits *waits)
{
	int fd = viewer_fd(&session->viewer);

	if (session->options->follow)
		viewer_take(&session->viewer,
			    fd >= 0 && FD_ISSET(fd, &waits->readable),
			    now_ms());
}

/* What came from outside, one after the other; false when the talk is over. */
static bool take_all(struct session *session, const struct waits *waits)
{
	int fd = screen_fd(session->screen);
	bool ready = !session->editor && FD_ISSET(fd, &waits->readable);
	bool any;

	take_signals(session);
	viewer_stay(&session->viewer);
	if (!take_inputs(session, &any) ||
	    !carry_out(session, talk_tick(&session->show.talk, now_ms())))
		return false;
	viewer_look(&session->viewer);
	session->empty_wakes = ready && !any ? session->empty_wakes + 1 : 0;
	take_images(session, waits);
	take_files(session);
	take_followed(session, waits);
	return take_requests(session, waits);
}

/* Returns the signal that ends the talk, or 0. */
static int talk_loop(struct session *session)
{
	struct waits waits;

	while (session->empty_wakes < EMPTY_WAKES_MAX) {
		draw(session);
		watch_slide(session);
		take_colours(session);
		publish(session, false);
		wait_for_any(session, &waits);
		int ending = signals_ending();
		if (ending)
			return ending;
		if (!take_all(session, &waits))
			return 0;
	}
	return SIGHUP;
}

/* The audience does not wait for what only others need. */
static int give_talk(struct session *session)
{
	const char *remark = screen_remark(session->screen);

	session->began = now_ms();
	screen_use_images(session->screen, session->options->images);
	use_images(session);
	if (!screen_has_unicode(session->screen))
		show_keep_plain(&session->show);
	show_begin(&session->show, screen_size(session->screen));
	tell_of_sixels(session);
	if (remark)
		show_notice(&session->show, remark);
	draw(session);
	open_watch(session);
	open_control(session);
	int ending = talk_loop(session);
	publish(session, true);
	control_close(session->control);
	return ending;
}

/* Take the terminal for the talk; false when it is not to be had. */
static bool open_screen(struct session *session, int *ending,
			struct error *error)
{
	const struct wardrobe *wardrobe = &session->show.wardrobe;
	struct screen_options options = {
		.looks = { .theme = &wardrobe->theme,
			   .options = wardrobe->look,
			   .depth = session->options->theme.most },
		.places = session->options->places,
	};

	signals_open(&session->signals);
	session->screen = screen_open(&options, error);
	if (session->screen) {
		*ending = give_talk(session);
		screen_close(session->screen);
	}
	/* The system may take some ms for it: the shell has the terminal. */
	watch_close(session->watch);
	signals_close(&session->signals);
	return session->screen != NULL;
}

bool present_run(const struct present_options *options, int *ending,
		 struct error *error)
{
	struct session session = { .options = options };

	*ending = 0;
	bool ok =
		show_open(&session.show, options, error) &&
		(!options->follow || viewer_open(&session.viewer, &session.show,
						 now_ms(), error)) &&
		open_screen(&session, ending, error);
	viewer_close(&session.viewer);
	motion_release(&session.motion);
	show_close(&session.show);
	return ok;
}
