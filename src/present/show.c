/* SPDX-License-Identifier: MIT */
/*
 * A talk made visible: the slide that it is at is read and laid out, and drawn
 * as far as it is revealed, or what stands in front of it.
 */
#include "present/show.h"

#include <stdio.h>

#include "base/file.h"
#include "present/help.h"
#include "slide/read.h"

/* ---- what is shown ---- */

static void forget_slides(struct show *show)
{
	show->current = NULL;
	prepared_forget(&show->prepared);
}

static void prepare_slide(struct show *show)
{
	show->current =
		prepared_get(&show->prepared, &show->stage, show->talk.slide);
	talk_fit(&show->talk, show->current->fit->view_count);
}

static void forget_help(struct show *show)
{
	if (!show->help_fit)
		return;
	show->help_fit = NULL;
	deck_release(&show->help_deck);
	arena_reset(&show->help_arena);
}

static void prepare_help(struct show *show)
{
	struct buf source = { 0 };

	if (!show->talk.help) {
		forget_help(show);
		return;
	}
	if (!show->help_fit) {
		help_write(&source, &show->deck, show->current->slide);
		read_deck(&show->help_deck, &source,
			  &(struct deck_options){ .dialect = DIALECT_MDP });
		show->help_stage =
			(struct stage){ .deck = &show->help_deck,
					.widest = survey_deck(&show->help_deck),
					.size = show->stage.size };
		struct slide *slide =
			read_slide(&show->help_deck, 1, &show->help_arena);
		show->help_fit =
			fit_slide(&show->help_arena, &show->help_stage, slide);
	}
	talk_fit_help(&show->talk, show->help_fit->view_count);
}

void show_prepare(struct show *show)
{
	prepare_slide(show);
	prepare_help(show);
}

void show_prepare_ahead(struct show *show)
{
	prepared_ahead(&show->prepared, &show->stage, show->talk.slide + 1);
}

static struct grid frame_of_help(struct show *show)
{
	struct bars bars = { .style = NUMBER_NONE };
	const struct fit *fit = show->help_fit;

	return frame_draw(&show->frame_arena, fit,
			  fit->views[show->talk.help_view], &bars);
}

static struct grid frame_of_slide(struct show *show)
{
	char typed[32];
	struct bars bars = { .number = show->current->slide->number,
			     .style = show->options->number,
			     .notice = str_of(show->notice) };

	if (show->talk.typed > 0) {
		snprintf(typed, sizeof(typed), "go to %d", show->talk.typed);
		bars.notice = arena_str(&show->frame_arena, str_of(typed));
	}
	const struct fit *fit = show->current->fit;
	return frame_draw(&show->frame_arena, fit, fit->views[show->talk.view],
			  &bars);
}

struct grid show_draw(struct show *show)
{
	arena_reset(&show->frame_arena);
	if (show->talk.blank)
		return grid_new(&show->frame_arena, show->stage.size);
	return show->talk.help ? frame_of_help(show) : frame_of_slide(show);
}

void show_notice(struct show *show, const char *text)
{
	snprintf(show->notice, sizeof(show->notice), "%s", text);
}

/* ---- the deck ---- */

static void use_deck(struct show *show)
{
	show->stage.deck = &show->deck;
	show->stage.widest = survey_deck(&show->deck);
}

void show_reload(struct show *show)
{
	struct buf source = { 0 };
	struct error error;

	if (!file_can_read_again(show->options->path)) {
		show_notice(show, "this deck can be read only once");
	} else if (!file_read(show->options->path, &source, &error)) {
		show_notice(show, error.text);
	} else {
		forget_help(show);
		forget_slides(show);
		deck_release(&show->deck);
		read_deck(&show->deck, &source, &show->options->deck);
		use_deck(show);
		talk_reload(&show->talk, show->deck.slide_count,
			    show->talk.slide);
	}
	buf_release(&source);
}

void show_resize(struct show *show, struct size size)
{
	if (size.rows == show->stage.size.rows &&
	    size.cols == show->stage.size.cols)
		return;
	show->stage.size = size;
	forget_help(show);
	forget_slides(show);
}

bool show_open(struct show *show, const struct present_options *options,
	       struct error *error)
{
	struct buf source = { 0 };
	bool ok = file_read(options->path, &source, error);

	*show = (struct show){ .options = options };
	if (ok)
		read_deck(&show->deck, &source, &options->deck);
	buf_release(&source);
	return ok;
}

void show_begin(struct show *show, struct size size)
{
	show->stage.size = size;
	use_deck(show);
	show->talk = talk_start(show->deck.slide_count, show->options->slide);
	show_prepare(show);
}

void show_close(struct show *show)
{
	forget_help(show);
	prepared_release(&show->prepared);
	arena_release(&show->frame_arena);
	arena_release(&show->help_arena);
	deck_release(&show->deck);
}
