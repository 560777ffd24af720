/* SPDX-License-Identifier: MIT */
/*
 * The protocols: kitty's as of its "Terminal graphics protocol", iTerm2's as
 * of its "Images", sixels as of the manual of DEC's VT330 and VT340.
 */
#include "backend/graphics.h"

#include <stdlib.h>

#include "base/base64.h"
#include "base/die.h"

/* Kitty takes no more base64 at once. */
#define CHUNK_BYTES ((size_t)4096)

/* The ids of others who share the terminal are smaller, most likely. */
#define ID_BASE	 0x64650000u
#define ID_COUNT 0x10000u

/* "Are you there?" */
#define QUESTION "\033[5n"

/* Ends any string that has been begun; means nothing where none has. */
#define STRING_END "\033\\"

/* Where the cursor is, and back to it. */
#define CURSOR_SAVE    "\0337"
#define CURSOR_RESTORE "\0338"

struct shown_stamp {
	struct stamp stamp; /* its bytes are not ours */
	unsigned id;
	struct buf bytes; /* until they are sent */
	size_t put;	  /* bytes of these that are, or are about to be */
	bool begun, done; /* sending it */
};

void graphics_release(struct graphics *graphics)
{
	for (int i = 0; i < graphics->count; i++)
		buf_release(&graphics->shown[i].bytes);
	free(graphics->shown);
	buf_release(&graphics->out);
}

/* ---- what is shown ---- */

static bool is_same(const struct stamp *a, const struct stamp *b)
{
	return a->copy.number == b->copy.number && a->at.row == b->at.row &&
	       a->at.col == b->at.col && size_is_same(a->size, b->size);
}

static bool is_among(const struct stamp *stamp, const struct stamps *stamps)
{
	for (int i = 0; i < stamps->count; i++) {
		if (is_same(stamp, &stamps->first[i]))
			return true;
	}
	return false;
}

static bool is_shown(const struct graphics *graphics, const struct stamp *stamp)
{
	for (int i = 0; i < graphics->count; i++) {
		if (is_same(stamp, &graphics->shown[i].stamp))
			return true;
	}
	return false;
}

bool graphics_shows(const struct graphics *graphics,
		    const struct stamps *stamps)
{
	if (stamps->count != graphics->count)
		return false;
	for (int i = 0; i < stamps->count; i++) {
		if (!is_shown(graphics, &stamps->first[i]))
			return false;
	}
	return true;
}

bool graphics_are_amid(const struct graphics *graphics)
{
	for (int i = 0; i < graphics->count; i++) {
		if (graphics->shown[i].begun && !graphics->shown[i].done)
			return true;
	}
	return false;
}

static struct shown_stamp *add_shown(struct graphics *graphics)
{
	if (graphics->count == graphics->room) {
		graphics->room = graphics->room * 2 + 4;
		graphics->shown = realloc(graphics->shown,
					  (size_t)graphics->room *
						  sizeof(*graphics->shown));
		if (!graphics->shown)
			die("out of memory");
	}
	return &graphics->shown[graphics->count++];
}

/* ---- taking away ---- */

/* Cells take images of the others away. */
static void put_away(const struct graphics *graphics,
		     const struct shown_stamp *shown, struct buf *out)
{
	if (graphics->means == MEANS_KITTY)
		buf_printf(out, "\033_Ga=d,d=I,i=%u,q=2" STRING_END, shown->id);
}

/* An image has been sent in part: kitty waits for the last chunk of it. */
static void put_break(const struct graphics *graphics, struct buf *out)
{
	buf_put_text(out, STRING_END);
	if (graphics->means == MEANS_KITTY)
		buf_put_text(out, "\033_Gm=0,q=2;" STRING_END);
	buf_put_text(out, CURSOR_RESTORE);
}

bool graphics_needs_cells(const struct graphics *graphics,
			  const struct stamps *stamps)
{
	for (int i = 0; i < graphics->count; i++) {
		const struct shown_stamp *shown = &graphics->shown[i];
		if (graphics->means != MEANS_KITTY && shown->begun &&
		    !is_among(&shown->stamp, stamps))
			return true;
	}
	return false;
}

void graphics_clear(struct graphics *graphics, const struct stamps *stamps,
		    bool all, struct buf *out)
{
	int kept = 0;

	for (int i = 0; i < graphics->count; i++) {
		struct shown_stamp *shown = &graphics->shown[i];
		if (shown->done && !all && is_among(&shown->stamp, stamps)) {
			graphics->shown[kept++] = *shown;
			continue;
		}
		if (shown->begun && !shown->done)
			put_break(graphics, out);
		if (shown->begun)
			put_away(graphics, shown, out);
		buf_release(&shown->bytes);
	}
	graphics->count = kept;
	graphics->asks = false;
	graphics->sent = 0;
	buf_release(&graphics->out);
}

const char *graphics_end(enum image_means means)
{
	return means == MEANS_KITTY ? STRING_END "\033_Ga=d,d=A,q=2" STRING_END
				    : STRING_END;
}

/* ---- sending ---- */

/* The next bytes of an image, as many as are sent at once. */
static struct str take_piece(struct shown_stamp *shown, size_t most)
{
	struct str rest = str_from(buf_str(&shown->bytes), shown->put);

	if (rest.len > most)
		rest.len = most;
	shown->put += rest.len;
	return rest;
}

static void put_kitty(struct shown_stamp *shown, size_t most, struct buf *out)
{
	const struct stamp *stamp = &shown->stamp;
	struct buf text = { 0 };

	if (shown->put == 0)
		buf_printf(out, "\033_Ga=T,f=100,q=2,i=%u,c=%d,r=%d,C=1,",
			   shown->id, stamp->size.cols, stamp->size.rows);
	else
		buf_put_text(out, "\033_Gq=2,");
	base64_put(&text, take_piece(shown, most));
	struct str rest = buf_str(&text);
	while (rest.len > CHUNK_BYTES) {
		buf_put_text(out, "m=1;");
		buf_put(out, (struct str){ rest.ptr, CHUNK_BYTES });
		buf_put_text(out, STRING_END "\033_Gq=2,");
		rest = str_from(rest, CHUNK_BYTES);
	}
	buf_put_text(out, shown->put < shown->bytes.len ? "m=1;" : "m=0;");
	buf_put(out, rest);
	buf_put_text(out, STRING_END);
	buf_release(&text);
}

static void put_iterm2(struct shown_stamp *shown, struct buf *out)
{
	const struct stamp *stamp = &shown->stamp;

	buf_printf(out,
		   "\033]1337;File=inline=1;size=%zu;width=%d;height=%d;"
		   "preserveAspectRatio=1;doNotMoveCursor=1:",
		   shown->bytes.len, stamp->size.cols, stamp->size.rows);
	base64_put(out, take_piece(shown, shown->bytes.len));
	buf_put_text(out, STRING_END);
}

/* The second of the numbers leaves what is transparent as it is. */
static void put_sixel(struct shown_stamp *shown, struct buf *out)
{
	buf_put_text(out, "\033P0;1;0q");
	buf_put(out, take_piece(shown, shown->bytes.len));
	buf_put_text(out, STRING_END);
}

static void put_piece(struct graphics *graphics, struct shown_stamp *shown)
{
	const struct pos at = shown->stamp.at;
	struct buf *out = &graphics->out;

	buf_printf(out, CURSOR_SAVE "\033[%d;%dH", at.row + 1, at.col + 1);
	if (graphics->means == MEANS_KITTY)
		put_kitty(shown,
			  graphics->paced ? GRAPHICS_PIECE : shown->bytes.len,
			  out);
	else if (graphics->means == MEANS_ITERM2)
		put_iterm2(shown, out);
	else
		put_sixel(shown, out);
	buf_put_text(out, CURSOR_RESTORE);
	graphics->asks = shown->put < shown->bytes.len;
	if (graphics->asks)
		buf_put_text(out, QUESTION);
}

void graphics_stamp(struct graphics *graphics, const struct stamps *stamps)
{
	for (int i = 0; i < stamps->count; i++) {
		const struct stamp *stamp = &stamps->first[i];
		if (is_shown(graphics, stamp))
			continue;
		struct shown_stamp *shown = add_shown(graphics);
		*shown = (struct shown_stamp){
			.stamp = *stamp,
			.id = ID_BASE + ++graphics->last_id % ID_COUNT,
		};
		buf_put(&shown->bytes, stamp->copy.bytes);
	}
}

/* The first of them that is not all sent, or NULL. */
static struct shown_stamp *next_unsent(struct graphics *graphics)
{
	for (int i = 0; i < graphics->count; i++) {
		if (!graphics->shown[i].done)
			return &graphics->shown[i];
	}
	return NULL;
}

struct str graphics_pending(struct graphics *graphics)
{
	struct shown_stamp *shown = next_unsent(graphics);

	if (graphics->out.len == 0 && shown && !graphics->asks)
		put_piece(graphics, shown);
	return str_from(buf_str(&graphics->out), graphics->sent);
}

bool graphics_take(struct graphics *graphics, size_t bytes)
{
	struct shown_stamp *shown = next_unsent(graphics);

	if (!shown || bytes == 0)
		return false;
	shown->begun = true;
	graphics->sent += bytes;
	if (graphics->sent < graphics->out.len)
		return false;
	buf_clear(&graphics->out);
	graphics->sent = 0;
	if (graphics->asks)
		return true;
	shown->done = true;
	buf_release(&shown->bytes);
	return false;
}

void graphics_answered(struct graphics *graphics)
{
	if (graphics->out.len == 0)
		graphics->asks = false;
}
