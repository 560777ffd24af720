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
#include "backend/outlet.h"
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
	enum image_means wanted; /* for images */
	bool no_sixels;		 /* there is nothing that makes them */
	struct graphics graphics;
	struct outlet outlet; /* for images */
	bool stale;	      /* what was drawn is to be sent again */
	struct buf rescue;    /* what a crash has to send */
};

static void tell(struct str text)
{
	struct error ignored;

	file_put(STDOUT_FILENO, "terminal", text, &ignored);
}

/* ---- images ---- */

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

/* Before cells are sent that screen_draw does not send. */
static void take_stamps_away(struct screen *screen)
{
	static const struct stamps none = { 0 };
	struct buf text = { 0 };

	graphics_clear(&screen->graphics, &none, true, &text);
	tell(buf_str(&text));
	buf_release(&text);
}

/*
 * No cells may be moved where images are stamped on them. The best means is
 * asked for last, so others wait for that.
 */
void screen_use_images(struct screen *screen, enum image_means wanted)
{
	const struct answers *answers = &screen->answers;
	struct size cell = screen_cell(screen);
	bool told = answers_are_in(answers);
	struct image_abilities can = {
		.stamps = screen->utf8 && screen->outlet.fd >= 0,
		.kitty = answers->kitty,
		.iterm2 = answers->iterm2 && told,
		.sixel = answers->sixel && told && cell.rows > 0 &&
			 cell.cols > 0 && !screen->no_sixels,
		.blocks = paint_draws_images(screen->paint),
		.mono = !paint_has_colours(screen->paint),
	};
	enum image_means means = means_choose(wanted, &can);

	screen->wanted = wanted;
	if (means == screen->graphics.means)
		return;
	take_stamps_away(screen);
	screen->graphics.means = means;
	idcok(stdscr, !means_are_stamped(means));
}

void screen_forgo_sixels(struct screen *screen)
{
	screen->no_sixels = true;
	screen_use_images(screen, screen->wanted == MEANS_SIXEL
					  ? MEANS_BLOCKS
					  : screen->wanted);
}

enum image_means screen_images(const struct screen *screen)
{
	return screen->graphics.means;
}

struct size screen_image_most(const struct screen *screen)
{
	static const struct size any = { 0, 0 };

	return screen->graphics.means == MEANS_SIXEL
		       ? screen->answers.sixel_most
		       : any;
}

/* Directly: ncurses sends its frames past stdio, too. */
static void ask(struct screen *screen, const char *questions)
{
	tell(str_of(questions));
	screen->answers.expected++;
}

/*
 * When it has answered all that was asked, its name is known: it can be asked
 * what others take amiss, but not amid an image.
 */
static void ask_more(struct screen *screen)
{
	struct answers *answers = &screen->answers;

	if (!answers_are_in(answers) || graphics_are_amid(&screen->graphics))
		return;
	if (answers->may_kitty)
		ask(screen, ANSWER_KITTY_QUESTION);
	if (answers->may_sixel)
		ask(screen, ANSWER_SIXEL_QUESTION);
	answers->may_kitty = answers->may_sixel = false;
}

void screen_send(struct screen *screen)
{
	ask_more(screen);
	screen->answers.expected +=
		outlet_send(&screen->outlet, &screen->graphics);
	ask_more(screen);
}

int screen_out_fd(struct screen *screen)
{
	return graphics_pending(&screen->graphics).len > 0 ? screen->outlet.fd
							   : -1;
}

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

static void rescue_send(struct str text)
{
	while (text.len > 0) {
		ssize_t put = write(STDOUT_FILENO, text.ptr, text.len);
		if (put <= 0)
			break;
		text.ptr += put;
		text.len -= (size_t)put;
	}
}

/* Runs in signal handlers: calls that are safe there. */
static void rescue(void *data)
{
	struct screen *screen = data;

	if (means_are_stamped(screen->graphics.means))
		rescue_send(str_of(graphics_end(screen->graphics.means)));
	rescue_send(buf_str(&screen->rescue));
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
	/* Whatever is typed meanwhile, an image comes behind all cells. */
	typeahead(-1);
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

/* Terminals that read what they do not understand to its end. */
static bool can_be_asked(void)
{
	static const struct str families[] = {
		STR("xterm"),	  STR("tmux"),	  STR("foot"),
		STR("alacritty"), STR("wezterm"), STR("konsole"),
		STR("iterm"),	  STR("vte"),	  STR("contour"),
	};
	struct str name = str_of(termname());

	for (size_t i = 0; i < sizeof(families) / sizeof(families[0]); i++) {
		if (str_starts(name, families[i]))
			return true;
	}
	return tigetflag("XT") > 0;
}

static void take_last_answer(struct screen *screen)
{
	screen->graphics.paced = true;
	graphics_answered(&screen->graphics);
	screen_send(screen);
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
	outlet_open(&screen->outlet);
	screen_use_images(screen, MEANS_AUTO);
	/* What it makes of that nevertheless goes with the first frame. */
	if (can_be_asked())
		ask(screen, ANSWER_QUESTIONS);
	return screen;
fail:
	if (screen->keys)
		fclose(screen->keys);
	free(screen);
	return NULL;
}

void screen_close(struct screen *screen)
{
	take_stamps_away(screen);
	graphics_release(&screen->graphics);
	outlet_close(&screen->outlet);
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
		take_stamps_away(screen);
		resizeterm(size.rows, size.cols);
		paint_resized(screen->paint);
		screen->stale = true;
	}
	return size;
}

/* ---- drawing ---- */

void screen_use_theme(struct screen *screen, const struct theme *theme,
		      struct theme_options look)
{
	paint_use_theme(screen->paint, theme, look);
	screen_repaint(screen);
}

/* Directly: ncurses has sent all it has, and sends all of the frame. */
static void send_cells(const struct screen *screen, bool anything)
{
	static const struct str begin = STR(FRAME_BEGIN), end = STR(FRAME_END);
	bool frame = screen->answers.synchronized && anything;

	if (frame)
		tell(begin);
	refresh();
	if (frame)
		tell(end);
}

void screen_draw(struct screen *screen, const struct grid *grid,
		 const struct stamps *stamps)
{
	struct graphics *graphics = &screen->graphics;
	bool changed = paint_grid(screen->paint, grid);
	bool again = graphics_needs_cells(graphics, stamps);
	bool anything = screen->stale || again || changed;

	if (again)
		redrawwin(stdscr);
	if (anything || !graphics_shows(graphics, stamps)) {
		struct buf text = { 0 };
		graphics_clear(graphics, stamps, screen->stale || again, &text);
		tell(buf_str(&text));
		buf_release(&text);
	}
	screen->stale = false;
	send_cells(screen, anything);
	graphics_stamp(graphics, stamps);
	screen_send(screen);
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
		if (!answer_take(&screen->answers, (int)character))
			continue;
		if (answers_are_in(&screen->answers))
			take_last_answer(screen);
		screen_use_images(screen, screen->wanted);
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
	take_stamps_away(screen);
	endwin();
}

void screen_resume(struct screen *screen)
{
	/* After a SIGSTOP nobody has called endwin, and the shell has changed
	   the modes and read the answers all the same. */
	answers_lose(&screen->answers);
	take_stamps_away(screen);
	reset_prog_mode();
	screen_repaint(screen);
	refresh();
}
