/* SPDX-License-Identifier: MIT */
/*
 * The classes of code, as text.
 */
#include "support/classes.h"

#include <string.h>

#include "code/lexer.h"

static const char letters[] = {
#define X(name, letter) letter,
	CODE_CLASSES(X)
#undef X
};

void classes_put(const struct language *language, struct str code,
		 struct buf *out)
{
	struct arena arena = { 0 };
	struct lexer lexer;

	lexer_init(&lexer, &arena, language);
	while (code.len > 0) {
		struct str line = str_take_line(&code);
		unsigned char *classes =
			arena_array(&arena, unsigned char, line.len);
		memset(classes, 0xff, line.len);
		lexer_line(&lexer, line, classes);
		for (size_t i = 0; i < line.len; i++) {
			bool known = classes[i] < CODE_CLASS_COUNT;
			buf_put_byte(out, known ? letters[classes[i]] : '?');
		}
		buf_put_byte(out, '\n');
	}
	arena_release(&arena);
}

static void expect_case(struct expect *expect, const struct code_case *want)
{
	const struct language *language = language_find(str_of(want->language));
	struct buf letter = { 0 }, got = { 0 }, name = { 0 };

	buf_printf(&name, "%s: %s", want->language, want->name);
	buf_put_byte(&name, '\0');
	buf_printf(&letter, "%s\n", want->want);
	buf_put_byte(&letter, '\0');
	if (language)
		classes_put(language, str_of(want->code), &got);
	expect_text(expect, name.ptr, letter.ptr, buf_str(&got));
	buf_release(&letter);
	buf_release(&got);
	buf_release(&name);
}

void expect_classes(struct expect *expect, const struct code_case *cases,
		    size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_case(expect, &cases[i]);
}
