/* SPDX-License-Identifier: MIT */
/*
 * Requests as steps of the talk. Others count from 1; views count from 0, and
 * there can be several of one step.
 */
#include "present/obey.h"

#include <stdlib.h>
#include <string.h>

#include "deck/heading.h"
#include "layout/locate.h"

/* ---- what is asked ---- */

static bool go_to_slide(struct show *show, int slide, struct error *error)
{
	int slides = show->deck.slide_count;

	if (slide > slides)
		return error_set(error, "slide %d: the deck has %d", slide,
				 slides);
	talk_show(&show->talk, slide, 0);
	return true;
}

static bool go_to_step(struct show *show, int step, struct error *error)
{
	const struct fit *fit = show->current->fit;
	int steps = show->current->slide->steps, view = 0;

	if (step > steps)
		return error_set(error, "step %d: the slide has %d", step,
				 steps);
	while (view < fit->view_count - 1 && fit->views[view].step < step - 1)
		view++;
	talk_show(&show->talk, show->talk.slide, view);
	return true;
}

/* The name is zero-terminated and without links. */
static bool is_file(const char *path, const char *real)
{
	char *resolved = realpath(path, NULL);
	bool same = resolved && !strcmp(resolved, real);

	free(resolved);
	return same;
}

/*
 * What the deck calls a file: NULL is the deck itself. False when the file has
 * no part in it.
 */
static bool find_file(const struct show *show, const char *real,
		      const char **path)
{
	const struct deck *deck = &show->deck;

	*path = NULL;
	if (is_file(show->options->path, real))
		return true;
	for (int i = 0; i < deck->file_count; i++) {
		*path = deck->files[i];
		if (is_file(*path, real))
			return true;
	}
	return false;
}

static bool go_to_line(struct show *show, int line)
{
	talk_show(&show->talk, deck_slide_at(&show->deck, line), 0);
	show_prepare(show);
	if (!show->is_empty)
		show->talk.view = locate_lines(show->current->fit, line, line);
	return true;
}

static bool go_to_line_of_file(struct show *show, const struct request *request,
			       struct error *error)
{
	struct origin origin = { .line = request->number };
	struct buf real = { 0 };
	int line = 0;

	buf_put(&real, request->file);
	buf_put_byte(&real, '\0');
	if (request->file.len == 0 || find_file(show, real.ptr, &origin.path))
		line = deck_line(&show->deck, origin);
	if (line == 0)
		error_set_reason(error, real.ptr, "not a part of this deck");
	buf_release(&real);
	return line > 0 && go_to_line(show, line);
}

static bool set_blank(struct show *show, enum blanking blank)
{
	struct talk *talk = &show->talk;

	talk->blank = blank == BLANK_TOGGLE ? !talk->blank : blank == BLANK_ON;
	return true;
}

/* Those that do what a key does. */
static enum action action_of(enum request_kind kind)
{
	static const enum action actions[REQUEST_COUNT] = {
		[REQUEST_NEXT] = ACTION_NEXT,
		[REQUEST_PREVIOUS] = ACTION_PREVIOUS,
		[REQUEST_FIRST] = ACTION_FIRST,
		[REQUEST_LAST] = ACTION_LAST,
		[REQUEST_QUIT] = ACTION_QUIT,
	};

	return actions[kind];
}

bool obey_request(struct show *show, const struct request *request,
		  enum effect *effect, struct error *error)
{
	bool ok = true;

	*effect = EFFECT_DRAW;
	switch (request->kind) {
	case REQUEST_GOTO:
		ok = go_to_slide(show, request->number, error);
		break;
	case REQUEST_STEP:
		ok = go_to_step(show, request->number, error);
		break;
	case REQUEST_LINE:
		ok = go_to_line_of_file(show, request, error);
		break;
	case REQUEST_BLANK:
		ok = set_blank(show, request->blank);
		break;
	case REQUEST_RELOAD:
		ok = show_reload(show, false, error);
		break;
	default:
		*effect =
			talk_apply(&show->talk, action_of(request->kind), 0, 0);
	}
	show_prepare(show);
	return ok;
}

/* ---- what is told ---- */

static struct str real_path(const char *path, struct arena *arena)
{
	char *real = realpath(path, NULL);
	struct str copy = arena_str(arena, str_of(real ? real : path));

	free(real);
	return copy;
}

/* All notes, a line of its own for each. */
static struct str join_notes(const struct slide *slide, struct arena *arena)
{
	struct buf text = { 0 };

	for (const struct note *note = slide->notes; note; note = note->next) {
		if (text.len > 0 && text.ptr[text.len - 1] != '\n')
			buf_put_byte(&text, '\n');
		buf_put(&text, note->text);
	}
	struct str copy = arena_str(arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

void obey_status(const struct show *show, struct arena *arena,
		 struct talk_status *status)
{
	const struct slide *slide = show->current->slide;
	const struct fit *fit = show->current->fit;
	struct view view = fit->views[show->is_empty ? 0 : show->talk.view];
	const struct deck *deck = show->stage.deck;

	*status = (struct talk_status){
		.slide = slide->number,
		.slides = deck->slide_count,
		.step = view.step + 1,
		.steps = slide->steps,
		.page = view.page + 1,
		.pages = fit->page_count,
		.file = real_path(show_file(show), arena),
		.line = show_line(show),
		.title = deck->title,
		.heading = slide_heading(slide, arena),
		.notes = join_notes(slide, arena),
		.blank = show->talk.blank,
	};
}
