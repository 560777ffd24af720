/* SPDX-License-Identifier: MIT */
/*
 * Tags open and close what Markdown's own markup does, and a little more.
 */
#include "markup/element.h"

#include "deck/clean.h"
#include "markup/length.h"
#include "markup/tint.h"

#define BULLET "• "

/* Once for each class: themes that have them are of another presenter. */
static void remark_classes(struct pen *pen, const struct token *token,
			   struct classes *classes, struct str value)
{
	while ((value = str_trim_left(value)).len > 0) {
		const char *blank = str_find(value, ' ');
		struct str name = value;
		int i = 0;
		if (blank)
			name.len = (size_t)(blank - name.ptr);
		value = str_from(value, name.len);
		while (i < classes->count && !str_eq(classes->names[i], name))
			i++;
		if (i < classes->count || i == CLASSES_MAX)
			continue;
		classes->names[classes->count++] =
			arena_str(pen_arena(pen), name);
		pen_remark(pen, REMARK_CLASS, token, name);
	}
}

/* Words that leave the colour as it is. */
static bool is_no_colour(struct str value)
{
	static const struct str words[] = {
		STR("inherit"), STR("initial"),	    STR("unset"),
		STR("none"),	STR("transparent"), STR("currentcolor"),
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_eq_nocase(value, words[i]))
			return true;
	}
	return value.len == 0;
}

static void read_colour(struct pen *pen, const struct token *token,
			struct str value, int *tint)
{
	if (!tint_read(value, tint) && !is_no_colour(value))
		pen_remark(pen, REMARK_COLOUR, token, value);
}

/* An attribute that is shown or led to; empty when the tag has none. */
static struct str read_text(struct pen *pen, const struct token *token,
			    const char *name)
{
	struct arena *arena = pen_arena(pen);
	struct str value;

	if (!tag_attribute(&token->tag, name, arena, &value))
		return (struct str){ NULL, 0 };
	return arena_str(arena, clean_text(arena, value));
}

static struct tint read_style(struct pen *pen, const struct token *token,
			      struct str style)
{
	static const struct str text = STR("color"), ground = STR("background"),
				colour = STR("background-color");
	struct tint tint = { 0, 0 };
	struct str key, value;

	while (tag_take_style(&style, &key, &value)) {
		if (str_eq_nocase(key, text))
			read_colour(pen, token, value, &tint.text);
		else if (str_eq_nocase(key, ground) ||
			 str_eq_nocase(key, colour))
			read_colour(pen, token, value, &tint.ground);
	}
	return tint;
}

static struct layer *open_attributes(struct pen *pen, const struct token *token,
				     struct classes *classes)
{
	static const struct str span = STR("span");
	const struct tag *tag = &token->tag;
	struct tint tint = { 0, 0 };
	struct link link = { .target = { NULL, 0 } };
	struct str value;

	if (tag_attribute(tag, "class", pen_arena(pen), &value) &&
	    pen->deck->dialect == DIALECT_PRESENTERM &&
	    str_eq_nocase(tag->name, span))
		remark_classes(pen, token, classes, value);
	if (tag_attribute(tag, "style", pen_arena(pen), &value))
		tint = read_style(pen, token, value);
	if (tag->kind == TAG_LINK)
		link.target = read_text(pen, token, "href");
	return pen_open(pen, token, link, tint);
}

/* ---- what stands where a tag does ---- */

void element_read_sizes(const struct pen *pen, const struct tag *tag,
			struct link *image)
{
	static const struct str width = STR("width"), height = STR("height");
	struct arena *arena = pen_arena(pen);
	struct str value, key, style;

	if (tag_attribute(tag, "width", arena, &value))
		image->width = length_read(value);
	if (tag_attribute(tag, "height", arena, &value))
		image->height = length_read(value);
	if (pen->deck->dialect == DIALECT_SLIDEV &&
	    tag_attribute(tag, "class", arena, &value))
		length_read_classes(image, value);
	if (!tag_attribute(tag, "style", arena, &style))
		return;
	while (tag_take_style(&style, &key, &value)) {
		if (str_eq_nocase(key, width))
			image->width = length_read(value);
		else if (str_eq_nocase(key, height))
			image->height = length_read(value);
	}
}

static void put_image(struct pen *pen, const struct token *token)
{
	struct link image = { .target = read_text(pen, token, "src") };

	element_read_sizes(pen, &token->tag, &image);
	pen_put_image(pen, token, image, read_text(pen, token, "alt"));
}

static void put_opening(struct pen *pen, const struct token *token)
{
	const struct tag *tag = &token->tag;
	struct look look = pen_look(pen);

	switch (tag->kind) {
	case TAG_BREAK:
		flow_break(&pen->flow);
		break;
	case TAG_CAPTION:
		pen->text->into->captions = true;
		flow_part(&pen->flow);
		break;
	case TAG_BLOCK:
	case TAG_ITEM:
		flow_part(&pen->flow);
		if (tag->kind == TAG_ITEM)
			pen_put(pen, (struct str)STR(BULLET));
		break;
	case TAG_CELL:
		flow_gap(&pen->flow, &look);
		break;
	case TAG_IMAGE:
		put_image(pen, token);
		break;
	case TAG_UNKNOWN:
		pen_remark(pen, REMARK_TAG, token, tag->name);
		flow_drop(&pen->flow);
		break;
	case TAG_NOTHING:
		flow_drop(&pen->flow);
		break;
	default:
		break;
	}
}

static void put_closing(struct pen *pen, const struct token *token)
{
	switch (token->tag.kind) {
	case TAG_BLOCK:
	case TAG_CAPTION:
	case TAG_ITEM:
		flow_part(&pen->flow);
		break;
	case TAG_UNKNOWN:
	case TAG_NOTHING:
	case TAG_HIDDEN:
		flow_drop(&pen->flow);
		break;
	default:
		break;
	}
}

/* ---- how the text of a tag looks ---- */

/* These show something at their end, so they must have one. */
static bool needs_pair(const struct tag *tag)
{
	return tag->kind == TAG_HIDDEN || tag->kind == TAG_SUPER ||
	       tag->kind == TAG_SUB || tag->emphasis & EMPHASIS_STRIKE;
}

static void open_text(struct pen *pen, struct token *token,
		      struct classes *classes)
{
	const struct tag *tag = &token->tag;

	if (tag->empty || tag->id == 0 ||
	    (needs_pair(tag) && token->pair == TOKEN_NONE))
		return;
	token->layer = open_attributes(pen, token, classes);
	pen_emphasise(pen, tag->emphasis, false);
	if (tag->kind == TAG_CODE)
		pen->codes++;
	else if (tag->kind == TAG_HIDDEN)
		pen->hidden++;
	else if (tag->kind == TAG_SUPER)
		pen_open_script(pen, token, TOKEN_SUPER);
	else if (tag->kind == TAG_SUB)
		pen_open_script(pen, token, TOKEN_SUB);
}

static void close_text(struct pen *pen, const struct token *token)
{
	const struct tag *tag = &token->tag;

	if (token->pair == TOKEN_NONE)
		return;
	if (tag->kind == TAG_CODE)
		pen->codes--;
	else if (tag->kind == TAG_HIDDEN)
		pen->hidden--;
	else if (tag->kind == TAG_SUPER || tag->kind == TAG_SUB)
		pen_close_script(pen);
	pen_emphasise(pen, tag->emphasis, true);
	pen_close(pen, pen->tokens->list[token->pair].layer);
}

void element_put(struct pen *pen, struct token *token, struct classes *classes)
{
	if (token->closing) {
		close_text(pen, token);
		if (!pen->hidden)
			put_closing(pen, token);
		return;
	}
	if (!pen->hidden)
		put_opening(pen, token);
	open_text(pen, token, classes);
}
