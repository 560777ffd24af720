/* SPDX-License-Identifier: MIT */
/*
 * Compare decks with their goldens: every view of every slide, text and roles,
 * byte for byte. The golden's name says the size:
 *
 *     list.md                     the deck
 *     list.20x6.grid              what it looks like on 20 columns, 6 rows
 *     list.aids.20x6.grid         the same with what an author wants to know
 *     list.mdp.20x6.grid          with the shapes of a theme, one that is built
 *                                 in or, here, mdp.theme
 *
 * Decks of the sample folder have goldens called slides-NAME.COLSxROWS.grid.
 *
 *     golden DIR DECK...           compare with all goldens there are
 *     golden --update DIR DECK...  write them; without any, one of 80x24
 */
#include <glob.h>
#include <stdio.h>
#include <string.h>

#include "backend/text.h"
#include "base/file.h"
#include "present/aids.h"
#include "present/themes.h"
#include "support/expect.h"
#include "support/rig.h"

struct session {
	const char *dir;
	bool update;
	int compared, failed;
};

static bool report(struct session *session, const char *path, struct str said)
{
	printf("%s: %.*s\n", path, (int)said.len, said.ptr);
	session->failed++;
	return false;
}

/* As rig_put_views, with the author's aids. */
static void put_views_aided(struct rig *rig, int number, struct buf *out)
{
	rig_fit(rig, number);
	struct aids aids = aids_collect(&rig->arena, rig->slide, rig->fit,
					(struct aids_sizes){ 0 });
	struct bars bars = { .number = number,
			     .notice = aids.notice,
			     .place = aids.place,
			     .marked_lines = aids.marked,
			     .marked_count = aids.marked_count };

	for (int i = 0; i < rig->fit->view_count; i++) {
		struct view view = rig->fit->views[i];
		struct grid grid =
			frame_draw(&rig->arena, rig->fit, view, &bars);
		grid_check(&grid);
		buf_printf(out, "== slide %d step %d page %d\n", number,
			   view.step, view.page);
		text_write_planes(&grid, out);
	}
}

/* How a golden is drawn, as its name says. */
struct manner {
	struct size size;
	bool aids;
	const struct form *form; /* NULL: the plain one */
};

static void put_grids(struct str source, const struct manner *manner,
		      struct buf *out)
{
	struct rig rig;

	rig_init_as(&rig, source, manner->size, DIALECT_AUTO);
	rig.deck.options.path = "deck.md";
	if (manner->form)
		rig_use_form(&rig, manner->form);
	for (int i = 1; i <= rig.deck.slide_count; i++) {
		if (manner->aids)
			put_views_aided(&rig, i, out);
		else
			rig_put_views(&rig, i, out);
	}
	rig_release(&rig);
}

static void compare(struct session *session, const char *path, struct str got)
{
	struct buf want = { 0 }, said = { 0 };
	struct error error;

	session->compared++;
	if (!file_read(path, &want, &error)) {
		report(session, path, str_of(error.text));
	} else if (!str_eq(buf_str(&want), got)) {
		text_difference(buf_str(&want), got, &said);
		report(session, path, buf_str(&said));
	}
	buf_release(&want);
	buf_release(&said);
}

static void run_manner(struct session *session, const char *path,
		       struct str source, const struct manner *manner)
{
	struct buf got = { 0 };
	struct error error;

	put_grids(source, manner, &got);
	if (!session->update)
		compare(session, path, buf_str(&got));
	else if (!file_write(path, buf_str(&got), &error))
		report(session, path, str_of(error.text));
	buf_release(&got);
}

/* "NAME" or, for a deck that lives elsewhere, "slides-NAME". */
static void put_stem(const struct session *session, const char *deck,
		     struct buf *out)
{
	const char *slash = strrchr(deck, '/');
	const char *name = slash ? slash + 1 : deck;
	size_t dir = strlen(session->dir);
	bool beside = !strncmp(deck, session->dir, dir) && deck[dir] == '/';

	buf_printf(out, "%s/%s%.*s", session->dir, beside ? "" : "slides-",
		   (int)(strlen(name) - strlen(".md")), name);
}

/* The theme of that name, built in or in the folder of the goldens. */
static bool load_theme(const struct session *session, struct theme *theme,
		       const char *name, struct error *error)
{
	struct buf path = { 0 };
	bool built_in = themes_find(str_of(name)) >= 0;

	buf_printf(&path, "%s/%s.theme", session->dir, name);
	buf_put_byte(&path, '\0');
	bool loaded = theme_load(theme, built_in ? name : path.ptr, error);
	buf_release(&path);
	return loaded;
}

/* One golden; `name` is what stands behind the deck's: ".mdp.20x6.grid". */
static void run_golden(struct session *session, const char *path,
		       const char *name, struct str source)
{
	struct manner manner = { 0 };
	char word[32] = "";
	struct theme theme;
	struct error error;
	int *cols = &manner.size.cols, *rows = &manner.size.rows;

	if (sscanf(name, ".%dx%d.grid", cols, rows) != 2 &&
	    sscanf(name, ".%31[a-z].%dx%d.grid", word, cols, rows) != 3)
		return;
	manner.aids = !strcmp(word, "aids");
	if (word[0] == '\0' || manner.aids) {
		run_manner(session, path, source, &manner);
	} else if (load_theme(session, &theme, word, &error)) {
		manner.form = &theme.form;
		run_manner(session, path, source, &manner);
		theme_release(&theme);
	} else {
		report(session, path, str_of(error.text));
	}
}

static void run_goldens(struct session *session, const char *stem,
			struct str source)
{
	struct buf pattern = { 0 };
	glob_t found;

	buf_printf(&pattern, "%s.*x*.grid", stem);
	buf_put_byte(&pattern, '\0');
	int status = glob(pattern.ptr, 0, NULL, &found);
	for (size_t i = 0; status == 0 && i < found.gl_pathc; i++) {
		const char *path = found.gl_pathv[i];
		run_golden(session, path, path + strlen(stem), source);
	}
	if (status != 0 && session->update) {
		buf_clear(&pattern);
		buf_printf(&pattern, "%s.80x24.grid", stem);
		buf_put_byte(&pattern, '\0');
		run_manner(session, pattern.ptr, source,
			   &(struct manner){ .size = { 24, 80 } });
	} else if (status != 0) {
		report(session, stem,
		       str_of("there is no golden of this deck"));
	}
	if (status == 0)
		globfree(&found);
	buf_release(&pattern);
}

static void run_deck(struct session *session, const char *deck)
{
	struct buf source = { 0 }, stem = { 0 };
	struct error error;

	put_stem(session, deck, &stem);
	buf_put_byte(&stem, '\0');
	if (file_read(deck, &source, &error))
		run_goldens(session, stem.ptr, buf_str(&source));
	else
		report(session, deck, str_of(error.text));
	buf_release(&source);
	buf_release(&stem);
}

int main(int argc, char **argv)
{
	struct session session = { 0 };
	int at = 1;

	if (at < argc && !strcmp(argv[at], "--update")) {
		session.update = true;
		at++;
	}
	if (at + 1 >= argc) {
		fputs("usage: golden [--update] DIR DECK...\n", stderr);
		return 2;
	}
	session.dir = argv[at++];
	for (; at < argc; at++)
		run_deck(&session, argv[at]);
	return session.failed > 0;
}
