/* SPDX-License-Identifier: MIT */
/*
 * Going where a talk is. Slides are found by their numbers, steps by theirs;
 * of several pages the one with the line that the talk's page begins with.
 */
#include "present/viewer.h"

#include <stdio.h>
#include <string.h>

#include "layout/locate.h"
#include "remote/address.h"

/* ---- where the talk is ---- */

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static struct str base_of(struct str path)
{
	size_t len = path.len;

	while (len > 0 && path.ptr[len - 1] != '/')
		len--;
	return str_from(path, len);
}

/* The talk may be on another machine: folders have other names there. */
static const char *find_included(const struct deck *deck, struct str file)
{
	for (int i = 0; i < deck->file_count; i++) {
		if (str_eq(str_of(base_name(deck->files[i])), base_of(file)))
			return deck->files[i];
	}
	return NULL;
}

/* The line of this deck that a page begins with in the deck of the talk. */
static int find_line(const struct deck *deck, const struct talk_status *status)
{
	struct origin origin = { .line = status->line };

	if (status->line <= 0)
		return 0;
	if (!str_eq(status->file, status->deck)) {
		origin.path = find_included(deck, status->file);
		if (!origin.path)
			return 0;
	}
	return deck_line(deck, origin);
}

static void hint(struct viewer *viewer)
{
	const struct talk_status *last = &viewer->last;
	char text[128] = "";

	if (viewer->away && last->slide > 0)
		snprintf(text, sizeof(text), "the talk is at %d: f follows",
			 last->slide);
	else if (last->over)
		snprintf(text, sizeof(text), "the talk is over");
	else if (viewer->closed)
		snprintf(text, sizeof(text), "no more news of the talk");
	else if (!viewer->feed || viewer->away)
		snprintf(text, sizeof(text), "waiting for the talk%s",
			 viewer->away ? ": f follows" : "");
	show_hint(viewer->show, text);
}

static void go_to_talk(struct viewer *viewer)
{
	const struct talk_status *last = &viewer->last;
	struct show *show = viewer->show;

	talk_reload(&show->talk, show->deck.slide_count, last->slide);
	show_prepare(show);
	if (!show->is_empty)
		show->talk.view = locate_step(show->current->fit,
					      last->step - 1, viewer->line);
}

void viewer_stay(struct viewer *viewer)
{
	if (!viewer->show || viewer->away)
		return;
	if (viewer->last.slide > 0)
		go_to_talk(viewer);
	viewer->slide = viewer->show->talk.slide;
	viewer->view = viewer->show->talk.view;
}

void viewer_look(struct viewer *viewer)
{
	if (!viewer->show)
		return;
	const struct talk *talk = &viewer->show->talk;
	if (talk->slide != viewer->slide || talk->view != viewer->view)
		viewer->away = true;
	hint(viewer);
}

void viewer_follow(struct viewer *viewer)
{
	if (!viewer->show)
		return;
	viewer->away = false;
	viewer_stay(viewer);
	hint(viewer);
}

/* ---- what comes of it ---- */

/*
 * Listen to the talk that shows the same deck, if there is one. False when
 * there is no telling: the folder of the sockets is not to be trusted.
 */
static bool look_for_talk(struct viewer *viewer, long long now,
			  struct error *error)
{
	struct arena arena = { 0 };
	struct address_list list;
	struct error ignored; /* the hint says that there is none */
	bool ok = address_list_of(&list, viewer->runtime_dir,
				  viewer->show->path, &arena, error);

	if (ok && list.count > 0)
		viewer->feed = feed_open_talk(list.paths[0], &ignored);
	viewer->retry = now + VIEWER_RETRY_MS;
	arena_release(&arena);
	return ok;
}

bool viewer_open(struct viewer *viewer, struct show *show, long long now,
		 struct error *error)
{
	const struct present_options *options = show->options;

	*viewer = (struct viewer){ .show = show,
				   .from = options->from,
				   .runtime_dir = options->runtime_dir };
	if (viewer->from)
		viewer->feed = feed_open_file(viewer->from, error);
	else if (!look_for_talk(viewer, now, error))
		return false;
	hint(viewer);
	return !viewer->from || viewer->feed;
}

void viewer_close(struct viewer *viewer)
{
	feed_close(viewer->feed);
	viewer->feed = NULL;
}

int viewer_fd(const struct viewer *viewer)
{
	return viewer->feed ? feed_fd(viewer->feed) : -1;
}

int viewer_timeout(const struct viewer *viewer, long long now)
{
	long long left = viewer->retry - now;

	if (viewer->from || viewer->feed)
		return -1;
	return left < 0 ? 0 : (int)left;
}

static void take_status(struct viewer *viewer, const struct talk_status *status)
{
	static const struct str gone = { NULL, 0 };

	viewer->line = find_line(&viewer->show->deck, status);
	if (status->slide > 0 || viewer->last.slide == 0)
		viewer->last = *status;
	viewer->last.over = status->over;
	viewer->last.deck = viewer->last.file = viewer->last.title = gone;
	viewer->last.heading = viewer->last.notes = gone;
	if (!viewer->away)
		viewer->show->talk.blank = status->blank;
}

static void lose(struct viewer *viewer, long long now)
{
	viewer_close(viewer);
	viewer->closed = viewer->from != NULL;
	viewer->retry = now + VIEWER_RETRY_MS;
}

static void take_feed(struct viewer *viewer, long long now)
{
	struct talk_status status;

	switch (feed_take(viewer->feed, &status)) {
	case FEED_STATUS:
		take_status(viewer, &status);
		break;
	case FEED_CLOSED:
		lose(viewer, now);
		break;
	case FEED_NOTHING:
		break;
	}
}

void viewer_take(struct viewer *viewer, bool readable, long long now)
{
	struct error ignored; /* it was well to begin with, and may be again */

	if (viewer->feed && readable)
		take_feed(viewer, now);
	else if (viewer_timeout(viewer, now) == 0)
		look_for_talk(viewer, now, &ignored);
	viewer_stay(viewer);
	hint(viewer);
}
