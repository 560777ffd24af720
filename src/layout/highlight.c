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

void highlight_init(struct highlighter *highlighter, struct arena *arena,
		    struct str info)
{
	const struct language *found = language_find(language_name(info));

	highlighter->arena = arena;
	highlighter->known = found;
	if (found)
		lexer_init(&highlighter->lexer, arena, found);
}

static void style_by_class(struct highlighter *highlighter, struct str line,
			   struct style *styles)
{
	unsigned char *classes =
		arena_array(highlighter->arena, unsigned char, line.len);

	lexer_line(&highlighter->lexer, line, classes);
	for (size_t i = 0; i < line.len; i++)
		styles[i].role = roles_of_classes[classes[i]];
}

static void style_by_look(const struct code_line *line, struct style *styles)
{
	const struct code_look *look = line->looks;

	for (size_t i = 0; i < line->text.len; i++) {
		if (i == look->end)
			look++;
		styles[i] =
			(struct style){ .role = ROLE_CODE,
					.emphasis =
						(unsigned char)look->emphasis,
					.tint = look->tint };
	}
}

struct span highlight_line(struct highlighter *highlighter,
			   const struct code_line *line)
{
	struct arena *arena = highlighter->arena;
	struct style *styles;

	if (!line->looks && !highlighter->known)
		return span_of_str(arena, line->text, ROLE_CODE);
	styles = arena_array(arena, struct style, line->text.len);
	if (line->looks)
		style_by_look(line, styles);
	else
		style_by_class(highlighter, line->text, styles);
	return span_of_styles(arena, line->text, styles);
}
