/* SPDX-License-Identifier: MIT */
/*
 * Folders of tests are below /tmp, and are removed file by file.
 */
#include "support/folder.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/file.h"

int folder_enter(void **state)
{
	char *folder = strdup("/tmp/deckle-test-XXXXXX");

	*state = folder;
	return folder && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *about, int kind,
		      struct FTW *place)
{
	(void)about, (void)kind, (void)place;
	return remove(path);
}

int folder_leave(void **state)
{
	char *folder = *state;
	int status = chdir("/");

	if (nftw(folder, remove_one, 16, FTW_DEPTH | FTW_PHYS))
		status = -1;
	free(folder);
	return status;
}

void folder_add(const char *path)
{
	if (mkdir(path, 0700))
		die("cannot make %s", path);
}

void folder_put(const char *path, struct str text)
{
	FILE *file = fopen(path, "wb");
	bool ok = file != NULL;

	if (ok && text.len > 0)
		ok = fwrite(text.ptr, 1, text.len, file) == text.len;
	if (!ok || fclose(file))
		die("cannot write %s", path);
}

void folder_copy(const char *other, const char *path)
{
	struct buf bytes = { 0 };
	struct error error;

	if (!file_read(other, &bytes, &error))
		die("%s", error.text);
	folder_put(path, buf_str(&bytes));
	buf_release(&bytes);
}
