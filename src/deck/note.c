/* SPDX-License-Identifier: MIT */
/*
 * Notes stand in the order of the source, whoever finds them.
 */
#include "deck/note.h"

#include <stdint.h>

#include "deck/clean.h"

/*
 * Every line of a note is cleaned on its own: line ends are no odd bytes. As
 * far as the first one is set in, so are they all, as in YAML.
 */
static struct str clean_lines(struct arena *arena, struct str text)
{
	struct buf out = { 0 };
	size_t indent = SIZE_MAX;

	while (text.len > 0) {
		struct str line = str_trim_right(str_take_line(&text));
		size_t blanks = line.len - str_trim_left(line).len;
		if (out.len == 0 && line.len == 0)
			continue;
		if (indent == SIZE_MAX)
			indent = blanks;
		line = str_from(line, blanks < indent ? blanks : indent);
		buf_put(&out, clean_text(arena, line));
		buf_put_byte(&out, '\n');
	}
	struct str all = buf_str(&out);
	while (all.len > 0 && all.ptr[all.len - 1] == '\n')
		all.len--;
	all = arena_str(arena, all);
	buf_release(&out);
	return all;
}

/* Without the bar with which YAML begins a text of several lines. */
static struct str without_bar(struct str text)
{
	struct str rest = text;

	if (text.len > 0 && text.ptr[0] == '|' &&
	    str_is_blank(str_from(str_take_line(&rest), 1)))
		return rest;
	return text;
}

void note_add(struct notes *notes, struct arena *arena, struct str text,
	      int line)
{
	struct str shown = clean_lines(arena, without_bar(text));

	if (shown.len == 0)
		return;
	struct note *note = arena_new(arena, struct note);
	*note = (struct note){ .text = shown, .line = line };
	if (notes->last)
		notes->last->next = note;
	else
		notes->first = note;
	notes->last = note;
}

void notes_merge(struct slide *slide, const struct notes *notes)
{
	struct note *mine = slide->notes, *theirs = notes->first;
	struct note **tail = &slide->notes;

	while (mine && theirs) {
		struct note **from =
			theirs->line < mine->line ? &theirs : &mine;
		*tail = *from;
		*from = (*from)->next;
		tail = &(*tail)->next;
	}
	*tail = mine ? mine : theirs;
}
