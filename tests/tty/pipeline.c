/* SPDX-License-Identifier: MIT */
/*
 * As much of the shell's grammar as cutting a pipeline takes: what is quoted
 * and what isn't.
 */
#include "pipeline.h"

#include <stdlib.h>
#include <string.h>

/* The end of the quoted part, or of the plain byte, at the start of s. */
static size_t skip_one(struct str s)
{
	char quote = s.ptr[0];
	size_t at = 1;

	if (quote == '\\')
		return s.len > 1 ? 2 : 1;
	if (quote != '"' && quote != '\'')
		return 1;
	while (at < s.len && s.ptr[at] != quote)
		at += quote == '"' && s.ptr[at] == '\\' ? 2 : 1;
	return at < s.len ? at + 1 : s.len;
}

/* Where the first of the set's bytes is that no quotes protect, or s.len. */
static size_t find_bare(struct str s, const char *set)
{
	size_t at = 0;

	while (at < s.len && !strchr(set, s.ptr[at]))
		at += skip_one((struct str){ s.ptr + at, s.len - at });
	return at < s.len ? at : s.len;
}

/* Where the command at the start of s ends: at a |, but not at a ||. */
static size_t find_end(struct str s)
{
	size_t at = 0;

	for (;;) {
		at += find_bare((struct str){ s.ptr + at, s.len - at }, "|");
		if (at + 1 >= s.len || s.ptr[at + 1] != '|')
			return at;
		at += 2;
	}
}

/* Lists, groups and assignments aren't for exec. */
static bool is_simple(struct str command)
{
	struct str word = { command.ptr, find_bare(command, " \t") };

	return find_bare(command, ";&|()`") == command.len &&
	       find_bare(word, "=") == word.len;
}

static char *make_command(struct str command)
{
	struct text text = { 0 };

	if (is_simple(command))
		text_puts(&text, "exec ");
	text_put(&text, command);
	return text.ptr;
}

bool pipeline_cut(struct pipeline *pipeline, struct str line,
		  struct text *error)
{
	pipeline->count = 0;
	for (;;) {
		size_t end = find_end(line);
		struct str command = str_trim((struct str){ line.ptr, end });

		if (command.len == 0) {
			text_puts(error, "a command is missing");
			return false;
		}
		if (pipeline->count == JOB_PROCESSES) {
			text_puts(error, "the pipeline is too long");
			return false;
		}
		pipeline->commands[pipeline->count++] = make_command(command);
		if (end == line.len)
			return true;
		line.ptr += end + 1;
		line.len -= end + 1;
	}
}

void pipeline_release(struct pipeline *pipeline)
{
	for (int i = 0; i < pipeline->count; i++)
		free(pipeline->commands[i]);
	pipeline->count = 0;
}
