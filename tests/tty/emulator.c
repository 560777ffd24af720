/* SPDX-License-Identifier: MIT */
/*
 * libvterm behind a few questions. Everything that a script can see of the
 * screen is read from cells here, so a row, a whole screen and the dump of a
 * failure can't disagree.
 */
#include "emulator.h"

#include <stdio.h>
#include <string.h>

static const uint32_t tail_mark = (uint32_t)-1; /* libvterm's, in chars[0] */

static const struct {
	const char *name;
	enum attr attr;
} attr_names[] = {
	{ "bold", ATTR_BOLD },	   { "underline", ATTR_UNDERLINE },
	{ "italic", ATTR_ITALIC }, { "reverse", ATTR_REVERSE },
	{ "strike", ATTR_STRIKE }, { "blink", ATTR_BLINK },
};

enum { ATTR_NAMES = sizeof(attr_names) / sizeof(attr_names[0]) };

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
	struct emulator *emulator = user;

	if (prop == VTERM_PROP_ALTSCREEN)
		emulator->altscreen = value->boolean;
	else if (prop == VTERM_PROP_CURSORVISIBLE)
		emulator->cursor_visible = value->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		emulator->mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static void on_reply(const char *bytes, size_t len, void *user)
{
	struct emulator *emulator = user;

	text_put(&emulator->reply, (struct str){ bytes, len });
}

/*
 * libvterm crashes on a wide character in a terminal of one column, so it
 * gets a second one, which nothing here shows.
 */
static int term_cols(int cols)
{
	return cols < 2 ? 2 : cols;
}

void emulator_open(struct emulator *emulator, int rows, int cols)
{
	static const VTermScreenCallbacks callbacks = {
		.settermprop = on_property,
	};

	*emulator = (struct emulator){ .rows = rows, .cols = cols };
	emulator->term = vterm_new(rows, term_cols(cols));
	vterm_set_utf8(emulator->term, 1);
	vterm_output_set_callback(emulator->term, on_reply, emulator);

	emulator->screen = vterm_obtain_screen(emulator->term);
	vterm_screen_set_callbacks(emulator->screen, &callbacks, emulator);
	vterm_screen_enable_altscreen(emulator->screen, 1);
	vterm_screen_reset(emulator->screen, 1);
}

void emulator_close(struct emulator *emulator)
{
	if (emulator->term)
		vterm_free(emulator->term);
	text_release(&emulator->reply);
	text_release(&emulator->split);
	*emulator = (struct emulator){ 0 };
}

/* How many bytes a character has, from its first; 0 if that isn't a first. */
static size_t rune_bytes(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first < 0xc0)
		return 0;
	return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* The bytes before a character that is cut off at the end. */
static size_t whole_bytes(struct str bytes)
{
	for (size_t tail = 1; tail <= 3 && tail <= bytes.len; tail++) {
		char first = bytes.ptr[bytes.len - tail];
		size_t wanted = rune_bytes((unsigned char)first);

		if (wanted > 0)
			return wanted > tail ? bytes.len - tail : bytes.len;
	}
	return bytes.len;
}

/*
 * The length of the sequence "\e[?1;2h", which sets private modes, or "\e[?1l",
 * which resets them, at the start of the bytes: 0 if there is another one, more
 * than there are bytes if its end is still to come.
 */
static size_t mode_bytes(struct str bytes)
{
	static const char start[] = "\033[?";
	size_t len = 0;

	while (len < bytes.len && start[len] && bytes.ptr[len] == start[len])
		len++;
	if (len < bytes.len && start[len])
		return 0;
	while (len < bytes.len && bytes.ptr[len] >= '0' &&
	       bytes.ptr[len] <= ';')
		len++;
	if (len == bytes.len)
		return len + 1;
	return bytes.ptr[len] == 'h' || bytes.ptr[len] == 'l' ? len + 1 : 0;
}

/* libvterm heeds the first mode of a sequence only: make it one for each. */
static void feed_modes(struct emulator *emulator, struct str sequence)
{
	struct text each = { 0 };

	for (size_t i = 0; i < sequence.len; i++) {
		if (sequence.ptr[i] == ';')
			text_printf(&each, "%c\033[?",
				    sequence.ptr[sequence.len - 1]);
		else
			text_put_byte(&each, sequence.ptr[i]);
	}
	vterm_input_write(emulator->term, each.ptr, each.len);
	text_release(&each);
}

/*
 * Feed the start of what is left, up to an escape. How much that was; 0 if it
 * is the start of something: libvterm doesn't always join parts.
 */
static size_t feed_some(struct emulator *emulator, struct str left)
{
	size_t modes = mode_bytes(left);
	const char *next = memchr(left.ptr + 1, '\033', left.len - 1);
	size_t len = next ? (size_t)(next - left.ptr) : whole_bytes(left);

	if (modes > left.len)
		return 0;
	if (modes > 0)
		feed_modes(emulator, (struct str){ left.ptr, modes });
	else
		vterm_input_write(emulator->term, left.ptr, len);
	return modes > 0 ? modes : len;
}

void emulator_feed(struct emulator *emulator, struct str bytes)
{
	struct str left;
	size_t fed = 1;

	text_put(&emulator->split, bytes);
	left = text_str(&emulator->split);
	while (left.len > 0 && fed > 0) {
		fed = feed_some(emulator, left);
		left.ptr += fed;
		left.len -= fed;
	}
	text_keep_tail(&emulator->split, left.len);
}

void emulator_resize(struct emulator *emulator, int rows, int cols)
{
	vterm_set_size(emulator->term, rows, term_cols(cols));
	emulator->rows = rows;
	emulator->cols = cols;
}

void emulator_cursor(const struct emulator *emulator, int *row, int *col)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(emulator->term), &pos);
	*row = pos.row;
	*col = pos.col < emulator->cols ? pos.col : emulator->cols - 1;
}

static unsigned attrs_of(VTermScreenCellAttrs from)
{
	return (from.bold ? ATTR_BOLD : 0u) |
	       (from.underline ? ATTR_UNDERLINE : 0u) |
	       (from.italic ? ATTR_ITALIC : 0u) |
	       (from.reverse ? ATTR_REVERSE : 0u) |
	       (from.strike ? ATTR_STRIKE : 0u) |
	       (from.blink ? ATTR_BLINK : 0u);
}

static void name_colour(char name[8], VTermColor colour)
{
	if (colour.type & VTERM_COLOR_DEFAULT_MASK)
		snprintf(name, 8, "default");
	else if (VTERM_COLOR_IS_INDEXED(&colour))
		snprintf(name, 8, "%d", colour.indexed.idx);
	else
		snprintf(name, 8, "#%02x%02x%02x", colour.rgb.red,
			 colour.rgb.green, colour.rgb.blue);
}

static void copy_glyph(struct cell *cell, const uint32_t *chars)
{
	struct text glyph = { 0 };

	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && chars[i]; i++)
		text_put_rune(&glyph, chars[i]);
	if (glyph.len == 0)
		text_puts(&glyph, " ");
	snprintf(cell->glyph, sizeof(cell->glyph), "%s", glyph.ptr);
	text_release(&glyph);
}

bool emulator_cell(const struct emulator *emulator, int row, int col,
		   struct cell *cell)
{
	VTermScreenCell from;
	VTermPos pos = { row, col };

	*cell = (struct cell){ 0 };
	if (row < 0 || row >= emulator->rows || col < 0 ||
	    col >= emulator->cols)
		return false;
	vterm_screen_get_cell(emulator->screen, pos, &from);
	if (from.chars[0] != tail_mark) {
		copy_glyph(cell, from.chars);
		cell->width = (unsigned char)from.width;
	}
	cell->attrs = attrs_of(from.attrs);
	name_colour(cell->fg, from.fg);
	name_colour(cell->bg, from.bg);
	return true;
}

static void put_cells(const struct emulator *emulator, int row,
		      struct text *text)
{
	struct cell cell;

	for (int col = 0; emulator_cell(emulator, row, col, &cell); col++)
		text_puts(text, cell.glyph);
}

void emulator_put_row(const struct emulator *emulator, int row,
		      struct text *text)
{
	size_t start = text->len;
	size_t end;

	put_cells(emulator, row, text);
	end = text->len;
	while (end > start && text->ptr[end - 1] == ' ')
		end--;
	text_truncate(text, end);
}

void emulator_put_screen(const struct emulator *emulator, struct text *text)
{
	size_t end = text->len;

	for (int row = 0; row < emulator->rows; row++) {
		size_t start = text->len;

		emulator_put_row(emulator, row, text);
		if (text->len > start)
			end = text->len + 1;
		text_puts(text, "\n");
	}
	text_truncate(text, end);
}

static void put_edge(const struct emulator *emulator, struct text *text)
{
	text_puts(text, "      +");
	for (int col = 0; col < emulator->cols; col++)
		text_puts(text, "-");
	text_puts(text, "+");
}

void emulator_dump(const struct emulator *emulator, struct text *text)
{
	int row, col;

	emulator_cursor(emulator, &row, &col);
	text_printf(text, "      %dx%d, cursor %d,%d %s, %s screen, mouse %s\n",
		    emulator->rows, emulator->cols, row, col,
		    emulator->cursor_visible ? "visible" : "hidden",
		    emulator->altscreen ? "alternate" : "main",
		    emulator->mouse ? "on" : "off");
	put_edge(emulator, text);
	for (row = 0; row < emulator->rows; row++) {
		text_printf(text, "\n%5d |", row);
		put_cells(emulator, row, text);
		text_puts(text, "|");
	}
	text_puts(text, "\n");
	put_edge(emulator, text);
	text_puts(text, "\n");
}

static unsigned attr_find(struct str name)
{
	for (size_t i = 0; i < ATTR_NAMES; i++)
		if (str_is(name, attr_names[i].name))
			return attr_names[i].attr;
	return 0;
}

bool attrs_parse(struct str names, unsigned *attrs)
{
	*attrs = 0;
	for (names = str_trim(names); names.len; names = str_trim(names)) {
		const char *end = memchr(names.ptr, ' ', names.len);
		struct str name = names;
		unsigned attr;

		if (end)
			name.len = (size_t)(end - names.ptr);
		attr = attr_find(name);
		if (!attr)
			return false;
		*attrs |= attr;
		names.ptr += name.len;
		names.len -= name.len;
	}
	return true;
}

void attrs_put(unsigned attrs, struct text *text)
{
	const char *blank = "";

	text_puts(text, "{");
	for (size_t i = 0; i < ATTR_NAMES; i++) {
		if (!(attrs & attr_names[i].attr))
			continue;
		text_printf(text, "%s%s", blank, attr_names[i].name);
		blank = " ";
	}
	text_puts(text, "}");
}
