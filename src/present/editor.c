/* SPDX-License-Identifier: MIT */
/*
 * The user's editor. What it is called with is a template, the user's own or
 * one of the table below; the shell gets it with the path as one quoted word.
 */
#include "present/editor.h"

#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "present/command.h"

/* No header has it: POSIX leaves it to the program. */
extern char **environ;

/*
 * What is put behind the names of editors: as their manual pages say, unless
 * another place is named. Not here is what would take "+12" for a file, as ed
 * does.
 */
static const struct {
	const char *names; /* between blanks */
	const char *form;
} forms[] = {
	/* POSIX, ex: "+command" is carried out in the first file. */
	{ "vi view ex vim nvim gvim mvim vimx rvim gview rview nvi elvis vile",
	  "+{line} {file}" },
	{ "emacs emacs-gtk emacs-lucid emacs-nox emacs-pgtk emacsclient zile "
	  "mg jove jed",
	  "+{line} {file}" },
	{ "nano pico rnano", "+{line} {file}" },
	{ "joe jmacs jpico jstar rjoe ne kak mcedit", "+{line} {file}" },
	/* Its man page has another form, which is an option there. */
	{ "micro", "+{line} {file}" },
	{ "gedit pluma", "+{line} {file}" },
	/* Debian's names for one of the above: all but the rarest take this. */
	{ "editor sensible-editor", "+{line} {file}" },
	/* code.visualstudio.com/docs/configure/command-line; the others are
	   built from the same source. */
	{ "code code-insiders code-oss codium vscodium cursor windsurf",
	  "--goto {file}:{line}" },
	/* sublimetext.com/docs/command_line.html */
	{ "subl sublime_text", "{file}:{line}" },
	{ "hx helix", "{file}:{line}" },
	/* zed.dev/docs/reference/cli */
	{ "zed zeditor", "{file}:{line}" },
	{ "kate kwrite geany", "--line {line} {file}" },
	{ "mate", "--line {line} {file}" },
	/* jetbrains.com/help/idea/opening-files-from-command-line.html */
	{ "clion goland idea phpstorm pycharm rubymine rustrover webstorm",
	  "--line {line} {file}" },
};

/* Of a program that is not known. */
static const char form_unknown[] = "{file}";

static const struct str file_mark = STR("{file}");
static const struct str line_mark = STR("{line}");

/* ---- the command ---- */

/* "/usr/bin/vim.nox": "vim" */
static struct str base_name(struct str program)
{
	const char *end;

	for (size_t i = program.len; i > 0; i--) {
		if (program.ptr[i - 1] == '/') {
			program = str_from(program, i);
			break;
		}
	}
	end = str_find(program, '.');
	if (end)
		program.len = (size_t)(end - program.ptr);
	return program;
}

static bool has_word(const char *words, struct str wanted)
{
	struct str rest = str_of(words);

	while (rest.len > 0) {
		const char *space = str_find(rest, ' ');
		struct str word = rest;
		if (space)
			word.len = (size_t)(space - rest.ptr);
		if (str_eq(word, wanted))
			return true;
		rest = str_from(rest, word.len + 1);
	}
	return false;
}

static const char *find_form(const char *editor)
{
	struct buf program = { 0 };
	const char *form = form_unknown;

	command_program(&program, editor);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (has_word(forms[i].names, base_name(buf_str(&program))))
			form = forms[i].form;
	}
	buf_release(&program);
	return form;
}

/* In single quotes nothing but these has a meaning. */
static void put_path(struct buf *out, const char *path)
{
	buf_put_byte(out, '\'');
	if (path[0] == '-' || path[0] == '+')
		buf_put_text(out, "./");
	for (; *path; path++) {
		if (*path == '\'')
			buf_put_text(out, "'\\''");
		else
			buf_put_byte(out, *path);
	}
	buf_put_byte(out, '\'');
}

/* Which quotes the text is in after this byte: '\'', '"' or none. */
static char quote_after(char quote, char byte)
{
	if (byte == quote)
		return '\0';
	return !quote && (byte == '\'' || byte == '"') ? byte : quote;
}

/* Quotes that a mark stands in are closed around the path. */
static void put_marked(struct buf *out, char quote, const char *path)
{
	if (quote)
		buf_put_byte(out, quote);
	put_path(out, path);
	if (quote)
		buf_put_byte(out, quote);
}

static void put_form(struct buf *out, const char *form, const char *path,
		     int line)
{
	struct str rest = str_of(form);
	char quote = '\0';

	while (rest.len > 0) {
		size_t taken = 1;
		if (str_starts(rest, file_mark)) {
			put_marked(out, quote, path);
			taken = file_mark.len;
		} else if (str_starts(rest, line_mark)) {
			buf_printf(out, "%d", line);
			taken = line_mark.len;
		} else {
			if (rest.ptr[0] == '\\' && quote != '\'' &&
			    rest.len > 1)
				taken = 2; /* what follows opens no quotes */
			else
				quote = quote_after(quote, rest.ptr[0]);
			buf_put(out, (struct str){ rest.ptr, taken });
		}
		rest = str_from(rest, taken);
	}
}

void editor_command(struct buf *out, const char *editor, const char *path,
		    int line)
{
	if (line < 1)
		line = 1;
	if (strstr(editor, file_mark.ptr) || strstr(editor, line_mark.ptr)) {
		put_form(out, editor, path, line);
		return;
	}
	buf_printf(out, "%s ", editor);
	put_form(out, find_form(editor), path, line);
}

/* ---- the process ---- */

/* The signals that are handled here are not in a new program; only the mask
   would stay. */
static int spawn(pid_t *process, const char *const *words, int terminal,
		 const sigset_t *mask)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, terminal, STDIN_FILENO);
	posix_spawnattr_init(&attributes);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
	posix_spawnattr_setsigmask(&attributes, mask);
	int failed = posix_spawn(process, words[0], &files, &attributes,
				 (char *const *)words, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return failed;
}

pid_t editor_start(const char *command, int terminal,
		   const struct signals *signals, struct error *error)
{
	const char *const words[] = { "/bin/sh", "-c", command, NULL };
	pid_t process;
	int failed = spawn(&process, words, terminal, &signals->before);

	if (!failed)
		return process;
	error_set_reason(error, words[0], strerror(failed));
	return -1;
}

bool editor_reap(pid_t process, int *status)
{
	return waitpid(process, status, WNOHANG) == process;
}
