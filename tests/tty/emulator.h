/* SPDX-License-Identifier: MIT */
#ifndef TTY_EMULATOR_H
#define TTY_EMULATOR_H

#include <stdbool.h>

#include <vterm.h>

#include "text.h"

/*
 * The terminal on whose screen the program draws: libvterm, asked questions.
 * Rows and columns count from 0. It knows nothing of ptys: bytes come in by
 * emulator_feed, and what a terminal would send back collects in `reply`.
 */
struct emulator {
	VTerm *term;
	VTermScreen *screen;
	int rows, cols;
	bool altscreen;
	bool cursor_visible;
	bool mouse;	   /* the program asked for mouse reports */
	struct text reply; /* for the program; whoever sends it clears it */
	struct text split; /* the start of something, its end to come */
};

enum attr {
	ATTR_BOLD = 1 << 0,
	ATTR_UNDERLINE = 1 << 1,
	ATTR_ITALIC = 1 << 2,
	ATTR_REVERSE = 1 << 3,
	ATTR_STRIKE = 1 << 4,
	ATTR_BLINK = 1 << 5,
};

struct cell {
	char glyph[32]; /* UTF-8; " " if blank, "" for the tail of a wide one */
	int width;	/* 1 or 2, 0 for a tail */
	unsigned attrs; /* a set of enum attr */
	char fg[8];	/* "default", "208" or "#rrggbb" */
	char bg[8];
};

void emulator_open(struct emulator *emulator, int rows, int cols);
void emulator_close(struct emulator *emulator);
void emulator_feed(struct emulator *emulator, struct str bytes);
void emulator_resize(struct emulator *emulator, int rows, int cols);

void emulator_cursor(const struct emulator *emulator, int *row, int *col);

/* False if there is no such cell. */
bool emulator_cell(const struct emulator *emulator, int row, int col,
		   struct cell *cell);

/* Append a row without the blanks at its end. */
void emulator_put_row(const struct emulator *emulator, int row,
		      struct text *text);

/* Append all rows, a newline after each, without the empty ones at the end. */
void emulator_put_screen(const struct emulator *emulator, struct text *text);

/* Append the screen for a reader: framed, rows numbered, state on top. */
void emulator_dump(const struct emulator *emulator, struct text *text);

/* A set of attributes from their names; false if one is unknown. */
bool attrs_parse(struct str names, unsigned *attrs);
void attrs_put(unsigned attrs, struct text *text);

#endif
