/* SPDX-License-Identifier: MIT */
/*
 * The remote control: which talk is meant, and what it replies.
 */
#include "app/remote.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "deck/clean.h"
#include "remote/address.h"
#include "remote/ask.h"
#include "remote/status.h"

struct running {
	const char *socket;
	const char *deck; /* NULL: it has not said */
};

struct remote {
	const struct remote_options *options;
	const char *runtime_dir;
	struct request request;
	struct arena arena;
	struct running *talks; /* that run, then those that can be meant */
	int count;
	bool several; /* so many that it is not clear which */
};

/* ---- paths ---- */

static const char *keep(struct arena *arena, struct str text)
{
	static const struct str nul = STR("\0");

	return arena_join(arena, text, nul).ptr;
}

/* What a path leads to, from the root on; a file that has gone, too. */
static const char *absolute(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	char here[PATH_MAX];
	struct buf text = { 0 };

	if (real)
		buf_put_text(&text, real);
	else if (path[0] == '/' || !getcwd(here, sizeof(here)))
		buf_put_text(&text, path);
	else
		buf_printf(&text, "%s/%s", here, path);
	const char *copy = keep(arena, buf_str(&text));
	buf_release(&text);
	free(real);
	return copy;
}

/* ---- the talks that run ---- */

static const char *shown(struct remote *remote, const struct running *talk)
{
	if (!talk->deck)
		return "(does not answer)";
	return keep(&remote->arena,
		    clean_text(&remote->arena, str_of(talk->deck)));
}

/* What a talk is called in errors. */
static const char *name_of(const struct running *talk)
{
	return talk->deck ? talk->deck : talk->socket;
}

static void ask_for_deck(struct remote *remote, struct running *talk)
{
	static const struct request question = { .kind = REQUEST_STATUS };
	struct talk_status status;
	struct error ignored;
	struct str reply;
	struct ask ask;

	if (!ask_open(&ask, talk->socket, talk->socket, &ignored))
		return;
	if (ask_reply(&ask, &question, &reply, &ignored) &&
	    status_read(&status, reply, &remote->arena))
		talk->deck = keep(&remote->arena, status.deck);
	ask_close(&ask);
}

static void ask_for_decks(struct remote *remote)
{
	for (int i = 0; i < remote->count; i++)
		ask_for_deck(remote, &remote->talks[i]);
}

static bool find_talks(struct remote *remote, struct error *error)
{
	struct address_list list;

	if (!address_list(&list, remote->runtime_dir, &remote->arena, error))
		return false;
	remote->talks =
		arena_array(&remote->arena, struct running, (size_t)list.count);
	for (int i = 0; i < list.count; i++)
		remote->talks[i].socket = list.paths[i];
	remote->count = list.count;
	return true;
}

static void put_talks(struct remote *remote, struct buf *out)
{
	for (int i = 0; i < remote->count; i++) {
		const struct running *talk = &remote->talks[i];
		buf_printf(out, "%s\t%s\n", shown(remote, talk), talk->socket);
	}
}

/* ---- which of them is meant ---- */

static bool is_among(const char *socket, const struct address_list *list)
{
	for (int i = 0; i < list->count; i++) {
		if (!strcmp(list->paths[i], socket))
			return true;
	}
	return false;
}

/*
 * Keep those that are called like this: by their deck, which their sockets are
 * called after, or by their socket as it is listed. None if there is no such
 * talk. None is asked, so that one that does not answer keeps nobody waiting.
 */
static int keep_called(struct remote *remote, const char *name)
{
	const char *path =
		strcmp(name, "-") ? absolute(&remote->arena, name) : name;
	struct address_list own;
	struct error ignored; /* then there is none */
	int kept = 0;

	address_list_of(&own, remote->runtime_dir, str_of(path), &remote->arena,
			&ignored);
	for (int i = 0; i < remote->count; i++) {
		struct running talk = remote->talks[i];
		if (strcmp(talk.socket, name) != 0 &&
		    !is_among(talk.socket, &own))
			continue;
		/* The others stay behind it: they may be needed yet. */
		remote->talks[i] = remote->talks[kept];
		remote->talks[kept++] = talk;
	}
	return kept;
}

static bool refuse_several(struct remote *remote, struct error *error)
{
	remote->several = true;
	ask_for_decks(remote);
	return error_set(error, "several talks are running; say which with "
				"--deck:");
}

/*
 * Leave those talks that can be meant: one, or all of them when there is a
 * file that is no talk's deck, but may be a part of one.
 */
static bool narrow(struct remote *remote, struct error *error)
{
	const char *deck = remote->options->deck;
	const char *name = deck ? deck : remote->options->file;

	if (remote->count == 0)
		return error_set(error, "no talk is running");
	if (!deck && remote->count == 1)
		return true;
	int kept = name ? keep_called(remote, name) : 0;
	if (deck && kept == 0)
		return error_set_reason(error, deck,
					"no running talk shows this deck");
	if (kept > 0)
		remote->count = kept;
	return kept == 1 || (kept == 0 && name) ||
	       refuse_several(remote, error);
}

/* ---- requests and replies ---- */

/* A line for whoever reads: at once, and in one piece. */
static bool print_line(struct str line, struct error *error)
{
	struct buf text = { 0 };

	buf_put(&text, line);
	buf_put_byte(&text, '\n');
	bool ok = file_put(STDOUT_FILENO, "standard output", buf_str(&text),
			   error);
	buf_release(&text);
	return ok;
}

static bool print_changes(struct ask *ask, struct error *error)
{
	struct str line;

	while (ask_watch(ask, &line)) {
		if (!print_line(line, error))
			return false;
	}
	return true;
}

/* Ask one talk; *granted when it has done what it was asked for. */
static bool ask_talk(struct remote *remote, const struct running *talk,
		     bool *granted, struct error *error)
{
	struct str reply;
	struct ask ask;
	bool ok = true;

	*granted = false;
	if (!ask_open(&ask, talk->socket, name_of(talk), error))
		return true;
	*granted = ask_reply(&ask, &remote->request, &reply, error);
	if (*granted)
		ok = print_line(reply, error);
	if (*granted && ok && remote->request.kind == REQUEST_WATCH)
		ok = print_changes(&ask, error);
	ask_close(&ask);
	return ok;
}

static bool ask_talks(struct remote *remote, bool *granted, struct error *error)
{
	bool ok = true;

	*granted = false;
	for (int i = 0; i < remote->count && ok && !*granted; i++)
		ok = ask_talk(remote, &remote->talks[i], granted, error);
	if (ok && !*granted && remote->count > 1)
		error_set_reason(error, remote->options->file,
				 "no running talk shows this file");
	return ok;
}

static bool list_talks(struct remote *remote, bool *granted,
		       struct error *error)
{
	struct buf text = { 0 };

	*granted = remote->count > 0;
	if (!*granted) {
		error_set(error, "no talk is running");
		return true;
	}
	ask_for_decks(remote);
	put_talks(remote, &text);
	bool ok = file_put(STDOUT_FILENO, "standard output", buf_str(&text),
			   error);
	buf_release(&text);
	return ok;
}

static bool carry_out(struct remote *remote, bool *granted, struct error *error)
{
	const char *file = remote->options->file;

	if (remote->options->list)
		return list_talks(remote, granted, error);
	remote->request = remote->options->request;
	if (file)
		remote->request.file = str_of(absolute(&remote->arena, file));
	*granted = false;
	return !narrow(remote, error) || ask_talks(remote, granted, error);
}

/* What a talk says goes to a terminal: without control characters. */
static void complain(struct remote *remote, const struct error *error)
{
	struct error clean;
	struct buf text = { 0 };
	struct str line = clean_text(&remote->arena, str_of(error->text));

	error_set(&clean, "%.*s", (int)line.len, line.ptr);
	error_print(&clean);
	if (remote->several) {
		put_talks(remote, &text);
		fwrite(text.ptr, 1, text.len, stderr);
	}
	buf_release(&text);
}

bool remote_run(const struct config *config, enum status *status,
		struct error *error)
{
	struct remote remote = { .options = &config->remote,
				 .runtime_dir = config->runtime_dir };
	bool granted = false;
	bool ok = find_talks(&remote, error) &&
		  carry_out(&remote, &granted, error);

	*status = granted ? STATUS_OK : STATUS_FOUND;
	if (ok && !granted)
		complain(&remote, error);
	arena_release(&remote.arena);
	return ok;
}
