/* SPDX-License-Identifier: MIT */
/*
 * From classes of code to roles.
 */
#include "layout/highlight.h"

static const unsigned char roles_of_classes[] = {
	[CODE_PLAIN] = ROLE_CODE,
	[CODE_KEYWORD] = ROLE_CODE_KEYWORD,
	[CODE_TYPE] = ROLE_CODE_TYPE,
	[CODE_NAME] = ROLE_CODE_NAME,
	[CODE_STRING] = ROLE_CODE_STRING,
	[CODE_VALUE] = ROLE_CODE_VALUE,
	[CODE_COMMENT] = ROLE_CODE_COMMENT,
	[CODE_META] = ROLE_CODE_META,
	[CODE_INSERTED] = ROLE_CODE_INSERTED,
	[CODE_DELETED] = ROLE_CODE_DELETED,
};

/* Behind the language there may be more, in mdp's decks. */
static struct str first_word(struct str info)
{
	size_t bytes = 0;

	while (bytes < info.len && !str_is_byte_of(info.ptr[bytes], " \t,{"))
		bytes++;
	return (struct str){ info.ptr, bytes };
}

void highlight_init(struct highlighter *highlighter, struct arena *arena,
		    struct str language)
{
	const struct language *found = language_find(first_word(language));

	highlighter->arena = arena;
	highlighter->known = found;
	if (found)
		lexer_init(&highlighter->lexer, arena, found);
}

struct span highlight_line(struct highlighter *highlighter, struct str line)
{
	struct arena *arena = highlighter->arena;

	if (!highlighter->known)
		return span_of_str(arena, line, ROLE_CODE);
	unsigned char *classes = arena_array(arena, unsigned char, line.len);
	lexer_line(&highlighter->lexer, line, classes);
	for (size_t i = 0; i < line.len; i++)
		classes[i] = roles_of_classes[classes[i]];
	return span_of_roles(arena, line, classes);
}
