/* SPDX-License-Identifier: MIT */
/*
 * Exporting: the slides that were asked for, one after the other, through the
 * layout that the audience sees.
 */
#include "app/export.h"

#include <string.h>
#include <unistd.h>

#include "app/remarks.h"
#include "backend/text.h"
#include "base/file.h"
#include "present/wardrobe.h"
#include "slide/read.h"

struct exporter {
	const struct config *config;
	struct deck deck;
	struct theme_wishes wishes; /* the theme's shapes are in the text */
	struct wardrobe wardrobe;
	struct stage stage;
	struct arena arena;	  /* for one slide */
	struct arena frame_arena; /* for one grid */
	struct buf out;
	bool begun; /* a screen has been written */
};

static void put_member(struct buf *out, struct str text)
{
	if (text.len == 0)
		return;
	buf_put(out, text);
	buf_put_byte(out, '\n');
}

/* What the bars would say, once, for the reader of a whole deck. */
static void put_header(struct exporter *exporter)
{
	const struct deck *deck = &exporter->deck;

	put_member(&exporter->out, deck->title);
	put_member(&exporter->out, deck->author);
	put_member(&exporter->out, deck->date);
	exporter->begun = exporter->out.len > 0;
}

/* "── 3 / 10 ──", "── 3 / 10 (1/4) ──", or a form feed between screens. */
static void put_separator(struct exporter *exporter, int number, int screen,
			  int screens)
{
	struct buf *out = &exporter->out;

	if (exporter->config->form_feed) {
		if (exporter->begun)
			buf_put_byte(out, '\f');
		exporter->begun = true;
		return;
	}
	bool natural = exporter->stage.size.rows == 0;
	if (exporter->begun && natural)
		buf_put_byte(out, '\n');
	exporter->begun = true;
	buf_printf(out, "── %d / %d", number, exporter->deck.slide_count);
	if (screens > 1)
		buf_printf(out, " (%d/%d)", screen, screens);
	buf_put_text(out, " ──\n");
	if (natural)
		buf_put_byte(out, '\n');
}

static void put_screen(struct exporter *exporter, const struct fit *fit,
		       struct view view, int number)
{
	struct bars bars = { .number = number,
			     .style = exporter->config->number };
	struct grid grid = frame_draw(&exporter->frame_arena, fit, view, &bars);

	text_write(&grid, &exporter->out);
	arena_reset(&exporter->frame_arena);
}

/* As tall as it is: its pages are one text. */
static void put_natural(struct exporter *exporter, const struct slide *slide,
			const struct fit *fit)
{
	int screens = exporter->config->steps ? slide->steps : 1;

	for (int i = 0; i < screens; i++) {
		struct view view = { .step = slide->steps - screens + i };
		put_separator(exporter, slide->number, i + 1, screens);
		for (; view.page < fit->page_count; view.page++)
			put_screen(exporter, fit, view, slide->number);
	}
}

static void put_screens(struct exporter *exporter, const struct slide *slide,
			const struct fit *fit)
{
	bool steps = exporter->config->steps;
	int screens = steps ? fit->view_count : fit->page_count;

	for (int i = 0; i < screens; i++) {
		struct view view = { .step = slide->steps - 1, .page = i };
		if (steps)
			view = fit->views[i];
		put_separator(exporter, slide->number, i + 1, screens);
		put_screen(exporter, fit, view, slide->number);
	}
}

/* "Notes:" and below it the lines of all of them, set in. */
static void put_notes(struct exporter *exporter, const struct slide *slide)
{
	struct buf *out = &exporter->out;

	if (!exporter->config->notes || !slide->notes)
		return;
	buf_put_text(out, "\nNotes:\n");
	for (const struct note *note = slide->notes; note; note = note->next) {
		struct str rest = note->text;
		while (rest.len > 0) {
			struct str line = str_take_line(&rest);
			buf_put_text(out, line.len > 0 ? "  " : "");
			buf_put(out, line);
			buf_put_byte(out, '\n');
		}
	}
}

static void put_slide(struct exporter *exporter, int number)
{
	struct slide *slide =
		read_slide(&exporter->deck, number, &exporter->arena);
	struct fit *fit = fit_slide(&exporter->arena, &exporter->stage, slide);

	remarks_print(exporter->config, &exporter->deck, &slide->remarks);
	if (exporter->stage.size.rows == 0)
		put_natural(exporter, slide, fit);
	else
		put_screens(exporter, slide, fit);
	put_notes(exporter, slide);
	arena_reset(&exporter->arena);
}

static bool parse_number(const char **at, int *number)
{
	const char *digit = *at;

	*number = 0;
	while (*digit >= '0' && *digit <= '9' && *number < 100000000)
		*number = *number * 10 + (*digit++ - '0');
	bool any = digit != *at;
	*at = digit;
	return any;
}

/* Take "5" or "5-7" off the list. */
static bool parse_range(const char **at, int *first, int *last)
{
	if (!parse_number(at, first))
		return false;
	*last = *first;
	if (**at == '-') {
		(*at)++;
		if (!parse_number(at, last))
			return false;
	}
	return **at == '\0' || **at == ',';
}

/* Write the slides of a list, or with `write` false only check it. */
static bool walk_list(struct exporter *exporter, bool write,
		      struct error *error)
{
	const char *list = exporter->config->slides, *at = list;
	int count = exporter->deck.slide_count, first, last;

	do {
		at += at != list && *at == ',';
		if (!parse_range(&at, &first, &last) || first > last)
			return error_set(error,
					 "%s: not a list of slides like 2,5-7",
					 list);
		if (first < 1 || last > count)
			return error_set(error, "%s: the deck has slides 1-%d",
					 list, count);
		for (int i = first; i <= last && write; i++)
			put_slide(exporter, i);
	} while (*at);
	return true;
}

static bool put_slides(struct exporter *exporter, struct error *error)
{
	if (exporter->config->slides)
		return walk_list(exporter, false, error) &&
		       walk_list(exporter, true, error);
	if (exporter->stage.size.rows == 0)
		put_header(exporter);
	for (int i = 1; i <= exporter->deck.slide_count; i++)
		put_slide(exporter, i);
	return true;
}

static bool write_out(struct exporter *exporter, struct error *error)
{
	const char *path = exporter->config->output;
	struct str text = buf_str(&exporter->out);

	if (path && strcmp(path, "-") != 0)
		return file_write(path, text, error);
	return file_put(STDOUT_FILENO, "standard output", text, error);
}

/* In the theme that was asked for, not in the one that somebody likes. */
static bool dress(struct exporter *exporter, struct error *error)
{
	const struct form *form = &exporter->wardrobe.theme.form;

	exporter->wishes = exporter->config->theme;
	exporter->wishes.usual = NULL;
	if (!wardrobe_open(&exporter->wardrobe, &exporter->wishes,
			   &exporter->deck, error))
		return false;
	exporter->stage =
		(struct stage){ .deck = &exporter->deck,
				.widest = survey_deck(&exporter->deck, form,
						      SURVEY_ALL),
				.size = exporter->config->size,
				.plain = !exporter->config->big,
				.form = form };
	return true;
}

bool export_run(const struct config *config, struct error *error)
{
	struct exporter exporter = { .config = config };
	struct buf source = { 0 };

	bool ok = file_read(config->path, &source, error);
	if (ok) {
		read_deck(&exporter.deck, &source, &config->deck);
		remarks_print(config, &exporter.deck, &exporter.deck.remarks);
		ok = dress(&exporter, error) && put_slides(&exporter, error) &&
		     write_out(&exporter, error);
		wardrobe_close(&exporter.wardrobe);
		deck_release(&exporter.deck);
	}
	buf_release(&source);
	buf_release(&exporter.out);
	arena_release(&exporter.arena);
	arena_release(&exporter.frame_arena);
	return ok;
}
