/* SPDX-License-Identifier: MIT */
/*
 * Checking: every slide is read once and fitted into every size. Of a slide
 * only the warnings are kept.
 */
#include "app/check.h"

#include <unistd.h>

#include "app/report.h"
#include "base/file.h"
#include "deck/images.h"
#include "deck/inspect.h"
#include "layout/misfit.h"
#include "present/pictures.h"
#include "present/wardrobe.h"
#include "slide/read.h"

/* What terminals have been since there were any. */
static const struct size default_size = { .rows = 24, .cols = 80 };
static const struct size any_size = { 0 };

struct checker {
	const struct config *config;
	const char *path; /* of the deck */
	struct deck deck;
	struct theme_wishes wishes; /* the theme's shapes take room */
	struct wardrobe wardrobe;
	struct pictures pictures; /* which are only looked at */
	int widest;
	struct arena arena; /* for one slide */
	struct report report;
	bool begun; /* the JSON array has a member */
	struct buf out;
};

static void add(struct checker *checker, const struct remarks *remarks,
		struct size size)
{
	report_add(&checker->report, &checker->deck, remarks,
		   checker->config->ignored, size);
}

static void check_size(struct checker *checker, const struct slide *slide,
		       struct size size)
{
	struct stage stage = { .deck = &checker->deck,
			       .widest = checker->widest,
			       .size = size,
			       .plain = true,
			       .form = &checker->wardrobe.theme.form };
	struct remarks remarks = { 0 };
	struct fit *fit = fit_slide(&checker->arena, &stage, slide);

	misfit_find(fit, slide, &remarks, &checker->arena);
	add(checker, &remarks, size);
}

static void check_slide(struct checker *checker, int number)
{
	const struct config *config = checker->config;
	struct slide *slide =
		read_slide(&checker->deck, number, &checker->arena);

	inspect_slide(slide, &checker->arena);
	images_find_missing(&checker->deck, slide, &checker->arena);
	pictures_hang(&checker->pictures, &checker->deck, slide,
		      &checker->arena);
	add(checker, &slide->remarks, any_size);
	for (int i = 0; i < config->size_count; i++)
		check_size(checker, slide, config->sizes[i]);
	if (config->size_count == 0)
		check_size(checker, slide, default_size);
	arena_reset(&checker->arena);
}

/* Front matter may be meant for others; a header is not. */
static void remark_theme(struct checker *checker)
{
	static const struct str key = STR("theme");
	struct deck *deck = &checker->deck;

	if (checker->wardrobe.trouble.text[0] && deck->theme_line > 0)
		remark_add(&deck->remarks, &deck->arena,
			   (struct remark){ .kind = REMARK_VALUE,
					    .line = deck->theme_line,
					    .col = 1,
					    .detail = key });
}

static void check_slides(struct checker *checker)
{
	struct deck *deck = &checker->deck;

	checker->widest =
		survey_deck(deck, &checker->wardrobe.theme.form, SURVEY_ALL);
	remark_theme(checker);
	add(checker, &deck->remarks, any_size);
	for (int i = 1; i <= deck->slide_count; i++)
		check_slide(checker, i);
	report_sort(&checker->report);
}

static void put_report(struct checker *checker)
{
	if (checker->config->format == FORMAT_JSON)
		report_put_json(&checker->report, checker->path,
				&checker->begun, &checker->out);
	else
		report_put_text(&checker->report, checker->path, &checker->out);
}

static enum status check_deck(struct checker *checker, const char *path)
{
	struct deck_options options = checker->config->deck;
	enum status status = STATUS_ERROR;
	struct buf source = { 0 };
	struct error error;

	checker->path = options.path = path;
	if (!file_read(path, &source, &error)) {
		error_print(&error);
		buf_release(&source);
		return STATUS_ERROR;
	}
	read_deck(&checker->deck, &source, &options);
	if (wardrobe_open(&checker->wardrobe, &checker->wishes, &checker->deck,
			  &error)) {
		check_slides(checker);
		put_report(checker);
		status = checker->report.count ? STATUS_FOUND : STATUS_OK;
		report_release(&checker->report);
	} else {
		error_print(&error);
	}
	wardrobe_close(&checker->wardrobe);
	deck_release(&checker->deck);
	return status;
}

static enum status check_decks(struct checker *checker)
{
	const struct config *config = checker->config;
	enum status worst = STATUS_OK;

	if (config->path_count == 0)
		return check_deck(checker, config->path);
	for (int i = 0; i < config->path_count; i++) {
		enum status status = check_deck(checker, config->paths[i]);
		if (status > worst)
			worst = status;
	}
	return worst;
}

bool check_run(const struct config *config, enum status *status,
	       struct error *error)
{
	struct checker checker = { .config = config, .wishes = config->theme };
	bool json = config->format == FORMAT_JSON;

	checker.wishes.usual = NULL;
	checker.pictures.album = album_open();
	if (json)
		buf_put_byte(&checker.out, '[');
	*status = check_decks(&checker);
	if (json)
		buf_put_text(&checker.out, checker.begun ? "\n]\n" : "]\n");
	bool ok = file_put(STDOUT_FILENO, "standard output",
			   buf_str(&checker.out), error);
	album_close(checker.pictures.album);
	arena_release(&checker.arena);
	buf_release(&checker.out);
	return ok;
}
