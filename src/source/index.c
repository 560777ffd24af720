/* SPDX-License-Identifier: MIT */
/*
 * Where the slides are. The line grammar decides what a slide break is; this
 * file only walks the lines, and settles what an unclosed fence means.
 */
#include "source/index.h"

#include "deck/definition.h"
#include "deck/directive.h"
#include "source/fence.h"
#include "source/place.h"

struct indexer {
	struct deck *deck;
	struct str source;
	struct line_state state;
	struct slide_place slide; /* the one being walked */
	bool has_text;		  /* something but blank lines is on it */
	bool skip;		  /* it is to be left out */
	bool skipped;		  /* some slide was */
	struct fence_memory fences;
};

static void begin_slide(struct indexer *indexer, size_t begin, int line)
{
	indexer->slide = (struct slide_place){ .begin = begin, .line = line };
	indexer->has_text = indexer->skip = false;
	indexer->state = (struct line_state){
		.arrows_literal = indexer->deck->settings.arrows_literal
	};
}

static void end_slide(struct indexer *indexer, size_t end)
{
	indexer->slide.end = end;
	indexer->skipped |= indexer->skip;
	if (!indexer->skip)
		place_add(indexer->deck, indexer->slide);
}

/* A slide break inside a fence that nobody closes ends the fence. */
static void leave_open_fence(struct indexer *indexer, struct str raw,
			     size_t after)
{
	struct line_state *state = &indexer->state;

	if (!state->fence || !line_is_rule(raw) ||
	    !str_is_blank(state->above_text))
		return;
	struct fence fence = { .mark = state->fence,
			       .size = state->fence_size };
	if (!fence_is_closed(&indexer->fences, indexer->source, fence, after)) {
		state->fence = 0;
		state->above = LINE_BLANK;
	}
}

static void continue_slide(struct indexer *indexer, size_t at, int line)
{
	bool skip = indexer->skip;

	end_slide(indexer, at);
	begin_slide(indexer, at, line);
	indexer->slide.continued = true;
	indexer->skip = skip;
}

/* What a comment on lines of its own does to slides: most do nothing. */
static enum directive_kind read_comment(struct str text)
{
	static const struct str none = { NULL, 0 };
	struct str inside;
	size_t bytes;
	bool closed;

	if (!comment_take(text, &inside, &bytes, &closed) ||
	    !str_is_blank(str_from(text, bytes)))
		return DIRECTIVE_NONE;
	return directive_parse(inside, none).kind;
}

static void read_line(struct indexer *indexer, struct str raw, size_t after,
		      int number)
{
	size_t at = (size_t)(raw.ptr - indexer->source.ptr);

	leave_open_fence(indexer, raw, after);
	struct line line = line_read(&indexer->state, raw,
				     str_from(indexer->source, after));
	enum directive_kind directive = DIRECTIVE_NONE;
	if (line.kind == LINE_COMMENT)
		directive = read_comment(line.text);
	indexer->skip |= directive == DIRECTIVE_SKIP_SLIDE;
	if (line.kind == LINE_BREAK || directive == DIRECTIVE_END_SLIDE) {
		if (indexer->has_text || indexer->deck->slide_count > 0)
			end_slide(indexer, at);
		begin_slide(indexer, after, number + 1);
	} else if (line.kind == LINE_DEFINITION) {
		definition_add(indexer->deck, line.text, number);
	} else if (line.kind != LINE_BLANK) {
		indexer->has_text = true;
	}
}

void index_slides(struct deck *deck, size_t begin, int line)
{
	struct indexer indexer = { .deck = deck,
				   .source = buf_str(&deck->source) };
	struct str rest = str_from(indexer.source, begin);

	begin_slide(&indexer, begin, line);
	while (rest.len > 0) {
		struct str raw = str_take_line(&rest);
		size_t at = (size_t)(raw.ptr - indexer.source.ptr);
		if (at - indexer.slide.begin > DECK_SLIDE_BYTES_MAX)
			continue_slide(&indexer, at, line);
		while (raw.len > DECK_SLIDE_BYTES_MAX) {
			raw = str_from(raw, place_cut(raw));
			indexer.has_text = true;
			at = (size_t)(raw.ptr - indexer.source.ptr);
			continue_slide(&indexer, at, line);
		}
		read_line(&indexer, raw, indexer.source.len - rest.len, line);
		line++;
	}
	if (indexer.has_text)
		end_slide(&indexer, indexer.source.len);
	if (deck->slide_count == 0) {
		if (indexer.skipped)
			indexer.slide.begin = indexer.source.len;
		indexer.skip = false;
		end_slide(&indexer, indexer.source.len);
	}
	definitions_sort(deck);
}
