/* SPDX-License-Identifier: MIT */
/*
 * A talk made visible: the slide that it is at is read and laid out, and drawn
 * as far as it is revealed, or what stands in front of it.
 */
#include "present/show.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "deck/images.h"
#include "deck/revision.h"
#include "layout/colour.h"
#include "layout/locate.h"
#include "present/help.h"
#include "slide/read.h"

/* ---- what is shown ---- */

static void forget_slides(struct show *show)
{
	show->current = NULL;
	show->aided = 0;
	prepared_forget(&show->prepared);
}

static void prepare_slide(struct show *show)
{
	int number = show->is_empty ? 1 : show->talk.slide;

	show->current = prepared_get(&show->prepared, &show->stage, number);
	if (!show->is_empty)
		talk_fit(&show->talk, show->current->fit->view_count);
}

static void prepare_aids(struct show *show)
{
	if (!show->options->aids || show->aided == show->talk.slide)
		return;
	arena_reset(&show->aids_arena);
	show->aids = aids_collect(&show->aids_arena, show->current->slide,
				  show->current->fit, show->options->sizes);
	show->aided = show->talk.slide;
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
		help_write(&source, show->stage.deck, show->current->slide,
			   show->options->aids ? &show->aids.remarks : NULL);
		read_deck(&show->help_deck, &source,
			  &(struct deck_options){ .dialect = DIALECT_MDP });
		show->help_stage =
			(struct stage){ .deck = &show->help_deck,
					.widest = survey_deck(&show->help_deck,
							      NULL, SURVEY_ALL),
					.size = show->stage.size };
		struct slide *slide =
			read_slide(&show->help_deck, 1, &show->help_arena);
		show->help_fit =
			fit_slide(&show->help_arena, &show->help_stage, slide);
	}
	talk_fit_help(&show->talk, show->help_fit->view_count);
}

/* The columns of the widest screen that slides are fitted to. */
static int most_cols(const struct show *show)
{
	const struct aids_sizes *sizes = &show->options->sizes;
	int most = show->stage.size.cols;

	for (int i = 0; show->options->aids && i < sizes->count; i++) {
		if (sizes->sizes[i].cols > most)
			most = sizes->sizes[i].cols;
	}
	return most;
}

static void use_deck(struct show *show, const struct deck *deck)
{
	int cols = most_cols(show);

	show->stage.deck = deck;
	show->stage.form = &show->wardrobe.theme.form;
	show->stage.widest = survey_deck(deck, show->stage.form, cols);
	show->surveyed = cols;
}

static void use_built_in(struct show *show, int index)
{
	wardrobe_wear(&show->wardrobe, index);
	show->redressed = true;
	forget_help(show);
	forget_slides(show);
	use_deck(show, show->stage.deck);
}

void show_take_ground(struct show *show, int rgb)
{
	bool light = rgb >= 0 && colour_readable_on_rgb(rgb) == 0;
	enum ground ground = light ? GROUND_LIGHT : GROUND_DARK;

	if (rgb < 0 || ground == show->wardrobe.ground ||
	    !wardrobe_use(&show->wardrobe, &show->deck, ground))
		return;
	show->redressed = true;
	forget_help(show);
	forget_slides(show);
	use_deck(show, show->stage.deck);
	show_prepare(show);
}

void show_next_theme(struct show *show)
{
	int at = themes_find(str_of(show->wardrobe.theme.name)) + 1;

	use_built_in(show, themes_name(at) ? at : 0);
	show_notice(show, show->wardrobe.theme.name);
}

/* On a tour of the themes the slide says which one it is. */
static void tour_themes(struct show *show)
{
	int theme = show->talk.slide - 1;

	if (show->options->tours_themes &&
	    themes_find(str_of(show->wardrobe.theme.name)) != theme)
		use_built_in(show, theme);
}

void show_prepare(struct show *show)
{
	tour_themes(show);
	prepare_slide(show);
	prepare_aids(show);
	prepare_help(show);
}

void show_prepare_ahead(struct show *show)
{
	prepared_ahead(&show->prepared, &show->stage, show->talk.slide + 1);
}

/* ---- the colours of code ---- */

int show_colours_fd(const struct show *show)
{
	return colourist_fd(show->prepared.colourist);
}

int show_colours_timeout(const struct show *show, long long now)
{
	return colourist_timeout(show->prepared.colourist, now);
}

bool show_take_colours(struct show *show, long long now)
{
	struct error error;

	switch (colourist_take(show->prepared.colourist,
			       show->current->slide->number, now, &error)) {
	case COLOURIST_COLOURS:
		show_look_again(show);
		return true;
	case COLOURIST_FAILURE:
		show_notice(show, error.text);
		return true;
	default:
		return false;
	}
}

/* ---- images ---- */

static bool is_same_medium(const struct pane_medium *a,
			   const struct pane_medium *b)
{
	return a->kind == b->kind && size_is_same(a->cell, b->cell) &&
	       size_is_same(a->most, b->most);
}

void show_use_images(struct show *show, enum image_form form,
		     struct pane_medium medium)
{
	struct pictures *pictures = &show->prepared.pictures;

	if (!pictures->album)
		pictures->album = album_open();
	if (pictures->form == form &&
	    is_same_medium(&show->stage.medium, &medium))
		return;
	pictures->form = form;
	show->stage.medium = medium;
	forget_slides(show);
}

void show_want_images(struct show *show)
{
	if (show->current)
		prepared_want(&show->prepared, show->current->slide->number);
}

int show_images_fd(const struct show *show)
{
	const struct album *album = show->prepared.pictures.album;

	return album ? album_fd(album) : -1;
}

void show_take_images(struct show *show)
{
	struct album *album = show->prepared.pictures.album;

	if (album && album_take(album) == ALBUM_BROKEN)
		show_look_again(show);
}

/* ---- grids ---- */

static struct grid frame_of_help(struct show *show)
{
	struct bars bars = { .style = NUMBER_NONE };
	const struct fit *fit = show->help_fit;

	return frame_draw(&show->frame_arena, fit,
			  fit->views[show->talk.help_view], &bars);
}

/* An empty slide has one view. */
static int view_of(const struct show *show)
{
	return show->is_empty ? 0 : show->talk.view;
}

/* What is most urgent to say. */
static struct str notice_of(struct show *show)
{
	char typed[32];

	if (show->talk.typed > 0) {
		snprintf(typed, sizeof(typed), "go to %d", show->talk.typed);
		return arena_str(&show->frame_arena, str_of(typed));
	}
	if (show->notice[0])
		return str_of(show->notice);
	if (show->trouble.text[0])
		return str_of(show->trouble.text);
	return show->hint[0] ? str_of(show->hint) : show->aids.notice;
}

static struct grid frame_of_slide(struct show *show)
{
	struct bars bars = { .number = show->current->slide->number,
			     .style = show->options->number,
			     .notice = notice_of(show),
			     .place = show->aids.place,
			     .marked_lines = show->aids.marked,
			     .marked_count = show->aids.marked_count };
	const struct fit *fit = show->current->fit;

	return frame_draw(&show->frame_arena, fit, fit->views[view_of(show)],
			  &bars);
}

struct grid show_draw(struct show *show)
{
	arena_reset(&show->frame_arena);
	if (show->talk.blank)
		return grid_new(&show->frame_arena, show->stage.size);
	return show->talk.help ? frame_of_help(show) : frame_of_slide(show);
}

struct stamps show_stamps(struct show *show)
{
	static const struct stamps none = { 0 };
	const struct fit *fit = show->current->fit;

	if (show->talk.blank || show->talk.help)
		return none;
	return stamps_list(&show->frame_arena, fit, fit->views[view_of(show)]);
}

/* A slide is shown, and the next one might come out of it. */
static bool may_move(const struct show *show)
{
	const struct present_options *options = show->options;
	const struct talk *talk = &show->talk;

	return !talk->blank && !talk->help && !show->is_empty &&
	       !options->no_motion && options->transition != TRANSITION_NONE;
}

struct scene show_scene(const struct show *show)
{
	const struct present_options *options = show->options;
	const struct fit *fit = show->current->fit;
	const struct slide *slide = show->current->slide;
	struct scene scene = { .deck = show->stage.deck->source.ptr,
			       .slide = may_move(show) ? show->talk.slide : 0,
			       .transition = slide->transition,
			       .ms = slide->transition_ms,
			       .top = fit->title_rows,
			       .end = fit->footer_row };

	if (!scene.transition)
		scene.transition = options->usual_transition;
	if (!scene.transition)
		scene.transition = form_or_plain(show->stage.form)->transition;
	if (options->transition)
		scene.transition = options->transition;
	if (options->no_motion)
		scene.transition = TRANSITION_NONE;
	if (scene.end < 0)
		scene.end = show->stage.size.rows;
	return scene;
}

void show_notice(struct show *show, const char *text)
{
	snprintf(show->notice, sizeof(show->notice), "%s", text);
}

void show_hint(struct show *show, const char *text)
{
	snprintf(show->hint, sizeof(show->hint), "%s", text);
}

/* ---- the deck ---- */

/* The deck may ask for another theme, or its file be another. */
static void use_theme(struct show *show)
{
	if (wardrobe_use(&show->wardrobe, &show->deck, show->wardrobe.ground))
		show->redressed = true;
	if (show->wardrobe.trouble.text[0])
		show_notice(show, show->wardrobe.trouble.text);
}

static bool has_text(const struct deck *deck)
{
	struct str rest = buf_str(&deck->source);

	while (rest.len > 0) {
		if (!str_is_blank(str_take_line(&rest)))
			return true;
	}
	return false;
}

/* Where the talk is in the deck that is shown now. */
static void find_place(struct show *show, const struct revision *revision,
		       bool follow)
{
	struct talk *talk = &show->talk;
	bool leads = follow && revision->slide > 0;
	int slide =
		leads ? revision->slide : revision_place(revision, talk->slide);

	talk_reload(talk, show->deck.slide_count, slide);
	if (!leads)
		return;
	prepare_slide(show);
	talk->view = locate_lines(show->current->fit, revision->first_line,
				  revision->last_line);
}

static void forget_empty(struct show *show)
{
	if (show->is_empty)
		deck_release(&show->empty);
	show->is_empty = false;
}

static void take_empty(struct show *show, const struct deck *deck)
{
	forget_empty(show);
	show->is_empty = true;
	show->empty = *deck;
	use_deck(show, &show->empty);
}

static void take_deck(struct show *show, const struct deck *deck, bool follow)
{
	struct arena arena = { 0 };
	struct revision revision = revision_compare(&show->deck, deck, &arena);

	forget_empty(show);
	deck_release(&show->deck);
	show->deck = *deck;
	use_theme(show);
	use_deck(show, &show->deck);
	find_place(show, &revision, follow);
	arena_release(&arena);
}

void show_look_again(struct show *show)
{
	forget_help(show);
	forget_slides(show);
	show_prepare(show);
}

static bool read_source(const struct show *show, struct deck *deck,
			struct error *error)
{
	struct buf source = { 0 };
	struct str text = show->options->source;
	bool ok =
		text.len > 0 || file_read(show->options->path, &source, error);

	buf_put(&source, text);
	if (ok)
		read_deck(deck, &source, &show->options->deck);
	buf_release(&source);
	return ok;
}

static bool read_again(const struct show *show, struct deck *deck,
		       struct error *error)
{
	if (!file_can_read_again(show->options->path))
		return error_set(error, "this deck can be read only once");
	return read_source(show, deck, error);
}

/* Where files are watched, it will be known when there is no trouble left. */
static void tell_trouble(struct show *show, const struct error *error)
{
	if (show->options->watch)
		show->trouble = *error;
	else
		show_notice(show, error->text);
}

bool show_reload(struct show *show, bool follow, struct error *error)
{
	struct deck deck;

	if (!read_again(show, &deck, error)) {
		tell_trouble(show, error);
		return false;
	}
	show->trouble.text[0] = '\0';
	forget_help(show);
	forget_slides(show);
	if (has_text(&deck))
		take_deck(show, &deck, follow);
	else
		take_empty(show, &deck);
	show_prepare(show);
	return true;
}

static struct origin origin_of(const struct show *show)
{
	int line = locate_line(show->current->fit, view_of(show));

	return deck_origin(show->stage.deck, line);
}

const char *show_file(const struct show *show)
{
	const char *path = origin_of(show).path;

	return path ? path : show->options->path;
}

int show_line(const struct show *show)
{
	return origin_of(show).line;
}

struct paths {
	const char **paths;
	size_t count;
};

static void add_paths(struct paths *paths, struct arena *arena,
		      const char *const *more, int count)
{
	for (int i = 0; i < count; i++) {
		paths->paths = arena_extend(arena, paths->paths, paths->count,
					    sizeof(*paths->paths));
		paths->paths[paths->count++] = more[i];
	}
}

size_t show_files(const struct show *show, struct arena *arena,
		  const char ***paths)
{
	const struct deck *deck = &show->deck;
	const struct slide *slide = show->current->slide;
	const char *const *themes = show->wardrobe.theme.files;
	const char **images;
	int image_count = images_list(deck, slide, arena, &images);
	struct paths all = { 0 };

	add_paths(&all, arena, &show->options->path, 1);
	add_paths(&all, arena, deck->files, deck->file_count);
	add_paths(&all, arena, slide->files, slide->file_count);
	add_paths(&all, arena, images, image_count);
	for (int i = 0; i < 2 && themes[i]; i++)
		add_paths(&all, arena, &themes[i], 1);
	*paths = all.paths;
	return all.count;
}

void show_resize(struct show *show, struct size size)
{
	if (size_is_same(size, show->stage.size))
		return;
	show->stage.size = size;
	forget_help(show);
	forget_slides(show);
	if (most_cols(show) > show->surveyed)
		use_deck(show, show->stage.deck);
}

bool show_open(struct show *show, const struct present_options *options,
	       struct error *error)
{
	*show = (struct show){ .options = options };
	if (!read_source(show, &show->deck, error))
		return false;
	show->real = realpath(options->path, NULL);
	show->prepared.colourist = colourist_open(options->highlighter);
	show->path = str_of(show->real ? show->real : options->path);
	return wardrobe_open(&show->wardrobe, &options->theme, &show->deck,
			     error);
}

void show_keep_plain(struct show *show)
{
	show->stage.plain = true;
}

void show_begin(struct show *show, struct size size)
{
	const char *notice = show->wardrobe.trouble.text;

	show->stage.size = size;
	if (!notice[0] && show->options->notice)
		notice = show->options->notice;
	show_notice(show, notice);
	use_deck(show, &show->deck);
	show->talk = talk_start(show->deck.slide_count, show->options->slide);
	show_prepare(show);
}

void show_close(struct show *show)
{
	forget_help(show);
	prepared_release(&show->prepared);
	colourist_close(show->prepared.colourist);
	if (show->prepared.pictures.album)
		album_close(show->prepared.pictures.album);
	arena_release(&show->frame_arena);
	arena_release(&show->aids_arena);
	arena_release(&show->help_arena);
	forget_empty(show);
	wardrobe_close(&show->wardrobe);
	deck_release(&show->deck);
	free(show->real);
}
