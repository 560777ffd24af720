/* SPDX-License-Identifier: MIT */
/*
 * The terminal, through ncurses: taken over, drawn on, listened to, and given
 * back.
 */
#include "backend/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "backend/answer.h"
#include "backend/paint.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/file.h"

/*
 * How long an Escape is waited on for being the first byte of a key, in ms.
 * Long enough for one packet over ssh, too short to be noticed.
 */
#define ESCAPE_MS 25

/* Between these the terminal shows nothing of what it is sent. */
#define FRAME_BEGIN "\033[?2026h"
#define FRAME_END   "\033[?2026l"

#define ESC 0x1b

/* Terminals with direct colours take these numbers for indexes. */
#define PALETTE 8

struct screen {
	SCREEN *curses;
	FILE *keys; /* what keys are read from, if not standard input */
	int fd;
	struct termios before; /* how the terminal was found */
	const char *remark;
	bool utf8;
	struct paint *paint;
	struct answers answers;
	bool stale;	   /* what was drawn is to be sent again */
	struct buf rescue; /* what a crash has to send */
};

/* ---- opening and closing ---- */

static bool set_locale(struct screen *screen)
{
	static const char *const names[] = { "", "C.UTF-8", "en_US.UTF-8" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!setlocale(LC_CTYPE, names[i]) ||
		    strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
			continue;
		if (i > 0)
			screen->remark =
				"no UTF-8 locale is set: assuming that the "
				"terminal shows UTF-8";
		return true;
	}
	setlocale(LC_CTYPE, "");
	screen->remark = "no UTF-8 locale on this machine: only ASCII is shown";
	return false;
}

static bool open_keys(struct screen *screen, struct error *error)
{
	screen->fd = STDIN_FILENO;
	if (isatty(STDIN_FILENO))
		return true;
	screen->keys = fopen("/dev/tty", "re");
	if (!screen->keys)
		return error_set_errno(error, "/dev/tty");
	screen->fd = fileno(screen->keys);
	return true;
}

static void rescue_put(struct screen *screen, const char *capability)
{
	const char *text = tigetstr(capability);

	if (!text || text == (const char *)-1)
		return;
	while (*text) {
		const char *end =
			strncmp(text, "$<", 2) ? NULL : strchr(text, '>');
		if (end)
			text = end + 1; /* a delay: no terminal needs it now */
		else
			buf_put_byte(&screen->rescue, *text++);
	}
}

/* Runs in signal handlers: two calls that are safe there. */
static void rescue(void *data)
{
	struct screen *screen = data;
	struct str text = buf_str(&screen->rescue);

	while (text.len > 0) {
		ssize_t put = write(STDOUT_FILENO, text.ptr, text.len);
		if (put <= 0)
			break;
		text.ptr += put;
		text.len -= (size_t)put;
	}
	tcsetattr(screen->fd, TCSANOW, &screen->before);
}

static void prepare_rescue(struct screen *screen)
{
	/* What ncurses switched on, in the reverse order. */
	buf_put_text(&screen->rescue, "\033[?1006;1000l");
	rescue_put(screen, "sgr0");
	rescue_put(screen, "op");
	rescue_put(screen, "cnorm");
	rescue_put(screen, "rmkx");
	rescue_put(screen, "rmcup");
	die_set_rescue(rescue, screen);
}

static void prepare_input(struct screen *screen)
{
	(void)screen;
	raw(); /* Ctrl-C, Ctrl-Z and Ctrl-S are keys like others */
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESCAPE_MS);
	mousemask(BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	mouseinterval(0);
	curs_set(0);
}

/*
 * Is there a description of this terminal, and can it do what a screen needs?
 * Asked before newterm, which leaks when it fails.
 */
static bool check_terminal(struct error *error)
{
	int status;

	if (setupterm(NULL, STDOUT_FILENO, &status) != OK)
		return error_set(error,
				 "TERM: no description of this terminal");
	bool places = cursor_address != NULL;
	del_curterm(cur_term);
	return places ||
	       error_set(error, "TERM: this terminal cannot place text "
				"(deckle export writes plain text)");
}

static void tell(const char *text)
{
	struct error ignored;

	file_put(STDOUT_FILENO, "terminal", str_of(text), &ignored);
}

/*
 * Ask the terminal about itself, if it is one of those that are known to read
 * what they do not understand to its end. What else it might make of that goes
 * away with the first frame. ncurses sends that past stdio, which would keep
 * the questions until the end.
 */
static void ask(struct screen *screen)
{
	if (tigetflag("XT") <= 0)
		return;
	tell(ANSWER_QUESTIONS);
	screen->answers.expected = true;
}

static bool start_curses(struct screen *screen, struct error *error)
{
	if (!check_terminal(error))
		return false;
	screen->curses =
		newterm(NULL, stdout, screen->keys ? screen->keys : stdin);
	return screen->curses ||
	       error_set(error, "TERM: no description of this terminal");
}

/*
 * The same with a description that says more of colours. The environment is
 * what it was afterwards: others are started from here.
 */
static bool start_direct(struct screen *screen,
			 const struct direct_places *places)
{
	struct buf description = { 0 };
	struct error ignored;
	bool ok = false;

	if (direct_describe(places, &description) &&
	    setenv("TERMINFO", description.ptr, 1) == 0) {
		ok = start_curses(screen, &ignored);
		if (places->terminfo)
			setenv("TERMINFO", places->terminfo, 1);
		else
			unsetenv("TERMINFO");
	}
	buf_release(&description);
	return ok;
}

struct screen *screen_open(const struct screen_options *options,
			   struct error *error)
{
	bool direct = options->looks.depth == DEPTH_DIRECT;
	struct screen *screen = calloc(1, sizeof(*screen));

	if (!screen)
		die("out of memory");
	if (!isatty(STDOUT_FILENO)) {
		error_set(error, "standard output: not a terminal "
				 "(deckle export writes plain text)");
		goto fail;
	}
	if (!open_keys(screen, error))
		goto fail;
	screen->utf8 = set_locale(screen);
	tcgetattr(screen->fd, &screen->before);
	direct = direct && start_direct(screen, &options->places);
	if (!direct && !start_curses(screen, error))
		goto fail;
	prepare_rescue(screen);
	prepare_input(screen);
	screen->paint = paint_open(&options->looks, screen->utf8,
				   direct ? DIRECT_PALETTE : PALETTE);
	ask(screen);
	return screen;
fail:
	if (screen->keys)
		fclose(screen->keys);
	free(screen);
	return NULL;
}

void screen_close(struct screen *screen)
{
	paint_close(screen->paint);
	/* What it still says is not for the shell. */
	if (screen->answers.expected)
		tcflush(screen->fd, TCIFLUSH);
	endwin();
	die_set_rescue(NULL, NULL);
	delscreen(screen->curses);
	if (screen->keys)
		fclose(screen->keys);
	buf_release(&screen->rescue);
	free(screen);
}

const char *screen_remark(const struct screen *screen)
{
	return screen->remark;
}

bool screen_has_unicode(const struct screen *screen)
{
	return screen->utf8;
}

struct size screen_size(struct screen *screen)
{
	struct winsize window = { 0 };
	struct size size = { LINES, COLS };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 &&
	    window.ws_row > 0 && window.ws_col > 0)
		size = (struct size){ window.ws_row, window.ws_col };
	if (size.rows != LINES || size.cols != COLS) {
		resizeterm(size.rows, size.cols);
		paint_resized(screen->paint);
	}
	return size;
}

struct size screen_cell(const struct screen *screen)
{
	struct winsize window = { 0 };

	(void)screen;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) != 0 ||
	    window.ws_row == 0 || window.ws_col == 0)
		return (struct size){ 0, 0 };
	return (struct size){ .rows = window.ws_ypixel / window.ws_row,
			      .cols = window.ws_xpixel / window.ws_col };
}

bool screen_draws_images(const struct screen *screen)
{
	return paint_draws_images(screen->paint);
}

/* ---- drawing ---- */

void screen_use_theme(struct screen *screen, const struct theme *theme,
		      struct theme_options look)
{
	paint_use_theme(screen->paint, theme, look);
	screen_repaint(screen);
}

void screen_draw(struct screen *screen, const struct grid *grid)
{
	bool changed = paint_grid(screen->paint, grid);
	bool frame = screen->answers.synchronized && (screen->stale || changed);

	screen->stale = false;
	/* Directly: ncurses has sent all it has, and sends all of the frame. */
	if (frame)
		tell(FRAME_BEGIN);
	refresh();
	if (frame)
		tell(FRAME_END);
}

void screen_repaint(struct screen *screen)
{
	screen->stale = true;
	clearok(curscr, TRUE);
}

/* ---- input ---- */

int screen_fd(const struct screen *screen)
{
	return screen->fd;
}

static int input_of_key(wint_t key)
{
	static const struct {
		int key, input;
	} inputs[] = {
		{ KEY_UP, INPUT_UP },
		{ KEY_DOWN, INPUT_DOWN },
		{ KEY_LEFT, INPUT_LEFT },
		{ KEY_RIGHT, INPUT_RIGHT },
		{ KEY_PPAGE, INPUT_PAGE_UP },
		{ KEY_NPAGE, INPUT_PAGE_DOWN },
		{ KEY_HOME, INPUT_HOME },
		{ KEY_END, INPUT_END },
		{ KEY_ENTER, INPUT_ENTER },
		{ KEY_BACKSPACE, INPUT_BACKSPACE },
		{ KEY_A1, INPUT_HOME },
		{ KEY_C1, INPUT_END },
		{ KEY_A3, INPUT_PAGE_UP },
		{ KEY_C3, INPUT_PAGE_DOWN },
		{ KEY_F(5), INPUT_F5 },
	};
	MEVENT event;

	for (size_t i = 0; i < sizeof(inputs) / sizeof(inputs[0]); i++) {
		if (inputs[i].key == (int)key)
			return inputs[i].input;
	}
	if (key == KEY_MOUSE && getmouse(&event) == OK) {
		if (event.bstate & BUTTON4_PRESSED)
			return INPUT_WHEEL_UP;
		if (event.bstate & BUTTON5_PRESSED)
			return INPUT_WHEEL_DOWN;
	}
	return INPUT_OTHER;
}

static int input_of_character(wint_t character)
{
	switch (character) {
	case '\r':
	case '\n':
		return INPUT_ENTER;
	case 0x7f:
	case '\b':
		return INPUT_BACKSPACE;
	default:
		return (int)character;
	}
}

/* An ESC has come: does an answer begin, or was it the key? */
static bool begins_answer(struct screen *screen)
{
	wint_t next;

	if (!screen->answers.expected)
		return false;
	int kind = get_wch(&next);
	if (kind == OK && answer_begin(&screen->answers, (int)next))
		return true;
	if (kind == KEY_CODE_YES)
		ungetch((int)next);
	else if (kind == OK)
		unget_wch((wchar_t)next);
	return false;
}

/* The rest of an answer, as far as it is there; true when all of it is. */
static bool read_answer(struct screen *screen)
{
	wint_t character;

	while (get_wch(&character) == OK) {
		if (answer_take(&screen->answers, (int)character))
			return true;
	}
	return false;
}

bool screen_next_input(struct screen *screen, int *input)
{
	wint_t key;

	*input = INPUT_ANSWER;
	if (screen->answers.state != ANSWER_NONE)
		return read_answer(screen);

	int kind = get_wch(&key);
	if (kind == ERR)
		return false;
	if (kind == OK && key == ESC && begins_answer(screen)) {
		read_answer(screen);
		return true;
	}
	*input = kind == KEY_CODE_YES ? input_of_key(key)
				      : input_of_character(key);
	return true;
}

int screen_ground(const struct screen *screen)
{
	return screen->answers.has_ground ? screen->answers.ground : -1;
}

/* ---- stepping aside ---- */

void screen_suspend(struct screen *screen)
{
	(void)screen;
	endwin();
}

void screen_resume(struct screen *screen)
{
	/* After a SIGSTOP nobody has called endwin, and the shell has changed
	   the modes all the same. */
	reset_prog_mode();
	screen_repaint(screen);
	refresh();
}
