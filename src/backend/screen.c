/* SPDX-License-Identifier: MIT */
/*
 * Grids on a terminal, through ncurses. Drawing is a copy of cells: what they
 * look like was decided by the theme, where they stand by the layout.
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
#include <wchar.h>

#include "base/buf.h"
#include "base/die.h"
#include "base/glyph.h"

/*
 * How long an Escape is waited on for being the first byte of a key, in ms.
 * Long enough for one packet over ssh, too short to be noticed.
 */
#define ESCAPE_MS 25

/* A base, the three marks that glyph_codes leaves, and the terminating 0. */
#define CODES_MAX 5

/* What tints make of 256 colours is less; more pairs than a deck needs. */
#define PAIRS_MAX 1024

/* Looks that are kept: those of a slide full of code that fades. */
#define KEPT_BLANKS 256

struct kept_blank {
	struct style style; /* plain: the place is free */
	cchar_t blank;
};

struct screen {
	SCREEN *curses;
	FILE *keys; /* what keys are read from, if not standard input */
	int fd;
	struct termios before; /* how the terminal was found */
	const char *remark;
	struct theme_options theme;
	bool utf8;
	cchar_t *cells;
	int cells_room;
	struct colours pairs[PAIRS_MAX];
	int pair_count, pairs_max;
	bool has_default; /* colours of the terminal's own can be in a pair */
	cchar_t blanks[ROLE_COUNT]; /* a blank in the look of each role */
	struct kept_blank kept[KEPT_BLANKS]; /* of styles that are not plain */
	struct buf rescue;		     /* what a crash has to send */
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

static short ground_of(short colour, bool has_default)
{
	return colour == THEME_DEFAULT && !has_default ? COLOR_BLACK : colour;
}

static short text_of(short colour, bool has_default)
{
	return colour == THEME_DEFAULT && !has_default ? COLOR_WHITE : colour;
}

static attr_t attributes_of(unsigned attributes)
{
	attr_t italic = enter_italics_mode ? A_ITALIC : A_UNDERLINE;

	return ((attributes & ATTRIBUTE_BOLD) ? A_BOLD : A_NORMAL) |
	       ((attributes & ATTRIBUTE_UNDERLINE) ? A_UNDERLINE : A_NORMAL) |
	       ((attributes & ATTRIBUTE_REVERSE) ? A_REVERSE : A_NORMAL) |
	       ((attributes & ATTRIBUTE_ITALIC) ? italic : A_NORMAL) |
	       ((attributes & ATTRIBUTE_DIM) ? A_DIM : A_NORMAL);
}

/* A bright variant for the hues, where there are 16 colours to choose from. */
static short brighten(const struct screen *screen, short colour)
{
	bool hue = colour > COLOR_BLACK && colour < COLOR_WHITE;

	return COLORS >= 16 && hue && !screen->theme.invert
		       ? (short)(colour + 8)
		       : colour;
}

/* Pair 0 is the terminal's own; pairs[i] is pair i + 1. */
static void prepare_colours(struct screen *screen)
{
	if (!screen->theme.mono && has_colors() && start_color() == OK &&
	    COLORS >= 8 && COLOR_PAIRS > ROLE_COUNT)
		screen->theme.mono = false;
	else
		screen->theme.mono = true;
	if (screen->theme.mono)
		return;
	screen->has_default = use_default_colors() == OK;
	screen->pairs_max =
		COLOR_PAIRS - 1 < PAIRS_MAX ? COLOR_PAIRS - 1 : PAIRS_MAX;
}

static bool is_plain(struct style style)
{
	return style.emphasis == 0 && style.fade == 0 && style.tint.text == 0 &&
	       style.tint.ground == 0;
}

/*
 * The pair of some colours, a new one if need be. Plain styles come first, so
 * that they have theirs when a deck uses all that are left: -1 then.
 */
static short pair_of(struct screen *screen, struct colours colours)
{
	if (colours.text == THEME_DEFAULT && colours.ground == THEME_DEFAULT)
		return 0;
	for (int i = 0; i < screen->pair_count; i++) {
		if (screen->pairs[i].text == colours.text &&
		    screen->pairs[i].ground == colours.ground)
			return (short)(i + 1);
	}
	if (screen->pair_count == screen->pairs_max)
		return -1;
	screen->pairs[screen->pair_count++] = colours;
	init_pair((short)screen->pair_count,
		  text_of(colours.text, screen->has_default),
		  ground_of(colours.ground, screen->has_default));
	return (short)screen->pair_count;
}

static struct colours colours_of(const struct screen *screen,
				 const struct look *look)
{
	struct colours colours = look->palette256;

	if (COLORS < 256) {
		colours = look->palette8;
		colours.text = brighten(screen, colours.text);
	}
	return colours;
}

static short pair_of_style(struct screen *screen, struct style style)
{
	struct style plain = { .role = style.role };
	struct look look = theme_look(&screen->theme, style);
	short pair = pair_of(screen, colours_of(screen, &look));

	if (pair >= 0)
		return pair;
	look = theme_look(&screen->theme, plain);
	return pair_of(screen, colours_of(screen, &look));
}

static cchar_t make_blank(struct screen *screen, struct style style)
{
	struct look look = theme_look(&screen->theme, style);
	unsigned attributes =
		COLORS >= 256 ? look.attributes256 : look.attributes8;
	bool mono = screen->theme.mono;
	cchar_t blank;

	setcchar(&blank, L" ", attributes_of(mono ? look.mono : attributes),
		 mono ? 0 : pair_of_style(screen, style), NULL);
	return blank;
}

static unsigned place_of(struct style style)
{
	unsigned hash = (unsigned)style.role | (unsigned)style.emphasis << 8 |
			(unsigned)style.fade << 16;

	hash = hash * 0x9e3779b1u ^ (unsigned)style.tint.text * 0x85ebca6bu ^
	       (unsigned)style.tint.ground * 0xc2b2ae35u;
	return (hash ^ hash >> 16) % KEPT_BLANKS;
}

/*
 * A blank in the look of a style. Working a look out takes its time, so those
 * that are not plain are kept until another one takes their place.
 */
static const cchar_t *blank_of(struct screen *screen, struct style style)
{
	struct kept_blank *kept = &screen->kept[place_of(style)];

	if (is_plain(style))
		return &screen->blanks[style.role];
	if (!style_is_same(kept->style, style))
		*kept = (struct kept_blank){ style, make_blank(screen, style) };
	return &kept->blank;
}

/*
 * A cell of up to CODES_MAX codes, the last one 0. setcchar for every cell
 * would double the time that a frame takes; ncurses.h declares the member.
 */
static void set_cell(struct screen *screen, cchar_t *cell, const wchar_t *codes,
		     struct style style)
{
	*cell = *blank_of(screen, style);
	for (int i = 0; codes[i]; i++)
		cell->chars[i] = codes[i];
}

static void prepare_drawing(struct screen *screen)
{
	prepare_colours(screen);
	for (int role = 0; role < ROLE_COUNT; role++)
		screen->blanks[role] = make_blank(
			screen, (struct style){ .role = (unsigned char)role });
	bkgrndset(&screen->blanks[ROLE_BLANK]);
	erase();
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

struct screen *screen_open(const struct theme_options *theme,
			   struct error *error)
{
	struct screen *screen = calloc(1, sizeof(*screen));

	if (!screen)
		die("out of memory");
	screen->theme = *theme;
	if (!isatty(STDOUT_FILENO)) {
		error_set(error, "standard output: not a terminal "
				 "(deckle export writes plain text)");
		goto fail;
	}
	if (!open_keys(screen, error) || !check_terminal(error))
		goto fail;
	screen->utf8 = set_locale(screen);
	tcgetattr(screen->fd, &screen->before);
	screen->curses =
		newterm(NULL, stdout, screen->keys ? screen->keys : stdin);
	if (!screen->curses) {
		error_set(error, "TERM: no description of this terminal");
		goto fail;
	}
	prepare_rescue(screen);
	prepare_input(screen);
	prepare_drawing(screen);
	return screen;
fail:
	if (screen->keys)
		fclose(screen->keys);
	free(screen);
	return NULL;
}

void screen_close(struct screen *screen)
{
	endwin();
	die_set_rescue(NULL, NULL);
	delscreen(screen->curses);
	if (screen->keys)
		fclose(screen->keys);
	buf_release(&screen->rescue);
	free(screen->cells);
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
	if (size.rows != LINES || size.cols != COLS)
		resizeterm(size.rows, size.cols);
	(void)screen;
	return size;
}

/* ---- drawing ---- */

/*
 * The codes of a glyph as ncurses cells: a code that takes columns begins one,
 * marks join it. Returns the columns they take, -1 when the C library does not
 * agree that they can be drawn.
 */
static int put_codes(struct screen *screen, cchar_t *cells, int *count,
		     const struct cell *cell)
{
	unsigned codes[CODES_MAX - 1];
	wchar_t wide[CODES_MAX] = { 0 };
	int code_count = glyph_codes(cell->glyph, codes, CODES_MAX - 1);
	int used = 0, cols = 0;

	for (int i = 0; i < code_count; i++) {
		int width = wcwidth((wchar_t)codes[i]);
		if (width < 0 || (width == 0 && i == 0) ||
		    cols + width > cell->width)
			return -1;
		if (width > 0 && used > 0) {
			set_cell(screen, &cells[(*count)++], wide, cell->style);
			memset(wide, 0, sizeof(wide));
			used = 0;
		}
		wide[used++] = (wchar_t)codes[i];
		cols += width;
	}
	if (used > 0)
		set_cell(screen, &cells[(*count)++], wide, cell->style);
	return cols;
}

/* A character of one column and one code: nearly all there ever are. */
static void put_single(struct screen *screen, cchar_t *cell, wchar_t code,
		       struct style style)
{
	const wchar_t codes[2] = { code, 0 };

	set_cell(screen, cell, codes, style);
}

static void put_cell(struct screen *screen, cchar_t *cells, int *count,
		     const struct cell *cell)
{
	int before = *count, cols = -1;

	if (cell->glyph.len == 1) {
		put_single(screen, &cells[(*count)++],
			   (wchar_t)cell->glyph.ptr[0], cell->style);
		return;
	}
	if (screen->utf8)
		cols = put_codes(screen, cells, count, cell);
	if (cols == cell->width)
		return;
	*count = before;
	put_single(screen, &cells[(*count)++], screen->utf8 ? 0xfffd : L'?',
		   cell->style);
	if (cell->width == 2)
		put_single(screen, &cells[(*count)++], L' ', cell->style);
}

static bool is_blank(const struct cell *cell)
{
	return cell->style.role == ROLE_BLANK && cell->glyph.len == 1 &&
	       cell->glyph.ptr[0] == ' ';
}

static void draw_row(struct screen *screen, const struct grid *grid, int row)
{
	const struct cell *cells = grid_row(grid, row);
	int cols = grid->cols, count = 0;

	while (cols > 0 && is_blank(&cells[cols - 1]))
		cols--;
	for (int col = 0; col < cols; col++) {
		if (cells[col].width > 0)
			put_cell(screen, screen->cells, &count, &cells[col]);
	}
	move(row, 0);
	if (cols < grid->cols)
		clrtoeol();
	mvadd_wchnstr(row, 0, screen->cells, count);
}

void screen_draw(struct screen *screen, const struct grid *grid)
{
	if (screen->cells_room < grid->cols) {
		size_t size = (size_t)grid->cols * sizeof(cchar_t);
		screen->cells = realloc(screen->cells, size);
		if (!screen->cells)
			die("out of memory");
		screen->cells_room = grid->cols;
	}
	for (int row = 0; row < grid->rows; row++)
		draw_row(screen, grid, row);
	refresh();
}

void screen_repaint(struct screen *screen)
{
	(void)screen;
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

bool screen_next_input(struct screen *screen, int *input)
{
	wint_t key;

	(void)screen;
	int kind = get_wch(&key);

	if (kind == ERR)
		return false;
	*input = kind == KEY_CODE_YES ? input_of_key(key)
				      : input_of_character(key);
	return true;
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
