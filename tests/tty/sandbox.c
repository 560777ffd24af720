/* SPDX-License-Identifier: MIT */
/*
 * Directories and environments of cases. The only file that reads ttytest's
 * own environment for the sake of a program under test.
 */
#include "sandbox.h"

#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const inherited[] = {
	"PATH",
	"ASAN_OPTIONS",
	"UBSAN_OPTIONS",
	"LSAN_OPTIONS",
};

static const char *const fixed[] = {
	"LANG=C.UTF-8",
	"TERM=xterm-256color",
};

static const char *const outer[] = { "DECKLE", "SLIDES" };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void set_pair(struct sandbox *sandbox, const char *name,
		     const char *value)
{
	struct text pair = { 0 };

	text_printf(&pair, "%s=%s", name, value);
	sandbox_set(sandbox, text_str(&pair));
	text_release(&pair);
}

/* What programs of one case tell each other there, no other case hears. */
static bool make_runtime(struct sandbox *sandbox, struct text *error)
{
	struct text path = { 0 };
	bool ok;

	text_printf(&path, "%s/run", sandbox->dir);
	ok = mkdir(path.ptr, 0700) == 0;
	if (!ok)
		text_printf(error, "%s: %s", path.ptr, strerror(errno));
	set_pair(sandbox, "XDG_RUNTIME_DIR", path.ptr);
	text_release(&path);
	return ok;
}

/*
 * The directory's name is short: a socket in it is to have a path of less than
 * 108 bytes.
 */
bool sandbox_open(struct sandbox *sandbox, struct text *error)
{
	const char *parent = getenv("TMPDIR");

	*sandbox = (struct sandbox){ 0 };
	snprintf(sandbox->dir, sizeof(sandbox->dir), "%s/tty.XXXXXX",
		 parent && *parent ? parent : "/tmp");
	if (!mkdtemp(sandbox->dir)) {
		text_printf(error, "%s: %s", sandbox->dir, strerror(errno));
		sandbox->dir[0] = '\0';
		return false;
	}
	for (size_t i = 0; i < COUNT(inherited); i++)
		if (getenv(inherited[i]))
			set_pair(sandbox, inherited[i], getenv(inherited[i]));
	for (size_t i = 0; i < COUNT(fixed); i++)
		sandbox_set(sandbox, str_of(fixed[i]));
	set_pair(sandbox, "HOME", sandbox->dir);
	return make_runtime(sandbox, error);
}

static int remove_one(const char *path, const struct stat *status, int kind,
		      struct FTW *where)
{
	(void)status;
	(void)where;
	if (kind == FTW_DP || kind == FTW_DNR)
		rmdir(path);
	else
		unlink(path);
	return 0;
}

void sandbox_close(struct sandbox *sandbox)
{
	if (sandbox->dir[0])
		nftw(sandbox->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	for (size_t i = 0; i < sandbox->count; i++)
		free(sandbox->environment[i]);
	*sandbox = (struct sandbox){ 0 };
}

/* The index of a variable, or the count of them if there is none. */
static size_t find(const struct sandbox *sandbox, struct str name)
{
	size_t i = 0;

	while (i < sandbox->count &&
	       (strncmp(sandbox->environment[i], name.ptr, name.len) != 0 ||
		sandbox->environment[i][name.len] != '='))
		i++;
	return i;
}

const char *sandbox_get(const struct sandbox *sandbox, const char *name)
{
	size_t i = find(sandbox, str_of(name));

	if (i == sandbox->count)
		return NULL;
	return sandbox->environment[i] + strlen(name) + 1;
}

bool sandbox_set(struct sandbox *sandbox, struct str assignment)
{
	const char *equals = memchr(assignment.ptr, '=', assignment.len);
	struct text copy = { 0 };
	struct str name = assignment;

	if (!equals || equals == assignment.ptr)
		return false;
	name.len = (size_t)(equals - assignment.ptr);
	sandbox_unset(sandbox, name);
	if (sandbox->count == SANDBOX_VARIABLES)
		return false;
	text_put(&copy, assignment);
	sandbox->environment[sandbox->count++] = copy.ptr;
	return true;
}

void sandbox_unset(struct sandbox *sandbox, struct str name)
{
	size_t i = find(sandbox, name);

	if (i == sandbox->count)
		return;
	free(sandbox->environment[i]);
	sandbox->environment[i] = sandbox->environment[--sandbox->count];
	sandbox->environment[sandbox->count] = NULL;
}

static bool is_name(char byte)
{
	return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
	       (byte >= '0' && byte <= '9') || byte == '_';
}

static struct str name_at(struct str from)
{
	size_t len = 0;

	while (len < from.len && is_name(from.ptr[len]))
		len++;
	return (struct str){ from.ptr, len };
}

/* Paths are made absolute, since the program runs in another directory. */
static bool put_outer(const char *name, struct text *to, struct text *error)
{
	const char *value = getenv(name);
	char path[PATH_MAX];

	if (!value) {
		text_printf(error, "$%s isn't set", name);
		return false;
	}
	text_puts(to, realpath(value, path) ? path : value);
	return true;
}

static bool put_variable(const struct sandbox *sandbox, struct str name,
			 struct text *to, struct text *error)
{
	for (size_t i = 0; i < COUNT(outer); i++)
		if (str_is(name, outer[i]))
			return put_outer(outer[i], to, error);
	if (str_is(name, "TMP"))
		text_puts(to, sandbox->dir);
	else
		text_printf(to, "$%.*s", STR_ARG(name));
	return true;
}

bool sandbox_expand(const struct sandbox *sandbox, struct str from,
		    struct text *to, struct text *error)
{
	while (from.len > 0) {
		struct str name = { from.ptr + 1, from.len - 1 };
		size_t used = 1;

		if (from.ptr[0] != '$') {
			text_put_byte(to, from.ptr[0]);
		} else {
			name = name_at(name);
			used += name.len;
			if (!put_variable(sandbox, name, to, error))
				return false;
		}
		from.ptr += used;
		from.len -= used;
	}
	return true;
}

bool sandbox_path(const struct sandbox *sandbox, struct str from,
		  struct text *path, struct text *error)
{
	struct text expanded = { 0 };
	bool ok = sandbox_expand(sandbox, from, &expanded, error);

	if (text_chars(&expanded)[0] != '/')
		text_printf(path, "%s/", sandbox->dir);
	text_puts(path, text_chars(&expanded));
	text_release(&expanded);
	return ok;
}
