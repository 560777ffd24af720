/* SPDX-License-Identifier: MIT */
/*
 * What every byte of some code is, for scripts that compare it with what
 * others say:
 *
 *     classes LANGUAGE < CODE
 *
 * writes the code again, each byte of its lines as the letter of its class.
 */
#include <stdio.h>

#include "base/file.h"
#include "code/lexer.h"

static const char letters[] = {
#define X(name, letter) letter,
	CODE_CLASSES(X)
#undef X
};

static void put_line(struct lexer *lexer, struct arena *arena, struct str line)
{
	unsigned char *classes = arena_array(arena, unsigned char, line.len);

	lexer_line(lexer, line, classes);
	for (size_t i = 0; i < line.len; i++)
		putchar(letters[classes[i]]);
	putchar('\n');
}

static bool put_classes(const struct language *language)
{
	struct arena arena = { 0 };
	struct lexer lexer;
	struct error error;
	struct buf code = { 0 };

	if (!file_read("-", &code, &error)) {
		fprintf(stderr, "%s\n", error.text);
		return false;
	}
	lexer_init(&lexer, &arena, language);
	for (struct str rest = buf_str(&code); rest.len > 0;)
		put_line(&lexer, &arena, str_take_line(&rest));
	arena_release(&arena);
	buf_release(&code);
	return true;
}

int main(int argc, char **argv)
{
	const struct language *language =
		argc == 2 ? language_find(str_of(argv[1])) : NULL;

	if (!language) {
		fprintf(stderr, "classes LANGUAGE < CODE\n");
		return 2;
	}
	return put_classes(language) ? 0 : 1;
}
