/* SPDX-License-Identifier: MIT */
/*
 * A deck's life: its bytes are taken over and indexed, its slides are read one
 * at a time into whatever arena the caller has.
 */
#include "slide/read.h"

#include <assert.h>
#include <stdlib.h>
#include <unistd.h>

#include "deck/images.h"
#include "slide/markdown.h"
#include "slide/mdp.h"
#include "source/cut.h"
#include "source/detect.h"
#include "source/expand.h"
#include "source/header.h"
#include "source/include.h"
#include "source/index.h"
#include "source/settings.h"

/* What stands before the first slide; returns its bytes. */
static size_t read_top(struct deck *deck, int *line)
{
	static const struct str mark = STR("\xef\xbb\xbf");
	struct str source = buf_str(&deck->source);
	size_t begin = str_starts(source, mark) ? mark.len : 0;
	struct front front;

	if (deck->dialect == DIALECT_MDP ||
	    !front_read(&front, &deck->arena, str_from(source, begin), 1,
			&deck->remarks))
		return header_read(deck, source, line);
	settings_read_deck(deck, &front);
	*line = 1 + front.lines;
	return begin + front.bytes;
}

/* patat tells by the name. */
static bool is_literate(const char *path)
{
	static const struct str ending = STR(".lhs");
	struct str name = str_of(path ? path : "");

	return name.len > ending.len &&
	       str_eq(str_from(name, name.len - ending.len), ending);
}

void read_deck(struct deck *deck, struct buf *source,
	       const struct deck_options *options)
{
	int line;

	*deck = (struct deck){ .source = *source,
			       .dialect = options->dialect,
			       .options = *options };
	buf_init(source);
	expand_includes(deck);
	deck->settings.literate = is_literate(options->path);
	if (deck->dialect == DIALECT_AUTO && deck->settings.literate)
		deck->dialect = DIALECT_PATAT;
	if (deck->dialect == DIALECT_AUTO)
		deck->dialect = detect_dialect(buf_str(&deck->source));
	size_t begin = read_top(deck, &line);
	if (options->arrows_literal)
		deck->settings.arrows_literal = true;
	if (deck->dialect == DIALECT_MDP)
		index_slides(deck, begin, line);
	else
		cut_slides(deck, begin, line);
}

struct slide *read_slide(const struct deck *deck, int number,
			 struct arena *arena)
{
	assert(number >= 1 && number <= deck->slide_count);

	struct slide *slide = arena_new(arena, struct slide);
	slide->number = number;
	slide->line = deck->places[number - 1].line;
	if (deck->dialect == DIALECT_MDP)
		mdp_read(deck, slide, arena);
	else
		markdown_read(deck, slide, arena);
	assert(slide_check(slide));
	return slide;
}

bool read_named(const struct deck *deck, struct str path, struct arena *arena,
		struct named_file *file, struct error *error)
{
	*file = (struct named_file){
		.path = include_find(deck, NULL, path, arena).path
	};
	return include_read(deck, 1, path, arena, &file->text, error);
}

const char *read_image_path(const struct deck *deck, const struct link *link,
			    struct arena *arena, struct error *error)
{
	static const struct str end = STR("\0");
	const char *name = arena_join(arena, link->target, end).ptr;
	const char *found = NULL;
	const char **paths;
	int count = 0;

	error->text[0] = '\0';
	if (deck->options.path)
		count = images_of_link(deck, link, arena, &paths);
	for (int i = 0; i < count && !found; i++) {
		struct include file = { .name = name, .path = paths[i] };
		if (access(paths[i], F_OK) != 0)
			continue;
		char *real = include_resolve(deck, &file, error);
		if (real)
			found = arena_join(arena, str_of(real), end).ptr;
		free(real);
	}
	return found;
}
