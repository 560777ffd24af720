/* SPDX-License-Identifier: MIT */
/*
 * What was asked of the user's highlighter and what it has answered, by
 * language and code. What failed is kept as well: it would fail again.
 */
#include "present/colourist.h"

#include <stdlib.h>

#include "base/die.h"
#include "code/language.h"
#include "present/command.h"
#include "present/filter.h"

enum work_state {
	WORK_WANTED,
	WORK_BUSY,
	WORK_DONE,
	WORK_FAILED,
};

struct work {
	struct work *next;
	enum work_state state;
	int slide;		 /* that wanted it last */
	unsigned long long used; /* when that was, counted */
	size_t bytes;
	struct arena arena; /* of all below */
	struct str language, code;
	struct ansi ansi; /* of WORK_DONE */
};

struct colourist {
	struct str languages; /* names and commas; empty: all */
	const char *command;
	struct work *works;
	unsigned long long wants;
	struct filter filter;
	struct work *busy; /* what it is about, or NULL */
	bool failed;	   /* it has been said */
};

static const struct str language_mark = STR("{language}");

/* ---- languages ---- */

static bool is_name_byte(char byte)
{
	return str_is_letter_byte(byte) || str_is_digit_byte(byte) ||
	       str_is_byte_of(byte, "+#_.-");
}

/* A word of the shell that is neither an option nor a comment. */
static bool is_name(struct str text)
{
	if (text.len == 0 || str_is_byte_of(text.ptr[0], "+#.-"))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		if (!is_name_byte(text.ptr[i]))
			return false;
	}
	return true;
}

static struct str take_name(struct str *rest)
{
	const char *comma = str_find(*rest, ',');
	struct str name = { rest->ptr,
			    comma ? (size_t)(comma - rest->ptr) : rest->len };

	*rest = str_from(*rest, name.len + 1);
	return str_trim(name);
}

static bool are_names(struct str list)
{
	bool all = list.len > 0;

	while (list.len > 0)
		all = is_name(take_name(&list)) && all;
	return all;
}

static bool is_same_language(struct str a, struct str b)
{
	const struct language *known = language_find(a);

	return str_eq_nocase(a, b) || (known && known == language_find(b));
}

static bool is_meant(const struct colourist *colourist, struct str language)
{
	struct str rest = colourist->languages;
	bool meant = rest.len == 0;

	while (rest.len > 0)
		meant = is_same_language(take_name(&rest), language) || meant;
	return meant && is_name(language);
}

/* "c, rust: COMMAND" */
static void read_command(struct colourist *colourist, const char *command)
{
	struct str text = str_of(command);
	const char *colon = str_find(text, ':');
	struct str names = { command, colon ? (size_t)(colon - command) : 0 };

	colourist->command = command;
	if (!colon || !str_is_blank_byte(colon[1]) || !are_names(names))
		return;
	colourist->languages = names;
	colourist->command = str_trim_left(str_of(colon + 1)).ptr;
}

/* With a NUL at its end. */
static void put_command(struct buf *out, const char *command,
			struct str language)
{
	struct str rest = str_of(command);

	while (rest.len > 0) {
		bool marked = str_starts(rest, language_mark);
		size_t taken = marked ? language_mark.len : 1;
		buf_put(out,
			marked ? language : (struct str){ rest.ptr, taken });
		rest = str_from(rest, taken);
	}
	buf_put_byte(out, '\0');
}

/* ---- what is kept ---- */

static struct work *find_work(const struct colourist *colourist,
			      const struct listing *listing)
{
	struct work *work = colourist->works;

	while (work && (!str_eq(work->language, listing->language) ||
			!str_eq(work->code, listing->code)))
		work = work->next;
	return work;
}

static void remove_work(struct work **link)
{
	struct work *work = *link;

	*link = work->next;
	arena_release(&work->arena);
	free(work);
}

/* The link to what was not wanted for the longest time. */
static struct work **find_oldest(struct colourist *colourist)
{
	struct work **oldest = NULL;

	for (struct work **link = &colourist->works; *link;
	     link = &(*link)->next) {
		if (*link != colourist->busy &&
		    (!oldest || (*link)->used < (*oldest)->used))
			oldest = link;
	}
	return oldest;
}

static void make_room(struct colourist *colourist)
{
	struct work **oldest;
	size_t bytes = 0;

	for (struct work *work = colourist->works; work; work = work->next)
		bytes += work->bytes;
	while (bytes > COLOURIST_BYTES_MAX &&
	       (oldest = find_oldest(colourist))) {
		bytes -= (*oldest)->bytes;
		remove_work(oldest);
	}
}

static struct work *add_work(struct colourist *colourist,
			     const struct listing *listing)
{
	struct work *work = calloc(1, sizeof(*work));

	if (!work)
		die("out of memory");
	work->bytes = sizeof(*work) + listing->language.len + listing->code.len;
	work->language = arena_str(&work->arena, listing->language);
	work->code = arena_str(&work->arena, listing->code);
	work->used = colourist->wants; /* it is the newest */
	make_room(colourist);
	work->next = colourist->works;
	colourist->works = work;
	return work;
}

const struct ansi *colourist_want(struct colourist *colourist,
				  const struct listing *listing)
{
	struct work *work;

	if (!colourist || !is_meant(colourist, listing->language) ||
	    listing->code.len > COLOURIST_CODE_MAX)
		return NULL;
	colourist->wants++;
	work = find_work(colourist, listing);
	if (!work)
		work = add_work(colourist, listing);
	work->used = colourist->wants;
	work->slide = listing->slide;
	return work->state == WORK_DONE ? &work->ansi : NULL;
}

void colourist_forget(struct colourist *colourist)
{
	struct work **link;

	if (!colourist)
		return;
	for (link = &colourist->works; *link;) {
		if ((*link)->state == WORK_WANTED)
			remove_work(link);
		else
			link = &(*link)->next;
	}
}

/* ---- the command ---- */

/* The slides behind one go before those in front of it. */
static int distance(const struct work *work, int slide)
{
	return work->slide >= slide ? 2 * (work->slide - slide)
				    : 2 * (slide - work->slide) + 1;
}

/* Of one slide, in the order in which it was wanted. */
static bool goes_before(const struct work *a, const struct work *b, int slide)
{
	if (distance(a, slide) != distance(b, slide))
		return distance(a, slide) < distance(b, slide);
	return a->used < b->used;
}

static struct work *find_next(const struct colourist *colourist, int slide)
{
	struct work *found = NULL;

	for (struct work *work = colourist->works; work; work = work->next) {
		if (work->state == WORK_WANTED &&
		    (!found || goes_before(work, found, slide)))
			found = work;
	}
	return found;
}

/* Only the first failure is worth a word. */
static enum colourist_news fail(struct colourist *colourist, struct work *work)
{
	bool said = colourist->failed;

	work->state = WORK_FAILED;
	colourist->failed = true;
	return said ? COLOURIST_NOTHING : COLOURIST_FAILURE;
}

static enum colourist_news begin_next(struct colourist *colourist, int slide,
				      long long now, struct error *error)
{
	struct work *work = find_next(colourist, slide);
	struct buf command = { 0 };

	if (!work)
		return COLOURIST_NOTHING;
	put_command(&command, colourist->command, work->language);
	bool begun = filter_begin(&colourist->filter, command.ptr, work->code,
				  now, error);
	buf_release(&command);
	if (!begun)
		return fail(colourist, work);
	work->state = WORK_BUSY;
	colourist->busy = work;
	return COLOURIST_NOTHING;
}

static bool read_colours(struct colourist *colourist, struct work *work,
			 struct error *error)
{
	if (!ansi_read(&work->ansi, &work->arena,
		       buf_str(&colourist->filter.text), work->code))
		return command_fail(colourist->command, "changes the code",
				    error);
	work->bytes += work->ansi.count * sizeof(*work->ansi.runs);
	work->state = WORK_DONE;
	make_room(colourist);
	return true;
}

/*
 * What another slide asked is no reason for the one that is shown to wait. It
 * is still wanted, and gets all of its time when there is time for it.
 */
static bool give_way(struct colourist *colourist, int slide)
{
	const struct work *next = find_next(colourist, slide);

	if (!next || next->slide != slide || colourist->busy->slide == slide)
		return false;
	filter_stop(&colourist->filter);
	colourist->busy->state = WORK_WANTED;
	colourist->busy = NULL;
	return true;
}

enum colourist_news colourist_take(struct colourist *colourist, int slide,
				   long long now, struct error *error)
{
	struct work *work = colourist ? colourist->busy : NULL;
	enum filter_state state;

	if (!colourist)
		return COLOURIST_NOTHING;
	if (!work)
		return begin_next(colourist, slide, now, error);
	state = filter_take(&colourist->filter, now, error);
	if (state == FILTER_BUSY)
		return give_way(colourist, slide)
			       ? begin_next(colourist, slide, now, error)
			       : COLOURIST_NOTHING;
	bool ok = state == FILTER_DONE && read_colours(colourist, work, error);
	colourist->busy = NULL;
	if (ok)
		return COLOURIST_COLOURS;
	enum colourist_news news = fail(colourist, work);
	return news == COLOURIST_FAILURE
		       ? news
		       : begin_next(colourist, slide, now, error);
}

int colourist_fd(const struct colourist *colourist)
{
	return colourist ? filter_fd(&colourist->filter) : -1;
}

int colourist_timeout(const struct colourist *colourist, long long now)
{
	return colourist ? filter_timeout(&colourist->filter, now) : -1;
}

struct colourist *colourist_open(const char *command)
{
	struct colourist *colourist;

	if (!command || str_is_blank(str_of(command)))
		return NULL;
	colourist = calloc(1, sizeof(*colourist));
	if (!colourist)
		die("out of memory");
	read_command(colourist, command);
	return colourist;
}

void colourist_close(struct colourist *colourist)
{
	if (!colourist)
		return;
	filter_stop(&colourist->filter);
	while (colourist->works)
		remove_work(&colourist->works);
	free(colourist);
}
