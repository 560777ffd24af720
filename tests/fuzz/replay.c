/* SPDX-License-Identifier: MIT */
/*
 * A fuzz target without a fuzzer: every file of the folders given, on a handful
 * of screens (for the socket: by as many kinds of clients). What the fuzzer
 * found, and a seed of a dialect, begins with the three bytes of its screen, so
 * it is played as it stands, too.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void play(struct str screen, struct str deck)
{
	struct buf input = { 0 };

	buf_put(&input, screen);
	buf_put(&input, deck);
	LLVMFuzzerTestOneInput((const uint8_t *)input.ptr, input.len);
	buf_release(&input);
}

static void play_all(struct str bytes)
{
	/* columns - 1, rows, flags */
	static const struct str screens[] = {
		STR("\x4f\x18\x00"), STR("\x27\x0c\x04"), STR("\x13\x05\x01"),
		STR("\x00\x01\x00"), STR("\x09\x03\x02"), STR("\x4f\x00\x00"),
		STR("\xc6\x3c\x00"), STR("\x01\x02\x04"), STR(""),
	};

	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++)
		play(screens[i], bytes);
}

static bool play_file(const char *path)
{
	struct buf bytes = { 0 };
	struct error error;
	bool ok = file_read(path, &bytes, &error);

	if (ok)
		play_all(buf_str(&bytes));
	else
		fprintf(stderr, "%s\n", error.text);
	buf_release(&bytes);
	return ok;
}

static bool play_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	bool ok = dir != NULL;
	int count = 0;

	while (dir && (entry = readdir(dir))) {
		struct buf path = { 0 };
		if (entry->d_name[0] == '.')
			continue;
		buf_printf(&path, "%s/%s", folder, entry->d_name);
		buf_put_byte(&path, '\0');
		ok = play_file(path.ptr) && ok;
		count++;
		buf_release(&path);
	}
	if (dir)
		closedir(dir);
	printf("%s: %d inputs\n", folder, count);
	return ok;
}

int main(int argc, char **argv)
{
	bool ok = argc > 1;

	for (int i = 1; i < argc; i++)
		ok = play_folder(argv[i]) && ok;
	return ok ? 0 : 1;
}
