/* SPDX-License-Identifier: MIT */
/*
 * From libcmark's tree to ours, with its iterator: libcmark nests as deep as
 * the source says, we do not.
 */
#include "slide/outline.h"

#include <cmark.h>
#include <string.h>

#include "deck/clean.h"
#include "slide/mute.h"

static struct str copy_of(struct arena *arena, const char *text)
{
	struct str from = str_of(text ? text : "");
	char *copy = arena_alloc(arena, from.len);

	memcpy(copy, from.ptr, from.len);
	mute_restore(copy, from.len);
	return (struct str){ copy, from.len };
}

static bool kind_of(cmark_node *node, enum outline_kind *kind)
{
	static const struct {
		cmark_node_type type;
		enum outline_kind kind;
	} kinds[] = {
		{ CMARK_NODE_PARAGRAPH, OUTLINE_PARAGRAPH },
		{ CMARK_NODE_HEADING, OUTLINE_HEADING },
		{ CMARK_NODE_CODE_BLOCK, OUTLINE_CODE },
		{ CMARK_NODE_HTML_BLOCK, OUTLINE_HTML },
		{ CMARK_NODE_THEMATIC_BREAK, OUTLINE_RULE },
		{ CMARK_NODE_LIST, OUTLINE_LIST },
		{ CMARK_NODE_ITEM, OUTLINE_ITEM },
		{ CMARK_NODE_BLOCK_QUOTE, OUTLINE_QUOTE },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (kinds[i].type == cmark_node_get_type(node)) {
			*kind = kinds[i].kind;
			return true;
		}
	}
	return false;
}

static void fill(struct outline *outline, struct arena *arena, cmark_node *node)
{
	outline->line = cmark_node_get_start_line(node);
	outline->col = cmark_node_get_start_column(node);
	outline->end_line = cmark_node_get_end_line(node);
	outline->start = -1;
	switch (outline->kind) {
	case OUTLINE_HEADING:
		outline->level = cmark_node_get_heading_level(node);
		break;
	case OUTLINE_CODE:
		/* Entities may stand for bytes that no clean text has. */
		outline->info = clean_text(
			arena, copy_of(arena, cmark_node_get_fence_info(node)));
		outline->literal = copy_of(arena, cmark_node_get_literal(node));
		break;
	case OUTLINE_HTML:
		outline->literal = copy_of(arena, cmark_node_get_literal(node));
		break;
	case OUTLINE_LIST:
		outline->tight = cmark_node_get_list_tight(node);
		if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
			outline->start = cmark_node_get_list_start(node);
		break;
	default:
		break;
	}
}

static bool is_container(enum outline_kind kind)
{
	return kind == OUTLINE_LIST || kind == OUTLINE_ITEM ||
	       kind == OUTLINE_QUOTE;
}

/* A list without its items is none, so there has to be room for both. */
static bool is_too_deep(enum outline_kind kind, int depth)
{
	return depth > OUTLINE_DEPTH_MAX - (kind == OUTLINE_LIST ? 1 : 0);
}

struct copier {
	struct arena *arena;
	struct outline *root;
	struct outline *parent; /* receives what comes next */
	int depth;		/* of the node that is entered */
};

static struct outline *append(struct copier *copier, enum outline_kind kind)
{
	struct outline *outline = arena_new(copier->arena, struct outline);
	struct outline *parent = copier->parent;

	outline->kind = kind;
	outline->parent = parent;
	if (parent->last)
		parent->last->next = outline;
	else
		parent->first = outline;
	parent->last = outline;
	return outline;
}

static void enter(struct copier *copier, cmark_node *node)
{
	enum outline_kind kind;

	if (!kind_of(node, &kind))
		return;
	bool container = is_container(kind);
	if (container && is_too_deep(kind, ++copier->depth)) {
		if (copier->root->end_line == 0)
			copier->root->end_line =
				cmark_node_get_start_line(node);
		return;
	}
	struct outline *outline = append(copier, kind);
	fill(outline, copier->arena, node);
	if (container)
		copier->parent = outline;
}

static void leave(struct copier *copier, cmark_node *node)
{
	enum outline_kind kind;

	if (!kind_of(node, &kind) || !is_container(kind))
		return;
	if (!is_too_deep(kind, copier->depth--))
		copier->parent = copier->parent->parent;
}

struct outline *outline_read(struct arena *arena, struct str document)
{
	struct outline *root = arena_new(arena, struct outline);
	struct copier copier = { .arena = arena, .root = root, .parent = root };
	char *copy = arena_alloc(arena, document.len);

	memcpy(copy, document.ptr ? document.ptr : "", document.len);
	mute_markup(copy, document.len);
	cmark_node *tree =
		cmark_parse_document(copy, document.len, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(tree);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (event == CMARK_EVENT_ENTER)
			enter(&copier, node);
		else
			leave(&copier, node);
	}
	cmark_iter_free(iter);
	cmark_node_free(tree);
	return root;
}
