/* SPDX-License-Identifier: MIT */
/*
 * Words of the command line into a request to a running talk.
 */
#include "app/words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define HELP_COL 24 /* where --help begins to explain */

static bool read_number(struct request *request, const char *word,
			struct error *error)
{
	char *end;
	long number = strtol(word, &end, 10);

	if (!str_is_digit_byte(word[0]) || *end || number < 1)
		return error_set(error, "%s: not a whole number from 1", word);
	request->number = number < INT_MAX ? (int)number : INT_MAX;
	return true;
}

static bool read_blanking(struct request *request, const char *word,
			  struct error *error)
{
	if (!strcmp(word, "on"))
		request->blank = BLANK_ON;
	else if (!strcmp(word, "off"))
		request->blank = BLANK_OFF;
	else
		return error_set(error, "%s: neither on nor off", word);
	return true;
}

/* How many of the words that follow the command are its argument; -1: none of
   them can be. */
static int read_argument(struct remote_options *remote,
			 const char *const *words, int count,
			 struct error *error)
{
	struct request *request = &remote->request;

	if (request_has_number(request->kind)) {
		if (count == 0)
			error_set(error, "%s: %s is missing (see --help)",
				  request_word(request->kind),
				  request_argument(request->kind));
		if (count == 0 || !read_number(request, words[0], error))
			return -1;
		if (request->kind != REQUEST_LINE || count == 1)
			return 1;
		remote->file = words[1];
		return 2;
	}
	if (request->kind != REQUEST_BLANK || count == 0)
		return 0;
	return read_blanking(request, words[0], error) ? 1 : -1;
}

bool words_read(struct remote_options *remote, const char *const *words,
		int count, struct error *error)
{
	if (count == 0)
		return error_set(error, "remote: no command (see --help)");
	remote->request =
		(struct request){ .kind = request_find(str_of(words[0])) };
	if (remote->request.kind == REQUEST_COUNT)
		return error_set(error, "%s: no command of remote (see --help)",
				 words[0]);
	int taken = read_argument(remote, words + 1, count - 1, error);
	if (taken >= 0 && taken + 1 < count)
		return error_set(error, "%s: one word too many",
				 words[taken + 1]);
	return taken >= 0;
}

void words_put_help(struct buf *out)
{
	buf_put_text(out, "\nCommands of remote:\n");
	for (int i = 0; i < REQUEST_COUNT; i++) {
		enum request_kind kind = (enum request_kind)i;
		size_t begin = out->len;
		buf_printf(out, "  %s %s", request_word(kind),
			   request_argument(kind));
		size_t taken = out->len - begin;
		buf_repeat(out, ' ', taken < HELP_COL ? HELP_COL - taken : 1);
		buf_printf(out, "%s\n", request_help(kind));
	}
}
